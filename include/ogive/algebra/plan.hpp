#pragma once
// From the graph of a call to its program: loops over the columns, cut at the reductions.

#include <ogive/algebra/derivative.hpp>
#include <ogive/algebra/divisors.hpp>
#include <ogive/algebra/families.hpp>
#include <ogive/algebra/program.hpp>
#include <ogive/algebra/selection.hpp>

namespace ogive {

/// Where a result goes.
struct destination {
    shape of = shapes::per_element;
    bool add = false;         ///< to what is there
    bool by_result = false;   ///< a range: whether of elements, of rows or of columns follows from the result
};

namespace detail {

/// The shape of a range that a result of this shape is stored to.
constexpr shape shape_of_range(shape result) {
    return result & shapes::late || dimensions(result) == shapes::per_row ? dimensions(result) : shapes::per_element;
}

template <int Capacity, int Outputs>
class planner {
public:
    constexpr planner(graph const& g, int const* roots, destination const* to, leaf_shape const* leaves, int operands,
                      bool fast, bool derives)
        : leaves_(leaves), operands_(operands) {
        take_what_is_needed(g, roots);
        p_.fast = fast && !divides_by_a_tail();
        if (!fast && !derives) find_factors();
        selection<program<Capacity, Outputs>>(g_, n_, roots_, Outputs).run();
        prepare_divisors();
        make_entries();
        for (int k = 0; k < Outputs; ++k) {
            to_[k] = to[k];
            shape const of = g_[roots_[k]].of;
            if (to[k].by_result) to_[k].of = shape_of_range(of);
            p_.stored[k] = to_[k].of;
            // A result goes where it is broadcast to, never where it would have to be summed.
            p_.storable[k] = !(dimensions(of) & ~to_[k].of) && !g_[roots_[k]].op->condition &&
                             !(to[k].by_result && to_[k].of == shapes::one);
        }
    }
    constexpr ~planner() {
        delete[] g_;
        delete[] at_;
        delete[] reductions_;
        delete[] from_uniforms_;
    }

    constexpr program<Capacity, Outputs> run() {
        for (bool const fine : p_.storable)
            if (!fine) return p_;
        survey();
        if (can_guess()) {
            int const stages = p_.stages;
            guesses_ = true;
            survey();
            if (p_.stages == stages) guesses_ = false, survey();
        }
        if (!p_.shallow || !p_.one_pass) return p_;
        p_.streams = operands_ + Outputs;
        // g++ 12 leaves an element of a member array that nothing has been assigned to at 0 (docs/design/0026).
        for (int k = 0; k < p_.stages; ++k) p_.columns[k] = code_block{};
        number_uniforms();
        decide_what_to_keep();
        decide_where();
        find_seldom_loops();
        each_reduction([&](int i) {
            if (!g_[i].op->sums_columns()) return;
            at_[i].sum = p_.streams;
            p_.streams += streams_of_a_sum;
            p_.scratch_rows += streams_of_a_sum;
            p_.sums += streams_of_a_sum;
        });
        checks();
        before_rows();
        for (int k = 0; k < p_.stages; ++k) {
            before_columns(k);
            columns(k);
            peeks(k);
            guesses(k);
        }
        row_end();
        after_rows();
        p_.flat = is_flat();
        return p_;
    }

private:
    /// What the plan says of a node.
    struct entry {
        int place = -1;     // in the values of the block being written
        int uniform = -1;   // number of a uniform value
        int keep = -1;      // stream of a value kept for a later loop
        int computed = -1;  // the first stage that computes it
        int last = -1;      // the last stage that loads it
        int sum = -1;       // first of the streams of a sum down the columns
        int level = 0;      // how many row reductions lie below; of a late value, how many sums over columns
        int asked = 0;      // how many operations of the loop being written are on it
        bool worth = false;  // costs enough to be kept
        bool in_rows = false;  // a loop over a row needs it
        bool needed = false;
        bool guessed = false;
    };

