#pragma once
// What a call would do: its loops, what they compute and move, which formulas were recognised, and what it will wait
// for.

#include <ogive/kernel/count.hpp>
#include <ogive/kernel/launch.hpp>
#include <ogive/kernel/loaded.hpp>
#include <ogive/kernel/lost_bits.hpp>
#include <ogive/kernel/source.hpp>
#include <ogive/print/text.hpp>

#include <string>

namespace ogive {

/// The equations by which the graph of a call was rewritten, each as text: `x * sigmoid(x) -> silu(x)`.
class rule_list {
public:
    static constexpr int most = 32;

    constexpr void add(rewriting const* r) {
        for (int i = 0; i < count_; ++i)
            if (rules_[i] == r) return;
        if (count_ < most) rules_[count_++] = r;
    }
    constexpr int size() const { return count_; }
    constexpr bool empty() const { return count_ == 0; }
    std::string operator[](int i) const { return side(rules_[i]->from) + " -> " + side(rules_[i]->to); }

    struct iterator {
        rule_list const* of;
        int at;
        std::string operator*() const { return (*of)[at]; }
        iterator& operator++() { return ++at, *this; }
        bool operator==(iterator const& other) const { return at == other.at; }
    };
    iterator begin() const { return {this, 0}; }
    iterator end() const { return {this, count_}; }

private:
    rewriting const* rules_[most]{};
    int count_ = 0;

    // As it is written down: nothing is simplified.
    static std::string side(formula f) {
        static constexpr leaf_name names_of_slots[] = {{0, "x"}, {1, "y"}, {2, "z"}};
        graph g;
        int at[longest_formula]{};
        for (int i = 0; i < f.size; ++i) {
            term const& t = f.terms[i];
            if (t.op == &kind::slot)
                at[i] = g.leaf(&kind::variable, t.bits);
            else if (t.arity == 0)
                at[i] = g.constant(std::bit_cast<double>(t.bits));
            else
                at[i] = g.insert(t.op, at[t.arg[0]], t.arity > 1 ? at[t.arg[1]] : no_node,
                                 t.arity > 2 ? at[t.arg[2]] : no_node);
        }
        return printing::written(g, at[f.size - 1], {names_of_slots, 3});
    }
};

/// The operations that each loop fuses.
class fused_operations {
public:
    static constexpr int most = 96;

    constexpr void add(int loop, operation const* op) {
        for (int i = 0; i < size_; ++i)
            if (all_[i].loop == loop && all_[i].op == op) {
                ++all_[i].times;
                return;
            }
        if (size_ < most) all_[size_++] = {op, loop, 1};
    }
    /// Calls visit(name, times) for each kind of operation in a loop.
    template <class Visit>
    constexpr void each(int loop, Visit visit) const {
        for (int i = 0; i < size_; ++i)
            if (all_[i].loop == loop) visit(all_[i].op->name, all_[i].times);
    }

private:
    struct entry {
        operation const* op = nullptr;
        int loop = 0, times = 0;
    };
    entry all_[most]{};
    int size_ = 0;
};

/// The values that several loops need: each is kept in a row, or computed again.
class shared_values {
public:
    static constexpr int most = 48;
    enum class way { in_an_output, in_scratch, again };
    struct value {
        operation const* op = nullptr;
        int loop = 0, later = 0;  ///< where it is computed first, and where it is needed too
        way how = way::again;

        bool operator==(value const&) const = default;
    };

