#pragma once
// Factors and shifts of a row that would be 0 or infinite at its ends. To a derivative and to the reader each of
// these is its first argument itself.

#include <ogive/math/elementary.hpp>
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

/// Whether sums of squares are near their overflow where their mean is this.
struct vast_primitive {
    static constexpr std::string_view name = "vast"sv;
    static constexpr bool condition = true, differentiable = false, woven = true;
    static constexpr cost price{};

    template <class V>
    OGIVE_INLINE static constexpr auto value(V mean_square) {
        return mean_square > math::number<V>(0x1p100, 0x1p900);
    }
};
inline constexpr function<vast_primitive> vast{};

/// The power of two times which what has vast squares can be squared; where they are not vast, 1.
struct taming_primitive {
    static constexpr std::string_view name = "taming"sv;
    static constexpr bool differentiable = false, races = false, woven = true;
    static constexpr cost price{};

    template <class V>
    OGIVE_INLINE static constexpr V value(V mean_square) {
        return math::select(vast_primitive::value(mean_square), math::number<V>(0x1p-80, 0x1p-600), math::number<V>(1));
    }
};
inline constexpr function<taming_primitive> taming{};

/// x times such a factor. What is homogeneous in x does not change.
struct tamed_primitive {
    static constexpr std::string_view name = "tamed"sv, text = "{0}"sv;
    static constexpr cost price{};
    static constexpr bool races = false;
    static constexpr bool woven = true;

    static constexpr auto reads(auto x, auto) { return x; }
    OGIVE_INLINE static constexpr auto value(auto x, auto factor) { return x * factor; }
    static constexpr auto adjoint(auto, auto factor, auto, auto dy);
};
inline constexpr function<tamed_primitive> tamed{};
constexpr auto tamed_primitive::adjoint(auto, auto factor, auto, auto dy) {
    return to_each(tamed(dy, factor), nothing);
}

/// y, for which z, of which is known that it is y there, stands in where the condition does not hold.
struct stand_in_primitive {
    static constexpr std::string_view name = "stand_in"sv, text = "{1}"sv;
    static constexpr int arity = 3;
    static constexpr unsigned conditions = 0b1;
    static constexpr bool chooses = true;
    static constexpr cost price{};
    static constexpr bool races = false;

    static constexpr auto reads(auto, auto y, auto) { return y; }
    OGIVE_INLINE static constexpr auto value(auto c, auto y, auto z) { return math::select(c, y, z); }
    static constexpr auto adjoint(auto, auto, auto, auto, auto dy) { return to_each(nothing, dy, nothing); }
};
inline constexpr function<stand_in_primitive> stand_in{};

}  // namespace ogive