    int roots_[Outputs]{};
    destination to_[Outputs]{};
    leaf_shape const* leaves_;
    int operands_;
    int n_ = 0;
    node* g_ = nullptr;
    entry* at_ = nullptr;
    int* reductions_ = nullptr;  // the nodes that reduce
    int reduction_count_ = 0;
    int* from_uniforms_ = nullptr;  // those computed once, or once a row
    int from_uniforms_count_ = 0;
    program<Capacity, Outputs> p_{};

    int stage_ = 0;                // the loop being written
    bool in_late_columns_ = false;  // or the one after the last row
    bool guesses_ = false;

    constexpr void take_what_is_needed(graph const& g, int const* roots) {
        int* const to = new int[static_cast<std::size_t>(g.size())];
        n_ = reachable(g, roots, Outputs, to);
        g_ = new node[static_cast<std::size_t>(n_)];
        for (int i = 0; i < g.size(); ++i) {
            if (to[i] < 0) continue;
            node n = g[i];
            if (n.op->arity > 0) n.a = short_of(to[n.a]);
            if (n.op->arity > 1) n.b = short_of(to[n.b]);
            if (n.op->arity > 2) n.c = short_of(to[n.c]);
            g_[to[i]] = n;
        }
        for (int k = 0; k < Outputs; ++k) roots_[k] = to[roots[k]];
        delete[] to;
    }
    constexpr void make_entries() {
        at_ = new entry[static_cast<std::size_t>(n_)];
        reductions_ = new int[static_cast<std::size_t>(n_)];
        from_uniforms_ = new int[static_cast<std::size_t>(n_)];
        for (int i = 0; i < n_; ++i)
            if (g_[i].op->reduces()) reductions_[reduction_count_++] = i;
    }
    constexpr void prepare_divisors() {
        divisors<program<Capacity, Outputs>> const all(g_, n_);
        if (all.added() == 0) return;
        node* const more = new node[static_cast<std::size_t>(n_ + all.added())];
        int* const now = new int[static_cast<std::size_t>(n_)];
        all.write(more, now);
        for (int& root : roots_) root = now[root];
        delete[] now;
        delete[] g_;
        g_ = more;
        n_ += all.added();
    }

    // A rounding before another: what is only multiplied by other values comes in more digits (docs/design/0033).
    constexpr void find_factors() {
        bool* const is_more = new bool[static_cast<std::size_t>(n_)]{};
        for (int const root : roots_) is_more[root] = true;
        for (int i = 0; i < n_; ++i) {
            operation const& op = *g_[i].op;
            for (int j = 0; j < op.arity; ++j)
                if (op.arity != 2 || !(op.proportional_to >> j & 1) || is_number(g_[i].argument(1 - j)))
                    is_more[g_[i].argument(j)] = true;
        }
        for (int i = 0; i < n_; ++i)
            if (g_[i].op->as_factor && !is_more[i]) g_[i].op = g_[i].op->as_factor;
        delete[] is_more;
    }

    constexpr bool is_late(int i) const { return g_[i].of & shapes::late; }
    constexpr bool varies_along_row(int i) const { return g_[i].of & shapes::per_column; }
    constexpr bool is_number(int i) const { return g_[i].op == &kind::number; }
    constexpr bool is_leaf(int i) const { return g_[i].op->arity == 0 && !is_number(i); }
    template <class Visit>
    constexpr void each_reduction(Visit visit) const {
        for (int r = 0; r < reduction_count_; ++r) visit(reductions_[r]);
    }
    constexpr bool is_row_reduction(int i) const { return g_[i].op->reduces_rows(); }
    constexpr bool is_sum_in_columns(int i) const {  // one that the loop over the columns adds up
        return g_[i].op->sums_all(shapes::per_element) || g_[i].op->sums_columns();
    }