    constexpr void add(value const& v) {
        for (int i = 0; i < size_; ++i)
            if (all_[i] == v) return;
        if (size_ < most) all_[size_++] = v;
    }
    constexpr int size() const { return size_; }
    constexpr value const* begin() const { return all_; }
    constexpr value const* end() const { return all_ + size_; }

private:
    value all_[most]{};
    int size_ = 0;
};

/// The plan of a call.
struct explanation {
    int written = 0;         ///< operations of the formula as it is written, each as often as it stands there
    int loops = 0;           ///< over the columns of a row; 1 for what is elementwise
    int seldom = 0;          ///< and those only for rows whose values choose what they compute; nothing below counts them
    int guessed = 0;         ///< values of a row that its loop takes for what they usually are; else it runs once more
    int nodes = 0;           ///< of the graph, each common subexpression once
    int operations = 0;      ///< for each element, in all loops
    int transcendental = 0;  ///< of these, calls of an exp-like function
    int divisions = 0;       ///< of these
    int bytes_read = 0, bytes_written = 0;  ///< for each element, of operands and results
    int scratch = 0;                        ///< rows kept from one loop to a later one
    int alive = 0;                          ///< the most values that are needed at one time
    int pack = 0;                           ///< vectors side by side
    int registers = 0;                      ///< vectors that the instruction set has room for
    int lanes = 0;                          ///< values in a vector
    bool fast = false;                      ///< the accuracy
    instruction_count instructions{};       ///< the fewest for a vector, within functions too
    fused_operations fused{};
    shared_values shared{};  ///< between the loops
    rule_list simplified{};  ///< by which exact equations
    rule_list rules{};       ///< by which others: what was recognised, or is computed with more digits
    /// Where the formula, or a gradient that was asked for, loses bits in float, full accuracy, as measured at up to 65,536
    /// points; nothing for what runs along rows.
    bit_losses (*losses)() = nullptr;

    /// Cycles of an element, by a rule of thumb: two vector instructions a cycle, a division 5 cycles for each 8
    /// values.
    constexpr double cycles_to_compute() const {
        double const all = instructions.total() * 0.5 / lanes, divided = instructions.divisions * 0.625;
        return all > divided ? all : divided;
    }
    /// Likewise where the data is in no cache: 8 bytes a cycle. OGIVE_BENCHMARK measures both.
    constexpr double cycles_to_move() const { return (bytes_read + bytes_written) / 8.0; }
    /// What a call over more than the caches hold waits for, as predicted: "memory" or "arithmetic".
    constexpr std::string_view bound() const {
        return cycles_to_move() < cycles_to_compute() ? "arithmetic" : "memory";
    }

