#pragma once
// Calls that are one loop over elements, begun at once: of what a call on few elements takes, the checks and the rows of the
// general way would be most (docs/design/0028).

#include <ogive/kernel/launch.hpp>
#include <ogive/meta/bundle.hpp>

#include <utility>

namespace ogive::detail {

/// Whether an operand or output has elements, and whether one loop can go through them.
template <class View>
inline constexpr bool has_elements = is_range_view<View> || is_matrix_view<View>;
template <class View>
inline constexpr bool is_row_or_number = !is_interleaved_view<View> && !is_per_row_view<View>;

/// Whether a call is one loop with nothing before it but values of numbers and nothing behind it but sums, if its matrices
/// have no gaps and it is not for threads.
template <auto const& Program, class... Views>
inline constexpr bool can_be_one_loop = Program.flat && Program.stages == 1 && Program.scratch_rows == 0 &&
                                        Program.checks.empty() && (is_row_or_number<Views> && ...);

/// The rows and columns of what has elements; a range is one row.
template <class View>
OGIVE_INLINE domain domain_of(View const& v) {
    if constexpr (is_matrix_view<View>) return {v.row_count, v.column_count};
    else return {1, v.size};
}

/// Whether these are the rows and columns of a domain, without gaps.
template <class View>
OGIVE_INLINE bool fills(View const& v, domain d) {
    if constexpr (!has_elements<View>) return true;
    else if constexpr (is_range_view<View>) return v.size == d.rows * d.columns;
    else return v.row_count == d.rows && v.column_count == d.columns && v.row_stride == d.columns;
}

/// Whether an output and an operand, or an output before it, have a byte in common but are not the same elements in the same
/// places; `bytes` are those of what has elements.
template <bool IsOperand, class Output, class Other>
OGIVE_INLINE bool is_in_the_way(Output const& output, Other const& other, std::size_t bytes) {
    if constexpr (std::is_arithmetic_v<Other> || is_unread<Other>) {
        return false;
    } else {
        constexpr bool same_shape = has_elements<Output> == has_elements<Other>;
        std::size_t const size = has_elements<Output> ? bytes : sizeof(*output.data),
                          size_of_other = has_elements<Other> ? bytes : sizeof(*other.data);
        auto const distance = reinterpret_cast<std::uintptr_t>(output.data) - reinterpret_cast<std::uintptr_t>(other.data);
        bool const meet = distance + (size - 1) < size + size_of_other - 1;
        return IsOperand && same_shape ? meet & (distance != 0) : meet;
    }
}
template <int Operands, std::size_t Output, class... View, std::size_t... Before>
OGIVE_INLINE bool meets_one(bundle<View...> const& all, [[maybe_unused]] std::size_t bytes,
                            std::index_sequence<Before...>) {
    return (0 | ... | int(is_in_the_way<(Before < Operands)>(member<Output>(all), member<Before>(all), bytes)));
}

/// Whether a look at operands and outputs, in this order, is enough: all have as many elements as d, side by side, and no
/// output is in the way.
template <class F, int Operands, class... View, std::size_t... Each, std::size_t... Output>
OGIVE_INLINE bool go_together(bundle<View...> const& all, domain d, std::index_sequence<Each...>,
                              std::index_sequence<Output...>) {
    std::size_t const bytes = d.rows * d.columns * sizeof(F);
    return (int(fills(member<Each>(all), d)) & ...) &&
           !(int(meets_one<Operands, Operands + Output>(all, bytes, std::make_index_sequence<Operands + Output>{})) | ...);
}

/// A number, or where a call's loop finds the elements; in a register where it can be.
template <class F, class View>
OGIVE_INLINE auto start_of(View const& v) {
    if constexpr (std::is_arithmetic_v<View>) return static_cast<F>(v);
    else if constexpr (is_unread<View>) return F(0);
    else return const_cast<F*>(v.data);  // inputs are only read
}
template <class F>
OGIVE_INLINE stream_source<F> source_from(F number) {
    return {.number = number};
}
template <class F>
OGIVE_INLINE stream_source<F> source_from(F* data) {
    return {.data = data};
}

/// The loop; the operands come first.
template <auto const& Program, class F, class Arch, int Pack, int Operands, class... Start>
[[gnu::noinline]] void run_one_loop(std::size_t elements, Start... start) {
    using B = simd::batch<F, Arch>;
    constexpr int streams = Program.streams, accumulators = shared_by_rows<Program, F, Arch>::accumulators;
    static constexpr unit_strides<streams> strides{};
    stream_source<F> const sources[streams] = {source_from<F>(start)...};
    stream_source<F> const* const outputs = sources + Operands;
    F* stream[streams];
    each_of<streams>([&](int s) OGIVE_INLINE_LAMBDA { stream[s] = sources[s].data; });
    constexpr auto zero = [](running<B>(&sum)[accumulators]) OGIVE_INLINE_LAMBDA {
        each_of<accumulators>([&](int k) OGIVE_INLINE_LAMBDA { sum[k] = {math::number<B>(0), math::number<B>(0)}; });
    };
    running<B> sum[accumulators];
    zero(sum);
    row_values<Program, F> own{};
    uniform_values<F, Arch> const all{{own.value, own.condition}, sources, outputs, 0, elements, sum};
    visit_block<Program, Program.before_rows>(all);
    visit_block<Program, Program.before_columns[0]>(all);
    broadcast_values<Program, 0, F, Arch> const wide(own);

    auto const ways = ways_of<Program, Arch, Pack, false>(elements, sources, Operands, outputs, streams - Operands);
    constexpr std::size_t block = block_elements<Program>;
    if constexpr (!adds_up_rows<Program>)
        all_columns<Program, 0, F, Arch, Pack, false>(elements, stream, strides.of, wide.value, wide.condition, sum, ways);
    else
        for (std::size_t done = 0; done < elements; done += block) {
            running<B> of_block[accumulators];
            zero(of_block);
            all_columns<Program, 0, F, Arch, Pack, false>(elements - done < block ? elements - done : block, stream, strides.of,
                                                          wide.value, wide.condition, of_block, ways);
            each_of<accumulators>([&](int k) OGIVE_INLINE_LAMBDA { add_up(sum[k], of_block[k]); });
            each_of<streams>([&](int s) OGIVE_INLINE_LAMBDA { stream[s] += block; });
        }

    if (ways.bypass) simd::end_streaming();
    constexpr code_block code = Program.columns[0];
    finish_all<Program, false, code.sinks, code.last>(all, sinks_of<code>);
    visit_block<Program, Program.after_rows>(all);
    visit_block<Program, Program.at_last>(all);
}

/// Runs it over the operands and outputs of a call.
template <auto const& Program, class Settings, class F, int Operands, class... View, std::size_t... Each>
OGIVE_INLINE void launch_one_loop(bundle<View...> const& all, domain d, std::index_sequence<Each...>) {
    using arch = typename Settings::arch;
    run_one_loop<Program, F, arch, pack_of<Program, Settings::pack, arch, F>(), Operands>(d.rows * d.columns,
                                                                                          start_of<F>(member<Each>(all))...);
}

}  // namespace ogive::detail