    constexpr void survey() {
        p_.stages = 0;
        p_.one_pass = p_.shallow = true;
        for (int i = 0; i < n_; ++i) {
            node const& n = g_[i];
            at_[i] = entry{};
            at_[i].worth = n.op->price.transcendental + n.op->price.division > 0;
            bool late_argument = false;
            for (int j = 0; j < n.op->arity; ++j) {
                int const a = n.argument(j);
                if (at_[a].level > at_[i].level && is_late(a) == is_late(i)) at_[i].level = at_[a].level;
                at_[i].worth |= varies_along_row(a) && at_[a].worth;
                late_argument |= is_late(a);
            }
            if (is_row_reduction(i) || n.op->sums_all(shapes::per_column)) ++at_[i].level;
            // Of what the loop over its row reduces, which is run again where the guess is wrong. Two loops are better where
            // what they have in common is dear, and kept: one would have too much to hold in registers.
            at_[i].guessed =
                guesses_ && n.op->can_be_guessed() && is_row_reduction(n.a) && !at_[g_[n.a].a].worth;
            if (at_[i].guessed) --at_[i].level;
            // A late value is one for all or one per column; and it stays so.
            if (late_argument && (g_[i].of & shapes::per_row || is_sum_in_columns(i) || is_row_reduction(i))) p_.one_pass = false;
            if (is_late(i) && at_[i].level > (varies_along_row(i) ? 0 : 1)) p_.one_pass = false;
            if (!is_late(i) && at_[i].level + 1 > p_.stages) p_.stages = at_[i].level + 1;
        }
        for (int k = 0; k < Outputs; ++k)
            if (is_late(roots_[k]) && to_[k].of & shapes::per_row) p_.one_pass = false;
        if (p_.stages == 0) p_.stages = 1;
        if (p_.stages > most_stages) p_.shallow = false;
    }

    constexpr bool can_guess() const {
        for (int i = 0; i < n_; ++i)
            if (g_[i].op->can_be_guessed()) return true;
        return false;
    }
    constexpr bool guesses_in(int k) const {
        for (int i = 0; i < n_; ++i)
            if (at_[i].guessed && at_[i].level == k) return true;
        return false;
    }

    constexpr void number_uniforms() {
        auto const give = [&](int i) {
            if (at_[i].uniform < 0) at_[i].uniform = p_.uniforms++;
        };
        for (int i = 0; i < n_; ++i)
            if (!varies_along_row(i) && !is_number(i)) {
                give(i);
                if (!g_[i].op->reduces())
                    for (int j = 0; j < g_[i].op->arity; ++j) give(g_[i].argument(j));
            }
        each_reduction([&](int i) {
            if (g_[i].op->sums_all(shapes::per_row)) give(g_[i].a);
        });
        for (int k = 0; k < Outputs; ++k)
            if (!(to_[k].of & shapes::per_column)) give(roots_[k]);
        for (int i = 0; i < n_; ++i)
            if (at_[i].uniform >= 0 && !g_[i].op->reduces()) from_uniforms_[from_uniforms_count_++] = i;
    }

    // ---- instructions

    constexpr void emit(instruction const& in) {
        if (p_.size < Capacity) p_.code[p_.size] = in;
        ++p_.size;
    }
    static constexpr std::uint16_t short_of(int i) { return static_cast<std::uint16_t>(i); }

    constexpr void open_block(code_block& b) { b.first = b.loop = b.sinks = p_.size; }
    constexpr void close_block(code_block& b) { b.last = p_.size; }

    // How many arguments of an instruction are values of its block.
    static constexpr int reads(operation const* op) {
        return op == &machine::store || op->reduces() ? 1 : op->arity;
    }
    static constexpr bool makes_a_value(operation const* op) { return op != &machine::store && !op->reduces(); }

    constexpr int most_alive(code_block const& b) const {
        int* const last_use = new int[static_cast<std::size_t>(b.values) + 1]{};
        auto const argument = [&](instruction const& in, int j) { return j == 0 ? in.a : j == 1 ? in.b : in.c; };
        for (int i = b.loop; i < b.last; ++i)
            for (int j = 0; j < reads(p_.code[i].op); ++j) last_use[argument(p_.code[i], j)] = i;
        int alive = 0, most = 0;
        for (int i = b.loop; i < b.last; ++i) {
            instruction const& in = p_.code[i];
            if (makes_a_value(in.op) && ++alive > most) most = alive;
            for (int j = 0; j < reads(in.op); ++j) {
                int& last = last_use[argument(in, j)];
                if (last == i && argument(in, j) >= b.loop - b.first) --alive, last = -1;
            }
        }
        delete[] last_use;
        return most;
    }

