#pragma once
// What every expression is: an empty type that can write itself into a graph.
//
//   spelled   how many nodes its printed name holds
//   compact   the same of its largest compact part (expression/settle.hpp)
//   leaves    the names in it, each once, in order of appearance
//   condition whether it is a condition (true or false) instead of a value
//   lower(g)  writes it into g, a graph or a scribe, and returns the node

#include <ogive/meta/real.hpp>
#include <ogive/meta/type_list.hpp>

#include <cstdint>
#include <ratio>
#include <string_view>
#include <type_traits>

namespace ogive {

struct expression_base {};
struct no_expression;
template <bool Condition, class... E>
struct refused;

template <class E>
concept expression = std::is_base_of_v<expression_base, std::remove_cvref_t<E>>;

template <class E>
inline constexpr bool a_formula_does_not_change = !expression<E>;
template <class T>
inline constexpr bool a_formula_is_not_set = !requires { sizeof(T); };
template <class Refused>
inline constexpr bool a_formula_has_no_values = !requires { sizeof(Refused); };

namespace detail {
/// A container of numbers.
template <class T>
concept numbers = requires { requires std::is_floating_point_v<typename T::value_type>; typename T::allocator_type; };
}  // namespace detail

/// What a formula is taken for by mistake is refused, in one class for all of them. By templates, and of numbers for double
/// alone: a plain conversion, which float y = e needs, has the built-in operators considered beside each of a formula, some
/// 0.5 ms of clang's time, and with a second template, for float, std::exp(x) is ambiguous.
struct formula_base : expression_base {
    /// x > 0_c holds, or not, where there are values.
    template <class T>
        requires std::is_same_v<T, bool>
    constexpr operator T() const {
        static_assert(
            a_formula_has_no_values<T>,
            "ogive: a formula has no values before a call: write og::where(x > 0_c, a, b) for x > 0_c ? a : b, "
            "og::same(f, g) for f == g of two formulas");
        return true;
    }
    /// std::exp(x).
    template <class T>
        requires std::is_same_v<T, double>
    operator T() const {
        static_assert(a_formula_has_no_values<T>,
                      "ogive: a formula is no number before a call: its functions are Ogive's own, og::exp(x) for "
                      "std::exp(x), and its value at a point is e(x = 1.0)");
        return 0;
    }
    /// f = f + 1_c. A name says for itself what it is not set to.
    template <expression E>
        requires(!requires { E::key; })
    operator E() const {
        static_assert(
            a_formula_does_not_change<E>,
            "ogive: a formula has a type of its own, which does not change: auto g = f + 1_c, not f = f + 1_c");
        return {};
    }
    /// y = og::gelu(x), y a vector.
    template <detail::numbers T>
    constexpr operator T() const {
        static_assert(a_formula_has_no_values<T>,
                      "ogive: the values of a formula come from a call: og::evaluate(e, y, x = values), not y = e");
        return {};
    }
    /// og::gelu(x) = y.
    template <class T>
    constexpr refused<false, no_expression> operator=(T const&) const;
    template <expression E>
    constexpr refused<false, no_expression> operator=(E const&);  // rather than by the conversion above
    template <class Index>
    constexpr auto operator[](Index const&) const {
        static_assert(a_formula_has_no_values<Index>,
                      "ogive: a formula has no values before a call: og::evaluate(e, y, x = v), then y[0]");
        return refused<a_formula_has_no_values<Index>, no_expression>{};
    }
};

/// The value of e where its names have these values: `e(x = 1.0, beta = 2.0f)`; in a constant
/// expression too. Numbers of one floating type, or batches; a whole number counts as double, a bool as 0 or 1.
///
/// Shape       one number, or one batch; a reduction is that of a row of one column
/// Errors      compile time: a name that is not bound, bound twice or not in e
template <class E, class... Bindings>
constexpr auto value_at(E, Bindings const&...);

template <class Self>
struct expression_of : formula_base {
    template <class... Bindings>
    constexpr auto operator()(Bindings const&... bindings) const {
        return value_at(Self{}, bindings...);
    }
};

/// A compile-time number.
template <real Value>
struct constant : expression_of<constant<Value>> {
    static constexpr std::size_t spelled = 1, compact = 0;
    static constexpr bool condition = false;
    using leaves = types<>;

