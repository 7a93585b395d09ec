#pragma once
// softplus and log_sigmoid in fewer digits.

#include <ogive/math/fast/exp_ratio.hpp>
#include <ogive/math/fast/pieces.hpp>
#include <ogive/math/fast/softplus_pieces.hpp>
#include <ogive/math/pieces.hpp>
#include <ogive/math/softplus.hpp>

namespace ogive::math::fast {

/// As math::softplus, within 2^-21.6 (2^-21.2 in pieces, 2^-22.0 with a table of 32): max(x, 0) + log(1 + e^-|x|).
///
/// In pieces where a table is looked up at once. Elsewhere 2^f by a polynomial of degree 5 (relative error 2^-23.3);
/// log(1 + z) = z P(z) on [0, 1], P of degree 6 (2^-22.1).
template <class V>
OGIVE_INLINE constexpr V softplus(V x) {
    using v = vocabulary<V>;
    if constexpr (v::prefers_tables) {
        return v::larger(v::number(0), x) + fast::at_distance(softplus_table, x);
    } else if constexpr (v::looks_up_at_once) {
        return v::larger(v::number(0), x) + math::in_pieces<softplus_pieces>(v::absolute(x));
    } else if constexpr (is_single<V>) {
        auto    parts = v::nearest(V(v::absolute(x) * v::number(-log2_e)));
        const V power = math::polynomial(parts.rest, 1, 0x1.62e42ap-1, 0x1.ebf9bap-3, 0x1.c6b69ap-5, 0x1.3ceaf8p-7,
                                         0x1.5bfd58p-10);
        const V z     = v::scale_by(power, parts.power);
        const V p     = math::polynomial(z, 0x1.fffd88p-1, -0x1.ff75a4p-2, 0x1.501f54p-2, -0x1.cea6ccp-3, 0x1.13d49p-3,
                                         -0x1.c3cb94p-5, 0x1.60c7d4p-7);
        return v::fma(z, p, v::larger(v::number(0), x));
    } else {
        return math::softplus(x);
    }
}

/// As math::log_sigmoid, as fast::softplus.
template <class V>
OGIVE_INLINE constexpr V log_sigmoid(V x) {
    using v = vocabulary<V>;
    return v::negate(fast::softplus(v::negate(x)));
}

}  // namespace ogive::math::fast