    constexpr int operand_of(int i) const {
        for (int k = 0; k < operands_; ++k)
            if (leaves_[k].key == g_[i].bits) return k;
        return -1;
    }

    // The fast functions may be 0 in their tails: whether something is divided by one, or a root or logarithm taken of it.
    constexpr bool divides_by_a_tail() const {
        bool* const from_0 = new bool[static_cast<std::size_t>(n_)]{};
        bool found = false;
        for (int i = n_ - 1; i >= 0; --i) {
            operation const& op = *g_[i].op;
            found |= from_0[i] && op.price.is_long();
            unsigned const zeros = from_0[i] && !adds_a_number(g_[i]) ? op.vanishes_with | op.vanishes_with_all : 0;
            for (int j = 0; j < op.arity && !op.reduces(); ++j)
                from_0[g_[i].argument(j)] |= (op.explodes_with | op.magnifies | zeros) >> j & 1;
        }
        delete[] from_0;
        return found;
    }
    // One beside which a tail is nothing.
    constexpr bool adds_a_number(node const& n) const {
        for (int j = 0; j < n.op->arity && n.op->vanishes_with_all; ++j)
            if (double const v = is_number(n.argument(j)) ? detail::bits_as<double>(g_[n.argument(j)].bits) : 0;
                v > 0x1p-10 || v < -0x1p-10)
                return true;
        return false;
    }

    // ---- uniform values

    constexpr void uniform(int i) {
        node const& n = g_[i];
        instruction in{.op = n.op, .to = short_of(at_[i].uniform)};
        if (is_number(i)) {
            in.bits = n.bits;
        } else if (is_leaf(i)) {
            in.op = n.of & shapes::per_row ? &machine::load_row : &machine::load_number;
            in.a = short_of(operand_of(i));
        } else {
            in.a = short_of(at_[n.a].uniform);
            if (n.op->arity > 1) in.b = short_of(at_[n.b].uniform);
            if (n.op->arity > 2) in.c = short_of(at_[n.c].uniform);
        }
        emit(in);
    }
    template <class Wanted>
    constexpr void uniforms(Wanted wanted) {
        for (int u = 0; u < from_uniforms_count_; ++u)
            if (wanted(from_uniforms_[u])) uniform(from_uniforms_[u]);
    }

    constexpr void checks() {
        open_block(p_.checks);
        for (int i = 0; i < n_; ++i)
            if (g_[i].op->admits_some) emit({.op = g_[i].op, .a = short_of(operand_of(g_[i].a))});
        close_block(p_.checks);
    }
    constexpr void before_rows() {
        open_block(p_.before_rows);
        uniforms([&](int i) { return g_[i].of == shapes::one; });
        close_block(p_.before_rows);
    }
    constexpr void before_columns(int k) {
        open_block(p_.before_columns[k]);
        uniforms([&](int i) { return g_[i].of == shapes::per_row && at_[i].level == k && !at_[i].guessed; });
        close_block(p_.before_columns[k]);
    }
    constexpr void guesses(int k) {
        open_block(p_.guesses[k]);
        uniforms([&](int i) { return at_[i].guessed && at_[i].level == k; });
        close_block(p_.guesses[k]);
    }
    constexpr void row_end() {
        open_block(p_.row_end);
        each_reduction([&](int i) {
            if (g_[i].op->sums_all(shapes::per_row))
                emit({.op = g_[i].op, .to = short_of(at_[i].uniform), .a = short_of(at_[g_[i].a].uniform),
                      .b = short_of(p_.accumulators++)});
        });
        for (int k = 0; k < Outputs; ++k)
            if (to_[k].of == shapes::per_row)
                emit({.op = &machine::store_row, .a = short_of(at_[roots_[k]].uniform), .b = short_of(k), .bits = to_[k].add});
        close_block(p_.row_end);
    }
    constexpr void after_rows() {
        open_block(p_.after_rows);
        uniforms([&](int i) { return is_late(i) && at_[i].level == 0; });
        close_block(p_.after_rows);
        late_columns();
        open_block(p_.at_last);
        uniforms([&](int i) { return is_late(i) && at_[i].level == 1; });
        for (int k = 0; k < Outputs; ++k)
            if (to_[k].of == shapes::one)
                emit({.op = &machine::store_number, .a = short_of(at_[roots_[k]].uniform), .b = short_of(k),
                      .bits = to_[k].add});
        close_block(p_.at_last);
    }

