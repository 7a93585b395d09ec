#pragma once
// Sums and other reductions over the vectors of a loop. A sum is compensated: beside the running sum
// runs the sum of what its roundings lost (Knuth's exact two-sum; Neumaier's summation, 1974), so
// its error does not grow with the number of terms, as long as n terms of a lane have n^2 u below 1, u the unit of
// rounding. Up to four packs are added up plainly before.

#include <ogive/math/elementary.hpp>
#include <ogive/simd/batch.hpp>

namespace ogive::detail {

template <class B>
struct running {
    B value;
    B lost;
};

template <class P>
inline constexpr bool is_compensated = requires { requires P::compensated; };

template <class P, class B>
OGIVE_INLINE running<B> neutral() {
    return {math::number<B>(P::neutral), math::number<B>(0)};
}

template <class B>
OGIVE_INLINE void two_sum(running<B>& r, B x) {
    B const sum = r.value + x;
    B const part = sum - r.value;
    r.lost = r.lost + ((r.value - (sum - part)) + (x - part));
    r.value = sum;
}

/// Adds what another sum has come to.
template <class B>
OGIVE_INLINE void add_up(running<B>& to, running<B> const& more) {
    two_sum(to, more.value);
    to.lost = to.lost + more.lost;
}

/// Whether what has been added up plainly ends before this step of a loop. The first time it is after three: so hardly a
/// term goes through more additions than in pairwise summation.
OGIVE_INLINE constexpr bool is_first_of_four(std::size_t step) { return step % 4 == 3; }

/// What a compensated sum comes to; an infinite or undefined one has lost nothing.
template <class B>
OGIVE_INLINE B total(running<B> const& r) {
    return math::select(r.value - r.value == math::number<B>(0), r.value + r.lost, r.value);
}

/// A value to be reduced, but for the lanes behind the first.
template <class P, class B>
OGIVE_INLINE B first_values(B const& value, std::size_t count) {
    return math::select(simd::first_lanes<B>(count), value, math::number<B>(P::neutral));
}

// Neighbours first: ((a + b) + (c + d)).
template <class P, class B>
OGIVE_INLINE B combined(B a) {
    return a;
}
template <class P, class B, class... Rest>
OGIVE_INLINE B combined(B a, B b, Rest... rest) {
    if constexpr (sizeof...(Rest) == 0)
        return P::combine(a, b);
    else
        return P::combine(P::combine(a, b), combined<P>(rest...));
}

/// Adds a vector to what runs.
template <class P, class B>
OGIVE_INLINE void accumulate(running<B>& r, B x) {
    if constexpr (is_compensated<P>)
        two_sum(r, x);
    else
        r.value = P::combine(r.value, x);
}

/// The value over all lanes.
template <class P, class B>
OGIVE_INLINE auto result(running<B> const& r) {
    auto const combine = [](auto a, auto b) OGIVE_INLINE_LAMBDA { return P::combine(a, b); };
    if constexpr (is_compensated<P>)
        return simd::reduce(total(r), combine);
    else
        return simd::reduce(r.value, combine);
}

}  // namespace ogive::detail
