#pragma once
// Divisions by one value for a whole row or call, or several by one value, which no long function is computed beside. No
// formula has these: a plan does, in the stead of the division (docs/design/0034).

#include <ogive/math/vocabulary.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// 1 / d, for the loop behind it; where dividing is not slow nobody reads it.
struct reciprocal_of_uniform_primitive {
    static constexpr std::string_view name = "reciprocal_of_uniform"sv;
    static constexpr bool differentiable = false;
    static constexpr cost price{};

    template <class V>
    OGIVE_INLINE static constexpr V value(V d) {
        using v = math::vocabulary<V>;
        return v::divide(v::number(1), d);
    }
};

/// a / d, given 1 / d: where dividing is slow a product with that, corrected by what it misses, which is the same quotient but
/// near the end of the normal range.
struct divide_by_uniform_primitive {
    static constexpr std::string_view name = "divide_by_uniform"sv;
    static constexpr bool differentiable = false;
    static constexpr cost price{.division = 1};

    template <class V>
    OGIVE_INLINE static constexpr V value(V a, V d, V reciprocal) {
        using v = math::vocabulary<V>;
        if constexpr (v::divides_slowly) {
            const V y = a * reciprocal;
            const V excess = v::fma(y, d, v::negate(a));
            const V quotient = v::copysign(v::fma(excess, v::negate(reciprocal), y), y);  // a zero has its sign
            // NaN where one of the three is infinite, or the divisor 0 or all but that: seldom enough for a branch.
            if (!v::has_nan(quotient)) [[likely]] return quotient;
        }
        return v::divide(a, d);
    }
};

}  // namespace ogive
