#pragma once
// The graph: an array of nodes in which a common subexpression is one node. A plain value of
// constant evaluation; every pass is an ordinary loop over its nodes, arguments before results.

#include <ogive/graph/shapes_alone.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace ogive {

inline constexpr std::uint16_t no_node = 0xffff;

struct node {
    operation const* op = nullptr;
    std::uint64_t bits = 0;  ///< a leaf: the hash of its name; a number: its double
    std::uint16_t a = no_node, b = no_node, c = no_node;
    shape of = shapes::one;
    // Of a graph that stabilises: the names with which the value may grow without bound, and those with which it may do
    // so exponentially; with which it falls exponentially to 0, and those with which it falls as e^-e^x. Each a mark.
    // Last the names with which it grows, where it does so exponentially with all of them.
    std::uint64_t grows = 0, races = 0, decays = 0, collapses = 0, soars = 0;
    std::uint16_t loaded =
        no_node;  ///< an operation whose value is loaded: the leaf in its stead; that leaf: the operation

    constexpr int argument(int j) const { return j == 0 ? a : j == 1 ? b : c; }
};

/// What a node stands for: a quotient of a and b, or a power of a, or 1 / that.
struct meaning {
    operation const* op = nullptr;
    int a = -1, b = -1;
    bool are_positive = false;  ///< numerator and denominator
    bool is_below = false;
};

/// The derivative of node `of` by a node below it, in a better form than the rules have; and what `of` stands for. It is in
/// the stead of the rules of all arguments, or of one.
struct slope {
    int of = -1, by = -1, value = -1;
    meaning means{};
    int argument = -1;  ///< all

    constexpr explicit operator bool() const { return of >= 0; }
    constexpr bool replaces_rule(int j) const { return of >= 0 && (argument < 0 || argument == j); }
};

/// Which equations simplify what is made: the exact ones alone, or those too that keep more digits.
enum class equations : bool { exact, stabilising };

class graph {
public:
    using plain = graph;

    /// Every node made is simplified by the equations; `leaves` says what a call has bound to names.
    constexpr explicit graph(equations use = equations::exact, leaf_shape const* leaves = nullptr, int leaf_count = 0)
        : equations_(use), leaves_(leaves), leaf_count_(leaf_count) {}
    graph(graph const&) = delete;
    graph& operator=(graph const&) = delete;
    constexpr ~graph() {
        delete[] nodes_;
        delete[] table_;
        delete[] slopes_;
    }

    constexpr int size() const { return size_; }
    constexpr bool stabilises() const { return equations_ == equations::stabilising; }
    /// Whether the shapes of names are known.
    constexpr bool binds() const { return leaf_count_ > 0; }
    constexpr node const& operator[](int i) const { return nodes_[i]; }
    constexpr bool is_number(int i) const { return nodes_[i].op == &kind::number; }
    constexpr double value(int i) const { return std::bit_cast<double>(nodes_[i].bits); }
    constexpr bool is_zero(int i) const { return is_number(i) && value(i) == 0; }
    /// Whether a node does, a logarithm for one.
    constexpr bool magnifies() const { return magnifies_; }

    constexpr int constant(double v) { return intern({.op = &kind::number, .bits = std::bit_cast<std::uint64_t>(v)}); }

    constexpr int leaf(operation const* kind, std::uint64_t key) {
        int const i = intern({.op = kind, .bits = key, .of = leaf_shape_of(kind, key, leaves_, leaf_count_)});
        if (stabilises() && kind == &ogive::kind::variable && nodes_[i].grows == 0)
            nodes_[i].grows = std::uint64_t(1) << variables_++ % 64;
        return i;
    }

    template <std::size_t N>
    constexpr int make(operation const* op, std::uint64_t, int const (&arguments)[N]) {
        return make(op, arguments[0], N > 1 ? arguments[N > 1 ? 1 : 0] : no_node,
                    N > 2 ? arguments[N > 2 ? 2 : 0] : no_node);
    }

