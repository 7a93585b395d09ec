#pragma once

#include <ogive/math/elementary.hpp>
#include <ogive/primitive/functions.hpp>

#include <limits>

namespace ogive {

/// x / (1 + |x|), whose limits at the infinities are -1 and 1.
struct softsign_primitive {
    static constexpr std::string_view name = "softsign"sv;
    static constexpr std::string_view c99 = "return isinf(x) ? copysign{f}(1.0{f}, x) : x / (1 + fabs{f}(x));"sv;
    static constexpr cost price{.division = 1};
    static constexpr bool bounded = true;
    static constexpr bool woven = true;

    template <class V>
    OGIVE_INLINE static constexpr V value(V x) {
        using v = math::vocabulary<V>;
        V const most = v::number(static_cast<double>(std::numeric_limits<typename v::scalar>::max()));
        V const a = v::smaller(most, v::absolute(x));  // 1 + most is most
        return v::copysign(V(v::divide(a, V(v::number(1) + a))), x);
    }
    static constexpr auto derivative(auto x, auto) { return square(1_c / (1_c + abs(x))); }
};

}  // namespace ogive