    // ---- loops over the columns

    // What stage k's sinks are: the reductions of its level; in the last stage also the sums and
    // the outputs, which may overwrite what the row was read from.
    template <class Visit>
    constexpr void each_sink(int k, Visit visit) const {
        each_reduction([&](int i) {
            if ((is_row_reduction(i) && at_[i].level == k + 1) || (k == p_.stages - 1 && is_sum_in_columns(i))) visit(g_[i].a);
        });
        if (k == p_.stages - 1)
            for (int o = 0; o < Outputs; ++o)
                if (to_[o].of == shapes::per_element) visit(roots_[o]);
    }

    // Marks what a loop needs, from its sinks down to what it can load.
    constexpr void mark(int from) {
        for (int i = from; i >= 0; --i) {
            if (!at_[i].needed || !varies_along_row(i) || loaded(i)) continue;
            for (int j = 0; j < g_[i].op->arity; ++j) at_[g_[i].argument(j)].needed = true;
        }
    }
    constexpr bool loaded(int i) const {
        return (at_[i].sum >= 0 && in_late_columns_) ||
               (at_[i].worth && !g_[i].op->condition && at_[i].computed >= 0 && at_[i].computed < stage_);
    }
    constexpr void need(int k) {
        stage_ = k;
        for (int i = 0; i < n_; ++i) at_[i].needed = at_[i].keep >= 0 && at_[i].computed == k;
        each_sink(k, [&](int i) { at_[i].needed = true; });
        mark(n_ - 1);
    }
    constexpr void decide_what_to_keep() {
        if (p_.stages > 1) find_what_rows_need();
        for (int k = 0; k < p_.stages; ++k) {
            need(k);
            for (int i = 0; i < n_; ++i) {
                if (!at_[i].needed || !varies_along_row(i) || is_leaf(i)) continue;
                if (loaded(i)) {
                    at_[i].keep = 0;
                    at_[i].last = k;
                } else if (at_[i].computed < 0) {
                    at_[i].computed = k;
                    keep_those_with(i);
                }
            }
        }
    }
    constexpr void find_what_rows_need() {
        for (int k = 0; k < p_.stages; ++k) each_sink(k, [&](int i) { at_[i].needed = true; });
        mark(n_ - 1);
        for (int i = 0; i < n_; ++i) at_[i].in_rows = at_[i].needed;
    }
    // Functions of the same arguments are cheaper together: those that a later loop over the row needs are computed beside
    // the first.
    constexpr void keep_those_with(int i) {
        if (!g_[i].op->price.is_long() || stage_ + 1 == p_.stages) return;
        auto const same_arguments = [&](int k) {
            for (int j = 0; j < g_[i].op->arity; ++j)
                if (g_[k].argument(j) != g_[i].argument(j)) return false;
            return g_[k].op->arity == g_[i].op->arity;
        };
        for (int k = 0; k < n_; ++k)
            if (g_[k].op->price.is_long() && at_[k].in_rows && !at_[k].needed && at_[k].computed < 0 &&
                g_[k].of == g_[i].of && same_arguments(k))
                at_[k].computed = stage_, at_[k].keep = 0;
    }

