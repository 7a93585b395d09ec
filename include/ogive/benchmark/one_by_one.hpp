#pragma once
// A call's operations one by one: each node of its graph is an expression of its own, evaluated into a buffer of its
// own. The graph is the one that the fused call runs, so that both are the same mathematics.

#include <ogive/benchmark/memory.hpp>
#include <ogive/kernel/call.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace ogive::benchmarking {

namespace detail {

/// A node that has stopped growing: its arguments stand before it.
struct operation_node {
    operation const* op = nullptr;
    std::uint16_t argument[3]{};
    std::uint64_t bits = 0;
    shape of = shapes::one;

    constexpr bool is_number() const { return op == &kind::number; }
    constexpr bool is_leaf() const { return op->arity == 0 && !is_number(); }
    /// What depends on the number of columns, or is checked by it.
    constexpr bool asks_the_row() const { return op->asks_the_row() || op->admits_some; }
    /// Computed where it is used: a condition, of which there is no range; and what is the same for a whole row.
    constexpr bool is_part() const {
        return op->arity > 0 && (op->condition || asks_the_row() || (!(of & shapes::per_column) && !op->reduces()));
    }
};

template <int Capacity, int Outputs>
struct operation_list {
    operation_node node[Capacity]{};
    int root[Outputs]{};
    int size = 0;  // more than Capacity: they did not fit
};

template <class List>
constexpr bool is_root(List const& list, int i) {
    for (int const root : list.root)
        if (root == i) return true;
    return false;
}
/// Whether node i is a pass of its own.
template <class List>
constexpr bool is_stored(List const& list, int i) {
    return list.node[i].op->arity > 0 && (!list.node[i].is_part() || is_root(list, i));
}
/// Whether what is computed with node i asks the row.
template <class List>
constexpr bool asks_the_row(List const& list, int i) {
    if (list.node[i].asks_the_row()) return true;
    for (int j = 0; j < list.node[i].op->arity; ++j) {
        int const a = list.node[i].argument[j];
        if (list.node[a].is_part() && asks_the_row(list, a)) return true;
    }
    return false;
}
/// One value a row, or for all, which asks the row: it is computed from the leaves again, where there are columns.
template <class List>
constexpr bool starts_at_the_leaves(List const& list, int i) {
    return !(list.node[i].of & shapes::per_column) && !list.node[i].op->reduces() && asks_the_row(list, i);
}

template <class Source, int Capacity>
constexpr auto drafted_operations() {
    operation_list<Capacity, Source::outputs> list;
    int roots[Source::outputs];
    typename Source::graph g(equations::stabilising, Source::leaves, Source::operands);
    Source::lower(g, roots);
    int* const at = new int[static_cast<std::size_t>(g.size())];
    list.size = reachable(g, roots, Source::outputs, at);
    for (int i = 0; i < g.size() && list.size <= Capacity; ++i) {
        if (at[i] < 0) continue;
        node const& n = g[i];
        operation_node& to = list.node[at[i]];
        to = {.op = n.op, .bits = n.bits, .of = n.of};
        for (int j = 0; j < n.op->arity; ++j) to.argument[j] = static_cast<std::uint16_t>(at[n.argument(j)]);
    }
    for (int k = 0; k < Source::outputs; ++k) list.root[k] = at[roots[k]];
    delete[] at;
    return list;
}
template <class Source, int Capacity>
constexpr auto fitted_operations() {
    constexpr auto draft = drafted_operations<Source, Capacity>();
    if constexpr (draft.size > Capacity) {
        return fitted_operations<Source, draft.size>();
    } else {
        operation_list<(draft.size > 0 ? draft.size : 1), Source::outputs> list;
        list.size = draft.size;
        for (int i = 0; i < draft.size; ++i) list.node[i] = draft.node[i];
        for (int k = 0; k < Source::outputs; ++k) list.root[k] = draft.root[k];
        return list;
    }
}
/// The operations of what Source writes.
template <class Source>
inline constexpr auto operations_of = fitted_operations<Source, 64>();

/// The nodes that an operation reads: leaves, and what operations before it have stored.
struct reading_list {
    static constexpr int most = 26;
    int node[most]{};
    int size = 0;