    static constexpr double value = Value.value();
    static constexpr int lower(auto& into) { return into.constant(value); }
};

/// `og::c<0.5>`: a compile-time number in a formula.
template <real Value>
inline constexpr constant<Value> c{};

/// The name in what stands for something else than an expression: which names were meant is not known, so a call says
/// nothing of its names.
struct any_name {
    static constexpr std::string_view name{};
    static constexpr std::uint64_t key = 0;
    static constexpr struct operation const* kind = nullptr;
    using spelling = any_name;
};
struct no_expression {
    using leaves = types<any_name>;
};

/// What a formula that was refused comes to: it has the same names, so that no second error follows.
template <bool Condition, class... E>
struct refused : expression_base {
    static constexpr std::size_t spelled = 1, compact = 0;
    static constexpr bool condition = Condition;
    using leaves = join_t<typename E::leaves...>;

    static constexpr int lower(auto& into) { return into.constant(0); }
    // Whatever it is taken for, it has been refused: og::derivative(x) = dx, float y = 0.5f * og::gelu(x).
    template <class T>
    constexpr refused operator=(T const&) const {
        return *this;
    }
    template <class Index>
    constexpr refused operator[](Index const&) const {
        return *this;
    }
    template <class... Bindings>
    constexpr double operator()(Bindings const&...) const {
        return 0;
    }
    constexpr operator double() const { return 0; }
    template <detail::numbers T>
    constexpr operator T() const {
        return {};
    }
};
template <expression E>
constexpr refused<false, no_expression> formula_base::operator=(E const&) {
    static_assert(a_formula_does_not_change<E>,
                  "ogive: a formula has a type of its own, which does not change: auto g = f + 1_c, not f = f + 1_c");
    return {};
}
template <class T>
constexpr refused<false, no_expression> formula_base::operator=(T const&) const {
    static_assert(a_formula_is_not_set<T>,
                  "ogive: a formula is not set: og::evaluate(e, y, x = values) and og::store(e, y) say where its values "
                  "go, og::grad(x) = dx where a gradient goes, og::value(e) = y in backward that they are there already");
    return {};
}
namespace detail {
template <class E>
constexpr auto in_place_of(E const&) {
    if constexpr (expression<E>)
        return refused<false, E>{};
    else
        return refused<false, no_expression>{};
}
}  // namespace detail
template <class E>
inline constexpr bool is_refused = false;
template <bool Condition, class... E>
inline constexpr bool is_refused<refused<Condition, E...>> = true;
namespace detail {
/// An expression that is all in its type.
template <class T>
inline constexpr bool is_formula = expression<T> && std::is_empty_v<T> && !is_refused<T>;
}  // namespace detail

/// Compile-time numbers of other libraries: std::ratio, std::integral_constant, Boost.Hana's.
template <class T>
struct as_constant {};
template <std::intmax_t N, std::intmax_t D>
struct as_constant<std::ratio<N, D>> {
    using type = constant<real(static_cast<double>(N) / static_cast<double>(D))>;
};
template <class T>
    requires requires {
        requires std::is_arithmetic_v<typename T::value_type>;
        requires !std::is_member_pointer_v<decltype(&T::value)>;
        std::bool_constant<(T::value, true)>{};
    }
struct as_constant<T> {
    using type = constant<real(T::value)>;
};

template <class T>
concept constant_like = !expression<T> && requires { typename as_constant<std::remove_cvref_t<T>>::type; };

namespace detail {
template <class T>
inline constexpr bool is_constant = constant_like<T>;
template <real Value>
inline constexpr bool is_constant<constant<Value>> = true;
}  // namespace detail

/// What an operator of the language takes beside an expression.
template <class T>
concept operand = expression<T> || constant_like<T> || std::is_arithmetic_v<std::remove_cvref_t<T>>;

template <class T>
inline constexpr bool a_formula_holds_no_run_time_number = !std::is_arithmetic_v<T>;
template <class T>
inline constexpr bool a_formula_is_made_of_expressions = operand<T>;

/// x as an expression: itself, or the constant that it is.
///
/// Errors      compile time: a number known at run time alone, a function in place of its value, values in place of a name
template <class T>
constexpr auto to_expression(T const& x) {
    if constexpr (expression<T> && std::is_empty_v<T>)
        return T{};  // x may be a reference to what no constant expression may read
    else if constexpr (expression<T>)
        return x;
    else if constexpr (constant_like<T>)
        return typename as_constant<T>::type{};
    else if constexpr (!operand<T>) {
        static_assert(
            a_formula_is_made_of_expressions<T>,
            "ogive: a formula is made of expressions and constants: og::gelu(x) instead of og::gelu, a name in "
            "place of its values: og::evaluate(og::gelu(x), y, x = values)");
        return refused<false, no_expression>{};
    } else {
        static_assert(a_formula_holds_no_run_time_number<T>,
                      "ogive: a run-time number cannot be part of a formula: write 0.5_c or og::c<0.5> for a "
                      "constant, og::param<\"name\"> for a value that changes between calls");
        return refused<false>{};
    }
}

}  // namespace ogive
