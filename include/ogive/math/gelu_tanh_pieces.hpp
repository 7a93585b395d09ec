#pragma once
// The derivative of gelu_tanh in eight pieces.

#include <ogive/math/vocabulary.hpp>

namespace ogive::math {

/// 2^-64 gelu_tanh'(-a) 2^(c a + d a^3), c and d as gelu_tanh.hpp has them, as normal_pieces has normal_cdf. The middle of the
/// first is beside the root, that of the second where it begins, so that nothing cancels that counts.
struct gelu_tanh_derivative_pieces {
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