    constexpr int place(int i) const {
        int k = 0;
        while (k < size && node[k] != i) ++k;
        return k;
    }
};
template <class List>
constexpr void collect(List const& list, int i, bool to_the_leaves, reading_list& found) {
    for (int j = 0; j < list.node[i].op->arity; ++j) {
        int const a = list.node[i].argument[j];
        if (list.node[a].is_number()) continue;
        if (list.node[a].op->arity > 0 && (to_the_leaves || list.node[a].is_part()))
            collect(list, a, to_the_leaves, found);
        else if (found.place(a) == found.size)
            found.node[found.size++] = a;
    }
}
template <class List>
constexpr reading_list reads_of(List const& list, int i) {
    reading_list found;
    if (list.node[i].op->arity > 0)
        collect(list, i, starts_at_the_leaves(list, i), found);
    else if (!list.node[i].is_number())
        found.node[found.size++] = i;
    return found;
}

// Named by their place, so that all products of two ranges are one kernel.
constexpr fixed_string<2> letter(int place) {
    char const name[2] = {static_cast<char>('a' + place), 0};
    return name;
}
template <shape Of, int Place>
using name_at = std::conditional_t<bool(Of& shapes::per_row), var<letter(Place)>, param<letter(Place)>>;

template <auto const& List, int Root, int I>
consteval auto term_of() {
    constexpr operation_node n = List.node[I];
    if constexpr (n.is_number())
        return constant<real(std::bit_cast<double>(n.bits))>{};
    else if constexpr (n.op->arity == 0 || (I != Root && !n.is_part() && !starts_at_the_leaves(List, Root)))
        return name_at<n.of, reads_of(List, Root).place(I)>{};
    else
        return []<int... J>(std::integer_sequence<int, J...>) {
            return call<primitive_of<List.node[I].op>, decltype(term_of<List, Root, List.node[I].argument[J]>())...>{};
        }
    (std::make_integer_sequence<int, n.op->arity>{});
}
/// Node I alone: its number, or the first letter.
template <auto const& List, int I>
consteval auto whole_of() {
    if constexpr (List.node[I].is_number())
        return constant<real(std::bit_cast<double>(List.node[I].bits))>{};
    else
        return name_at<List.node[I].of, 0>{};
}
/// Operation I as an expression of the letters that it reads.
template <auto const& List, int I>
using term = decltype(term_of<List, I, I>());

template <shape Of, class F>
OGIVE_INLINE auto source_view(F const* data, std::size_t rows, std::size_t columns) {
    if constexpr (dimensions(Of) == shapes::per_element)
        return matrix_view<F const>(data, rows, columns, columns);
    else if constexpr (dimensions(Of) == shapes::per_row)
        return per_row_view<F const>{data, rows};
    else if constexpr (dimensions(Of) == shapes::per_column)
        return range_view<F const>{data, columns};
    else
        return *data;
}
template <shape Of, class F>
OGIVE_INLINE auto result_view(F* data, std::size_t rows, std::size_t columns) {
    if constexpr (dimensions(Of) == shapes::per_element)
        return matrix_view<F>(data, rows, columns, columns);
    else if constexpr (dimensions(Of) == shapes::per_row)
        return range_view<F>{data, rows};
    else if constexpr (dimensions(Of) == shapes::per_column)
        return range_view<F>{data, columns};
    else
        return scalar_view<F>{data};
}
constexpr std::size_t values_of(shape of, std::size_t rows, std::size_t columns) {
    return (of & shapes::per_row ? rows : 1) * (of & shapes::per_column ? columns : 1);
}

/// One operation. A kernel of its own for each kind of operation and shapes.
template <class E, shape To, class Settings, class F, shape... Of, std::size_t... K>
[[gnu::noinline]] void run_operation(F* to, F const* const* from, std::size_t rows, std::size_t columns,
                                     std::index_sequence<K...>) {
    [[maybe_unused]] auto const bound = [&]<shape S, std::size_t J>() {
        auto const view = source_view<S>(from[J], rows, columns);
        return binding<name_at<S, static_cast<int>(J)>, std::remove_const_t<decltype(view)>>{view};
    };
    ogive::evaluate<typename Settings::accuracy, arch<typename Settings::arch>>(E{}, result_view<To>(to, rows, columns),
                                                                                bound.template operator()<Of, K>()...);
}

}  // namespace detail

/// Runs the operations of Source one after another, over memory. A buffer is taken again when what it held has been
/// read for the last time, as the allocators of frameworks do.
template <class Source, class Settings, class F>
class one_by_one {
    static constexpr auto& list = detail::operations_of<Source>;