    // In the row of an output, if it is free: what is in it by then may have been an operand, so none may be read later.
    // Else in a scratch row. A row is free again when the stage that loads what it holds for the last time stores: every
    // load stands before the first store. A stage that guesses may run again, so it stores over nothing that it has loaded.
    constexpr void decide_where() {
        int* const in_use_until = new int[static_cast<std::size_t>(Outputs + n_)]{};
        int const last_read = last_stage_that_reads();
        auto const row_from = [&](int k) {
            bool const again = guesses_in(k);
            if (k >= last_read && !again)
                for (int o = 0; o < Outputs; ++o)
                    if (in_use_until[o] <= k && to_[o].of == shapes::per_element && !to_[o].add) return o;
            int row = Outputs;
            for (int o = 0; again && p_.scratch_rows == 0 && o < Outputs; ++o)
                if (in_use_until[o] == 0 && to_[o].of == shapes::per_element && !to_[o].add) {
                    in_use_until[o] = p_.stages;
                    p_.lender = operands_ + o;
                    break;
                }
            while (row < Outputs + p_.scratch_rows && in_use_until[row] > k - again) ++row;
            if (row == Outputs + p_.scratch_rows) ++p_.streams, ++p_.scratch_rows;
            return row;
        };
        for (int k = 0; k < p_.stages - 1; ++k)
            for (int i = 0; i < n_; ++i) {
                if (at_[i].keep < 0 || at_[i].computed != k) continue;
                int const row = row_from(k);
                in_use_until[row] = at_[i].last;
                at_[i].keep = operands_ + row;
            }
        delete[] in_use_until;
    }
    constexpr int last_stage_that_reads() {
        int last = 0;
        for (int i = 0; i < n_; ++i)
            if (is_leaf(i) && !varies_along_row(i) && g_[i].of != shapes::one) last = p_.stages;  // read between the loops
        for (int k = 0; k < p_.stages; ++k) {
            need(k);
            for (int i = 0; i < n_; ++i)
                if (at_[i].needed && varies_along_row(i) && is_leaf(i)) last = k;
        }
        return last;
    }

    // Who asks for a value: everybody, or only what an operation chooses by one condition of the row.
    struct asker {
        int condition = nobody;
        bool when = true;

        static constexpr int nobody = -1, everybody = -2;
        constexpr bool operator==(asker const&) const = default;
        constexpr void add(asker const& other) {
            *this = condition == nobody || *this == other ? other : asker{everybody};
        }
    };
    // A loop that is for the one alone is left out in rows that choose the other.
    constexpr void find_seldom_loops() {
        if (p_.stages < 3) return;  // the condition's, the arm's, and what needs it
        asker* const of = new asker[static_cast<std::size_t>(n_)];
        for (int const root : roots_) of[root] = {asker::everybody};
        for (int i = n_ - 1; i >= 0; --i) {
            node const& n = g_[i];
            if (of[i].condition == asker::nobody) continue;
            bool const chooses =
                n.op->chooses && of[i].condition == asker::everybody && !varies_along_row(n.a) && !is_late(n.a);
            for (int j = 0; j < n.op->arity; ++j)
                of[n.argument(j)].add(chooses && j > 0 ? asker{n.a, j == 1} : of[i]);
        }
        for (int k = 0; k + 1 < p_.stages; ++k) {
            asker all;
            each_reduction([&](int i) {
                if (is_row_reduction(i) && at_[i].level == k + 1) all.add(of[i]);
            });
            if (all.condition < 0 || at_[all.condition].level > k) continue;
            bool keeps = false;
            for (int i = 0; i < n_; ++i) keeps |= at_[i].keep >= 0 && at_[i].computed == k;
            if (!keeps && !guesses_in(k)) p_.columns[k].asked_by = at_[all.condition].uniform, p_.columns[k].asked_when = all.when;
        }
        delete[] of;
    }

