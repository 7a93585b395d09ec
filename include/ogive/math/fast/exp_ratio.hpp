#pragma once
// The exponential as a quotient, for what ends in a division anyway.

#include <ogive/math/vocabulary.hpp>

namespace ogive::math::fast {

inline constexpr double log2_e = 0x1.715476p+0;

/// 2^t = above/below, relative error 2^-21.1; below in [20, 30].
template <class V>
struct ratio {
    V above;
    V below;
};

/// t at most 127, with scales_any of any size, = n + f: 2^f = (c + p f + f^2)/(c - p f + f^2), and above takes 2^n.
template <class V>
OGIVE_INLINE constexpr ratio<V> exp2_ratio(V t) {
    using v       = vocabulary<V>;
    auto    parts = v::nearest(t);
    const V p     = v::number(0x1.15b0dcp3);
    const V even  = v::fma(parts.rest, parts.rest, v::number(0x1.90a02ep4));
    const V above = v::fma(parts.rest, p, even);
    return {v::scale_by(above, parts.power), v::fma(v::negate(parts.rest), p, even)};
}

}  // namespace ogive::math::fast
