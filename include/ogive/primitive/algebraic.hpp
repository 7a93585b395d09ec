#pragma once
// What is made of sqrt(x^2 + b), right where x^2 overflows too.

#include <ogive/math/algebraic.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// sqrt(x^2 + b), b >= 0.
struct root_of_square_plus_primitive {
    static constexpr std::string_view name = "root_of_square_plus"sv, text = "sqrt({0}^2 + {1})"sv;
    static constexpr std::string_view c99 = "return hypot{f}(x, sqrt{f}(y));"sv;
    static constexpr cost price{.division = 1};
    static constexpr bool races = false;

    static constexpr auto reads(auto x, auto b) { return sqrt(square(x) + b); }
    OGIVE_INLINE static constexpr auto value(auto x, auto b) { return math::root_of_square_plus(x, b); }
    static constexpr auto adjoint(auto x, auto b, auto y, auto dy);
    static constexpr auto above(auto x, auto b, auto);
};

/// x / sqrt(x^2 + b), b >= 0.
struct over_root_of_square_plus_primitive {
    static constexpr std::string_view name = "over_root_of_square_plus"sv, text = "{0} / sqrt({0}^2 + {1})"sv;
    static constexpr std::string_view c99 = "return isinf(x) ? copysign{f}(1.0{f}, x) : x / hypot{f}(x, sqrt{f}(y));"sv;
    static constexpr int binds = precedence::product;
    static constexpr bool bounded = true;
    static constexpr cost price{.division = 2};

    static constexpr auto reads(auto x, auto b) { return x / sqrt(square(x) + b); }
    OGIVE_INLINE static constexpr auto value(auto x, auto b) { return math::over_root_of_square_plus(x, b); }
    static constexpr auto adjoint(auto x, auto b, auto y, auto dy);
};

namespace detail {
/// z / below, z within it; -1: it is not.
template <class Graph>
constexpr int beside_one_over(Graph& g, int below, int z) {
    int const quotient = g.make(described<Graph, divide_primitive>, g.constant(1), below);
    return g[quotient].op->beside ? g[quotient].op->beside(g, quotient, z) : -1;
}
}  // namespace detail

/// b (x^2 + b)^(-3/2), b >= 0.
struct over_root_of_square_plus_derivative_primitive {
    static constexpr std::string_view name = "over_root_of_square_plus'"sv, text = "{1} / ({0}^2 + {1})^1.5"sv;
    static constexpr std::string_view c99 = R"(
        const {real} root = hypot{f}(x, sqrt{f}(y));
        return y / root / root / root;)"sv;
    static constexpr int binds = precedence::product;
    static constexpr bool bounded = true;
    static constexpr cost price{.division = 3};

    static constexpr auto reads(auto x, auto b) { return b / (square(x) + b) / sqrt(square(x) + b); }
    OGIVE_INLINE static constexpr auto value(auto x, auto b) { return math::over_root_of_square_plus_derivative(x, b); }
    /// For x = e^t, beside e^t: a quotient of what stands below, of which e^t is a factor.
    template <class Graph>
    static constexpr int beside(Graph& g, int y, int z) {
        auto const n = g[y];
        int const below = g.make(described<Graph, add_primitive>, g.make(described<Graph, square_primitive>, n.a), n.b);
        int const product = detail::beside_one_over(g, below, z);
        if (product < 0) return -1;
        int const root = g.make(described<Graph, root_of_square_plus_primitive>, n.a, n.b);
        int const over = g.make(described<Graph, divide_primitive>, n.b, root);
        return g.make(described<Graph, multiply_primitive>, over, product);
    }
    static constexpr auto equations(auto x, auto, auto);
    static constexpr auto adjoint(auto x, auto b, auto y, auto dy);
};

/// x / sqrt(1 + a x^2), a >= 0.
struct isru_primitive {
    static constexpr std::string_view name = "isru"sv, text = "{0} / sqrt(1 + {1} * {0}^2)"sv;
    static constexpr std::string_view c99 = R"(
        const {real} t = sqrt{f}(y) * x;
        return isinf(x) || isinf(t) ? copysign{f}(1 / sqrt{f}(y), x) : x / hypot{f}(1.0{f}, t);)"sv;
    static constexpr int binds = precedence::product;
    static constexpr bool bounded = true;
    static constexpr unsigned vanishes_with = 0b01;
    static constexpr cost price{.division = 2};

    static constexpr auto reads(auto x, auto a) { return x / sqrt(1_c + a * square(x)); }
    OGIVE_INLINE static constexpr auto value(auto x, auto a) { return math::isru(x, a); }
    static constexpr auto adjoint(auto x, auto a, auto y, auto dy);
};

