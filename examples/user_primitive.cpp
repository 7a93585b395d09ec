// A primitive and an activation of one's own: written in one's own namespace, they are differentiated, fused
// and printed as the library's are.

#include <ogive/ogive.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <numbers>
#include <string_view>

namespace og = ogive;
using namespace ogive::literals;

namespace mine {

/// The inverse hyperbolic sine. `value` serves numbers and SIMD batches alike, so it is written in the words
/// of og::math; `derivative` is a formula of the language, y being the value that is known already.
struct asinh_primitive {
    static constexpr std::string_view name = "asinh";
    /// value is made of arithmetic and these words alone: several vectors may stand side by side, and og::explain
    /// counts what it comes to.
    static constexpr bool woven = true;

    static constexpr auto value(auto x) {
        auto const number = [](double d) { return og::math::number<decltype(x)>(d); };
        auto const size = og::math::absolute(x), square = size * size;
        auto const beyond = square / (og::math::sqrt(square + number(1)) + number(1));  // sqrt(x^2 + 1) - 1
        auto const near = og::math::log1p(size + beyond);
        auto const far = og::math::log(size) + number(std::numbers::ln2);  // where the square may overflow
        return og::math::copysign(og::math::select(size > number(0x1p28), far, near), x);
    }

    static constexpr auto derivative(auto x, auto /*y*/) { return 1_c / og::sqrt(1_c + og::square(x)); }
};
inline constexpr og::function<asinh_primitive> asinh{};

/// Linear near 0, logarithmic far away: the larger the scale, the later it bends.
inline constexpr auto squash =
    og::activation<"squash">([](auto x, auto scale) { return scale * asinh(x / scale); });

}  // namespace mine

int main() {
    constexpr og::var<"x"> x;
    constexpr og::param<"scale"> scale;

    constexpr auto f = x * mine::asinh(x);
    constexpr auto first = og::derivative(f, x);
    constexpr auto second = og::derivative(f, x, x);
    std::printf("f(x)    %s\n", og::to_text(f).c_str());
    std::printf("f'(x)   %s\n", og::to_text(first).c_str());
    std::printf("f''(x)  %s\n", og::to_text(second).c_str());
    std::printf("LaTeX   %s\n\n", og::to_latex(f).c_str());

    // All three in one pass.
    std::array<double, 7> const points{-100, -2, -0.5, 0, 0.5, 2, 100};
    std::array<double, 7> y{}, dy{}, ddy{};
    og::fuse(og::store(f, y), og::store(first, dy), og::store(second, ddy), x = points);

    double largest = 0;
    auto const compare = [&](double got, double wanted) {
        double const difference = std::abs(got - wanted);
        if (!(difference <= largest)) largest = difference;  // a NaN stays
    };
    std::printf("%8s %12s %12s %12s\n", "x", "f", "f'", "f''");
    for (std::size_t i = 0; i < points.size(); ++i) {
        double const at = points[i], root = std::sqrt(1 + at * at);
        std::printf("%8g %12.6f %12.6f %12.6f\n", at, y[i], dy[i], ddy[i]);
        compare(y[i], at * std::asinh(at));
        compare(dy[i], std::asinh(at) + at / root);
        compare(ddy[i], 2 / root - at * at / (root * root * root));
    }
    std::printf("largest difference from <cmath>: %.1e\n\n", largest);

    // The activation works on expressions and on numbers, at compile time too.
    constexpr auto squashed = mine::squash(x, scale);
    constexpr auto slope = og::derivative(squashed, scale);
    constexpr double at_3 = mine::squash(3.0, 2.0), slope_at_3 = slope(x = 3.0, scale = 2.0);
    std::printf("squash(x, scale)  %s\n", og::to_text(squashed).c_str());
    std::printf("  d/d scale       %s\n", og::to_text(slope).c_str());
    std::printf("squash(3, 2) = %.6f, its derivative by scale %.6f\n", at_3, slope_at_3);

    // Its scale can be learned: with half the sum of the squares as the loss, dy is y.
    double dscale = 0;
    og::evaluate(squashed, y, x = points, scale = 2.0);
    og::backward(squashed, y, x = points, scale = 2.0, og::grad(scale) = dscale);
    std::printf("gradient of that loss by scale: %.6f\n", dscale);

    return largest < 1e-12 ? 0 : 1;
}
