#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/math/elementary.hpp>

namespace ogive {

/// a where the condition holds, else b. The condition travels with the adjoint, down to the leaf: an
/// arm not taken never poisons.
struct where_primitive {
    static constexpr std::string_view name = "where",
                                      latex = R"(\begin{cases} {1} & {0} \\ {2} & \text{else} \end{cases})";
    static constexpr std::string_view c99 = "({0} ? {1} : {2})";
    static constexpr int arity = 3;
    static constexpr unsigned conditions = 0b1;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto c, auto a, auto b) { return math::select(c, a, b); }
    static constexpr auto adjoint(auto c, auto, auto, auto, auto dy) {
        return to_each(nothing, when(c, dy), when(!c, dy));
    }
    static constexpr auto equations(auto condition, auto x, auto y) {
        pattern<where_primitive> const k(*condition.to, condition.line);  // where no condition is meant
        return table(exact(where(!condition, x, y), where(condition, y, x)),
                     exact(where(condition, where(condition, x, y), 0_c), where(condition, x, 0_c)),
                     exact(where(condition, x, x), x),
                     stabilising(where(x > 0_c, x, expm1(x)), whole::elu(x)),
                     stabilising(where(x > 0_c, y, expm1(x)), where(x > 0_c, y, whole::elu(x))),
                     stabilising(where(x > 0_c, y, k * expm1(x)), where(x > 0_c, y, k * whole::elu(x))));
    }
};

}  // namespace ogive
