#pragma once
// The factor x of products such as x * sigmoid(x), whose limit at -inf is -0 and not -inf * 0 = NaN.
// To a derivative and to the reader each of these is x itself.

#include <ogive/math/sigmoid.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// x, held where sigmoid(x) has vanished. Costs nothing beside sigmoid(x), which needs the same.
struct held_primitive {
    static constexpr std::string_view name = "held", text = "{0}", latex = text;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto x) { return math::held_for_sigmoid(x); }
    static constexpr auto adjoint(auto, auto, auto dy) { return dy; }
};
inline constexpr function<held_primitive> held{};

/// x, held at a floor.
struct floored_primitive {
    static constexpr std::string_view name = "floored", text = "{0}", latex = text;
    static constexpr cost price{};

    template <class V>
    OGIVE_INLINE static constexpr V value(V x, V floor) {
        return math::vocabulary<V>::larger(floor, x);  // x where it is NaN
    }
    static constexpr auto adjoint(auto, auto, auto, auto dy) { return to_each(dy, nothing); }
};
inline constexpr function<floored_primitive> floored{};

}  // namespace ogive
