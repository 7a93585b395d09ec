#pragma once
// What a call would do: its loops, what they compute and move, and which formulas were recognised.

#include <ogive/kernel/launch.hpp>
#include <ogive/kernel/loaded.hpp>
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
                at[i] = g.insert(t.op, at[t.arg[0]], t.arity > 1 ? at[t.arg[1]] : no_node, t.arity > 2 ? at[t.arg[2]] : no_node);
        }
        return printing::to_text(g, at[f.size - 1], {names_of_slots, 3});
    }
};

/// The plan of a call, as numbers.
struct explanation {
    int loops = 0;           ///< over the columns of a row; 1 for what is elementwise
    int nodes = 0;           ///< of the graph, each common subexpression once
    int operations = 0;      ///< for each element, in all loops
    int transcendental = 0;  ///< of these, calls of an exp-like function
    int divisions = 0;       ///< of these
    int bytes_read = 0, bytes_written = 0;  ///< for each element, of operands and results
    int scratch = 0;         ///< rows kept from one loop to a later one
    int alive = 0;           ///< the most values that are needed at one time
    int pack = 0;            ///< vectors side by side
    bool fast = false;       ///< the accuracy
    rule_list rules{};       ///< by which equations it was rewritten

    std::string text() const {
        std::string s;
        auto const line = [&](char const* name, int value) {
            s.append(name).append(": ").append(std::to_string(value)).append("\n");
        };
        line("loops", loops);
        line("nodes", nodes);
        line("operations", operations);
        line("transcendental", transcendental);
        line("divisions", divisions);
        line("bytes read", bytes_read);
        line("bytes written", bytes_written);
        line("scratch rows", scratch);
        line("alive", alive);
        line("pack", pack);
        s.append("accuracy: ").append(fast ? "fast" : "full").append("\n");
        for (std::string const& rule : rules) s.append("rule: ").append(rule).append("\n");
        return s;
    }
    std::string json() const {
        std::string s = "{";
        auto const field = [&](char const* name, int value) {
            s.append("\"").append(name).append("\": ").append(std::to_string(value)).append(", ");
        };
        field("loops", loops);
        field("nodes", nodes);
        field("operations", operations);
        field("transcendental", transcendental);
        field("divisions", divisions);
        field("bytes_read", bytes_read);
        field("bytes_written", bytes_written);
        field("scratch", scratch);
        field("alive", alive);
        field("pack", pack);
        s.append("\"accuracy\": \"").append(fast ? "fast" : "full").append("\", \"rules\": [");
        for (int i = 0; i < rules.size(); ++i) s.append(i > 0 ? ", \"" : "\"").append(rules[i]).append("\"");
        return s + "]}";
    }
    template <class Stream>
        requires requires(Stream& s, std::string const& text) { s << text; }
    friend Stream& operator<<(Stream& s, explanation const& e) {
        s << e.text();
        return s;
    }
};

namespace detail {

template <class Source>
constexpr void explain_graph(explanation& e) {
    int roots[Source::outputs];
    typename Source::graph g(equations::stabilising, Source::leaves, Source::operands);
    Source::lower(g, roots);
    int* const at = new int[static_cast<std::size_t>(g.size())];
    e.nodes = reachable(g, roots, Source::outputs, at);
    for (int k = 0; k < g.rewritten(); ++k) e.rules.add(g.rewriting_at(k));
    delete[] at;
}

template <class Source, class Settings>
constexpr explanation explained() {
    constexpr auto& program = program_of<Source>;
    explanation e;
    explain_graph<Source>(e);
    e.loops = program.stages + (program.late_columns.empty() ? 0 : 1);
    e.scratch = program.scratch_rows;
    e.pack = pack_of<program, Settings::pack, typename Settings::arch, float>();
    e.fast = program.fast;
    int const borrowed = program.streams - program.scratch_rows;
    bool read[program.streams + 1]{}, written[program.streams + 1]{};
    for (int k = 0; k < program.stages; ++k) {
        code_block const& b = program.columns[k];
        if (b.alive > e.alive) e.alive = b.alive;
        for (int i = b.loop; i < b.last; ++i) {
            instruction const& in = program.code[i];
            if (in.op == &machine::load) {
                if (in.a < borrowed) read[in.a] = true;
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

/// What is asked of an explanation: gradients, and values that are loaded.
template <class T>
struct asked;
template <class X>
struct asked<gradient_name<X>> {
    using gradients = types<assumed_gradient<X>>;
    using loads = types<>;
};
template <class E>
struct asked<loaded_value<E>> {
    using gradients = types<>;
    using loads = types<binding<loaded_value<E>, assumed_range<E>>>;
};

template <class Settings, class E, class Base, class... Loads>
constexpr explanation explain_source() {
    using source = typename source_with<Base, Loads...>::type;
    using check = typename load_check_of<source, types<E>, Loads...>::type;
    if constexpr (check::ok) {
        return explained<source, Settings>();
    } else {
        check::explain();
        return {};
    }
}
template <class Settings, class E, class... Leaf, class... Gradients, class... Loads>
constexpr explanation explain_call(types<Leaf...>, types<Gradients...>, types<Loads...>) {
    using accuracy = typename Settings::accuracy;
    if constexpr (sizeof...(Gradients) == 0)
        return explain_source<Settings, E, stored_source<accuracy, types<assumed_binding<Leaf>...>, output<E, range_view<float>, false>>,
                              Loads...>();
    else
        return explain_source<
            Settings, E,
            gradient_source<E, accuracy, types<binding<upstream, assumed_range<E>>, assumed_binding<Leaf>...>, Gradients...>, Loads...>();
}

}  // namespace detail

/// The plan of evaluate, or with `grad(x)` of backward: of floats, every var bound to a range, every param to a number.
/// With `value(e)` the value of e is loaded.
///
/// Shape       a constant expression; prints itself to a stream as text, by .json() as JSON
/// Errors      compile time only
template <option... Options, class Arch = simd::default_arch, expression E, class... Asked>
    requires(requires { typename detail::asked<Asked>::loads; } && ...)
constexpr explanation explain(E, Asked...) {
    return detail::explain_call<detail::settings<Arch, Options...>, E>(typename E::leaves{},
                                                                       join_t<typename detail::asked<Asked>::gradients...>{},
                                                                       join_t<typename detail::asked<Asked>::loads...>{});
}

}  // namespace ogive