/// 1 / sqrt(1 + a x^2), a >= 0.
struct inverse_root_primitive {
    static constexpr std::string_view name = "inverse_root"sv, text = "1 / sqrt(1 + {1} * {0}^2)"sv;
    static constexpr std::string_view c99 = "return 1 / hypot{f}(1.0{f}, sqrt{f}(y) * x);"sv;
    static constexpr int binds = precedence::product;
    static constexpr bool bounded = true;
    static constexpr cost price{.division = 2};

    static constexpr auto reads(auto x, auto a) { return 1_c / sqrt(1_c + a * square(x)); }
    OGIVE_INLINE static constexpr auto value(auto x, auto a) { return math::inverse_root(x, a); }
    static constexpr auto adjoint(auto x, auto a, auto y, auto dy);
};

/// (1 + a x^2)^(-3/2), a >= 0.
struct inverse_root_cubed_primitive {
    static constexpr std::string_view name = "inverse_root_cubed"sv, text = "1 / (1 + {1} * {0}^2)^1.5"sv;
    static constexpr std::string_view c99 = R"(
        const {real} root = hypot{f}(1.0{f}, sqrt{f}(y) * x);
        return 1 / root / root / root;)"sv;
    static constexpr int binds = precedence::product;
    static constexpr bool bounded = true;
    static constexpr cost price{.division = 2};

    static constexpr auto reads(auto x, auto a) { return 1_c / sqrt(1_c + a * square(x)) / (1_c + a * square(x)); }
    OGIVE_INLINE static constexpr auto value(auto x, auto a) { return math::inverse_root_cubed(x, a); }
    template <class Graph>
    static constexpr int beside(Graph& g, int y, int z) {
        auto const n = g[y];
        int const squared = g.make(described<Graph, square_primitive>, n.a);
        int const below = g.make(described<Graph, add_primitive>, g.constant(1),
                                 g.make(described<Graph, multiply_primitive>, n.b, squared));
        int const product = detail::beside_one_over(g, below, z);
        if (product < 0) return -1;
        int const root = g.make(described<Graph, inverse_root_primitive>, n.a, n.b);
        return g.make(described<Graph, multiply_primitive>, root, product);
    }
    static constexpr auto adjoint(auto x, auto a, auto y, auto dy);
};

/// (x + sqrt(x^2 + b)) / 2, b >= 0.
struct squareplus_primitive {
    static constexpr std::string_view name = "squareplus"sv, text = "({0} + sqrt({0}^2 + {1})) / 2"sv;
    static constexpr std::string_view c99 = R"(
        const {real} root = hypot{f}(x, sqrt{f}(y));
        return x > 0 ? 0.5{f} * x + 0.5{f} * root : 0.25{f} * y / (0.5{f} * root - 0.5{f} * x);)"sv;
    static constexpr int binds = precedence::product;
    static constexpr cost price{.division = 2};
    static constexpr bool races = false;

    static constexpr auto reads(auto x, auto b) { return (x + sqrt(square(x) + b)) / 2_c; }
    OGIVE_INLINE static constexpr auto value(auto x, auto b) { return math::squareplus(x, b); }
    static constexpr auto adjoint(auto x, auto b, auto y, auto dy);
};

/// (x + sqrt(x^2 + b)) / 2 / sqrt(x^2 + b), b >= 0: of its form for x < 0 the derivative would cancel.
struct squareplus_derivative_primitive {
    static constexpr std::string_view name = "squareplus'"sv,
                                      text = "({0} + sqrt({0}^2 + {1})) / 2 / sqrt({0}^2 + {1})"sv;
    static constexpr std::string_view c99 = R"(
        const {real} root = hypot{f}(x, sqrt{f}(y));
        if (x > 0) return isinf(x) ? 1 : 0.5{f} + 0.5{f} * x / root;
        return 0.25{f} * y / (0.5{f} * root - 0.5{f} * x) / root;)"sv;
    static constexpr int binds = precedence::product;
    static constexpr bool bounded = true;
    static constexpr cost price{.division = 4};

    static constexpr auto reads(auto x, auto b) { return (x + sqrt(square(x) + b)) / 2_c / sqrt(square(x) + b); }
    OGIVE_INLINE static constexpr auto value(auto x, auto b) { return math::squareplus_derivative(x, b); }
    static constexpr auto adjoint(auto x, auto b, auto, auto dy);
};

