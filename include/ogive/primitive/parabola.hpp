#pragma once

#include <ogive/math/vocabulary.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// a x^2 + b, rounded as if a x were exact: near a root it keeps its digits.
struct parabola_primitive {
    static constexpr std::string_view name = "parabola"sv, text = "{0} * {1} * {1} + {2}"sv,
                                      latex = "{0} {1}^{2} + {2}"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::sum;
    static constexpr cost price{};
    static constexpr bool woven = true, races = false;

    static constexpr auto reads(auto a, auto x, auto b) { return a * x * x + b; }  // the square alone would overflow first
    template <class V>
    OGIVE_INLINE static constexpr V value(V a, V x, V b) {
        using v      = math::vocabulary<V>;
        const V ax   = v::multiply(a, x);
        const V rest = math::rest_of_product(a, x, ax);
        if constexpr (v::exact_fma) {
            const V sum = v::fma(ax, x, b), y = v::fma(rest, x, sum);
            return v::select(y == y, y, sum);  // of what is infinite there is no rest
        } else {
            const V square = ax * x, sum = square + b, back = sum - square;
            const V lost = (square - (sum - back)) + (b - back);
            const V y    = sum + (lost + v::fma(rest, x, math::rest_of_product(ax, x, square)));
            return v::select(y == y, y, sum);
        }
    }
    static constexpr auto adjoint(auto a, auto x, auto, auto, auto dy) { return to_each(dy * square(x), dy * (2_c * a * x), dy); }
};

namespace whole {
inline constexpr function<parabola_primitive> parabola{};
}

}  // namespace ogive