    /// The node of this operation on these arguments, simplified.
    constexpr int make(operation const* op, int a, int b = no_node, int c = no_node) {
        if (op->commutative && b < a) {
            int const t = a;
            a = b;
            b = t;
        }
        if (op->fold && is_number(a) && (op->arity < 2 || is_number(b)) && (op->arity < 3 || is_number(c))) {
            int const folded = fold(op, a, b, c);
            if (folded >= 0) return folded;
        }
        std::uint64_t const there = marks(op->arity, a, b, c);
        if (op->sought & there) {
            int const rewritten = rewrite(op, op->equations, op->equation_count, there, a, b, c);
            if (rewritten >= 0) return rewritten;
        }
        for (int j = 0; j < op->arity; ++j) {
            operation const* const below = nodes_[j == 0 ? a : j == 1 ? b : c].op;
            if (!(below->roots_above & op->mark)) continue;
            int const rewritten = rewrite(op, below->above, below->above_count, there, a, b, c);
            if (rewritten >= 0) return rewritten;
        }
        if (op->resolve) {
            int const resolved = op->resolve(*this, a, b, c);
            if (resolved >= 0) return resolved;
        }
        return insert(op, a, b, c);
    }

    /// The same, for a node that has been simplified by the exact equations, before shapes were known.
    constexpr int again(operation const* op, int a, int b, int c) {
        return stabilises() || binds() || op->resolve ? make(op, a, b, c) : insert(op, a, b, c);
    }
    constexpr int insert(operation const* op, int a, int b = no_node, int c = no_node) {
        if (op->commutative && b < a) {
            int const t = a;
            a = b;
            b = t;
        }
        shape const of = result_shape(op, nodes_[a].of, op->arity > 1 ? nodes_[b].of : shapes::one,
                                      op->arity > 2 ? nodes_[c].of : shapes::one);
        node n{op, 0, static_cast<std::uint16_t>(a), static_cast<std::uint16_t>(b), static_cast<std::uint16_t>(c), of};
        if (stabilises()) {
            magnifies_ |= op->magnifies != 0;
            for (int j = 0; j < op->arity; ++j) {
                node const& argument = nodes_[n.argument(j)];
                bool const fades = op->fades_with >> j & 1;
                n.grows |= argument.grows, n.races |= fades ? argument.races & ~argument.soars : argument.races;
                if (fades) n.decays |= argument.soars;
                if (op->explodes_with >> j & 1) n.races |= argument.decays, n.collapses |= argument.collapses;
                if (op->vanishes_with >> j & 1) n.decays |= argument.decays, n.collapses |= argument.collapses;
            }
            if (op->vanishes_with_all) {
                std::uint64_t decay = ~std::uint64_t(0), collapse = decay;
                for (int j = 0; j < op->arity; ++j)
                    if (op->vanishes_with_all >> j & 1 && !is_zero(n.argument(j)))
                        decay &= nodes_[n.argument(j)].decays, collapse &= nodes_[n.argument(j)].collapses;
                n.decays |= decay, n.collapses |= collapse;
            }
            if (op->picks) {
                std::uint64_t const names = falling_to_zero(n);
                n.decays |= names, n.collapses |= names & ~n.races;
            }
            if (op->chooses)
                for (int const k : {1, 2}) {
                    node const& arm = nodes_[n.argument(k)];
                    if (is_steady(n.argument(3 - k))) n.decays |= arm.decays, n.collapses |= arm.collapses;
                }
            if (op->decays) n.decays |= n.grows, n.collapses |= n.races;
            if (op->races) n.races |= n.grows;
            if (op->soars || (op->soars_with_all && all_that_grow_soar(n))) n.soars = n.grows;
            if (op->bounded || op->reduces()) n.grows = n.races = n.soars = 0;
        }
        return intern(n);
    }

    /// Writes a formula into the graph, its slots filled with nodes.
    constexpr int instantiate(formula f, int const* filled) {
        int at[64];
        int n = 0;
        for (int i = 0; i < f.size; ++i) {
            term const& t = f.terms[i];
            if (t.op == &kind::slot)
                at[n++] = filled[t.bits];
            else if (t.arity == 0)
                at[n++] = constant(std::bit_cast<double>(t.bits));
            else
                at[n++] = make(t.op, at[t.arg[0]], t.arity > 1 ? at[t.arg[1]] : no_node,
                               t.arity > 2 ? at[t.arg[2]] : no_node);
        }
        return at[n - 1];
    }