/// (sqrt(x^2 + 1) - 1) / 2 + x.
struct bent_identity_primitive {
    static constexpr std::string_view name = "bent_identity"sv, text = "((sqrt({0}^2 + 1) - 1) / 2 + {0})"sv;
    static constexpr std::string_view c99 = R"(
        const {real} root = hypot{f}(x, 1.0{f});
        return x < -1 ? 0.5{f} * (1 / (root - x) + x - 1) : x + 0.5{f} * x * (isinf(x) ? 1 : x / (root + 1));)"sv;
    static constexpr cost price{.division = 2};
    static constexpr bool races = false;

    static constexpr auto reads(auto x) { return (sqrt(square(x) + 1_c) - 1_c) / 2_c + x; }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::bent_identity(x); }
    static constexpr auto derivative(auto x, auto);
};

/// sqrt(x^2 + 1) - 1.
struct root_less_one_primitive {
    static constexpr std::string_view name = "root_less_one"sv, text = "(sqrt({0}^2 + 1) - 1)"sv;
    static constexpr std::string_view c99 = "return isinf(x) ? x * x : x * (x / (1 + hypot{f}(x, 1.0{f})));"sv;
    static constexpr cost price{.division = 2};
    static constexpr unsigned vanishes_with = 0b1;

    static constexpr auto reads(auto x) { return sqrt(square(x) + 1_c) - 1_c; }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::root_less_one(x); }
    static constexpr auto derivative(auto x, auto);
};

/// sqrt(x^2 + 1) + 1, which an x above it is looked for beside.
struct root_and_one_primitive {
    static constexpr std::string_view name = "root_and_one"sv, text = "(sqrt({0}^2 + 1) + 1)"sv;
    static constexpr std::string_view c99 = "(1 + hypot{f}({0}, 1.0{f}))"sv;
    static constexpr cost price{.division = 1};
    static constexpr bool races = false;

    static constexpr auto reads(auto x) { return sqrt(square(x) + 1_c) + 1_c; }
    OGIVE_INLINE static constexpr auto value(auto x) {
        return math::root_of_square_plus(x, decltype(x)(1)) + decltype(x)(1);
    }
    static constexpr auto derivative(auto x, auto);
    static constexpr auto above(auto x, auto, auto);
};

/// x / (sqrt(x^2 + 1) + 1).
struct over_root_and_one_primitive {
    static constexpr std::string_view name = "over_root_and_one"sv, text = "{0} / (sqrt({0}^2 + 1) + 1)"sv;
    static constexpr std::string_view c99 = "return isinf(x) ? copysign{f}(1.0{f}, x) : x / (1 + hypot{f}(x, 1.0{f}));"sv;
    static constexpr int binds = precedence::product;
    static constexpr bool bounded = true;
    static constexpr cost price{.division = 2};

    static constexpr auto reads(auto x) { return x / (sqrt(square(x) + 1_c) + 1_c); }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::over_root_and_one(x); }
    static constexpr auto derivative(auto x, auto);
};

namespace whole {
inline constexpr function<root_of_square_plus_primitive> root_of_square_plus{};
inline constexpr function<over_root_of_square_plus_primitive> over_root_of_square_plus{};
inline constexpr function<over_root_of_square_plus_derivative_primitive> over_root_of_square_plus_derivative{};
inline constexpr function<isru_primitive> isru{};
inline constexpr function<inverse_root_primitive> inverse_root{};
inline constexpr function<inverse_root_cubed_primitive> inverse_root_cubed{};
inline constexpr function<squareplus_primitive> squareplus{};
inline constexpr function<squareplus_derivative_primitive> squareplus_derivative{};
inline constexpr function<bent_identity_primitive> bent_identity{};
inline constexpr function<root_less_one_primitive> root_less_one{};
inline constexpr function<root_and_one_primitive> root_and_one{};
inline constexpr function<over_root_and_one_primitive> over_root_and_one{};
}  // namespace whole