    static constexpr shape shape_of_result(int k) {
        return Source::to[k].by_result ? dimensions(list.node[list.root[k]].of) : Source::to[k].of;
    }
    /// The result that this operation can be stored to at once; -1: none.
    static constexpr int result_of(int i) {
        for (int k = 0; k < Source::outputs; ++k)
            if (list.root[k] == i && detail::is_stored(list, i) && dimensions(list.node[i].of) == shape_of_result(k))
                return k;
        return -1;
    }

public:
    /// `operands` and `results` are those of Source, in order.
    one_by_one(std::vector<F const*> const& operands, std::vector<F*> const& results, std::size_t rows,
               std::size_t columns)
        : results_(results), rows_(rows), columns_(columns) {
        int last_use[list_size]{};
        for (int i = 0; i < list.size; ++i) {
            auto const reads = detail::reads_of(list, i);
            for (int k = 0; k < reads.size && detail::is_stored(list, i); ++k) last_use[reads.node[k]] = i;
        }
        for (int root : list.root) last_use[root] = list.size;

        std::vector<int> holds;  // of each buffer: the node
        for (int i = 0; i < list.size; ++i) {
            detail::operation_node const& n = list.node[i];
            if (n.is_leaf()) {
                for (int k = 0; k < Source::operands; ++k)
                    if (Source::leaves[k].key == n.bits) at_[i] = operands[static_cast<std::size_t>(k)];
            } else if (result_of(i) >= 0) {
                at_[i] = results[static_cast<std::size_t>(result_of(i))];
            } else if (detail::is_stored(list, i)) {
                std::size_t b = 0;
                while (b < holds.size() && (last_use[holds[b]] >= i || list.node[holds[b]].of != n.of)) ++b;
                if (b == holds.size()) holds.push_back(i);
                holds[b] = i;
                at_[i] = memory<F>::intermediate(b, detail::values_of(n.of, rows, columns));
            }
        }
    }

    void operator()() const {
        operations<0>();
        [&]<int... K>(std::integer_sequence<int, K...>) { (copy<K>(), ...); }
        (std::make_integer_sequence<int, Source::outputs>{});
    }

    /// Values per element that all passes together read, and write.
    static constexpr int reads() {
        int n = 0;
        each_pass([&](detail::reading_list const& reads, shape) {
            for (int k = 0; k < reads.size; ++k) n += dimensions(list.node[reads.node[k]].of) == shapes::per_element;
        });
        return n;
    }
    static constexpr int writes() {
        int n = 0;
        each_pass([&](detail::reading_list const&, shape to) { n += dimensions(to) == shapes::per_element; });
        return n;
    }
    static constexpr int passes() {
        int n = 0;
        each_pass([&](detail::reading_list const&, shape) { ++n; });
        return n;
    }

private:
    static constexpr int list_size = list.size + 1;

    F const* at_[list_size]{};
    std::vector<F*> results_;
    std::size_t rows_, columns_;

    template <class Visit>
    static constexpr void each_pass(Visit visit) {
        for (int i = 0; i < list.size; ++i)
            if (detail::is_stored(list, i)) visit(detail::reads_of(list, i), list.node[i].of);
        for (int k = 0; k < Source::outputs; ++k)
            if (result_of(list.root[k]) != k) visit(copied(list.root[k]), shape_of_result(k));
    }
    static constexpr detail::reading_list copied(int i) {
        detail::reading_list one;
        if (!list.node[i].is_number()) one.node[one.size++] = i;
        return one;
    }

    template <class E, shape To, auto Reads, std::size_t... K>
    void run(F* to, std::index_sequence<K...> places) const {
        F const* const from[sizeof...(K) + 1] = {at_[Reads.node[K]]...};
        detail::run_operation<E, To, Settings, F, list.node[Reads.node[K]].of...>(to, from, rows_, columns_, places);
    }
    template <int I>
    void operation() const {
        if constexpr (detail::is_stored(list, I)) {
            constexpr auto reads = detail::reads_of(list, I);
            run<detail::term<list, I>, list.node[I].of, reads>(const_cast<F*>(at_[I]),
                                                               std::make_index_sequence<reads.size>{});
        }
    }
    // In parts: clang folds up to 256 operands.
    template <int First>
    void operations() const {
        constexpr int n = list.size - First < 128 ? list.size - First : 128;
        [&]<int... I>(std::integer_sequence<int, I...>) { (operation<First + I>(), ...); }
        (std::make_integer_sequence<int, n>{});
        if constexpr (First + n < list.size) operations<First + n>();
    }
    /// A result that no operation has stored: a leaf, a number, or the same as another.
    template <int K>
    void copy() const {
        constexpr int i = list.root[K];
        if constexpr (result_of(i) != K) {
            constexpr auto reads = copied(i);
            run<decltype(detail::whole_of<list, i>()), shape_of_result(K), reads>(
                results_[K], std::make_index_sequence<reads.size>{});
        }
    }
};

}  // namespace ogive::benchmarking
