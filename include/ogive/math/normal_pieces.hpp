#pragma once
// normal_cdf in sixteen pieces, or eight.

#include <ogive/math/vocabulary.hpp>

namespace ogive::math {

/// In how many pieces the functions of the normal distribution are.
template <class V>
inline constexpr int pieces_of_bell = vocabulary<V>::looks_up_eight ? 8 : 16;

/// The bits that choose among them: four of 1 + unit a, above position, or three.
template <class Scalar, int Count>
struct chosen_for_bell {
    static constexpr int    position = Count == 8 ? 22 : 21;
    static constexpr double unit     = 1;
};
template <>
struct chosen_for_bell<double, 16> {
    static constexpr int    position = 50;
    static constexpr double unit     = 1 / 2.6;
};

/// exp(a^2/2) normal_cdf(-a) as polynomials in powers of a - middle: the coefficient of (a - middle)^i is in
/// coefficients[i].
template <class Scalar, int Count>
struct normal_pieces;

template <>
struct normal_pieces<float, 16> : chosen_for_bell<float, 16> {
    static constexpr single_table16 middles{
        0x1.407p0, 0x1.c1cp0, 0x1.1fp1, 0x1.5f78p1, 0x1.c18p1, 0x1.2068p2, 0x1.5fbp2, 0x1.a07p2, 0x1.002ap3,
        0x1.3fe8p3, 0x1.7feep3, 0x1.c076p3, 0x1.048p-3, 0x1.75p-2, 0x1.3e2p-1, 0x1.b9p-1};
    static constexpr single_table16 coefficients[7] = {
        {{0x1.d835fp-3, 0x1.7a4f5ep-3, 0x1.3b886cp-3, 0x1.0c0f5ap-3, 0x1.b24f62p-4, 0x1.5ae79ep-4, 0x1.205d72p-4,
          0x1.eb2762p-5, 0x1.922962p-5, 0x1.43bb5cp-5, 0x1.0e8a5p-5, 0x1.d00eaap-6, 0x1.cfea5p-2, 0x1.878de4p-2,
          0x1.4bdb34p-2, 0x1.20a832p-2}},
        {{-0x1.c3ed48p-4, -0x1.30cf6ep-4, -0x1.b63312p-5, -0x1.43ecfep-5, -0x1.b39224p-6, -0x1.1b2d38p-6,
          -0x1.8bbe76p-7, -0x1.211c6p-7, -0x1.863da2p-8, -0x1.fc3ce8p-9, -0x1.63f07ep-9, -0x1.06458ep-9,
          -0x1.5d8216p-2, -0x1.09e3e4p-2, -0x1.94a4ep-3, -0x1.3fc6e8p-3}},
        {{0x1.7abd94p-5, 0x1.ba3ca8p-6, 0x1.179b2ep-6, 0x1.6d93a2p-7, 0x1.9f46dap-8, 0x1.be1b78p-9, 0x1.088568p-9,
          0x1.4dac72p-10, 0x1.75781cp-11, 0x1.8b47eep-12, 0x1.d13b1p-13, 0x1.270338p-13, 0x1.a37584p-3,
          0x1.26b3a2p-3, 0x1.9c4aa4p-4, 0x1.2de18ap-4}},
        {{-0x1.1e81f6p-6, -0x1.26ddb4p-7, -0x1.4c9e52p-8, -0x1.852a9ep-9, -0x1.7a8f68p-10, -0x1.541c1ap-11,
          -0x1.59107p-12, -0x1.79efbep-13, -0x1.60a392p-14, -0x1.30a744p-15, -0x1.2e1224p-16, -0x1.4a3f36p-17,
          -0x1.ae6ee2p-4, -0x1.1af42ep-4, -0x1.70bfdap-5, -0x1.fa0e96p-6}},
        {{0x1.8ed07ep-8, 0x1.6e63a2p-9, 0x1.749f6cp-10, 0x1.89d4dcp-11, 0x1.4b7d3p-12, 0x1.f742b6p-14,
          0x1.b7f3c6p-15, 0x1.a4a66ap-16, 0x1.48bf2ep-17, 0x1.d182c6p-19, 0x1.85d83cp-20, 0x1.6ff158p-21,
          0x1.87f5b2p-5, 0x1.e6559cp-6, 0x1.29e61p-6, 0x1.82018cp-7}},
        {{-0x1.0587eap-9, -0x1.af50d4p-11, -0x1.8f1e9ap-12, -0x1.800dd8p-13, -0x1.1cf5d4p-14, -0x1.6f5edep-16,
          -0x1.14c39ap-17, -0x1.cdaefep-19, -0x1.359c02p-20, -0x1.662102p-22, -0x1.fa9818p-24, -0x1.9a3e8cp-25,
          -0x1.46b246p-6, -0x1.7f3c18p-7, -0x1.b8a494p-8, -0x1.0e1614p-8}},
        {{0x1.402342p-11, 0x1.e709b6p-13, 0x1.91e33ep-14, 0x1.4e271ap-15, 0x1.d73ffep-17, 0x1.040c9ep-18,
          0x1.4fa3bep-20, 0x1.daff5p-22, 0x1.1afe2ap-23, 0x1.0deb86p-25, 0x1.40b416p-27, 0x1.c5da0cp-29,
          0x1.09e812p-7, 0x1.14b0fap-8, 0x1.f7b48ep-10, 0x1.17c5fap-10}}};
};

template <>
struct normal_pieces<float, 8> : chosen_for_bell<float, 8> {
    static constexpr single_table8 middles{
        0x1.81ep0, 0x1.3ee8p1, 0x1.0094p2, 0x1.8004p2, 0x1.1ff8p3, 0x1.a078p3, 0x1.008p-2, 0x1.78ep-1};
    static constexpr single_table8 coefficients[9] = {
        {{0x1.a416aep-3, 0x1.223f32p-3, 0x1.81eb6p-4, 0x1.095368p-4, 0x1.66d674p-5, 0x1.f34f62p-6, 0x1.a7d23ap-2,
          0x1.35ee62p-2}},
        {{-0x1.6fa5eep-4, -0x1.77964ep-5, -0x1.5b9d7p-6, -0x1.50623ep-7, -0x1.3791d8p-8, -0x1.2f6682p-9,
          -0x1.2e5acap-2, -0x1.68c356p-3}},
        {{0x1.1e032p-5, 0x1.c27532p-7, 0x1.2c27b6p-8, 0x1.a0e2fep-10, 0x1.0b8358p-11, 0x1.6ea5bep-13, 0x1.5c15c4p-3,
          0x1.624f78p-4}},
        {{-0x1.95940ap-7, -0x1.fabe4p-9, -0x1.f30584p-11, -0x1.f9bafap-13, -0x1.c66dacp-15, -0x1.b8a238p-17,
          -0x1.5903ccp-4, -0x1.332626p-5}},
        {{0x1.0a5b32p-8, 0x1.0dabe4p-10, 0x1.90b44ep-13, 0x1.2ca31ap-15, 0x1.7de72cp-18, 0x1.075774p-20,
          0x1.30d90ap-5, 0x1.e28d86p-7}},
        {{-0x1.47993ep-10, -0x1.10f03cp-12, -0x1.3708d4p-15, -0x1.5e3e84p-18, -0x1.3cb6e8p-21, -0x1.38efbp-24,
          -0x1.ea4b3ep-7, -0x1.5d6452p-8}},
        {{0x1.7ccadap-12, 0x1.07c85p-14, 0x1.d5fffap-18, 0x1.8f918ap-21, 0x1.0524d4p-24, 0x1.719f9ap-28,
          0x1.71c628p-8, 0x1.d533acp-10}},
        {{-0x1.b36d8cp-14, -0x1.07c73ep-16, -0x1.749ab8p-20, -0x1.dc35c2p-24, -0x1.d41542p-28, -0x1.c53956p-32,
          -0x1.15acb4p-9, -0x1.2c6c9ep-11}},
        {{0x1.cc6ba8p-16, 0x1.0f814ap-18, 0x1.0abae6p-22, 0x1.1de7f6p-26, 0x1.75e456p-31, 0x1.1061e8p-35,
          0x1.9dac58p-13, 0x1.e9ed64p-13}}};
};

template <>
struct normal_pieces<double, 16> : chosen_for_bell<double, 16> {
    static constexpr table16 middles{
        0x1.a00000009p1, 0x1.233333325b333p2, 0x1.76666665ca666p2, 0x1.c999999a0d99ap2, 0x1.23333332bb333p3,
        0x1.76666665f0666p3, 0x1.c99999995199ap3, 0x1.0e66666635666p4, 0x1.4cccccccb0ccdp4, 0x1.a000000018p4,
        0x1.f333333352333p4, 0x1.2333333334b33p5, 0x1.4cccccda0cccdp-2, 0x1.f333333133333p-1, 0x1.a0000000ap0,
        0x1.23333331c3333p1};
    static constexpr table16 coefficients[15] = {
        {{0x1.d0b31c0799ff2p-4, 0x1.57d73cabf4937p-4, 0x1.0fcb320c5dc09p-4, 0x1.c09ecb5d11c4cp-5,
          0x1.62f27d00a6b07p-5, 0x1.155496f1b9502p-5, 0x1.c6e0edd6adbf7p-6, 0x1.816bdf77b4914p-6,
          0x1.3985bc50a4a5dp-6, 0x1.f60cadf12505dp-7, 0x1.a29005759cc7cp-7, 0x1.66dd839af0efep-7,
          0x1.9239566244be6p-2, 0x1.0f69b00eff978p-2, 0x1.8f6846b8184a6p-3, 0x1.37f9be3dc202dp-3}},
        {{-0x1.ef2cc76939362p-6, -0x1.165e4a1328159p-6, -0x1.60980e4730352p-7, -0x1.e4002b9f117f6p-8,
          -0x1.30ec767e3de7dp-8, -0x1.75e80aebb4098p-9, -0x1.f81845a4dff21p-10, -0x1.6a62671cd7b34p-10,
          -0x1.e02342b8e3616p-11, -0x1.340bd27b8f6f5p-11, -0x1.ac6add2b2a462p-12, -0x1.3b02f409b4626p-12,
          -0x1.15cb4a581f161p-2, -0x1.1fc75bf90002dp-3, -0x1.4ffe671ccb601p-4, -0x1.ad2856c61fc6ep-5}},
        {{0x1.f2f5d00c81f57p-8, 0x1.b326203e1da49p-9, 0x1.beb359e424359p-10, 0x1.00b712cdfac78p-10,
          0x1.0316c7004cf7bp-11, 0x1.f4a77ad9eac39p-13, 0x1.16024c7febd0cp-13, 0x1.53914727d929cp-14,
          0x1.6ed0f22b1bacdp-15, 0x1.7977e83f0fdcap-16, 0x1.b60ed6d9a5cfcp-17, 0x1.144f3963cef1dp-17,
          0x1.37f0de353c0cap-3, 0x1.063dccd9255ap-4, 0x1.f9a64bc128337p-6, 0x1.0f9199f91e62bp-6}},
        {{-0x1.dec5a1f810697p-10, -0x1.495bca05d10efp-11, -0x1.14bcdb2ba4b03p-12, -0x1.0bf8d122678f1p-13,
          -0x1.b3a027baa0fbcp-15, -0x1.4cedc800151f7p-16, -0x1.313a267ca2e08p-17, -0x1.3d1e1e55e644fp-18,
          -0x1.179c3c1170a0fp-19, -0x1.cddd0b012344bp-21, -0x1.bf75fc570b063p-22, -0x1.e45caf6073719p-23,
          -0x1.2ece10d633fa5p-4, -0x1.aa7f049024b32p-6, -0x1.5c3240e560283p-7, -0x1.40a9612945298p-8}},
        {{0x1.b7d4f1c9b494ap-12, 0x1.e4075391845efp-14, 0x1.4fc5fe0e2b5b7p-15, 0x1.13717e3caf684p-16,
          0x1.6a760d04d77fdp-18, 0x1.b7dd9819b2ec9p-20, 0x1.4d94ecf9524ffp-21, 0x1.272a9423a6ce9p-22,
          0x1.a9520a46dae2cp-24, 0x1.1a27a706a66afp-25, 0x1.c89a6b135059ap-27, 0x1.a83816b14f265p-28,
          0x1.06bc2eaa10888p-5, 0x1.3c90e113417aap-7, 0x1.bd7aee0cba25dp-9, 0x1.64c51143bfd3ep-10}},
        {{-0x1.8481f80da84fcp-14, -0x1.5a07d2897f5d1p-16, -0x1.8f675985f5105p-18, -0x1.16f8186f87d97p-19,
          -0x1.2a92d89e15946p-21, -0x1.20b1ad8c05a24p-23, -0x1.6aedfa79fcab2p-25, -0x1.11d4368444fd5p-26,
          -0x1.42c36f7985689p-28, -0x1.583e3c17527d9p-30, -0x1.d1765a55e9422p-32, -0x1.73447372d19b4p-33,
          -0x1.a02d41ff204fbp-7, -0x1.b378f1586bcddp-9, -0x1.0b8d4d1961b1fp-10, -0x1.78cbd4f2f45ep-12}},
        {{0x1.4b1e40a9f2be9p-16, 0x1.e23be28bcdb54p-19, 0x1.d23becbeb3761p-21, 0x1.168e7bb99b5c4p-22,
          0x1.e71e2702ca971p-25, 0x1.788b85dd0369ep-27, 0x1.891afc241e15ep-29, 0x1.fa68d91dd29bfp-31,
          0x1.e8ca96d041792p-33, 0x1.a36422cbd1a4bp-35, 0x1.da0421659c855p-37, 0x1.44af0c03c7e28p-38,
          0x1.313a460014b6ap-8, 0x1.188f32ff30948p-10, 0x1.302029e025118p-12, 0x1.7be96f7319457p-14}},
        {{-0x1.1115746f66bedp-18, -0x1.480bb6eae721ap-21, -0x1.0b4aa693dcbcdp-23, -0x1.125ea37e207b7p-25,
          -0x1.899b5ca15d10ap-28, -0x1.e8107c3898db2p-31, -0x1.a7ec46dc05e92p-33, -0x1.d2c10080ca607p-35,
          -0x1.714cfa36a7b81p-37, -0x1.fe36c10fa7f0ap-40, -0x1.e23e3ea869074p-42, -0x1.1bbc0e60b5fdcp-43,
          -0x1.a2f20adf61df6p-10, -0x1.555f0282b1b24p-12, -0x1.49251bcf169c9p-14, -0x1.6f5cf21956199p-16}},
        {{0x1.b4f34332c2624p-21, 0x1.b453df6ded98ap-24, 0x1.2d47c79bb4f81p-26, 0x1.0ab58f7264739p-28,
          0x1.3b1e829d36adep-31, 0x1.3a5e1e4a98db4p-34, 0x1.c72d4bdfbda4p-37, 0x1.acd4688475b12p-39,
          0x1.1669db66ae0dap-41, 0x1.35e931e3f483ap-44, 0x1.ea1f6d3201f09p-47, 0x1.ef882979f4845p-49,
          0x1.0f30342e0bb76p-11, 0x1.8ab348c1fbd19p-14, 0x1.54d22c9c851e2p-16, 0x1.55f2972eb59e1p-18}},
        {{-0x1.53d169fcce6b9p-23, -0x1.1c08ded0bd346p-26, -0x1.4e14f7e42ae99p-29, -0x1.fff95ef61df7bp-32,
          -0x1.f40b8eb1f89c7p-35, -0x1.9288ebebf356fp-38, -0x1.e6a49515fd1e9p-41, -0x1.88b82380d9761p-43,
          -0x1.a2e2e23d74307p-46, -0x1.77f5365914fap-49, -0x1.f1a1b3f994492p-52, -0x1.b06566369ce94p-54,
          -0x1.4d39a4b5f7eep-13, -0x1.b3d84e2e8a778p-16, -0x1.52ff5e7b56986p-18, -0x1.3358a9cfbabbep-20}},
        {{0x1.015d0993ba2e8p-25, 0x1.6a59d7bc3e68dp-29, 0x1.6cb3d7cbe0164p-32, 0x1.e5731ceecfe53p-35,
          0x1.8944127a863abp-38, 0x1.001805e112669p-41, 0x1.0309f98ac3e5ep-44, 0x1.65b6068a622c9p-47,
          0x1.3a6f8cf64c41dp-50, 0x1.c770dd6f62f7ap-54, 0x1.f8b2bb32d974ap-57, 0x1.794136d102492p-59,
          0x1.8695d0524cfe5p-15, 0x1.cd89d50d588a3p-18, 0x1.44f77719fe81ep-20, 0x1.0b8d4e8d52406p-22}},
        {{-0x1.7be0580e8a4cdp-28, -0x1.c543fcaadcdbep-32, -0x1.881c8ff909f45p-35, -0x1.c6b47f302fda1p-38,
          -0x1.32370cdbcb2aap-41, -0x1.43fecb455d92fp-45, -0x1.12b6b5b1b2aa9p-48, -0x1.4760c919ed126p-51,
          -0x1.d6766f146eb16p-55, -0x1.133d4a31099d8p-58, -0x1.ffaf70aecd83bp-62, -0x1.488ac7ee64c09p-64,
          -0x1.b6629b3530877p-17, -0x1.d64f3bc647492p-20, -0x1.2d1b50b17cd8ep-22, -0x1.c2ae26a0bd0f4p-25}},
        {{0x1.122bbd5570a6p-30, 0x1.1733b66b22d45p-34, 0x1.9e70e55df7792p-38, 0x1.9ee29f14703c1p-41,
          0x1.d994618f1e34fp-45, 0x1.a11fc3b2f512p-49, 0x1.229a53e4fbcffp-52, 0x1.7bfda18e68298p-55,
          0x1.5fa24aa623be2p-59, 0x1.4c197265b8cf1p-63, 0x1.05ef2293ccda5p-66, 0x1.06f6cd4703037p-69,
          0x1.d8e4fc7ed4b3bp-19, 0x1.cec8fd00dd98ap-22, 0x1.0e0a851087f08p-24, 0x1.5af601490c6d4p-27}},
        {{-0x1.9596441de252ap-33, -0x1.5b3040673e82fp-37, -0x1.bab57f0b44098p-41, -0x1.87a5dfd240c44p-44,
          -0x1.80fd024d12aa2p-48, -0x1.091732f8b572fp-52, -0x1.321a7f9699b9fp-56, -0x1.c003b1c6dbb87p-60,
          -0x1.155449d7a10ccp-63, -0x1.a396372fa8546p-68, -0x1.05100aa6edad7p-71, -0x1.f3c73b65382bep-75,
          -0x1.f99596890110cp-21, -0x1.bdabac7627695p-24, -0x1.d7b9e0b36a6p-27, -0x1.5330e23daa61p-29}},
        {{0x1.16ca35d99aa9dp-35, 0x1.7cd644bbbe8e2p-40, 0x1.f5c482868f68p-44, 0x1.2f5cc548c142ap-46,
          0x1.2480bea6560edp-51, 0x1.14fcbd9c771ap-57, 0x1.2943dab29b1aep-60, -0x1.8a3ebfad73366p-60,
          0x1.9d17a9615fdaap-68, 0x1.04c9e4d0c5f57p-72, 0x1.20f589e47a1c6p-77, 0x1.1f738483a7401p-77,
          0x1.02b0831ece711p-22, 0x1.8f3e8b6eb2d3bp-26, 0x1.9ea06b8a50bb7p-29, 0x1.2bd958d13f75ap-29}}};
};

}  // namespace ogive::math
