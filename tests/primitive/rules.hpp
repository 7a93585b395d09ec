#pragma once
// A rule against difference quotients of the value, to the second order.

#include <ogive/testing.hpp>

#include <catch2/catch.hpp>

#include <cmath>

namespace rules {

namespace og = ogive;
using namespace ogive::literals;

inline constexpr og::var<"x"> x;
inline constexpr og::var<"y"> y;

inline void compare(double got, og::testing::difference_quotient wanted) {
    double const scale = 1 + std::fabs(wanted.value);
    CHECK(wanted.error <= 1e-7 * scale);  // else the point is too near to a kink or a pole for this test
    CHECK(got == Approx(wanted.value).margin(1e-9).epsilon(1e-9));
}

/// e, a formula in x alone, between low and high.
template <class E>
void check(E e, double low, double high) {
    constexpr auto d = og::derivative(e, x);
    constexpr auto h = og::derivative(e, x, x);
    auto const at = [](auto f) {
        return [f](double p) {
            if constexpr (og::size_v<typename decltype(f)::leaves> == 0)
                return f();
            else
                return f(x = p);
        };
    };
    for (int i = 0; i <= 40; ++i) {
        double const p = low + (high - low) * (i + 0.37) / 41.3;
        CAPTURE(og::to_text(e), p);
        compare(at(d)(p), og::testing::quotient(at(e), p, 0x1p-8));
        compare(at(h)(p), og::testing::quotient(at(d), p, 0x1p-8));
    }
}

/// e, a formula in x and y, both between low and high.
template <class E>
void check_two(E e, double low, double high) {
    // What does not occur any more still counts as a name, so that every derivative takes both.
    constexpr auto dx = og::derivative(e, x);
    constexpr auto dy = og::derivative(e, y);
    constexpr auto dxx = og::derivative(e, x, x);
    constexpr auto dxy = og::derivative(e, x, y);
    constexpr auto dyy = og::derivative(e, y, y);
    for (int i = 0; i < 6; ++i)
        for (int j = 0; j < 6; ++j) {
            double const p = low + (high - low) * (i + 0.37) / 6.3, q = low + (high - low) * (j + 0.81) / 6.3;
            CAPTURE(og::to_text(e), p, q);
            auto const along_x = [&](auto f) {
                return og::testing::quotient([&](double t) { return f(x = t, y = q); }, p, 0x1p-8);
            };
            auto const along_y = [&](auto f) {
                return og::testing::quotient([&](double t) { return f(x = p, y = t); }, q, 0x1p-8);
            };
            compare(dx(x = p, y = q), along_x(e));
            compare(dy(x = p, y = q), along_y(e));
            compare(dxx(x = p, y = q), along_x(dx));
            compare(dxy(x = p, y = q), along_y(dx));
            compare(dyy(x = p, y = q), along_y(dy));
        }
}

}  // namespace rules
