#pragma once
// gelu and its derivative in sixteen pieces, or eight.

#include <ogive/math/normal_pieces.hpp>

namespace ogive::math {

/// a exp(a^2/2) normal_cdf(-a) in float, as normal_pieces has normal_cdf; the first polynomial is one in a, without a
/// constant.
template <int Count>
struct gelu_pieces;

template <>
struct gelu_pieces<16> : chosen_for_bell<float, 16> {
    static constexpr single_table16 middles{
        0x1.3fbp0, 0x1.bf3p0, 0x1.219p1, 0x1.5f9p1, 0x1.c0cp1, 0x1.1fap2, 0x1.5f1p2, 0x1.a0dp2, 0x1.001ap3,
        0x1.4074p3, 0x1.7f96p3, 0x1.bff4p3, 0, 0x1.71cp-2, 0x1.3fep-1, 0x1.c6ep-1};
    static constexpr single_table16 coefficients[7] = {
        {{0x1.2741ep-2, 0x1.4bc21ap-2, 0x1.626f7ap-2, 0x1.700afcp-2, 0x1.7d37bp-2, 0x1.86bba4p-2, 0x1.8c1c04p-2,
          0x1.8f7f58p-2, 0x1.926aa2p-2, 0x1.948f38p-2, 0x1.95bb32p-2, 0x1.96769cp-2, 0, 0x1.1b60e2p-3, 0x1.9dcbb4p-3,
          0x1.f94cdap-3}},
        {{0x1.7c0092p-4, 0x1.beb11ep-5, 0x1.12aadep-5, 0x1.6d5d02p-6, 0x1.a0f1dcp-7, 0x1.c13c3ep-8, 0x1.09c9eep-8,
          0x1.4cd84cp-9, 0x1.75ba4cp-10, 0x1.8955bp-11, 0x1.d2732cp-12, 0x1.27ff58p-12, 0x1p-1, 0x1.280d6cp-2,
          0x1.9a6812p-3, 0x1.23ce16p-3}},
        {{-0x1.af89b2p-5, -0x1.bfd888p-6, -0x1.e7e592p-7, -0x1.23aafep-7, -0x1.1d6976p-8, -0x1.016aa6p-9,
          -0x1.046b46p-10, -0x1.1a874ap-11, -0x1.08c248p-12, -0x1.c60b3ap-14, -0x1.c6b3d6p-15, -0x1.f18e16p-16,
          -0x1.988446p-2, -0x1.aac166p-3, -0x1.13093cp-3, -0x1.6c3834p-4}},
        {{0x1.90b83cp-6, 0x1.73d546p-7, 0x1.6ad7bp-8, 0x1.895392p-9, 0x1.4d92bp-10, 0x1.fcdbc6p-12, 0x1.bb4718p-13,
          0x1.a2caa2p-14, 0x1.4918dap-15, 0x1.cdc33p-17, 0x1.877d3cp-18, 0x1.71f3fap-19, 0x1.fffa2p-3, 0x1.e961b6p-4,
          0x1.27d968p-4, 0x1.6fe54ep-5}},
        {{-0x1.45215cp-7, -0x1.105eb6p-8, -0x1.e033d4p-10, -0x1.daea42p-11, -0x1.604336p-12, -0x1.ca7edcp-14,
          -0x1.5a5d36p-15, -0x1.1df03p-16, -0x1.7af9bcp-18, -0x1.b418ap-20, -0x1.3a6beep-21, -0x1.022194p-22,
          -0x1.0feb28p-3, -0x1.e0c1ccp-5, -0x1.1254e2p-5, -0x1.421bacp-6}},
        {{0x1.e227a8p-9, 0x1.6e675ep-10, 0x1.25c3f6p-11, 0x1.0a9ecp-12, 0x1.6189f6p-14, 0x1.894158p-16,
          0x1.0163dap-17, 0x1.74951ep-19, 0x1.aa3ec2p-21, 0x1.90e87ep-23, 0x1.e7ede2p-25, 0x1.58407cp-26,
          0x1.f20406p-5, 0x1.a3823ep-6, 0x1.c9027ap-7, 0x1.f85e08p-8}},
        {{-0x1.46d9aap-10, -0x1.c072eep-12, -0x1.4d125ap-13, -0x1.2c0028p-14, -0x1.4f1beap-16, -0x1.3dfe2ep-18,
          -0x1.55ae94p-20, -0x1.e4c5eap-22, -0x1.bd15f2p-24, -0x1.6f15p-26, -0x1.4dd2eep-28, -0x1.cb794cp-31,
          -0x1.486a7ep-6, -0x1.341f1ep-7, -0x1.4e6594p-8, -0x1.a2a5d6p-9}}};
};

template <>
struct gelu_pieces<8> : chosen_for_bell<float, 8> {
    static constexpr single_table8 middles{
        0x1.7d9p0, 0x1.4018p1, 0x1.009p2, 0x1.80ecp2, 0x1.1fa8p3, 0x1.9faep3, 0, 0x1.796p-1};
    static constexpr single_table8 coefficients[9] = {
        {{0x1.3b63b4p-2, 0x1.69d424p-2, 0x1.82c9e6p-2, 0x1.8e0d06p-2, 0x1.93a36ep-2, 0x1.962342p-2, 0, 0x1.c89dd6p-3}},
        {{0x1.23318ep-4, 0x1.bef306p-6, 0x1.2c3362p-7, 0x1.9e3672p-9, 0x1.0c58bap-10, 0x1.70b134p-12, 0x1p-1,
          0x1.61dc64p-3}},
        {{-0x1.37006cp-5, -0x1.785284p-7, -0x1.765462p-9, -0x1.781e18p-11, -0x1.5635d6p-13, -0x1.4cec12p-15,
          -0x1.988452p-2, -0x1.cc0482p-4}},
        {{0x1.115c46p-6, 0x1.0a8352p-8, 0x1.90cfa2p-11, 0x1.2988d2p-13, 0x1.7fe1c6p-16, 0x1.09c448p-18, 0x1.ffff8ap-3,
          0x1.e1adeep-5}},
        {{-0x1.a5e7b4p-8, -0x1.510f9ep-10, -0x1.85c636p-13, -0x1.b10ec2p-16, -0x1.8f91a2p-19, -0x1.8b9126p-22,
          -0x1.10508ap-3, -0x1.b3d5ccp-6}},
        {{0x1.2702c6p-9, 0x1.876ce8p-12, 0x1.604072p-15, 0x1.28b4b8p-18, 0x1.89361p-22, 0x1.18cb5p-25, 0x1.ff07cap-5,
          0x1.6160eap-7}},
        {{-0x1.7d7bbp-11, -0x1.a8d0dap-14, -0x1.2d647ep-17, -0x1.815a8p-21, -0x1.76639cp-25, -0x1.85deeap-29,
          -0x1.ab2cc8p-6, -0x1.06c0f2p-8}},
        {{0x1.e0665cp-13, 0x1.c7b68p-16, 0x1.0df57ap-19, 0x1.02889ap-23, 0x1.862912p-28, 0x1.140b56p-32,
          0x1.2a3c8ep-7, 0x1.5e19p-10}},
        {{-0x1.1167d6p-14, -0x1.c574fp-18, -0x1.b49548p-22, -0x1.71883p-26, -0x1.60cf7cp-31, -0x1.3412e4p-36,
          -0x1.016388p-9, -0x1.53b758p-12}}};
};

/// exp(a^2/2) normal_cdf(-a) - a/sqrt(2 pi), likewise.
template <class Scalar, int Count>
struct gelu_derivative_pieces;

template <>
struct gelu_derivative_pieces<float, 16> : chosen_for_bell<float, 16> {
    static constexpr single_table16 middles{
        0x1.434p0, 0x1.c0ap0, 0x1.1fb8p1, 0x1.6088p1, 0x1.c17p1, 0x1.2058p2, 0x1.60bp2, 0x1.a098p2, 0x1.0038p3,
        0x1.3ff8p3, 0x1.8008p3, 0x1.c00ap3, 0x1.128p-3, 0x1.748p-2, 0x1.45cp-1, 0x1.c18p-1};
    static constexpr single_table16 coefficients[6] = {
        {{-0x1.18f66cp-2, -0x1.0734acp-1, -0x1.7c672ap-1, -0x1.efb60ep-1, -0x1.4b7398p0, -0x1.b671b6p0, -0x1.106aa6p1,
          -0x1.44b8e2p1, -0x1.92956p1, -0x1.f989f6p1, -0x1.304cbp2, -0x1.63ab46p2, 0x1.96c7fp-2, 0x1.e628p-3,
          0x1.13d1e6p-4, -0x1.2280dcp-4}},
        {{-0x1.043b8p-1, -0x1.e4f682p-2, -0x1.cf1898p-2, -0x1.c0d18ep-2, -0x1.b3bf16p-2, -0x1.aa38e6p-2,
          -0x1.a4d1cep-2, -0x1.a18b96p-2, -0x1.9e9ca6p-2, -0x1.9c7c6ap-2, -0x1.9b4bd6p-2, -0x1.9a91d8p-2,
          -0x1.79961ap-1, -0x1.514688p-1, -0x1.2fe65p-1, -0x1.1af676p-1}},
        {{0x1.760bfp-5, 0x1.bc2dfp-6, 0x1.163516p-6, 0x1.6b299p-7, 0x1.9f63ep-8, 0x1.be56f6p-9, 0x1.0680e2p-9,
          0x1.4d513cp-10, 0x1.753666p-11, 0x1.8b0be4p-12, 0x1.d0d656p-13, 0x1.27d09cp-13, 0x1.9f122ep-3,
          0x1.26e888p-3, 0x1.9426e4p-4, 0x1.27a89ep-4}},
        {{-0x1.1a2064p-6, -0x1.287c4cp-7, -0x1.4a861ep-8, -0x1.81f462p-9, -0x1.7aa1d8p-10, -0x1.543eap-11,
          -0x1.55c7ccp-12, -0x1.792b92p-13, -0x1.606ddp-14, -0x1.30877p-15, -0x1.2d91dep-16, -0x1.4ad6dap-17,
          -0x1.a919cep-4, -0x1.1b366ap-4, -0x1.67f638p-5, -0x1.ed6578p-6}},
        {{0x1.8b20cep-8, 0x1.736e96p-9, 0x1.73f98ap-10, 0x1.87985cp-11, 0x1.50cd08p-12, 0x1.fdacep-14, 0x1.b6931cp-15,
          0x1.a7fa42p-16, 0x1.4ea34cp-17, 0x1.d6ad02p-19, 0x1.8b772ap-20, 0x1.76ab0ap-21, 0x1.83d7dap-5,
          0x1.e821cap-6, 0x1.225546p-6, 0x1.77a6aep-7}},
        {{-0x1.05e722p-9, -0x1.b26abep-11, -0x1.8d2518p-12, -0x1.754178p-13, -0x1.22a444p-14, -0x1.7a9842p-16,
          -0x1.05909ep-17, -0x1.fae888p-19, -0x1.329aep-20, -0x1.5c599p-22, -0x1.0e765p-23, -0x1.073008p-24,
          -0x1.45cffcp-6, -0x1.74852ep-7, -0x1.bdc9c8p-8, -0x1.0cc856p-8}}};
};

template <>
struct gelu_derivative_pieces<float, 8> : chosen_for_bell<float, 8> {
    static constexpr single_table8 middles{
        0x1.7d5p0, 0x1.40dp1, 0x1.feb8p1, 0x1.7f5p2, 0x1.1fb6p3, 0x1.9fd8p3, 0x1.e88p-3, 0x1.7f4p-1};
    static constexpr single_table8 coefficients[8] = {
        {{-0x1.8ccafcp-2, -0x1.b7baap-1, -0x1.7f4552p0, -0x1.298882p1, -0x1.c5822cp1, -0x1.49d78cp2, 0x1.4a058ap-2,
          0x1.e8ddp-10}},
        {{-0x1.f5b728p-2, -0x1.c70c72p-2, -0x1.ae6c2ap-2, -0x1.a31094p-2, -0x1.9d64c4p-2, -0x1.9ae4ecp-2,
          -0x1.658956p-1, -0x1.255aeep-1}},
        {{0x1.237f8p-5, 0x1.bcd7b8p-7, 0x1.2fbfc8p-8, 0x1.a2fa4ep-10, 0x1.0c348ap-11, 0x1.7042bap-13, 0x1.62579p-3,
          0x1.5ca13p-4}},
        {{-0x1.9f33f4p-7, -0x1.f2d2dp-9, -0x1.faba56p-11, -0x1.fd0d88p-13, -0x1.c7cba8p-15, -0x1.bae538p-17,
          -0x1.60659ep-4, -0x1.2d2ff6p-5}},
        {{0x1.11a646p-8, 0x1.08942ep-10, 0x1.979a54p-13, 0x1.2ee74ap-15, 0x1.7eab7ep-18, 0x1.097f08p-20,
          0x1.3846f2p-5, 0x1.d7c638p-7}},
        {{-0x1.5214cp-10, -0x1.090adcp-12, -0x1.3dc346p-15, -0x1.613f78p-18, -0x1.43195cp-21, -0x1.4d335cp-24,
          -0x1.f7d386p-7, -0x1.593e2p-8}},
        {{0x1.983adcp-12, 0x1.08bde6p-14, 0x1.015e5ap-17, 0x1.a52a06p-21, 0x1.1d5edep-24, 0x1.77962cp-28,
          0x1.7ea384p-8, 0x1.cfcfb6p-10}},
        {{-0x1.bd8856p-14, -0x1.45a1eep-16, -0x1.7ef20ep-20, -0x1.eb4d5cp-24, -0x1.87025ap-28, 0x1.f242bcp-34,
          -0x1.15738cp-9, 0x1.462dbcp-16}}};
};

template <>
struct gelu_derivative_pieces<double, 16> : chosen_for_bell<double, 16> {
    static constexpr table16 middles{
        0x1.a000000188p1, 0x1.23333333f7333p2, 0x1.766666673a666p2, 0x1.c9999998f199ap2, 0x1.23333332bb333p3,
        0x1.76666666d4666p3, 0x1.c9999999d999ap3, 0x1.0e66666672666p4, 0x1.4cccccccbcccdp4, 0x1.a000000037p4,
        0x1.f333333306333p4, 0x1.2333333330333p5, 0x1.2333333113333p-1, 0x1.b0a3d70c7d70ap-1, 0x1.9fffffff1p0,
        0x1.23333333a3333p1};
    static constexpr table16 coefficients[15] = {
        {{-0x1.2ee051e294e51p0, -0x1.bb32aae5def23p0, -0x1.223c034eb4394p1, -0x1.661a2f3728eacp1,
          -0x1.cb2454ba875d5p1, -0x1.288fb3b0dbb3ep2, -0x1.6b55c9778457dp2, -0x1.adfd8c0c84911p2,
          -0x1.08ec733cd0574p3, -0x1.4b6e007676646p3, -0x1.8de52d2706bd6p3, -0x1.d056674e5deefp3,
          0x1.b9c683c463e2fp-4, -0x1.af4545f5a05d7p-5, -0x1.d022e3e57f239p-2, -0x1.82b1af20f044cp-1}},
        {{-0x1.b7771fb3b8c29p-2, -0x1.a9ea37de4a215p-2, -0x1.a38913af68d5ap-2, -0x1.a01453ebc8916p-2,
          -0x1.9d4805173c5cbp-2, -0x1.9b70235317515p-2, -0x1.9a7c6b82e71dap-2, -0x1.99eeb5a45f9afp-2,
          -0x1.997464de9fc58p-2, -0x1.991e59268115ep-2, -0x1.98ef6df48e502p-2, -0x1.98d313fa45d49p-2,
          -0x1.37095eb6922fep-1, -0x1.1d729ecb8c2afp-1, -0x1.ec83ed04d8ff9p-2, -0x1.ce295e158811ap-2}},
        {{0x1.f2f5d009ca456p-8, 0x1.b3262037e7751p-9, 0x1.beb359df7ab3dp-10, 0x1.00b712cfb8fdbp-10,
          0x1.0316c7004970dp-11, 0x1.f4a77ad670cfep-13, 0x1.16024c7ef8941p-13, 0x1.53914726f68p-14,
          0x1.6ed0f22af496dp-15, 0x1.7977e83ebb8a2p-16, 0x1.b60ed6da6afb7p-17, 0x1.144f3963dc9a5p-17,
          0x1.baa7c7c633999p-4, 0x1.3427f6d1ea779p-4, 0x1.f9a64bc45849p-6, 0x1.0f9199f59882fp-6}},
        {{-0x1.dec5a1f4baf13p-10, -0x1.495bc9ffb9b28p-11, -0x1.14bcdb27e1aafp-12, -0x1.0bf8d124c9695p-13,
          -0x1.b3a027ba95b6fp-15, -0x1.4cedc7fd09da2p-16, -0x1.313a267b157b7p-17, -0x1.3d1e1e547b823p-18,
          -0x1.179c3c11748bcp-19, -0x1.cddd0b011c65ap-21, -0x1.bf75fc57a6349p-22, -0x1.e45caf60400e8p-23,
          -0x1.91a4b07d367a8p-5, -0x1.036a38a9e3dfep-5, -0x1.5c3240e81779ap-7, -0x1.40a961240c19bp-8}},
        {{0x1.b7d4f1c5fb199p-12, 0x1.e4075386a4ac9p-14, 0x1.4fc5fe08cd96p-15, 0x1.13717e3ddb5dp-16,
          0x1.6a760d101d183p-18, 0x1.b7dd9815fab35p-20, 0x1.4d94ecf7806f5p-21, 0x1.272a94223728bp-22,
          0x1.a9520a45ccd45p-24, 0x1.1a27a7079b258p-25, 0x1.c89a6b2207f1bp-27, 0x1.a83816a61b67ap-28,
          0x1.48702596aaf94p-6, 0x1.8d1b4a8e046a2p-7, 0x1.bd7aee10cfec9p-9, 0x1.64c5113cef5a7p-10}},
        {{-0x1.8481f80b22071p-14, -0x1.5a07d2830de9bp-16, -0x1.8f6759753f706p-18, -0x1.16f818780c76bp-19,
          -0x1.2a92d8a8cd57cp-21, -0x1.20b1ad8007416p-23, -0x1.6aedfb1af7d5p-25, -0x1.11d437b89aa1ep-26,
          -0x1.42c36f25f7e93p-28, -0x1.583e3b1fdd6a7p-30, -0x1.d1765c10870aep-32, -0x1.734474a7e19dcp-33,
          -0x1.ed30a2e6c878p-8, -0x1.18d7838184157p-8, -0x1.0b8d4d1d952e5p-10, -0x1.78cbd4e777b4cp-12}},
        {{0x1.4b1e40afd9dd3p-16, 0x1.e23be27c99b9ap-19, 0x1.d23bec06eccfdp-21, 0x1.168e80f49d057p-22,
          0x1.e71e1720a9ecbp-25, 0x1.788b840187279p-27, 0x1.891afbf0fdf7ep-29, 0x1.fa68d9fb6d805p-31,
          0x1.e8ca97e4d0f34p-33, 0x1.a3641ef864a2dp-35, 0x1.da03fbb3b724p-37, 0x1.44af2becad06fp-38,
          0x1.586ab4fe8ac4ep-9, 0x1.7344950aa4167p-10, 0x1.302029e2cfa4cp-12, 0x1.7be96f2be5dd1p-14}},
        {{-0x1.111573e15c018p-18, -0x1.480bb48cc4832p-21, -0x1.0b4aae5055cbfp-23, -0x1.125e9aed16573p-25,
          -0x1.899b533bde0a5p-28, -0x1.e8108a52eef35p-31, -0x1.a7eb2851f4ddp-33, -0x1.d2bcc260905dfp-35,
          -0x1.714d4337aee16p-37, -0x1.fe3871db214eap-40, -0x1.e23b398ea996fp-42, -0x1.1bb9f0c264855p-43,
          -0x1.c3b5d1668fc58p-11, -0x1.cea7a680da8aep-12, -0x1.492519573b548p-14, -0x1.6f5cf790ba755p-16}},
        {{0x1.b4f33be4d51a5p-21, 0x1.b453dfbcf73b2p-24, 0x1.2d4844b9f3269p-26, 0x1.0aae04b5fbc9dp-28,
          0x1.3b24412b95c11p-31, 0x1.3a5f71c5e0698p-34, 0x1.c72d946a85b81p-37, 0x1.acd32de20e206p-39,
          0x1.1669764b1c067p-41, 0x1.35ebf2dcf27cbp-44, 0x1.ea5600d774785p-47, 0x1.ef2be3120cb58p-49,
          0x1.1831260977845p-12, 0x1.118839a76f4c5p-13, 0x1.54d22dc4cc437p-16, 0x1.55f2f10f1c8fcp-18}},
        {{-0x1.53d1a79dbe4dep-23, -0x1.1c09e6edb42ddp-26, -0x1.4e0e14100d986p-29, -0x1.00044e08434e5p-31,
          -0x1.f40fba51f52bcp-35, -0x1.9282a5d291f57p-38, -0x1.e7a2e43c5ff3dp-41, -0x1.8c7c234b4d34ep-43,
          -0x1.a2c27c5beb1dp-46, -0x1.773524eb64d58p-49, -0x1.f44fe37a6119cp-52, -0x1.b426d88128d5ap-54,
          -0x1.4a9c275707b5cp-14, -0x1.34856a927777ep-15, -0x1.5301931b39f3ep-18, -0x1.3353c68785a01p-20}},
        {{0x1.015e82fd1a204p-25, 0x1.6a59c1d2c9b84p-29, 0x1.6c530101d1dc9p-32, 0x1.f122553567e94p-35,
          0x1.870a71e195e0bp-38, 0x1.ff291b3b23a4p-42, 0x1.02ece105b90fdp-44, 0x1.66a312230219dp-47,
          0x1.3a970282f6a89p-50, 0x1.c5508de387bfcp-54, 0x1.ce650a55279eep-57, 0x1.c0b5f33ae3299p-59,
          0x1.766f95810143bp-16, 0x1.4d59be2a747ccp-17, 0x1.44f6a4ce0ec81p-20, 0x1.0b474e344af77p-22}},
        {{-0x1.7bd2dc58c0b35p-28, -0x1.c4d08c70045b6p-32, -0x1.8b1f40c256056p-35, -0x1.c00bedbe2b44bp-38,
          -0x1.31c26a09c19bdp-41, -0x1.455dadead8a49p-45, -0x1.b64e33571cddp-49, 0x1.7764708393fc2p-53,
          -0x1.dd8a6edf1421ep-55, -0x1.3d33b047876f6p-58, -0x1.a7b466d7e5ebfp-63, 0x1.6e45fde1cae4cp-66,
          -0x1.8652c669f0d61p-18, -0x1.5a5a1df59c077p-19, -0x1.2c2492aae82efp-22, -0x1.c6f3d73997e09p-25}},
        {{0x1.11de8cdbc13d1p-30, 0x1.17358971393a5p-34, 0x1.c49b3fb44f0b5p-38, -0x1.7e8e05ba1eec5p-40,
          0x1.24f8e3ab83785p-44, 0x1.d4fa730c553bcp-49, 0x1.2e69a7f84bf2dp-52, 0x1.20b534b0c4ee3p-55,
          0x1.57cd0b97793bcp-59, 0x1.b729b7aaa902ap-63, 0x1.2be501ade213ep-63, -0x1.b274e50d1f4ccp-65,
          0x1.f99af1f790956p-20, 0x1.5cbfdcff014f2p-21, 0x1.0e581b08b020ep-24, 0x1.926bd7d3ac488p-27}},
        {{-0x1.96bd8c57f6febp-33, -0x1.650e4c9c45321p-37, -0x1.36f8101528ab4p-41, -0x1.5582d3686d2e8p-43,
          -0x1.8af535215d2e7p-48, -0x1.d633abc94d55dp-53, -0x1.562f249d94e58p-53, -0x1.23843e0fad07bp-53,
          -0x1.8fca40a0d74afp-64, 0x1.622cf98362a1dp-66, -0x1.aa577b904dddep-67, -0x1.2328712fc8f15p-68,
          -0x1.907654bf15e98p-24, -0x1.551bdf5349333p-23, -0x1.160bbcc5b4285p-26, -0x1.3069aa7083fcdp-30}},
        {{0x1.1d10d04554f44p-35, 0x1.7ce23ff0531d6p-40, -0x1.03ab1e85adcb9p-42, 0x1.79223a9afaab5p-40,
          -0x1.a52aac9c94832p-50, -0x1.c65811eb2e499p-55, -0x1.7ea0bee06bbd4p-61, 0x1.c83dde94b026dp-63,
          0x1.1e152358e2325p-67, -0x1.da1ed8712b897p-70, -0x1.50d4a7e47aa61p-68, 0x1.1da617f703f63p-69,
          0x1.0a68fda25a52ap-22, 0x1.05e314af15a39p-25, 0x1.87a1ad2a6f078p-29, -0x1.0639708c0aeeep-29}}};
};

}  // namespace ogive::math
