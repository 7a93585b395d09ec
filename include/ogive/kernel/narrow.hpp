#pragma once
// Rows of one or two vectors, side by side through the whole program: what a loop over columns costs to begin and to
// end, and the waiting for its reductions, would be most of their time.

#include <ogive/kernel/shared_by_rows.hpp>
#include <ogive/simd/rows.hpp>

namespace ogive::detail {

/// What the instructions of the blocks see: pieces of one vector, one or two of which are a row. Of a uniform value,
/// lane l has that of piece l % Pieces.
template <auto const& Program, class F, class Arch, int Pieces>
struct narrow_rows {
    using S = shared_by_rows<Program, F, Arch>;
    using B = simd::batch<F, Arch>;
    using Condition = simd::condition_of<B>;
    using Kind = body_kind<false, false, Program.fast>;

    registers<B, Condition, Pieces> r;
    registers<B, Condition, 1> uniform;
    S const& shared;
    F** stream;
    running<B>* sum;
    std::size_t first, live;  // the first row, and how many there are; those behind the last do what it does
    int of_a_row;             // how many pieces
    bool whole;               // whether every piece is full
    std::size_t row[Pieces];  // counted from the first
    std::size_t at_of[2], left_of[2];  // the first column, and how many there are, of a first and a second piece
    std::size_t offset[S::streams][Pieces];  // of each piece in each stream

    OGIVE_INLINE narrow_rows(registers<B, Condition, Pieces> values, registers<B, Condition, 1> uniforms, S const& all,
                             F** streams, running<B>* sums, std::size_t begin)
        : r(values), uniform(uniforms), shared(all), stream(streams), sum(sums), first(begin), live(0), of_a_row(1) {
        std::size_t const columns = shared.shape.columns;
        if (columns > simd::lanes<B>) of_a_row = 2;
        whole = columns == static_cast<std::size_t>(of_a_row) * simd::lanes<B>;
        at_of[0] = 0, at_of[1] = of_a_row > 1 ? simd::lanes<B> : 0;
        left_of[0] = columns < simd::lanes<B> ? columns : simd::lanes<B>;
        left_of[1] = columns - at_of[1];
        look(first + rows());
        find_offsets();
    }
    OGIVE_INLINE std::size_t at(int u) const { return at_of[u % 2]; }
    OGIVE_INLINE std::size_t left(int u) const { return left_of[u % 2]; }

    /// Goes to the rows from `first` to at most before `last`.
    OGIVE_INLINE void look(std::size_t last) {
        std::size_t const most = rows();
        live = last - first < most ? last - first : most;
        each_of<Pieces>([&](int u) OGIVE_INLINE_LAMBDA {
            std::size_t const of_piece = static_cast<std::size_t>(u / of_a_row);
            row[u] = of_piece < live ? of_piece : live - 1;
        });
        if (live < most) [[unlikely]] find_offsets();
    }
    /// Goes to the rows behind them.
    OGIVE_INLINE void go_on() {
        each_of<S::borrowed>([&](int s) OGIVE_INLINE_LAMBDA { stream[s] += rows() * shared.advance[s]; });
        first += rows();
    }
    OGIVE_INLINE std::size_t rows() const { return static_cast<std::size_t>(Pieces / of_a_row); }

