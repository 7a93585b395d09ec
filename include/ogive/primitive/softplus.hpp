#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/math/fast/softplus.hpp>
#include <ogive/math/softplus.hpp>

namespace ogive {

/// ln(1 + e^x), which never overflows.
struct softplus_primitive {
    static constexpr std::string_view name = "softplus"sv, latex = R"(\operatorname{softplus}\left({0}\right))"sv;
    static constexpr std::string_view c99 = "return (x > 0 ? x : 0) + log1p{f}(exp{f}(-fabs{f}(x)));"sv;
    static constexpr cost price{.transcendental = 2};

    static constexpr bool woven = true, decays = true;
    static constexpr std::string_view family = "softplus"sv;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::softplus(x); }
    template <bool, bool OfMinus, class V>
    OGIVE_INLINE static constexpr V shared(V x) {
        return math::softplus<OfMinus>(x);
    }
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::softplus(x); }
    static constexpr bool folds(double) { return true; }
    static constexpr auto derivative(auto x, auto) { return sigmoid(x); }
    static constexpr auto logarithmic_derivative = [](auto x) { return whole::log_softplus_derivative(x); };
    static constexpr auto above(auto x, auto, auto) {
        return table(stabilising(x - softplus_of(x), -softplus_of(-x)),
                     stabilising(softplus_of(x) - x, softplus_of(-x)));
    }
};

/// ln(sigmoid(x)), which never overflows.
struct log_sigmoid_primitive {
    static constexpr std::string_view name = "log_sigmoid"sv, latex = R"(\ln\sigma\left({0}\right))"sv;
    static constexpr std::string_view c99 = "return -((x < 0 ? -x : 0) + log1p{f}(exp{f}(-fabs{f}(x))));"sv;
    static constexpr cost price{.transcendental = 2};
    static constexpr bool woven = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::log_sigmoid(x); }
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::log_sigmoid(x); }
    static constexpr auto derivative(auto x, auto) { return sigmoid(-x); }
};

}  // namespace ogive
