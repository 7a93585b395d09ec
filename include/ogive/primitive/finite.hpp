#pragma once
// Factors and shifts of a row that would be 0 or infinite at its ends. To a derivative and to the reader each of
// these is its first argument itself.

#include <ogive/math/elementary.hpp>
#include <ogive/math/log.hpp>
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
    static constexpr bool folds(double) { return true; }
    static constexpr auto adjoint(auto, auto, auto dy) { return dy; }
};
inline constexpr function<finite_primitive> finite{};

/// What exponentials of a row are taken of less, m being its largest value: m where it is finite, else 0; and 0 where
/// those of the row as it is neither overflow nor come to 0. With it softmax need not wait for m.
///
/// m is at most 40, so that sums of their products with what is below 2^60 do not overflow in float either; and at least
/// -1.5, so that what is lost below the normal range is next to nothing.
struct row_shift_primitive {
    static constexpr std::string_view name = "row_shift"sv, text = "{0}"sv;
    static constexpr cost price{};
    static constexpr double usually = 0;
    static constexpr bool differentiable = false, races = false, woven = true;

    static constexpr auto reads(auto m) { return m; }
    template <class V>
    OGIVE_INLINE static constexpr V value(V m) {
        using v = math::vocabulary<V>;
        return v::select(v::absolute(m - v::number(19.25)) <= v::number(20.75), v::number(0), finite_primitive::value(m));
    }
};
inline constexpr function<row_shift_primitive> row_shift{};

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

/// The logarithm of what a row's exponentials add up to, as parts of the largest of them: of 1 or more. So whatever they are
/// by a common factor, and where one outweighs all others, it is exact.
struct log_of_sum_primitive {
    static constexpr std::string_view name = "log_of_sum"sv, text = "log({0})"sv, latex = R"(\ln\left({0}\right))"sv;
    static constexpr cost price{.transcendental = 1, .division = 1};
    static constexpr bool races = false;

    static constexpr auto reads(auto sum, auto) { return log(sum); }
    template <class V>
    OGIVE_INLINE static constexpr V value(V sum, V largest) {
        using v = math::vocabulary<V>;
        V const ratio = v::divide(nonzero_primitive::value(sum), nonzero_primitive::value(largest));
        return v::select(sum == v::number(std::numeric_limits<double>::infinity()), sum, math::log(ratio));
    }
    static constexpr auto adjoint(auto sum, auto, auto, auto dy);
};
inline constexpr function<log_of_sum_primitive> log_of_sum{};
constexpr auto log_of_sum_primitive::adjoint(auto sum, auto, auto, auto dy) {
    return to_each(dy * (1_c / nonzero(sum)), nothing);
}

namespace detail {

constexpr auto shift_of(auto x) { return stop_gradient(row_shift(row_peak(x))); }
constexpr auto finite_peak_of(auto x) { return stop_gradient(finite(row_peak(x))); }
/// A row's exponentials, by a factor that all have.
constexpr auto powers_of(auto x) { return exp(x - shift_of(x)); }
/// These over their sum.
constexpr auto softmax_of(auto x) { return powers_of(x) * (1_c / nonzero(row_sum(powers_of(x)))); }
constexpr auto log_of_powers(auto x) { return log_of_sum(row_sum(powers_of(x)), row_peak(powers_of(x))); }
/// What a value lies below the largest of its row stands in the exponential, and is lost there far below.
constexpr auto log_softmax_of(auto x) { return x - finite_peak_of(x) - log_of_powers(x); }
constexpr auto logsumexp_of(auto x) { return stop_gradient(row_peak(x)) + log_of_powers(x); }

}  // namespace detail

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
