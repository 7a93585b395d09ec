#pragma once

#include <ogive/math/vocabulary.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// a / c for a number c of at least 1, in the stead of a division that no long function is computed beside (docs/design/0034):
/// where dividing is slow a multiplication, corrected by what it misses, which the fused multiply-add finds, exactly but near the
/// end of the normal range.
struct divide_by_number_primitive {
    static constexpr std::string_view name = "divide_by_number"sv;
    static constexpr bool differentiable = false, woven = true;
    static constexpr cost price{};

    template <class V>
    OGIVE_INLINE static constexpr V value(V a, V c) {
        using v = math::vocabulary<V>;
        if constexpr (v::divides_slowly) {
            const V r = v::divide(v::number(1), c);
            const V y = a * r;
            // Not the excess with the other sign: -0 would become 0.
            const V excess = v::fma(y, c, v::negate(a));
            return v::select(excess == excess, v::fma(excess, v::negate(r), y), y);
        } else {
            return v::divide(a, c);
        }
    }
};

}  // namespace ogive
