#pragma once
// log(1 + e^-a) in sixteen pieces.

#include <ogive/math/vocabulary.hpp>

namespace ogive::math::fast {

/// log(1 + e^-a) as polynomials in a - middle of degree 4, the last 0 (error 2^-21.21875): as tanh_pieces.
struct softplus_pieces {
    static constexpr int    position = 20;
    static constexpr double unit = 0.187, last = 15;

    static constexpr single_table16 middles{
        0x1.8106d8p2, 0x1.d69696p2, 0x1.16132ap3, 0x1.40db0ap3, 0x1.6ba2e8p3, 0x1.966ac8p3, 0x1.c132a8p3, 0,
        0x1.563efap-2, 0x1.00af3ap0, 0x1.abceb8p0, 0x1.2b771ap1, 0x1.8106d8p1, 0x1.d69696p1, 0x1.16132ap2,
        0x1.40db0ap2};
    static constexpr single_table16 coefficients[5] = {
        {{0x1.3f566p-9, 0x1.4fcf2p-11, 0x1.60e588p-13, 0x1.72c9f2p-15, 0x1.85921ep-17, 0x1.994c7cp-19,
          0x1.ae0642p-21, 0, 0x1.14722ep-1, 0x1.400b5ap-2, 0x1.60df84p-3, 0x1.78d8d8p-4, 0x1.8aec4ep-5,
          0x1.998d7ap-6, 0x1.a659d8p-7, 0x1.b2459cp-8}},
        {{-0x1.3ec8d6p-9, -0x1.4f860ep-11, -0x1.60adb2p-13, -0x1.72950ep-15, -0x1.855c26p-17,
          -0x1.99143ap-19, -0x1.adcb46p-21, 0, -0x1.ab3a8cp-2, -0x1.12dcb4p-2, -0x1.44265cp-3,
          -0x1.6807e4p-4, -0x1.818ccap-5, -0x1.9477b2p-6, -0x1.a3a12cp-7, -0x1.b0d2cep-8}},
        {{0x1.3e091cp-10, 0x1.4f5584p-12, 0x1.60a4f8p-14, 0x1.72978ep-16, 0x1.85621p-18, 0x1.991b5ap-20,
          0x1.add3p-22, 0, 0x1.f1f4dep-4, 0x1.922a98p-4, 0x1.10d948p-4, 0x1.486416p-5, 0x1.6f68d2p-6,
          0x1.8a7ccp-7, 0x1.9e426ap-8, 0x1.adf79p-9}},
        {{-0x1.b1b864p-12, -0x1.cb40cep-14, -0x1.e37fa2p-16, -0x1.fc415ep-18, -0x1.0b089ep-19,
          -0x1.1890c2p-21, -0x1.26c666p-23, 0, -0x1.b1eb56p-8, -0x1.ec0a66p-7, -0x1.ef2ddp-7, -0x1.68f446p-7,
          -0x1.bd302ap-8, -0x1.f67f06p-9, -0x1.0eb2f8p-9, -0x1.1cb024p-10}},
        {{0x1.ac65aep-14, 0x1.c923p-16, 0x1.e241f4p-18, 0x1.fb39ap-20, 0x1.0a86bap-21, 0x1.180aa6p-23,
          0x1.263a5p-25, 0, -0x1.2db1bp-8, -0x1.81d888p-10, 0x1.1bcde4p-10, 0x1.c2c9a6p-10, 0x1.65c42ep-10,
          0x1.c3243ep-11, 0x1.005cfp-11, 0x1.14eaa6p-12}}};
};

}  // namespace ogive::math::fast
