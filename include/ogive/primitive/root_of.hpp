#pragma once
// Roots and powers of what falls as e^x, which may come to 0 more slowly: those of e^x where it is that to the last digit.

#include <ogive/math/exp.hpp>
#include <ogive/math/pow.hpp>
#include <ogive/math/sigmoid.hpp>
#include <ogive/math/softplus.hpp>
#include <ogive/primitive/functions.hpp>
#include <ogive/primitive/pow.hpp>
#include <ogive/primitive/sqrt.hpp>

namespace ogive {

/// sqrt(sigmoid(x)).
struct root_of_sigmoid_primitive {
    static constexpr std::string_view name = "root_of_sigmoid"sv, text = "sqrt(sigmoid({0}))"sv;
    static constexpr std::string_view c99 = "return x < -37 ? exp{f}(x / 2) : sqrt{f}(1 / (1 + exp{f}(-x)));"sv;
    static constexpr cost price{.transcendental = 2, .division = 2};
    static constexpr bool woven = true, bounded = true, decays = true;

    static constexpr auto reads(auto x) { return sqrt(sigmoid(x)); }
    template <class V>
    OGIVE_INLINE static constexpr V value(V x) {
        return math::root_of(math::sigmoid(x), x);
    }
    static constexpr auto derivative(auto x, auto y) { return 0.5_c * y * sigmoid(-x); }
    static constexpr auto logarithmic_derivative = [](auto x) { return 0.5_c * sigmoid(-x); };
};

/// sigmoid(x)^a.
struct power_of_sigmoid_primitive {
    static constexpr std::string_view name = "power_of_sigmoid"sv, text = "sigmoid({0})^{1}"sv;
    static constexpr std::string_view latex = R"(\sigma\left({0}\right)^{{1}})"sv;
    static constexpr std::string_view c99 =
        "return x < -80 ? exp{f}(y * (isinf(x) ? -1e30{f} : x)) : pow{f}(1 / (1 + exp{f}(-x)), y);"sv;
    static constexpr int binds = precedence::power;
    static constexpr cost price{.transcendental = 4, .division = 1};
    static constexpr bool woven = true, decays = true, races = true;

    static constexpr auto reads(auto x, auto a) { return function<pow_primitive>{}(sigmoid(x), a); }
    template <class V>
    OGIVE_INLINE static constexpr V value(V x, V a) {
        using v = math::vocabulary<V>;
        return v::select(x < v::number(-80), math::exp_of_product(a, x), math::pow(math::sigmoid(x), a));
    }
    static constexpr auto adjoint(auto x, auto a, auto y, auto dy) {
        return to_each(dy * (a * y * sigmoid(-x)), dy * (y * whole::log_sigmoid(x)));
    }
};

/// sqrt(softplus(x)).
struct root_of_softplus_primitive {
    static constexpr std::string_view name = "root_of_softplus"sv, text = "sqrt(softplus({0}))"sv;
    static constexpr std::string_view c99 = "return x < -37 ? exp{f}(x / 2) : sqrt{f}(ogive_softplus{f}(x));"sv;
    using c99_calls = softplus_primitive;
    static constexpr cost price{.transcendental = 3, .division = 1};
    static constexpr bool woven = true, races = false, decays = true;

    static constexpr auto reads(auto x) { return sqrt(softplus_of(x)); }
    template <class V>
    OGIVE_INLINE static constexpr V value(V x) {
        return math::root_of(math::softplus(x), x);
    }
    static constexpr auto derivative(auto x, auto y) {
        return where(numerical(x < c<-37>), 0.5_c * y, 0.5_c * sigmoid(x) / y);
    }
    static constexpr auto logarithmic_derivative = [](auto x) { return 0.5_c * whole::log_softplus_derivative(x); };
};

// Known by their types, before they are a graph: equations of sigmoid and sqrt would make every program with one of them pay
// for the description of the other.

template <class X>
constexpr auto spelt_out(sqrt_primitive, call<exp_primitive, X>) {
    return exp(0.5_c * X{});
}
template <class X>
constexpr auto spelt_out(sqrt_primitive, call<sigmoid_primitive, X>) {
    return whole::root_of_sigmoid(X{});
}
template <class X>
constexpr auto spelt_out(sqrt_primitive, call<softplus_primitive, X>) {
    return whole::root_of_softplus(X{});
}
template <class X, class A>
constexpr auto spelt_out(pow_primitive, call<sigmoid_primitive, X>, A) {
    return whole::power_of_sigmoid(X{}, A{});
}
template <class X, class A>
constexpr auto spelt_out(pow_primitive, call<subtract_primitive, decltype(1_c), call<sigmoid_primitive, X>>, A) {
    return whole::power_of_sigmoid(-X{}, A{});
}

}  // namespace ogive
