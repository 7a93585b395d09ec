#pragma once
// One value of each of several rows in one batch: lane l has that of row l % Rows. Rows is a power of two, at most the
// number of lanes.

#include <ogive/simd/shuffle.hpp>

#include <array>

namespace ogive::simd {

namespace detail {
/// Of a and b groups of `Group` lanes in turn, from the first or the second half of each block: within 16 bytes,
/// where a shuffle costs least, or of twice the group.
template <std::size_t Group, bool Second, class B>
inline constexpr auto in_turns = [](std::size_t lane) {
    constexpr std::size_t least = 16 / sizeof(scalar_of<B>), block = least > 2 * Group ? least : 2 * Group;
    std::size_t const at = lane % block, group = at / Group;
    return group % 2 * lanes<B> + (lane - at) + (Second ? block / 2 : 0) + group / 2 * Group + at % Group;
};
template <std::size_t By, class B>
inline constexpr auto turned = [](std::size_t lane) { return (lane + By) % lanes<B>; };

template <std::size_t Group, class B, class Op>
OGIVE_INLINE B folded_each(const B& x, Op op) {
    if constexpr (Group == lanes<B>)
        return x;
    else
        return folded_each<2 * Group>(op(x, shuffled<turned<Group, B>>(x, x)), op);
}
// Pairs are named one by one: a loop over them g++ -O2 keeps, and with it the batches in memory.
template <std::size_t Group, class Op, class B, std::size_t N, std::size_t... Pair>
OGIVE_INLINE B reduced_each(Op op, const std::array<B, N>& x, std::index_sequence<Pair...>) {
    if constexpr (N == 1)
        return folded_each<Group>(x[0], op);
    else
        return reduced_each<2 * Group>(
            op,
            std::array<B, N / 2>{op(shuffled<in_turns<Group, false, B>>(x[2 * Pair], x[2 * Pair + 1]),
                                    shuffled<in_turns<Group, true, B>>(x[2 * Pair], x[2 * Pair + 1]))...},
            std::make_index_sequence<N / 4>{});
}

template <int Row, int Rows>
inline constexpr auto one_of = [](std::size_t lane) { return lane - lane % Rows + Row; };
template <std::size_t Block, std::size_t Size>
inline constexpr auto block = [](std::size_t lane) { return lane % Size + Block * Size; };

template <std::size_t Distance>
inline constexpr auto other = [](std::size_t lane) { return lane ^ Distance; };

template <std::size_t Group, class B>
inline constexpr auto merges = [](std::size_t lane) { return lane + lane / Group % 2 * lanes<B>; };
template <std::size_t Group, class B, std::size_t N, std::size_t... Pair>
OGIVE_INLINE B merged(const std::array<B, N>& x, std::index_sequence<Pair...>) {
    if constexpr (N == 1)
        return x[0];
    else
        return merged<2 * Group>(std::array<B, N / 2>{shuffled<merges<Group, B>>(x[2 * Pair], x[2 * Pair + 1])...},
                                 std::make_index_sequence<N / 4>{});
}
}  // namespace detail

/// op over all lanes of each row, as a tree of fixed shape.
template <class Op, class B, class... Rest>
OGIVE_INLINE B reduce_each(Op op, const B& first, const Rest&... rest) {
    constexpr std::size_t rows = 1 + sizeof...(Rest);
    return detail::reduced_each<1>(op, std::array<B, rows>{first, rest...}, std::make_index_sequence<rows / 2>{});
}

/// The value of row Row in all lanes.
template <int Row, int Rows, class B>
OGIVE_INLINE B of_row(const B& x) {
    constexpr int cheapest = 16 / sizeof(scalar_of<B>);  // lanes that a shuffle needs no register of lane numbers for
    if constexpr (Rows > cheapest)
        return of_row<Row % cheapest, cheapest>(detail::shuffled<detail::block<Row / cheapest, cheapest>>(x, x));
    else
        return detail::shuffled<detail::one_of<Row, Rows>>(x, x);
}
template <int Row, int Rows, class B>
OGIVE_INLINE condition_of<B> condition_of_row(const condition_of<B>& c) {
    using words = math::vocabulary<B>;
    return of_row<Row, Rows>(words::select(c, words::number(1), words::number(0))) > words::number(0);
}

/// Each lane's neighbour at this distance, a power of two.
template <int Distance, class B>
OGIVE_INLINE B exchanged(const B& x) {
    return detail::shuffled<detail::other<Distance>>(x, x);
}

/// from[at[0]], from[at[1]], ... in turn.
template <class B, std::size_t Rows>
OGIVE_INLINE B in_turn(const scalar_of<B>* from, const std::size_t (&at)[Rows]) {
    return [&]<std::size_t... U>(std::index_sequence<U...>) OGIVE_INLINE_LAMBDA {
        return detail::merged<1>(std::array<B, Rows>{B(from[at[U]])...}, std::make_index_sequence<Rows / 2>{});
    }(std::make_index_sequence<Rows>{});
}

}  // namespace ogive::simd
