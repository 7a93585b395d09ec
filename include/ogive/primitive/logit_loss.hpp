#pragma once

#include <ogive/math/fast/sigmoid.hpp>
#include <ogive/math/fast/softplus.hpp>
#include <ogive/math/sigmoid.hpp>
#include <ogive/math/softplus.hpp>
#include <ogive/primitive/damped.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// softplus(x) - t x, t in [0, 1], as softplus(-|x|) plus |x| times 1 - t or t by the sign of x: 0 where the target takes x
/// out, infinite or not.
struct logit_loss_primitive {
    static constexpr std::string_view name = "logit_loss"sv, text = "softplus({0}) - {1} * {0}"sv;
    static constexpr std::string_view c99 = R"(
        const {real} size = fabs{f}(x), share = x > 0 ? 1 - y : y;
        return log1p{f}(exp{f}(-size)) + (share == 0 ? 0 : size * share);)"sv;
    static constexpr int binds = precedence::sum;
    static constexpr cost price{.transcendental = 2};
    static constexpr bool woven = true, races = false;

    static constexpr auto reads(auto x, auto t) { return softplus_of(x) - t * x; }
    OGIVE_INLINE static constexpr auto value(auto x, auto t) {
        return share(x, t) + math::softplus(math::negate(math::absolute(x)));
    }
    OGIVE_INLINE static constexpr auto fast(auto x, auto t) {
        return share(x, t) + math::fast::softplus(math::negate(math::absolute(x)));
    }
    static constexpr auto adjoint(auto x, auto t, auto y, auto dy);

private:
    template <class V>
    OGIVE_INLINE static constexpr V share(V x, V t) {
        using v = math::vocabulary<V>;
        return damped_primitive::value(v::absolute(x), v::select(x > v::number(0), V(v::number(1) - t), t));
    }
};

/// sigmoid(x) - t, with its digits near its root.
struct sigmoid_less_primitive {
    static constexpr std::string_view name = "sigmoid_less"sv, text = "sigmoid({0}) - {1}"sv;
    static constexpr std::string_view c99 = R"(
        const {real} e = exp{f}(-fabs{f}(x)), s = e / (1 + e);
        return x > 0 ? (1 - y) - s : s - y;)"sv;
    static constexpr int binds = precedence::sum;
    static constexpr cost price{.transcendental = 1, .division = 1};
    static constexpr bool woven = true, races = false;

    static constexpr auto reads(auto x, auto t) { return sigmoid(x) - t; }
    OGIVE_INLINE static constexpr auto value(auto x, auto t) { return math::sigmoid_less(x, t); }
    OGIVE_INLINE static constexpr auto fast(auto x, auto t) { return math::fast::sigmoid(x) - t; }
    static constexpr auto adjoint(auto x, auto, auto, auto dy) {
        return to_each(dy * whole::sigmoid_derivative(x), -dy);
    }
};

namespace whole {
inline constexpr function<logit_loss_primitive> logit_loss{};
inline constexpr function<sigmoid_less_primitive> sigmoid_less{};
}  // namespace whole

constexpr auto logit_loss_primitive::adjoint(auto x, auto t, auto, auto dy) {
    return to_each(dy * whole::sigmoid_less(x, t), -(dy * x));
}

}  // namespace ogive