    std::string text() const {
        std::string s;
        auto const line = [&](char const* name, int value) {
            s.append(name).append(": ").append(std::to_string(value)).append("\n");
        };
        line("operations written", written);
        line("loops", loops);
        if (seldom > 0) line("loops for few rows", seldom);
        if (guessed > 0) line("guessed for a row", guessed);
        for (int k = 0; k < loops; ++k) {
            s.append("fused in loop ").append(std::to_string(k + 1)).append(":");
            char const* before = " ";
            fused.each(k, [&](std::string_view name, int times) {
                s.append(before);
                if (times > 1) s.append(std::to_string(times)).append(" ");
                s.append(name);
                before = ", ";
            });
            s.append("\n");
        }
        for (auto const& [op, loop, later, how] : shared) {
            s.append(how == shared_values::way::again ? "computed again in loop " : "kept for loop ");
            s.append(std::to_string(later + 1)).append(": ").append(op->name).append(" of loop ").append(std::to_string(loop + 1));
            s.append(how == shared_values::way::again        ? "\n"
                     : how == shared_values::way::in_scratch ? ", in a scratch row\n"
                                                             : ", in the row of an output\n");
        }
        line("nodes", nodes);
        line("operations", operations);
        line("transcendental", transcendental);
        line("divisions", divisions);
        line("instructions", instructions.total());
        line("bytes read", bytes_read);
        line("bytes written", bytes_written);
        line("scratch rows", scratch);
        line("alive", alive);
        line("pack", pack);
        s.append("registers: ")
            .append(std::to_string(alive * pack))
            .append(" of ")
            .append(std::to_string(registers))
            .append("\n");
        s.append("accuracy: ").append(fast ? "fast" : "full").append("\n");
        for (std::string const& rule : simplified) s.append("simplified: ").append(rule).append("\n");
        for (std::string const& rule : rules) s.append("recognised: ").append(rule).append("\n");
        if (losses)
            for (lost_bits const& one : losses())
                s.append("loses ").append(std::to_string(one.bits)).append(" of 24 bits: ").append(one.operation)
                    .append(" at ").append(one.at).append("\n");
        s.append("bound: ").append(bound()).append(" (cycles an element: ").append(decimal(cycles_to_move()));
        s.append(" to move, ").append(decimal(cycles_to_compute())).append(" to compute)\n");
        return s;
    }
    std::string json() const {
        std::string s = "{";
        auto const field = [&](char const* name, int value) {
            s.append("\"").append(name).append("\": ").append(std::to_string(value)).append(", ");
        };
        auto const list = [&](char const* name, rule_list const& from) {
            s.append("\"").append(name).append("\": [");
            for (int i = 0; i < from.size(); ++i) s.append(i > 0 ? ", " : "").append(quoted(from[i]));
            s.append("], ");
        };
        field("written", written);
        field("loops", loops);
        field("seldom", seldom);
        field("guessed", guessed);
        s.append("\"fused\": [");
        for (int k = 0; k < loops; ++k) {
            s.append(k > 0 ? ", {" : "{");
            char const* before = "";
            fused.each(k, [&](std::string_view name, int times) {
                s.append(before).append(quoted(name)).append(": ").append(std::to_string(times));
                before = ", ";
            });
            s.append("}");
        }
        s.append("], \"shared\": [");
        for (char const* before = "{"; auto const& [op, loop, later, how] : shared) {
            s.append(before).append("\"operation\": ").append(quoted(op->name)).append(", \"loop\": ").append(std::to_string(loop));
            s.append(", \"later\": ").append(std::to_string(later)).append(", \"how\": \"");
            s.append(how == shared_values::way::again        ? "again"
                     : how == shared_values::way::in_scratch ? "scratch"
                                                             : "output");
            s.append("\"}");
            before = ", {";
        }
        s.append("], ");
        field("nodes", nodes);
        field("operations", operations);
        field("transcendental", transcendental);
        field("divisions", divisions);
        field("instructions", instructions.total());
        field("bytes_read", bytes_read);
        field("bytes_written", bytes_written);
        field("scratch", scratch);
        field("alive", alive);
        field("pack", pack);
        field("registers", registers);
        s.append("\"accuracy\": \"").append(fast ? "fast" : "full").append("\", ");
        list("simplified", simplified);
        list("rules", rules);
        s.append("\"losses\": [");
        if (losses) {
            char const* before = "{";
            for (lost_bits const& one : losses()) {
                s.append(before).append("\"operation\": ").append(quoted(one.operation)).append(", \"at\": ").append(quoted(one.at));
                s.append(", \"bits\": ").append(std::to_string(one.bits)).append("}");
                before = ", {";
            }
        }
        s.append("], ");
        s.append("\"cycles_to_move\": ").append(decimal(cycles_to_move()));
        s.append(", \"cycles_to_compute\": ").append(decimal(cycles_to_compute()));
        return s.append(", \"bound\": \"").append(bound()).append("\"}");
    }
    template <class Stream>
        requires requires(Stream& s, std::string const& text) { s << text; }
    friend Stream& operator<<(Stream& s, explanation const& e) {
        s << e.text();
        return s;
    }

private:
    /// A string of JSON (RFC 8259).
    static std::string quoted(std::string_view text) {
        std::string s = "\"";
        for (char const c : text) {
            if (static_cast<unsigned char>(c) < 0x20) {
                char const* const digits = "0123456789abcdef";
                s.append("\\u00").append(1, digits[c / 16]).append(1, digits[c % 16]);
            } else {
                if (c == '"' || c == '\\') s.append(1, '\\');
                s.append(1, c);
            }
        }
        return s.append(1, '"');
    }
    static std::string decimal(double x) {
        int const hundredths = static_cast<int>(x * 100 + 0.5), rest = hundredths % 100;
        return std::to_string(hundredths / 100) + (rest < 10 ? ".0" : ".") + std::to_string(rest);
    }
};

namespace detail {

/// Lowered into this, a formula counts its operations. What is made of a part is the count behind it.
struct written_operations {
    int count = 0;

    constexpr int constant(double) const { return count; }
    constexpr int leaf(operation const*, std::uint64_t) const { return count; }
    template <std::size_t N>
    constexpr int make(operation const* op, std::uint64_t, int const (&arguments)[N]) {
        if (op == described<int[N], reduce_primitive>) count = arguments[0];  // the others are there for their shape
        return ++count;
    }
    constexpr int again(operation const*, int, int, int) { return ++count; }
    constexpr int remembered(void const*) const { return -1; }
    constexpr int remember(void const*, int at) const { return at; }
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
        E::lower(formula);
        e.written = formula.count;
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
