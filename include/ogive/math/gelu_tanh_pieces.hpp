#pragma once
// The derivative of gelu_tanh in sixteen pieces, or eight.

#include <ogive/math/vocabulary.hpp>

namespace ogive::math {

/// 2^-64 gelu_tanh'(-a) 2^(c a + d a^3), c and d as gelu_tanh.hpp has them, as normal_pieces has normal_cdf. The middle of the
/// piece with the root is beside it, that of the next where it begins, so that nothing cancels that counts.
template <int Count>
struct gelu_tanh_derivative_pieces;

template <>
struct gelu_tanh_derivative_pieces<16> {
    static constexpr int    position = 20;
    static constexpr double unit     = 1 / 3.74;
    static constexpr single_table16 middles{
        0x1.0db3aep2, 0x1.48beb8p2, 0x1.841dc2p2, 0x1.c0bcccp2, 0x1.fd6fd8p2, 0x1.1c3f7p3, 0x1.39c4f6p3,
        0x1.57a07ap3, 0x1.cdb852p-3, 0x1.567aap-1, 0x1.d83852p-1, 0x1.a40148p0, 0x1.0b8faep1, 0x1.478eb8p1,
        0x1.84ddc2p1, 0x1.bfecccp1};
    static constexpr single_table16 coefficients[7] = {
        {{-0x1.5be85ap-60, -0x1.21ac5cp-59, -0x1.c3582ap-59, -0x1.4fe772p-58, -0x1.dea958p-58, -0x1.466a34p-57,
          -0x1.b0e608p-57, -0x1.1933fap-56, 0x1.da90cep-66, 0x1.d6539p-68, -0x1.243ee4p-66, -0x1.21a6bap-63,
          -0x1.078f1ap-62, -0x1.a64df6p-62, -0x1.3a818cp-61, -0x1.b81578p-61}},
        {{-0x1.a00bbp-61, -0x1.28a42ep-60, -0x1.93687cp-60, -0x1.0955d4p-59, -0x1.524904p-59, -0x1.a2227ap-59,
          -0x1.fab5ap-59, -0x1.2e97f6p-58, -0x1.5e9898p-66, -0x1.466114p-64, -0x1.e33eb6p-64, -0x1.cc8608p-63,
          -0x1.2abd8ap-62, -0x1.7d54aep-62, -0x1.e5733cp-62, -0x1.2f4abep-61}},
        {{-0x1.5a0d7p-63, -0x1.a63b58p-63, -0x1.f27da4p-63, -0x1.202d1ep-62, -0x1.47283ep-62, -0x1.6d15bp-62,
          -0x1.9300bap-62, -0x1.b95a12p-62, -0x1.c0c3b8p-65, -0x1.2deedcp-64, -0x1.39826cp-64, -0x1.2829cap-64,
          -0x1.40be16p-64, -0x1.85c38p-64, -0x1.e0f71p-64, -0x1.1c1d18p-63}},
        {{-0x1.bdcd54p-67, -0x1.b68206p-67, -0x1.b6608p-67, -0x1.b66aep-67, -0x1.b66984p-67, -0x1.b6708ap-67,
          -0x1.b66ffp-67, -0x1.b67eb8p-67, -0x1.4d300ep-66, -0x1.e2c8a8p-68, -0x1.1c88c6p-71, -0x1.521ddap-72,
          -0x1.1a99aap-67, -0x1.dc0f1cp-67, -0x1.03153cp-66, -0x1.e642e4p-67}},
        {{0x1.9699d6p-73, 0x1.3f4a5p-78, -0x1.96599p-80, -0x1.6216c8p-85, -0x1.4b91a8p-81, -0x1.b1a9aep-81,
          0x1.6f774ep-79, -0x1.a82224p-81, 0x1.5b5452p-68, 0x1.0017c8p-67, 0x1.6c2f86p-68, -0x1.0e73fcp-68,
          -0x1.1d4604p-68, -0x1.dae44cp-70, 0x1.af383cp-73, 0x1.50ea4ap-71}},
        {{-0x1.b9f6f6p-74, -0x1.bcdcdep-78, -0x1.88111cp-79, 0x1.2d7c82p-80, 0x1.e3cdeap-82, 0x1.8be21cp-79,
          0x1.57cbfp-79, 0x1.0b2cb2p-77, 0x1.846bfcp-69, -0x1.eb3322p-71, -0x1.be6922p-69, -0x1.3f33c2p-70,
          0x1.895e14p-71, 0x1.2507e2p-70, 0x1.fe481p-72, -0x1.1c4652p-75}},
        {{0x1.0175d4p-75, 0x1.3511f2p-78, 0x1.330d46p-78, 0x1.75232ap-84, 0x1.bc30e2p-80, 0x1.1cba1ap-79,
          -0x1.053852p-77, -0x1.09879p-83, -0x1.150282p-70, -0x1.7a772ap-70, 0x1.5d3p-73, 0x1.e8be38p-71,
          0x1.cb091ap-72, -0x1.e7676cp-74, -0x1.05cc8ap-72, -0x1.af72bp-74}}};
};

template <>
struct gelu_tanh_derivative_pieces<8> {
    static constexpr int    position = 21;
    static constexpr double unit     = 1 / 3.74;
    static constexpr single_table8 middles{
        0x1.2c0734p2, 0x1.a2d148p2, 0x1.0cedaep3, 0x1.48dab8p3, 0x1.255e18p-1, 0x1.d83852p-1, 0x1.29e334p1,
        0x1.a32148p1};
    static constexpr single_table8 coefficients[9] = {
        {{-0x1.c88f54p-60, -0x1.15bb1ep-58, -0x1.16f06ep-57, -0x1.ef7562p-57, 0x1.cfa05ap-67, -0x1.243ee6p-66,
          -0x1.52f83ap-62, -0x1.775cbep-61}},
        {{-0x1.f6b1eap-61, -0x1.d18e1ap-60, -0x1.779e2cp-59, -0x1.15ac3ep-58, -0x1.0d6732p-64, -0x1.e33e8cp-64,
          -0x1.527246p-62, -0x1.1080d8p-61}},
        {{-0x1.814f58p-63, -0x1.0cf634p-62, -0x1.5968ap-62, -0x1.a660c2p-62, -0x1.2374cap-64, -0x1.398684p-64,
          -0x1.5f5d7cp-64, -0x1.073434p-63}},
        {{-0x1.b782d6p-67, -0x1.b6657ap-67, -0x1.b6663cp-67, -0x1.b6699p-67, -0x1.55aaf6p-67, -0x1.063d6cp-71,
          -0x1.90854ap-67, -0x1.f8eaaep-67}},
        {{0x1.418a1cp-75, -0x1.7210bcp-84, 0x1.10b284p-81, 0x1.1905d8p-84, 0x1.0822b2p-67, 0x1.5cb6dep-68,
          -0x1.9f0928p-69, 0x1.33319cp-71}},
        {{-0x1.0c139ep-75, -0x1.2621dp-81, -0x1.2c1d2ep-81, -0x1.ff73fp-84, -0x1.4d1a72p-75, -0x1.62024p-69,
          0x1.2d9b6ep-70, 0x1.542ed6p-73}},
        {{0x1.33998cp-76, 0x1.1ba062p-83, -0x1.b5411p-81, -0x1.2d5b54p-83, -0x1.ac25cap-70, -0x1.ebaf3ap-71,
          0x1.d06e8ap-74, -0x1.a7b7f2p-73}},
        {{-0x1.4709bp-78, 0x1.5a274ep-82, 0x1.5d694ep-82, 0x1.2a8f1ep-84, 0x1.257168p-74, 0x1.9adb76p-71,
          -0x1.5e8262p-73, 0x1.c8a73ap-75}},
        {{-0x1.17514p-82, -0x1.2e8bf6p-84, 0x1.bce7a2p-82, 0x1.2c4b8cp-84, 0x1.d811c8p-73, -0x1.2ab946p-73,
          0x1.c24b0cp-76, 0x1.9442d4p-76}}};
};

}  // namespace ogive::math