    OGIVE_INLINE void find_offsets() {
        each_of<S::streams>([&](int s) OGIVE_INLINE_LAMBDA {
            each_of<Pieces>([&](int u) OGIVE_INLINE_LAMBDA { offset[s][u] = row[u] * shared.advance[s] + at(u); });
        });
    }
    OGIVE_INLINE F* address(int s, int u) const { return stream[s] + offset[s][u]; }
    /// Scratch rows have room for whole vectors.
    OGIVE_INLINE bool is_whole(int s) const { return whole || s >= S::borrowed; }
    OGIVE_INLINE B load(int s, int u) const {
        return is_whole(s) ? simd::load<B>(address(s, u)) : simd::load_first<B>(address(s, u), left(u));
    }
    OGIVE_INLINE void store(int s, int u, B const& value) const {
        if (is_whole(s))
            simd::store(address(s, u), value);
        else
            simd::store_first(address(s, u), value, left(u));
    }
    /// The columns that are added up from row to row.
    OGIVE_INLINE std::size_t counted(int u) const {
        return static_cast<std::size_t>(u / of_a_row) < live ? left(u) : 0;
    }
};

/// The values of the rows, from those of their pieces.
template <class P, auto const& Program, class F, class Arch, int Pieces, int... U>
OGIVE_INLINE auto each_reduced(narrow_rows<Program, F, Arch, Pieces> const& all, int a,
                               std::integer_sequence<int, U...>) {
    auto const combine = [](auto x, auto y) OGIVE_INLINE_LAMBDA { return P::combine(x, y); };
    auto value = simd::reduce_each(combine, first_values<P>(all.r.value[a][U], all.left(U))...);
    if (all.of_a_row > 1) value = combine(value, simd::exchanged<1>(value));
    return value;
}

/// Adds to the sums down the columns. Pieces of several rows are added up in registers.
template <class P, auto const& Program, class F, class Arch, int Pieces, int... U>
OGIVE_INLINE void add_to_columns(narrow_rows<Program, F, Arch, Pieces> const& all, int a, int s,
                                 std::integer_sequence<int, U...>) {
    using B = simd::batch<F, Arch>;
    auto const add = [&](std::size_t at, auto... piece) OGIVE_INLINE_LAMBDA {
        running<B> sum{simd::load<B>(all.stream[s] + at), simd::load<B>(all.stream[s + 1] + at)};
        two_sum(sum, combined<P>(piece...));
        simd::store(all.stream[s] + at, sum.value);
        simd::store(all.stream[s + 1] + at, sum.lost);
    };
    B const counted[] = {first_values<P>(all.r.value[a][U], all.counted(U))...};
    if (all.of_a_row == 1) return add(0, counted[U]...);
    [&]<int... Row>(std::integer_sequence<int, Row...>) OGIVE_INLINE_LAMBDA {
        add(all.at(0), counted[2 * Row]...);
        add(all.at(1), counted[2 * Row + 1]...);
    }(std::make_integer_sequence<int, Pieces / 2>{});
}

/// An instruction of a loop over columns.
template <operation const* Op, auto const& Program, class F, class Arch, int Pieces, int... U>
OGIVE_INLINE void visit(int to, int a, int b, int c, std::uint64_t bits, std::integer_sequence<int, U...> pieces,
                        narrow_rows<Program, F, Arch, Pieces> const& all) {
    using All = narrow_rows<Program, F, Arch, Pieces>;
    using B = simd::batch<F, Arch>;
    auto const& r = all.r;
    if constexpr (Op == &kind::number)
        ((r.value[to][U] = math::number<B>(detail::bits_as<double>(bits))), ...);
    else if constexpr (Op == &machine::broadcast)
        ((r.value[to][U] = simd::of_row<U, Pieces>(all.uniform.value[a][0])), ...);
    else if constexpr (Op == &machine::broadcast_condition)
        ((r.condition[to][U] = simd::condition_of_row<U, Pieces, B>(all.uniform.condition[a][0])), ...);
    else if constexpr (Op == &machine::load)
        ((r.value[to][U] = all.load(a, U)), ...);
    else if constexpr (Op == &machine::store)
        (all.store(b, U, r.value[a][U]), ...);
    else if constexpr (Op == &record<column_primitive>)
        ((r.value[to][U] = column_numbers<B>(all.at(U), 0)), ...);
    else if constexpr (Op->sums_columns())
        add_to_columns<primitive_of<Op>>(all, a, b, pieces);
    else if constexpr (Op->reduces() && Op->sets & shapes::late)
        accumulate<primitive_of<Op>>(
            all.sum[b], combined<primitive_of<Op>>(first_values<primitive_of<Op>>(r.value[a][U], all.counted(U))...));
    else if constexpr (Op->reduces())
        all.uniform.value[to][0] = each_reduced<primitive_of<Op>>(all, a, pieces);
    else if constexpr (Op == &record<divide_by_uniform_primitive>)  // a vector or two are not worth a reciprocal
        ((r.value[to][U] = math::vocabulary<B>::divide(r.value[a][U], r.value[b][U])), ...);
    else
        step_in_loop<primitive_of<Op>, typename All::Kind>(r.value, r.condition, to, a, b, c, pieces,
                                                           arguments_of<primitive_of<Op>>);
}

/// An instruction on the uniform values of the rows.
template <operation const* Op, auto const& Program, class F, class Arch, int Pieces>
OGIVE_INLINE void visit(int to, int a, int b, int c, std::uint64_t bits, std::integer_sequence<int>,
                        narrow_rows<Program, F, Arch, Pieces> const& all) {
    using B = simd::batch<F, Arch>;
    auto const& r = all.uniform;
    auto const each_row = [&](auto const& f) OGIVE_INLINE_LAMBDA {
        alignas(64) F value[simd::lanes<B>];
        simd::store(value, r.value[a][0]);
        for (std::size_t k = 0; k < all.live; ++k) f(k, value[k * static_cast<std::size_t>(all.of_a_row)]);
    };
    if constexpr (Op == &kind::number)
        r.value[to][0] = math::number<B>(detail::bits_as<double>(bits));
    else if constexpr (Op == &machine::load_row)
        r.value[to][0] = simd::in_turn<B>(all.shared.operands[a].data + all.first, all.row);
    else if constexpr (Op == &record<column_count_primitive>)
        r.value[to][0] = B(static_cast<F>(all.shared.shape.columns));
    else if constexpr (Op == &machine::store_row)
        each_row([&](std::size_t k, F v)
                     OGIVE_INLINE_LAMBDA { put(all.shared.outputs[b].data[all.first + k], v, bits); });
    else if constexpr (Op->reduces())
        each_row([&](std::size_t, F v) OGIVE_INLINE_LAMBDA { two_sum(all.sum[b], B(v)); });
    else if constexpr (Op != &record<reciprocal_of_uniform_primitive>)
        step<primitive_of<Op>>(r, to, a, b, c, std::integer_sequence<int, 0>{});
}

/// How many pieces are worked on side by side; none: as wide rows.
template <auto const& Program, class F, class Arch, int Pack, bool Strided>
inline constexpr int narrow_pieces = [] {
    if (Strided || Program.stages < 2) return 0;
    for (int k = 0; k < Program.stages; ++k)
        if (Program.columns[k].values > large_body) return 0;  // code that much again
    int pieces = 1;
    while (pieces < 8 && pieces <= Pack && 2 * pieces <= static_cast<int>(simd::lanes<simd::batch<F, Arch>>))
        pieces *= 2;
    return pieces;
}();

/// The most columns of a narrow row: two rows at least are side by side.
template <class B>
constexpr std::size_t narrow_columns(int pieces) {
    return simd::lanes<B> * static_cast<std::size_t>(pieces < 4 ? (pieces > 0) : 2);
}

/// The rows from `first` to before `last`.
template <auto const& Program, class F, class Arch, int Pieces, int... Stage>
[[gnu::noinline]] void run_narrow_rows(shared_by_rows<Program, F, Arch> const& shared, std::size_t first,
                                       std::size_t last, F* room, std::integer_sequence<int, Stage...>) {
    using S = shared_by_rows<Program, F, Arch>;
    using B = simd::batch<F, Arch>;
    using Condition = simd::condition_of<B>;
    constexpr int uniforms = row_values<Program, F>::uniforms, values = [] {
        int most = 1;
        for (int k = 0; k < Program.stages; ++k)
            for (int const v : {Program.columns[k].values, Program.peeks[k].values})
                if (v > most) most = v;
        return most;
    }();
    constexpr std::make_integer_sequence<int, Pieces> pieces{};

    B value[values][Pieces], uniform[uniforms][1];
    Condition condition[values][Pieces], uniform_condition[uniforms][1];
    each_of<Program.uniforms>([&](int k) OGIVE_INLINE_LAMBDA {
        uniform[k][0] = B(shared.values.value[k][0]);
        uniform_condition[k][0] = simd::in_all_lanes<B>(shared.values.condition[k][0]);
    });
    running<B> sum[S::accumulators];
    shared.begin(sum);
    F* stream[S::streams];
    shared.streams_of(first, room, stream);

    narrow_rows<Program, F, Arch, Pieces> all({value, condition}, {uniform, uniform_condition}, shared, stream, sum,
                                              first);
    bool in_doubt = false;  // whether the last guess was wrong
    while (all.first < last) {
        all.look(last);
        auto const stage = [&]<int K>(std::integral_constant<int, K>) OGIVE_INLINE_LAMBDA {
            constexpr code_block before = Program.before_columns[K], code = Program.columns[K],
                                 found = Program.guesses[K], peeks = Program.peeks[K];
            auto const begin = [&]() OGIVE_INLINE_LAMBDA {
                visit_all<Program, before.first, before.last>(std::integer_sequence<int>{},
                                                              further_folds<before.first, before.last>, all);
            };
            auto const find = [&]() OGIVE_INLINE_LAMBDA {
                visit_all<Program, found.first, found.last>(std::integer_sequence<int>{},
                                                            further_folds<found.first, found.last>, all);
            };
            guess<Program, K>(uniform);
            if constexpr (!peeks.empty())
                if (in_doubt) [[unlikely]] {
                    begin();
                    visit_all<Program, peeks.first, peeks.last>(pieces, further_folds<peeks.first, peeks.last>, all);
                    find();
                }
            for (;;) {
                begin();
                if constexpr (is_seldom<Program, K>) {
                    auto const asked = uniform_condition[code.asked_by][0];
                    if (!simd::in_any_lane<B>(code.asked_when ? asked : !asked)) {
                        leave_out<Program, code.sinks, code.last>(uniform, instructions<code.sinks, code.last>);
                        return;
                    }
                }
                visit_all<Program, code.first, code.last>(pieces, further_folds<code.first, code.last>, all);
                if constexpr (found.empty()) break;
                guessed_values<Program, K, B> const was(uniform);
                find();
                if (was.stay(uniform)) break;
            }
            if constexpr (!peeks.empty()) in_doubt = !is_usual<Program, K>(uniform);
        };
        (stage(std::integral_constant<int, Stage>{}), ...);
        visit_all<Program, Program.row_end.first, Program.row_end.last>(
            std::integer_sequence<int>{}, further_folds<Program.row_end.first, Program.row_end.last>, all);
        all.go_on();
    }
    shared.keep(sum, room);
}

}  // namespace ogive::detail
