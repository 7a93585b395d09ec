#pragma once
// A product and a sum, rounded once where the instruction set has a fused multiply-add. No formula has them: a plan does, in
// the stead of two operations (docs/design/0034).

#include <ogive/math/vocabulary.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// a b + c.
struct multiply_add_primitive {
    static constexpr std::string_view name = "multiply_add"sv;
    static constexpr bool differentiable = false, woven = true;
    static constexpr cost price{};

    template <class V>
    OGIVE_INLINE static constexpr V value(V a, V b, V c) {
        return math::vocabulary<V>::fma(a, b, c);
    }
};

/// a b - c.
struct multiply_subtract_primitive {
    static constexpr std::string_view name = "multiply_subtract"sv;
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
    static constexpr std::string_view name = "subtract_product"sv;
    static constexpr bool differentiable = false, woven = true;
    static constexpr cost price{};

    template <class V>
    OGIVE_INLINE static constexpr V value(V a, V b, V c) {
        using v = math::vocabulary<V>;
        return v::fma(v::negate(a), b, c);
    }
};

}  // namespace ogive
