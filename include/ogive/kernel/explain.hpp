#pragma once
// What a call would do: its loops, what they compute and move, which formulas were recognised, and what it will wait
// for.

#include <ogive/kernel/count.hpp>
#include <ogive/kernel/explanation.hpp>
#include <ogive/kernel/launch.hpp>
#include <ogive/kernel/loaded.hpp>
#include <ogive/kernel/lost_bits.hpp>
#include <ogive/kernel/source.hpp>

namespace ogive {

namespace detail {

/// Lowered into this, each part of a formula is the number of operations that it is written with, at most a billion.
struct written_operations {
    static constexpr int most = 1'000'000'000;

    constexpr int constant(double) const { return 0; }
    constexpr int leaf(operation const*, std::uint64_t) const { return 0; }
    template <std::size_t N>
    constexpr int make(operation const* op, std::uint64_t, int const (&arguments)[N]) {
        if (op == described<int[N], reduce_primitive>) return one_more(arguments[0]);  // the others are there for their shape
        return one_more(arguments[0], N > 1 ? arguments[N > 1 ? 1 : 0] : 0, N > 2 ? arguments[N > 2 ? 2 : 0] : 0);
    }
    constexpr int again(operation const* op, int a, int b, int c) {
        return one_more(a, op->arity > 1 ? b : 0, op->arity > 2 ? c : 0);
    }
    constexpr int remembered(void const*) const { return -1; }
    constexpr int remember(void const*, int at) const { return at; }

private:
    static constexpr int one_more(int a, int b = 0, int c = 0) {
        long long const sum = 1LL + a + b + c;
        return sum < most ? static_cast<int>(sum) : most;
    }
};

template <class Source>
constexpr void explain_graph(explanation& e) {
    int roots[Source::outputs];
    typename Source::graph g(equations::stabilising, Source::leaves, Source::operands);
    Source::lower(g, roots);
    int* const at = new int[static_cast<std::size_t>(g.size())];
    e.nodes = reachable(g, roots, Source::outputs, at);
    for (int k = 0; k < g.rewritten(); ++k) e.rules.add(g.rewriting_at(k));
    for (int k = 0; k < g.simplified(); ++k) e.simplified.add(g.simplification_at(k));
    delete[] at;
}

/// The loops of a program over the columns that every row needs, those after the last row last. The last stage of what is
/// one value for a row has none.
class column_loops {
public:
    template <class Program>
    constexpr explicit column_loops(Program const& program) {
        for (int k = 0; k < program.stages; ++k)
            if (!program.columns[k].is_seldom()) add(program.columns[k]);
        add(program.late_columns);
    }
    constexpr int size() const { return size_; }
    constexpr code_block const& operator[](int k) const { return *all_[k]; }

private:
    code_block const* all_[most_stages + 1]{};
    int size_ = 0;

