#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/math/fast/tanh.hpp>
#include <ogive/math/tanh.hpp>

namespace ogive {

/// The hyperbolic tangent.
///
/// Domain      all reals        Range  (-1, 1)
/// Derivative  1 - tanh(x)^2, from the value already computed
struct tanh_primitive {
    static constexpr std::string_view name = "tanh"sv, latex = R"(\tanh\left({0}\right))"sv;
    static constexpr std::string_view c99 = "tanh{f}({0})"sv;
    static constexpr cost price{.transcendental = 1, .division = 1};

    static constexpr bool woven = true, bounded = true;
    static constexpr unsigned vanishes_with = 0b1;
    static constexpr std::string_view family = "hyperbolic"sv;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::tanh(x); }
    template <bool, bool OfMinus, class V>
    OGIVE_INLINE static constexpr V shared(V x) {
        const V y = math::tanh<math::rest_is::alone_and_exact, true>(x);
        return OfMinus ? math::vocabulary<V>::negate(y) : y;
    }
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::tanh(x); }
    static constexpr bool folds(double) { return true; }
    static constexpr auto derivative(auto, auto y) { return 1_c - y * y; }
    static constexpr auto above(auto x, auto, auto) {
        return table(stabilising(1_c + tanh(x), 2_c * sigmoid(2_c * x)),
                     stabilising(1_c - tanh(x), 2_c * sigmoid(c<-2> * x)),
                     stabilising(x - tanh(x), whole::tanh_shrink(x)),
                     stabilising(x * tanh(softplus_of(x)), whole::mish(x)),
                     stabilising(x * tanh(exp(x)), whole::tanhexp(x)));
    }
};

/// 1 - tanh(x)^2, in one approximation that keeps its digits.
struct sech2_primitive {
    static constexpr std::string_view name = "sech2"sv, latex = R"(\operatorname{sech}^2\left({0}\right))"sv;
    static constexpr std::string_view c99 = R"(
        const {real} e = exp{f}(-2 * fabs{f}(x));
        return 4 * e / ((1 + e) * (1 + e));)"sv;
    static constexpr cost price{.transcendental = 1, .division = 1};
    static constexpr bool woven = true, bounded = true, decays = true;
    static constexpr std::string_view family = "hyperbolic"sv;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::sech2(x); }
    template <bool, bool, class V>
    OGIVE_INLINE static constexpr V shared(V x) {
        return math::sech2_beside_tanh(x);
    }
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::sech2(x); }
    static constexpr auto derivative(auto x, auto y) { return -(2_c * tanh(x) * y); }
    static constexpr auto above(auto x, auto, auto) {
        return table(stabilising(1_c - whole::sech2(x), square(tanh(x))));
    }
};

}  // namespace ogive