    // Writes what is needed, in order: first what stays the same along the row.
    constexpr void values(code_block& b) {
        int n = 0;
        for (int i = 0; i < n_; ++i) {
            if (!at_[i].needed || varies_along_row(i)) continue;
            node const& at = g_[i];
            instruction in{.op = at.op, .to = short_of(n), .bits = at.bits};
            at_[i].place = n++;
            if (!is_number(i)) {
                in.op = at.op->condition ? &machine::broadcast_condition : &machine::broadcast;
                in.a = short_of(at_[i].uniform);
            }
            emit(in);
        }
        b.loop = p_.size;
        bool const is_short = !needs_a_long_function();
        if (is_short) count_operations();
        for (int i = 0; i < n_; ++i) {
            if (!at_[i].needed || !varies_along_row(i)) continue;
            node const& at = g_[i];
            instruction in{.op = at.op, .to = short_of(n)};
            at_[i].place = n++;
            if (at_[i].sum >= 0) {
                in.op = &machine::load_sum;
                in.a = short_of(at_[i].sum);
            } else if (is_leaf(i) || loaded(i)) {
                in.op = &machine::load;
                in.a = short_of(is_leaf(i) ? operand_of(i) : at_[i].keep);
                in.bits = is_short && at_[i].asked > 1;
            } else {
                in.a = short_of(at_[at.a].place);
                if (at.op->arity > 1) in.b = short_of(at_[at.b].place);
                if (at.op->arity > 2) in.c = short_of(at_[at.c].place);
            }
            emit(in);
        }
        b.values = n;
        b.sinks = p_.size;
        if (!p_.fast && p_.size <= Capacity) share_work(p_.code, b);
    }
    // Of the loop that is being written.
    constexpr bool is_computed_here(int i) const { return at_[i].needed && varies_along_row(i) && !is_leaf(i) && !loaded(i); }
    constexpr bool needs_a_long_function() const {
        for (int i = 0; i < n_; ++i)
            if (is_computed_here(i) && g_[i].op->price.is_long()) return true;
        return false;
    }
    constexpr void count_operations() {
        for (int i = 0; i < n_; ++i) at_[i].asked = 0;
        for (int i = 0; i < n_; ++i) {
            if (!is_computed_here(i)) continue;
            node const& n = g_[i];
            if (n.op->arity > 0) ++at_[n.a].asked;
            if (n.op->arity > 1 && n.b != n.a) ++at_[n.b].asked;
            if (n.op->arity > 2 && n.c != n.a && n.c != n.b) ++at_[n.c].asked;
        }
    }
    constexpr void columns(int k) {
        code_block& b = p_.columns[k];
        open_block(b);
        need(k);
        values(b);
        bool const last = k == p_.stages - 1;
        each_reduction([&](int i) {
            if (g_[i].op->sums_columns()) {
                if (last) emit({.op = g_[i].op, .a = short_of(at_[g_[i].a].place), .b = short_of(at_[i].sum)});
            } else if ((is_row_reduction(i) && at_[i].level == k + 1) || (last && is_sum_in_columns(i))) {
                emit({.op = g_[i].op, .to = short_of(at_[i].uniform), .a = short_of(at_[g_[i].a].place),
                      .b = short_of(p_.accumulators++)});
            }
        });
        if (!last)
            for (int i = 0; i < n_; ++i)
                if (at_[i].keep >= 0 && at_[i].computed == k)
                    emit({.op = &machine::store, .a = short_of(at_[i].place), .b = short_of(at_[i].keep)});
        if (last) outputs(b, shapes::per_element);
        close_block(b);
        if (p_.size > Capacity) return;
        b.alive = most_alive(b);
        int* const functions_of = new int[static_cast<std::size_t>(b.values + 1)]{};
        for (int i = b.loop; i < b.last; ++i)
            if (cost const& price = p_.code[i].op->price; price.is_long()) {
                if (int const n = ++functions_of[p_.code[i].a]; n > b.sharing) b.sharing = n;
                if (price.pack < b.pack) b.pack = price.pack;
            }
        delete[] functions_of;
    }

    constexpr void peeks(int k) {
        if (!guesses_in(k)) return;
        code_block& b = p_.peeks[k];
        open_block(b);
        auto const is_guessed_from = [&](int m) {
            for (int i = 0; i < n_; ++i)
                if (at_[i].guessed && at_[i].level == k && g_[i].a == m) return true;
            return false;
        };
        stage_ = k;
        for (int i = 0; i < n_; ++i) at_[i].needed = false;
        each_reduction([&](int m) {
            if (is_guessed_from(m)) at_[g_[m].a].needed = true;
        });
        mark(n_ - 1);
        values(b);
        each_reduction([&](int m) {
            if (is_guessed_from(m))
                emit({.op = g_[m].op, .to = short_of(at_[m].uniform), .a = short_of(at_[g_[m].a].place),
                      .b = short_of(p_.accumulators++)});
        });
        close_block(b);
    }