    constexpr void learn(sums_of_exponentials const& known) { exponentials_ = &known; }
    constexpr void learn(exponentials_along_rows const& known) { along_rows_ = &known; }
    constexpr void learn(exponentials_less_one const& known) { less_one_ = &known; }
    constexpr int quotient_with_less_one(int a, int b) { return less_one_ ? less_one_->quotient(*this, a, b) : -1; }
    constexpr int quotient_along_row(int a, int b) {
        return along_rows_ && nodes_[b].op->reduces() ? along_rows_->quotient(*this, a, b) : -1;
    }
    constexpr int quotient_of_exponentials(int a, int b, int z = no_node) {
        if (!exponentials_ || !nodes_[b].races || tried_ == most_tries) return -1;
        ++tried_;
        return exponentials_->quotient(*this, a, z, b);
    }
    constexpr int power_of_exponentials(operation const* op, int sum, int exponent = no_node, bool below = false) {
        return exponentials_ && nodes_[sum].races ? exponentials_->power(*this, op, sum, exponent, below) : -1;
    }
    constexpr int share_of_exponentials(int z, int rest) {
        return exponentials_ && nodes_[rest].races ? exponentials_->share(*this, z, rest) : -1;
    }
    /// From now on a leaf of this name stands wherever node i would be made: its value is loaded.
    constexpr void load(int i, std::uint64_t key) {
        int const in_its_stead = leaf(&kind::variable, key);
        nodes_[in_its_stead].grows = nodes_[i].grows, nodes_[in_its_stead].races = nodes_[i].races;
        nodes_[in_its_stead].soars = nodes_[i].soars;
        nodes_[in_its_stead].decays = nodes_[i].decays, nodes_[in_its_stead].collapses = nodes_[i].collapses;
        nodes_[in_its_stead].loaded = static_cast<std::uint16_t>(i);
        nodes_[i].loaded = static_cast<std::uint16_t>(in_its_stead);
        memo_count_ = 0;
    }
    /// From now on what flows to node y goes on to x, times the node `dx`.
    constexpr void know_slope(int y, int x, int dx, meaning means = {}, int argument = -1) {
        know({y, x, dx, means, argument}, false);
    }
    /// The same, and to other nodes as well, each made known by a call.
    constexpr void know_slopes(int y, int x, int dx) { know({y, x, dx}, true); }
    constexpr bool knows_slopes() const { return slope_count_ > 0; }
    /// The one that comes after `before` others of y.
    constexpr slope slope_of(int y, int before = 0) const {
        for (int k = 0; k < slope_count_; ++k)
            if (slopes_[k].of == y && before-- == 0) return slopes_[k];
        return {};
    }
    constexpr meaning meaning_of(int i) const { return slope_of(i).means; }
    /// Node i is bounded, or grows exponentially with the names that t falls with; and falls with them.
    constexpr void know_growth(int i, int t, bool is_bounded, bool falls) {
        node& n = nodes_[i];
        n.grows = n.races = n.soars = is_bounded ? 0 : nodes_[t].decays;
        n.decays = falls ? nodes_[t].decays : 0, n.collapses = falls ? nodes_[t].collapses : 0;
    }
    /// Whether node i is of this form; `found` are its slots.
    constexpr bool matches(formula f, int i, int* found) const { return match(f, f.size - 1, i, found); }

    /// The equations that were used, as far as they are kept: the stabilising ones, and the exact ones.
    constexpr int rewritten() const { return rewritten_; }
    constexpr rewriting const* rewriting_at(int k) const { return rewritings_[k]; }
    constexpr int simplified() const { return simplified_; }
    constexpr rewriting const* simplification_at(int k) const { return simplifications_[k]; }

    /// A compact part that has been written into this graph already: its node, or -1.
    constexpr int remembered(void const* part) const {
        for (int i = 0; i < memo_count_; ++i)
            if (memo_[i].part == part) return memo_[i].at;
        return -1;
    }
    constexpr int remember(void const* part, int at) {
        if (memo_count_ < memo_capacity) memo_[memo_count_++] = {part, at};
        return at;
    }

private:
    struct memory {
        void const* part = nullptr;
        int at = 0;
    };
    static constexpr int memo_capacity = 64;