constexpr auto root_of_square_plus_primitive::above(auto x, auto b, auto) {
    return table(stabilising(x / whole::root_of_square_plus(x, b), whole::over_root_of_square_plus(x, b)),
                 stabilising(x + whole::root_of_square_plus(x, b), 2_c * whole::squareplus(x, b)),
                 stabilising(whole::root_of_square_plus(x, b) - x, 2_c * whole::squareplus(-x, b)),
                 stabilising(x - whole::root_of_square_plus(x, b), c<-2> * whole::squareplus(-x, b)),
                 stabilising(whole::root_of_square_plus(x, 1_c) - 1_c, whole::root_less_one(x)),
                 stabilising(whole::root_of_square_plus(x, 1_c) + 1_c, whole::root_and_one(x)));
}
constexpr auto over_root_of_square_plus_derivative_primitive::equations(auto x, auto, auto) {
    return table(stabilising(whole::over_root_of_square_plus_derivative(x, 1_c), whole::inverse_root_cubed(x, 1_c)));
}
constexpr auto root_and_one_primitive::above(auto x, auto, auto) {
    return table(stabilising(x / whole::root_and_one(x), whole::over_root_and_one(x)),
                 stabilising(square(x) / whole::root_and_one(x), whole::root_less_one(x)));
}
constexpr auto root_less_one_primitive::derivative(auto x, auto) { return whole::over_root_of_square_plus(x, 1_c); }
constexpr auto root_and_one_primitive::derivative(auto x, auto) { return whole::over_root_of_square_plus(x, 1_c); }
constexpr auto over_root_and_one_primitive::derivative(auto x, auto) {
    return 1_c / whole::root_of_square_plus(x, 1_c) / whole::root_and_one(x);
}
constexpr auto root_of_square_plus_primitive::adjoint(auto x, auto b, auto y, auto dy) {
    return to_each(dy * whole::over_root_of_square_plus(x, b), 0.5_c * dy / y);
}
constexpr auto over_root_of_square_plus_primitive::adjoint(auto x, auto b, auto y, auto dy) {
    return to_each(dy * whole::over_root_of_square_plus_derivative(x, b), dy * (c<-0.5> * (y / (square(x) + b))));
}
constexpr auto over_root_of_square_plus_derivative_primitive::adjoint(auto x, auto b, auto y, auto dy) {
    auto const square_of_root = square(x) + b;
    auto const root = whole::root_of_square_plus(x, b);
    return to_each(dy * (c<-3> * (y * (whole::over_root_of_square_plus(x, b) / root))),
                   dy * (1_c / square_of_root / root - 1.5_c * (y / square_of_root)));
}
constexpr auto isru_primitive::adjoint(auto x, auto a, auto y, auto dy) {
    return to_each(dy * whole::inverse_root_cubed(x, a), dy * (c<-0.5> * (y * square(y))));
}
constexpr auto inverse_root_primitive::adjoint(auto x, auto a, auto y, auto dy) {
    auto const z = whole::isru(x, a);
    return to_each(dy * -(a * z * square(y)), dy * (c<-0.5> * (square(z) * y)));
}
constexpr auto inverse_root_cubed_primitive::adjoint(auto x, auto a, auto y, auto dy) {
    auto const z = whole::isru(x, a);
    return to_each(dy * (c<-3> * (a * z * whole::inverse_root(x, a) * y)), dy * (c<-1.5> * (square(z) * y)));
}
constexpr auto squareplus_primitive::adjoint(auto x, auto b, auto, auto dy) {
    return to_each(dy * whole::squareplus_derivative(x, b), 0.25_c * dy / whole::root_of_square_plus(x, b));
}
constexpr auto squareplus_derivative_primitive::adjoint(auto x, auto b, auto, auto dy) {
    return to_each(0.5_c * dy * whole::over_root_of_square_plus_derivative(x, b),
                   dy * (c<-0.25> * (whole::over_root_of_square_plus(x, b) / (square(x) + b))));
}
constexpr auto bent_identity_primitive::derivative(auto x, auto) {
    return 1_c + 0.5_c * whole::over_root_of_square_plus(x, 1_c);
}

}  // namespace ogive