    // Every load stands before the first store: an output may overwrite an input.
    constexpr void outputs(code_block& b, shape of) {
        int* const from = new int[static_cast<std::size_t>(Outputs)];
        for (int o = 0; o < Outputs; ++o) {
            if (to_[o].of != of) continue;
            from[o] = at_[roots_[o]].place;
            if (!to_[o].add) continue;
            int const old = b.values++, total = b.values++;
            emit({.op = &machine::load, .to = short_of(old), .a = short_of(operands_ + o)});
            emit({.op = described<program<Capacity, Outputs>, add_primitive>, .to = short_of(total), .a = short_of(old), .b = short_of(from[o])});
            from[o] = total;
        }
        for (int o = 0; o < Outputs; ++o)
            if (to_[o].of == of) emit({.op = &machine::store, .a = short_of(from[o]), .b = short_of(operands_ + o)});
        delete[] from;
    }

    constexpr void late_columns() {
        in_late_columns_ = true;
        stage_ = 0;
        bool any = false;
        auto const need = [&](int i) {
            if (!any)
                for (int k = 0; k < n_; ++k) at_[k].needed = false;
            any = at_[i].needed = true;
        };
        each_reduction([&](int i) {
            if (g_[i].op->sums_all(shapes::per_column)) need(g_[i].a);
        });
        for (int o = 0; o < Outputs; ++o)
            if (to_[o].of == shapes::per_column) need(roots_[o]);
        if (!any) return;
        code_block& b = p_.late_columns;
        open_block(b);
        mark(n_ - 1);
        values(b);
        each_reduction([&](int i) {
            if (g_[i].op->sums_all(shapes::per_column))
                emit({.op = g_[i].op, .to = short_of(at_[i].uniform), .a = short_of(at_[g_[i].a].place),
                      .b = short_of(p_.accumulators++)});
        });
        outputs(b, shapes::per_column);
        close_block(b);
    }

    constexpr bool is_flat() const {
        if (p_.stages > 1 || !p_.row_end.empty() || !p_.late_columns.empty() || p_.sums > 0) return false;
        for (int k = 0; k < operands_; ++k)
            if (leaves_[k].of != shapes::one && leaves_[k].of != shapes::per_element) return false;
        for (int i = 0; i < n_; ++i)
            if (g_[i].op->asks_the_row()) return false;
        return true;
    }
};

/// The program of what Source writes: `Source::lower(g, roots)`, its destinations `Source::to`, and what
/// the call has bound, `Source::leaves`.
template <class Source, int Capacity>
constexpr auto planned() {
    constexpr int outputs = Source::outputs, operands = Source::operands;
    int roots[outputs];
    typename Source::graph g(equations::stabilising, Source::leaves, operands);
    Source::lower(g, roots);
    return planner<Capacity, outputs>(g, roots, Source::to, Source::leaves, operands, Source::fast, Source::derives).run();
}

template <int N, int Capacity, int Outputs>
constexpr program<N, Outputs> cut(program<Capacity, Outputs> const& from) {
    program<N, Outputs> p;
    static_cast<program_layout<Outputs>&>(p) = from;
    for (int i = 0; i < from.size; ++i) p.code[i] = from.code[i];
    return p;
}

template <class Source, int Capacity>
constexpr auto fitted_program() {
    constexpr auto p = planned<Source, Capacity>();
    if constexpr (p.size > Capacity)
        return fitted_program<Source, p.size>();
    else
        return cut<(p.size > 0 ? p.size : 1)>(p);
}

}  // namespace detail

template <class Source>
inline constexpr auto program_of = detail::fitted_program<Source, Source::guess>();

}  // namespace ogive