    equations equations_;
    leaf_shape const* leaves_;
    int leaf_count_;
    node* nodes_ = new node[128];
    int* table_ = new int[512]{};  // by hash: a node's number + 1, or 0
    bool magnifies_ = false;
    int size_ = 0, capacity_ = 128, variables_ = 0;
    std::uint32_t mask_ = 511;
    slope* slopes_ = nullptr;
    int slope_count_ = 0;
    sums_of_exponentials const* exponentials_ = nullptr;
    exponentials_along_rows const* along_rows_ = nullptr;
    exponentials_less_one const* less_one_ = nullptr;
    static constexpr int most_tries = 24;  // compilers limit what a constant expression may take
    int tried_ = 0;
    memory memo_[memo_capacity]{};
    int memo_count_ = 0;
    rewriting const *rewritings_[64]{}, *simplifications_[64]{};
    int rewritten_ = 0, simplified_ = 0;
    bool recognising_ = false;

    constexpr void know(slope const& known, bool beside_others) {
        for (int k = 0; k < slope_count_; ++k)
            if (slopes_[k].of == known.of && (!beside_others || slopes_[k].by == known.by)) {
                slopes_[k] = known;
                return;
            }
        slope* const more = new slope[static_cast<std::size_t>(slope_count_) + 1];
        for (int k = 0; k < slope_count_; ++k) more[k] = slopes_[k];
        more[slope_count_++] = known;
        delete[] slopes_;
        slopes_ = more;
    }

    static constexpr std::uint32_t hash(node const& n) {
        return static_cast<std::uint32_t>(
            ((n.op->hash + (std::uint64_t(n.a) << 8) + (std::uint64_t(n.b) << 24) + (std::uint64_t(n.c) << 40)) *
                 0x9E3779B97F4A7C15u +
             n.bits * 0xD6E8FEB86659FD93u) >>
            40);
    }

    constexpr int intern(node const& n) {
        std::uint32_t k = hash(n) & mask_;
        for (int t = table_[k]; t > 0; t = table_[k = (k + 1) & mask_]) {
            node const& o = nodes_[t - 1];
            if (o.a == n.a && o.b == n.b && o.c == n.c && o.bits == n.bits && o.op == n.op)
                return o.loaded == no_node || o.op->arity == 0 ? t - 1 : o.loaded;
        }
        if (size_ == capacity_) {
            grow();
            return intern(n);
        }
        nodes_[size_] = n;
        table_[k] = ++size_;
        return size_ - 1;
    }

    static void an_expression_has_at_most_32768_operations() {}  // never constant: the compiler names it

    constexpr void grow() {
        if (capacity_ == 32768) an_expression_has_at_most_32768_operations();
        node* more = new node[static_cast<std::size_t>(capacity_) * 4];
        for (int i = 0; i < size_; ++i) more[i] = nodes_[i];
        delete[] nodes_;
        nodes_ = more;
        capacity_ *= 4;
        delete[] table_;
        mask_ = mask_ * 4 + 3;
        table_ = new int[mask_ + 1]{};
        for (int i = 0; i < size_; ++i) {
            std::uint32_t k = hash(nodes_[i]) & mask_;
            while (table_[k] > 0) k = (k + 1) & mask_;
            table_[k] = i + 1;
        }
    }

    constexpr bool all_that_grow_soar(node const& n) const {
        for (int j = 0; j < n.op->arity; ++j)
            if (nodes_[n.argument(j)].grows != nodes_[n.argument(j)].soars) return false;
        return true;
    }

    /// A number but 0, a name, or a product or a sum of such: it does not come to 0 where a name grows.
    constexpr bool is_steady(int i) const {
        node const& n = nodes_[i];
        unsigned const all = (1u << n.op->arity) - 1;
        bool steady = !is_zero(i) && (n.op->proportional_to == all || n.op->vanishes_with_all == all);
        for (int j = 0; j < n.op->arity && steady; ++j) steady = is_steady(n.argument(j));
        return steady;
    }

