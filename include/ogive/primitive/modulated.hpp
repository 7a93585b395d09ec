#pragma once

#include <ogive/math/vocabulary.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// a (b + 1) for a finite a, without a rounding of b + 1.
struct modulated_primitive {
    static constexpr std::string_view name = "modulated"sv, text = "{0} * ({1} + 1)"sv, latex = R"({0} \left({1} + 1\right))"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::product;
    static constexpr cost price{};
    static constexpr bool woven = true, soars_with_all = true;
    static constexpr unsigned vanishes_with = 0b1, proportional_to = 0b1;

    static constexpr auto reads(auto a, auto b) { return a * (b + 1_c); }
    template <class V>
    OGIVE_INLINE static constexpr V value(V a, V b) {
        using v = math::vocabulary<V>;
        if constexpr (v::exact_fma) {
            return v::fma(a, b, a);
        } else {
            const V one = v::number(1), sum = b + one, back = sum - b;
            const V lost = (b - (sum - back)) + (one - back);
            const V y    = a * sum, size = v::absolute(y);
            // What the product rounds off is below the normal range where the product is near to it; there the sum is exact.
            const auto has_rest = size > math::number<V>(0x1p-115, 0x1p-960);
            const V    plain    = v::select(has_rest || y == v::number(0), y, V(a * b + a));  // -0 stays
            const V    more     = y + v::fma(a, lost, math::rest_of_product(a, sum, y));
            return v::select(has_rest && size < v::number(v::infinity), more, plain);
        }
    }
    static constexpr auto adjoint(auto a, auto b, auto, auto dy);
    static constexpr auto equations(auto, auto b, auto);
};

namespace whole {
inline constexpr function<modulated_primitive> modulated{};
}

constexpr auto modulated_primitive::adjoint(auto a, auto b, auto, auto dy) {
    return to_each(whole::modulated(dy, b), dy * a);
}
constexpr auto modulated_primitive::equations(auto, auto b, auto) {
    return table(exact(whole::modulated(1_c, b), b + 1_c));
}

}  // namespace ogive
