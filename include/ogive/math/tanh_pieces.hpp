#pragma once
// tanh in sixteen pieces.

#include <ogive/math/vocabulary.hpp>

namespace ogive::math {

/// tanh(a) as polynomials in a - middle of degree 5 (error 2^-25.4), the coefficient of its i-th power in coefficients[i];
/// what the rounding of the first one loses is next to nothing. Four bits of 1 + unit a, above `position`, choose the
/// piece. The first begins with a.
struct tanh_pieces {
    static constexpr int    position = 21;
    static constexpr double unit = 1.62, last = 9.25;

    static constexpr single_table16 middles{
        0x1.8d0fcep-1, 0x1.10db1p0, 0x1.639e38p0, 0x1.b3c162p0, 0x1.15c31p1, 0x1.64ee38p1, 0x1.b38162p1,
        0x1.001e46p2, 0x1.3cc0a4p2, 0x1.8b7bcep2, 0x1.dafef6p2, 0x1.15031p3, 0, 0x1.f212f6p-3, 0x1.8a0fcep-2,
        0x1.16cb1p-1};
    static constexpr single_table16 coefficients[6] = {
        {{0x1.4cdce2p-1, 0x1.93664ap-1, 0x1.c415f4p-1, 0x1.df116ap-1, 0x1.f2d2a2p-1, 0x1.fc23dap-1, 0x1.feddbep-1,
          0x1.ffa86ap-1, 0x1.fff2d4p-1, 0x1.fffeep-1, 0x1.ffffe8p-1, 0x1.fffffep-1, 0, 0x1.e87b3p-3, 0x1.77b25p-2,
          0x1.fc505cp-2}},
        {{0x1.27992cp-1, 0x1.8454d6p-2, 0x1.c344eep-3, 0x1.fdf74cp-4, 0x1.a03eb4p-5, 0x1.ec36eep-7, 0x1.21f022p-8,
          0x1.5e39aep-10, 0x1.a5949p-13, 0x1.200e84p-16, 0x1.802b9ep-20, 0x1.049a96p-23, 0x1p0, 0x1.e2df52p-1,
          0x1.bb1484p-1, 0x1.81d62p-1}},
        {{-0x1.8059ep-2, -0x1.31f762p-2, -0x1.8e7786p-3, -0x1.dd2ac8p-4, -0x1.958326p-5, -0x1.e86f6ep-7,
          -0x1.213f1cp-8, -0x1.5ded22p-10, -0x1.a434d2p-13, -0x1.1f2638p-16, -0x1.7f3e06p-20, -0x1.1854f2p-23,
          0x1.96bee4p-24, -0x1.ccb0c4p-3, -0x1.451f92p-2, -0x1.7f0edap-2}},
        {{0x1.a66b92p-5, 0x1.be5154p-4, 0x1.92d76p-4, 0x1.14802ap-4, 0x1.0055f4p-5, 0x1.40966ap-7, 0x1.7fd398p-9,
          0x1.d223fap-11, 0x1.17568p-13, 0x1.7e2aa4p-17, 0x1.fca958p-21, 0x1.49acc4p-24, -0x1.5559dp-2,
          -0x1.0b014ap-2, -0x1.6036c4p-3, -0x1.0c5cdep-4}},
        {{0x1.777a08p-4, 0x1.d46514p-7, -0x1.627d1ap-6, -0x1.8d30bp-6, -0x1.ccfcbep-7, -0x1.3b72cap-8,
          -0x1.8304eap-10, -0x1.d9144cp-12, -0x1.2d43ap-14, -0x1.9c1d12p-18, -0x1.116994p-21, -0x1.80e5a2p-26,
          0x1.f49062p-12, 0x1.181e9ap-3, 0x1.58cf9cp-3, 0x1.414d3ap-3}},
        {{-0x1.02dcacp-4, -0x1.2ece2cp-5, -0x1.1f0fd8p-7, 0x1.71d616p-9, 0x1.1b25b6p-8, 0x1.e25764p-10,
          0x1.34fbe8p-11, 0x1.6fe7c6p-13, 0x1.ef00f8p-16, 0x1.4f6a6p-19, 0x1.c9a29ep-23, 0x1.cc00f6p-26,
          0x1.09976ep-3, 0x1.4aa82ep-4, 0x1.f3de38p-7, -0x1.2e4708p-5}}};
};

}  // namespace ogive::math