    /// A number 0, or one times something: 0 but beside NaN. stop_gradient says that it is proportional to nothing, since no
    /// factor may go into it.
    constexpr bool is_nothing(int i) const {
        node const& n = nodes_[i];
        for (int j = 0; j < n.op->arity; ++j)
            if ((n.op->proportional_to >> j & 1 || n.op->hash == name_key("stop_gradient")) && is_nothing(n.argument(j)))
                return true;
        return is_zero(i);
    }

    /// The names with which what picks one of its arguments comes to a number 0, one way at least: nothing falls faster.
    constexpr std::uint64_t falling_to_zero(node const& n) const {
        std::uint64_t names = 0, already = 0;
        bool zero = false;
        for (int j = 0; j < n.op->arity; ++j) {
            node const& argument = nodes_[n.argument(j)];
            zero |= is_nothing(n.argument(j));
            already |= argument.decays & argument.collapses;
            names |= argument.grows;
            for (int k = 0; argument.op->condition && k < argument.op->arity; ++k)
                names |= nodes_[argument.argument(k)].grows;
        }
        return zero ? names : n.op->chooses ? 0 : already;
    }

    constexpr std::uint64_t marks(int arity, int a, int b, int c) const {
        std::uint64_t m = nodes_[a].op->mark;
        if (arity > 1) m |= nodes_[b].op->mark | (a == b ? twice_mark : 0);
        if (arity > 2) m |= nodes_[c].op->mark | (a == c || b == c ? twice_mark : 0);
        return m;
    }

    constexpr int rewrite(operation const* op, rewriting const* equations, int count, std::uint64_t there, int a,
                          int b, int c) {
        int const arguments[3] = {a, b, c};
        for (int k = 0; k < count; ++k) {
            rewriting const& r = equations[k];
            if (r.sought & ~there || (r.stabilises && !stabilises()) || r.from.root().op != op) continue;
            int found[slots] = {-1, -1, -1, -1, -1};
            recognising_ = r.stabilises;
            if (!match_arguments(r.from, r.from.root(), arguments, found)) continue;
            if (r.stabilises && rewritten_ < 64) rewritings_[rewritten_++] = &r;
            if (!r.stabilises && simplified_ < 64) simplifications_[simplified_++] = &r;
            return instantiate(r.to, found);
        }
        return -1;
    }

    constexpr int fold(operation const* op, int a, int b, int c) {
        // Nothing near overflow or underflow: an operation that leaves the range of double is no
        // constant expression.
        double const v[3] = {value(a), op->arity > 1 ? value(b) : 0, op->arity > 2 ? value(c) : 0};
        for (double x : v)
            if (!(x == 0 || (x < 0x1p400 && x > 0x1p-400) || (x > -0x1p400 && x < -0x1p-400))) return -1;
        double result = 0;
        return op->fold(v, result) ? constant(result) : -1;
    }

    constexpr bool match(formula f, int line, int i, int* found) const {
        term const& t = f.terms[line];
        if (t.op == &kind::slot) {
            // A number that stands twice is chance, not form, to an equation that recognises: 2 * sigmoid(2 * y).
            if (found[t.bits] >= 0) return found[t.bits] == i && !(recognising_ && is_number(i));
            found[t.bits] = i;
            return true;
        }
        node const& n = nodes_[i];
        if (n.op != t.op) return false;
        if (t.arity == 0) return n.bits == t.bits;
        int const arguments[3] = {n.a, n.b, n.c};
        return match_arguments(f, t, arguments, found);
    }

    constexpr bool match_arguments(formula f, term const& t, int const* arguments, int* found) const {
        int const before[3] = {found[0], found[1], found[2]};
        bool ok = true;
        for (int j = 0; ok && j < t.arity; ++j) ok = match(f, t.arg[j], arguments[j], found);
        if (ok || !t.op->commutative) return ok;
        for (int j = 0; j < 3; ++j) found[j] = before[j];
        return match(f, t.arg[0], arguments[1], found) && match(f, t.arg[1], arguments[0], found);
    }
};

}  // namespace ogive
