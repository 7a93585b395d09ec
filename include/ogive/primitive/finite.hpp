#pragma once
// Factors and shifts of a row that would be 0 or infinite at its ends. To a derivative and to the reader each of
// these is its first argument itself.

#include <ogive/math/vocabulary.hpp>
#include <ogive/primitive/functions.hpp>

#include <limits>

namespace ogive {

/// x where it is finite, else 0.
struct finite_primitive {
    static constexpr std::string_view name = "finite"sv, text = "{0}"sv;
    static constexpr std::string_view c99 = "return isfinite(x) ? x : 0;"sv;
    static constexpr cost price{};
    static constexpr bool races = false;
    static constexpr bool woven = true;

    static constexpr auto reads(auto x) { return x; }
    template <class V>
    OGIVE_INLINE static constexpr V value(V x) {
        using v = math::vocabulary<V>;
        return v::select(v::absolute(x) < v::number(std::numeric_limits<double>::infinity()), x, v::number(0));
    }
    static constexpr auto adjoint(auto, auto, auto dy) { return dy; }
};
inline constexpr function<finite_primitive> finite{};

/// x, but 1 where it is 0.
struct nonzero_primitive {
    static constexpr std::string_view name = "nonzero"sv, text = "{0}"sv;
    static constexpr std::string_view c99 = "return x == 0 ? 1 : x;"sv;
    static constexpr cost price{};
    static constexpr bool races = false;
    static constexpr bool woven = true;

    static constexpr auto reads(auto x) { return x; }
    template <class V>
    OGIVE_INLINE static constexpr V value(V x) {
        using v = math::vocabulary<V>;
        return v::select(x == v::number(0), v::number(1), x);
    }
    static constexpr auto adjoint(auto, auto, auto dy) { return dy; }
};
inline constexpr function<nonzero_primitive> nonzero{};

/// x, times a power of two where sums of squares of values up to `most` would overflow. What is homogeneous in x
/// does not change.
struct tamed_primitive {
    static constexpr std::string_view name = "tamed"sv, text = "{0}"sv;
    static constexpr cost price{};
    static constexpr bool races = false;
    static constexpr bool woven = true;

    static constexpr auto reads(auto x, auto) { return x; }
    template <class V>
    OGIVE_INLINE static constexpr V value(V x, V most) {
        using v = math::vocabulary<V>;
        V const limit = math::number<V>(0x1p50, 0x1p450), factor = math::number<V>(0x1p-80, 0x1p-600);
        return x * v::select(most > limit, factor, v::number(1));
    }
    static constexpr auto adjoint(auto, auto most, auto, auto dy);
};
inline constexpr function<tamed_primitive> tamed{};
constexpr auto tamed_primitive::adjoint(auto, auto most, auto, auto dy) { return to_each(tamed(dy, most), nothing); }

}  // namespace ogive
