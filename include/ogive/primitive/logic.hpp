#pragma once
// Conditions made of conditions.

#include <ogive/primitive/functions.hpp>
#include <ogive/primitive/known_condition.hpp>

namespace ogive {

struct logical_and_primitive {
    static constexpr std::string_view name = "logical_and"sv, text = "{0} && {1}"sv, latex = R"({0} \land {1})"sv;
    static constexpr std::string_view c99 = "({0} && {1})"sv;
    static constexpr int arity = 2, binds = precedence::all_of;
    static constexpr unsigned conditions = 0b11;
    static constexpr bool condition = true, differentiable = false, commutative = true;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto a, auto b) { return a && b; }
    template <class Graph>
    static constexpr int resolve(Graph& g, int a, int b, int) {
        return detail::decided_condition(g, a, b, detail::holds::never);
    }
};

struct logical_or_primitive {
    static constexpr std::string_view name = "logical_or"sv, text = "{0} || {1}"sv, latex = R"({0} \lor {1})"sv;
    static constexpr std::string_view c99 = "({0} || {1})"sv;
    static constexpr int arity = 2, binds = precedence::any_of;
    static constexpr unsigned conditions = 0b11;
    static constexpr bool condition = true, differentiable = false, commutative = true;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto a, auto b) { return a || b; }
    template <class Graph>
    static constexpr int resolve(Graph& g, int a, int b, int) {
        return detail::decided_condition(g, a, b, detail::holds::always);
    }
};

struct logical_not_primitive {
    static constexpr std::string_view name = "logical_not"sv, text = "!{0}"sv, latex = R"(\lnot {0})"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int arity = 1, binds = precedence::sign;
    static constexpr unsigned conditions = 0b1;
    static constexpr bool condition = true, differentiable = false;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto a) { return !a; }
    static constexpr auto equations(auto p, auto, auto) {
        return table(exact(!!p, p));
    }
};

}  // namespace ogive