    constexpr void add(code_block const& block) {
        if (block.loop < block.last) all_[size_++] = &block;
    }
};

/// What the loops of a program have in common: it is followed with a number for each different value.
template <class Program>
constexpr void explain_shared(shared_values& to, Program const& program, column_loops const& loops) {
    struct number_of_value {
        operation const* op = nullptr;
        int a = -1, b = -1, c = -1;
        std::uint64_t bits = 0;
        int loop = 0;
    };
    auto* const all = new number_of_value[static_cast<std::size_t>(program.size) + 1];
    int* const at = new int[static_cast<std::size_t>(program.size) + 1];       // the value in each place
    int* const in = new int[static_cast<std::size_t>(program.streams) + 1];  // and in each stream
    int count = 0;
    for (int s = 0; s < program.streams; ++s) in[s] = -1;
    auto const numbered = [&](number_of_value const& v) {
        for (int i = 0; i < count; ++i)
            if (all[i].op == v.op && all[i].a == v.a && all[i].b == v.b && all[i].c == v.c && all[i].bits == v.bits) return i;
        all[count] = v;
        return count++;
    };
    for (int k = 0; k < loops.size(); ++k) {
        code_block const& block = loops[k];
        for (int i = block.first; i < block.last; ++i) {
            instruction const& next = program.code[i];
            if (next.op == &machine::store) {
                in[next.b] = at[next.a];
            } else if (next.op == &machine::load && in[next.a] >= 0) {
                int const v = at[next.to] = in[next.a];
                bool const scratch = next.a >= program.streams - program.scratch_rows;
                if (all[v].loop < k)
                    to.add({all[v].op, all[v].loop, k,
                            scratch ? shared_values::way::in_scratch : shared_values::way::in_an_output});
            } else if (!next.op->reduces()) {
                int const arity = next.op->arity;
                int const v = at[next.to] =
                    numbered({next.op, arity > 0 ? at[next.a] : next.a, arity > 1 ? at[next.b] : -1,
                              arity > 2 ? at[next.c] : -1, next.bits, k});
                if (arity > 0 && all[v].loop < k) to.add({next.op, all[v].loop, k, shared_values::way::again});
            }
        }
    }
    delete[] all;
    delete[] at;
    delete[] in;
}

template <class Source, class Settings>
constexpr explanation explained() {
    constexpr auto& program = program_of<Source>;
    using vector = simd::batch<float, typename Settings::arch>;
    explanation e;
    explain_graph<Source>(e);
    column_loops const loops(program);
    e.loops = loops.size();
    e.scratch = program.scratch_rows;
    e.pack = pack_of<program, Settings::pack, typename Settings::arch, float>();
    e.registers = simd::registers<typename Settings::arch>;
    e.lanes = static_cast<int>(simd::lanes<vector>);
    e.instructions = count_of_program<program, vector>;
    e.fast = program.fast;
    explain_shared(e.shared, program, loops);
    int const borrowed = program.streams - program.scratch_rows;
    bool read[program.streams + 1]{}, written[program.streams + 1]{};
    for (int k = 0; k < e.loops; ++k) {
        code_block const& b = loops[k];
        for (int i = b.loop; i < b.last; ++i)
            if (operation const* const op = program.code[i].op; op->arity > 0) e.fused.add(k, op);
    }
    for (int k = 0; k < program.stages; ++k) {
        code_block const& b = program.columns[k];
        e.guessed += program.guesses[k].last - program.guesses[k].first;
        if (b.is_seldom()) {
            ++e.seldom;
            continue;
        }
        if (b.alive > e.alive) e.alive = b.alive;
        for (int i = b.loop; i < b.last; ++i) {
            instruction const& in = program.code[i];
            if (in.op == &machine::load) {
                if (in.a < borrowed && !written[in.a]) read[in.a] = true;  // else it is kept there
            } else if (in.op == &machine::store) {
                if (in.b < borrowed) written[in.b] = true;
            } else if (in.op->arity > 0) {
                ++e.operations;
                e.transcendental += in.op->price.transcendental;
                e.divisions += in.op->price.division;
            }
        }
    }
    for (int s = 0; s < borrowed; ++s) {
        e.bytes_read += read[s] ? 4 : 0;
        e.bytes_written += written[s] ? 4 : 0;
    }
    return e;
}

template <class Leaf>
using assumed_binding =
    binding<Leaf, std::conditional_t<Leaf::kind == &kind::parameter, float, range_view<float const>>>;
template <class X>
using assumed_gradient =
    gradient<X, std::conditional_t<X::kind == &kind::parameter, scalar_view<float>, matrix_view<float>>, false>;

template <class E>
inline constexpr bool is_one_number = [] {
    constexpr shapes_alone g{nullptr, 0};
    return dimensions(static_cast<shape>(E::lower(g))) == shapes::one;
}();
template <class E>
using assumed_range = std::conditional_t<is_one_number<E>, float, range_view<float const>>;
template <class E>
using assumed_output = std::conditional_t<is_one_number<E>, scalar_view<float>, range_view<float>>;

template <class E, class X>
struct elementwise_derivative {
    using type = types<>;
};
template <class E, class X>
    requires is_measurable<E>
struct elementwise_derivative<E, X> {
    using type = types<decltype(derivative(E{}, X{}))>;
};

/// What is asked of an explanation: gradients, and values that are loaded.
template <class T>
struct asked;
template <class X>
struct asked<gradient_name<X>> {
    template <class E>
    using expressions = typename elementwise_derivative<E, X>::type;
    using names = types<X>;
    using gradients = types<assumed_gradient<X>>;
    using loads = types<>;
};
template <class E>
struct asked<loaded_value<E>> {
    template <class>
    using expressions = types<>;
    using names = types<>;
    using gradients = types<>;
    using loads = types<binding<loaded_value<E>, assumed_range<E>>>;
};

/// The names whose gradients are asked for though they do not occur in E.
template <class E, class... Asked>
using asked_in_vain = typename missing_from<types<>, join_t<typename asked<Asked>::names...>, typename E::leaves>::type;

template <class... E>
constexpr auto losses_of(types<E...>) {
    return &lost_in<E...>;
}

template <class Settings, class E, class Base, class... Loads>
constexpr explanation explain_source() {
    using source = typename source_with<Base, Loads...>::type;
    using check = typename load_check_of<source, types<E>, Loads...>::type;
    if constexpr (check::ok) {
        explanation e = explained<source, Settings>();
        written_operations formula;
        e.written = E::lower(formula);
        return e;
    } else {
        check::explain();
        return {};
    }
}
template <class Settings, class E, class... Leaf, class... Gradients, class... Loads>
constexpr explanation explain_call(types<Leaf...>, types<Gradients...>, types<Loads...>) {
    using accuracy = typename Settings::accuracy;
    if constexpr (sizeof...(Gradients) == 0)
        return explain_source<
            Settings, E, stored_source<accuracy, types<assumed_binding<Leaf>...>, output<E, assumed_output<E>, false>>,
            Loads...>();
    else
        return explain_source<
            Settings, E,
            gradient_source<E, accuracy, types<binding<upstream, assumed_range<E>>, assumed_binding<Leaf>...>,
                            Gradients...>,
            Loads...>();
}

}  // namespace detail

template <class... Asked>
inline constexpr bool what_is_asked_is_a_gradient_or_a_value = (requires { typename detail::asked<Asked>::loads; } && ...);

/// The plan of evaluate, or with `grad(x)` of backward: of floats, every var bound to a range, every param to a number.
/// With `value(e)` the value of e is loaded.
///
/// Says where bits are lost: the formula is run at many points when it prints itself, or by .losses().
///
/// Shape       a constant expression; prints itself to a stream as text, by .json() as JSON
/// Units       bytes and operations of an element, cycles of an element as predicted, not measured
/// Errors      compile time only: the formula is no expression, a gradient by a name that it does not have, what is no
///             option
/// Cost        of the numbers none at run time; of the losses up to 65,536 evaluations for each formula
template <class... Options, class Arch = simd::default_arch, class E, class... Asked>
constexpr explanation explain(E formula, Asked...) {
    if constexpr (!detail::options_are_fine<detail::settings<Arch, Options...>>()) {
        return {};
    } else if constexpr (!what_is_asked_is_a_gradient_or_a_value<Asked...>) {
        static_assert(what_is_asked_is_a_gradient_or_a_value<Asked...>,
                      "ogive: what is asked of an explanation is a gradient or a loaded value: explain(e, og::grad(x))");
        return {};
    } else if constexpr (!expression<E>) {
        (void)to_expression(formula);
        return {};
    } else if constexpr (contains_v<any_name, typename E::leaves>) {
        return {};  // refused already
    } else if constexpr (size_v<detail::asked_in_vain<E, Asked...>> > 0) {
        detail::explain_unused(typename detail::spellings<detail::asked_in_vain<E, Asked...>>::type{});
        return {};
    } else {
        explanation e = detail::explain_call<detail::settings<Arch, Options...>, E>(
            typename E::leaves{}, join_t<typename detail::asked<Asked>::gradients...>{},
            join_t<typename detail::asked<Asked>::loads...>{});
        e.losses = detail::losses_of(join_t<types<E>, typename detail::asked<Asked>::template expressions<E>...>{});
        return e;
    }
}
/// Refused.
template <auto Value, class... Options, class... Arguments>
constexpr explanation explain(Arguments const&...) {
    detail::refuse_an_option<Value>();
    return {};
}
template <class Option, auto Value, class... Options, class... Arguments>
constexpr explanation explain(Arguments const&...) {
    detail::refuse_an_option<Value>();
    return {};
}

}  // namespace ogive
