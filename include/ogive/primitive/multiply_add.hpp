#pragma once
// A product and a sum, rounded once where the instruction set has a fused multiply-add. No formula has them: a plan does, in
// the stead of two operations (docs/design/0034), and what a graph has recognised as a whole.

#include <ogive/math/vocabulary.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// a b + c.
struct multiply_add_primitive {
    static constexpr std::string_view name = "multiply_add"sv, text = "{0} * {1} + {2}"sv, latex = R"({0} \, {1} + {2})"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::sum;
    static constexpr bool woven = true, soars_with_all = true;
    static constexpr cost price{};

    static constexpr auto reads(auto a, auto b, auto c) { return a * b + c; }
    template <class V>
    OGIVE_INLINE static constexpr V value(V a, V b, V c) {
        return math::vocabulary<V>::fma(a, b, c);
    }
    static constexpr auto adjoint(auto a, auto b, auto, auto, auto dy) { return to_each(dy * b, dy * a, dy); }
};

/// a b - c.
struct multiply_subtract_primitive {
    static constexpr std::string_view name = "multiply_subtract"sv, text = "{0} * {1} - {2}"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::sum;
    static constexpr bool differentiable = false, woven = true;
    static constexpr cost price{};

    template <class V>
    OGIVE_INLINE static constexpr V value(V a, V b, V c) {
        using v = math::vocabulary<V>;
        return v::fma(a, b, v::negate(c));
    }
};

/// c - a b.
struct subtract_product_primitive {
    static constexpr std::string_view name = "subtract_product"sv, text = "{2} - {0} * {1}"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::sum;
    static constexpr bool differentiable = false, woven = true;
    static constexpr cost price{};

    template <class V>
    OGIVE_INLINE static constexpr V value(V a, V b, V c) {
        using v = math::vocabulary<V>;
        return v::fma(v::negate(a), b, c);
    }
};

}  // namespace ogive
