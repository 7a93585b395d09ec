#pragma once
// Conditions on two values. With NaN all but != are false.

#include <ogive/primitive/functions.hpp>

namespace ogive {

struct less_primitive {
    static constexpr std::string_view name = "less"sv, text = "{0} < {1}"sv, latex = R"({0} < {1})"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::comparison;
    static constexpr bool condition = true, differentiable = false, woven = true;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto a, auto b) { return a < b; }
};

struct less_equal_primitive {
    static constexpr std::string_view name = "less_equal"sv, text = "{0} <= {1}"sv, latex = R"({0} \le {1})"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::comparison;
    static constexpr bool condition = true, differentiable = false, woven = true;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto a, auto b) { return a <= b; }
};

struct greater_primitive {
    static constexpr std::string_view name = "greater"sv, text = "{0} > {1}"sv, latex = R"({0} > {1})"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::comparison;
    static constexpr bool condition = true, differentiable = false, woven = true;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto a, auto b) { return a > b; }
};

struct greater_equal_primitive {
    static constexpr std::string_view name = "greater_equal"sv, text = "{0} >= {1}"sv, latex = R"({0} \ge {1})"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::comparison;
    static constexpr bool condition = true, differentiable = false, woven = true;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto a, auto b) { return a >= b; }
};

struct equal_primitive {
    static constexpr std::string_view name = "equal"sv, text = "{0} == {1}"sv, latex = R"({0} = {1})"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::comparison;
    static constexpr bool condition = true, differentiable = false, woven = true;
    static constexpr bool commutative = true;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto a, auto b) { return a == b; }
};

struct not_equal_primitive {
    static constexpr std::string_view name = "not_equal"sv, text = "{0} != {1}"sv, latex = R"({0} \ne {1})"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::comparison;
    static constexpr bool condition = true, differentiable = false;
    static constexpr bool commutative = true;
    static constexpr cost price{};

    // Written so that NaN differs from everything: some versions of batches' own != say false there.
    OGIVE_INLINE static constexpr auto value(auto a, auto b) { return !(a == b); }
};

}  // namespace ogive
