#pragma once
// From the graph of a call to its program: loops over the columns, cut at the reductions.

#include <ogive/algebra/derivative.hpp>
#include <ogive/algebra/program.hpp>

namespace ogive {

/// Where a result goes.
struct destination {
    shape of = shapes::per_element;
    bool add = false;         ///< to what is there
    bool by_result = false;   ///< a range: whether of elements, of rows or of columns follows from the result
};

namespace detail {

template <int Capacity, int Outputs>
class planner {
public:
    constexpr planner(graph const& g, int const* roots, destination const* to, leaf_shape const* leaves, int operands)
        : g_(g), roots_(roots), leaves_(leaves), operands_(operands), n_(g.size()) {
        for (int i = 0; i < n_; ++i) place_[i] = uniform_[i] = keep_[i] = computed_[i] = sum_[i] = -1;
        for (int k = 0; k < Outputs; ++k) {
            to_[k] = to[k];
            shape const of = g[roots[k]].of;
            shape const range = of & shapes::late ? dimensions(of)
                                : dimensions(of) == shapes::per_row ? shapes::per_row
                                                                    : shapes::per_element;
            if (to[k].by_result) to_[k].of = range;
            p_.stored[k] = to_[k].of;
            // A result goes where it is broadcast to, never where it would have to be summed.
            p_.storable[k] = !(dimensions(of) & ~to_[k].of) && !g[roots[k]].op->condition &&
                             !(to[k].by_result && to_[k].of == shapes::one);
        }
    }
    constexpr ~planner() {
        delete[] place_;
        delete[] uniform_;
        delete[] keep_;
        delete[] computed_;
        delete[] sum_;
        delete[] level_;
        delete[] worth_;
        delete[] live_;
        delete[] needed_;
    }

    constexpr program<Capacity, Outputs> run() {
        for (bool const fine : p_.storable)
            if (!fine) return p_;
        survey();
        if (!p_.shallow || !p_.one_pass) return p_;
        p_.streams = operands_ + Outputs;
        number_uniforms();
        decide_what_to_keep();
        for (int i = 0; i < n_; ++i)
            if (keep_[i] >= 0) keep_[i] = p_.streams++, ++p_.scratch_rows;
        for (int i = 0; i < n_; ++i)
            if (live_[i] && g_[i].op->sums_columns()) {
                sum_[i] = p_.streams;
                p_.streams += 2;
                p_.scratch_rows += 2;
                p_.sums += 2;
            }
        checks();
        before_rows();
        for (int k = 0; k < p_.stages; ++k) {
            before_columns(k);
            columns(k);
        }
        row_end();
        after_rows();
        p_.flat = is_flat();
        return p_;
    }

private:
    graph const& g_;
    int const* roots_;
    destination to_[Outputs]{};
    leaf_shape const* leaves_;
    int operands_;
    int n_;
    program<Capacity, Outputs> p_{};

    int* place_ = new int[size()];     // in the values of the block being written
    int* uniform_ = new int[size()];   // number of a uniform value
    int* keep_ = new int[size()];      // scratch stream of a value kept for a later loop
    int* computed_ = new int[size()];  // the first stage that computes it
    int* sum_ = new int[size()];       // first of the two streams of a sum down the columns
    int* level_ = new int[size()]{};   // how many row reductions lie below; of a late value, how many sums over columns
    bool* worth_ = new bool[size()]{};  // costs enough to be kept
    bool* live_ = new bool[size()]{};
    bool* needed_ = new bool[size()]{};

    int stage_ = 0;                // the loop being written
    bool in_late_columns_ = false;  // or the one after the last row

    constexpr std::size_t size() const { return static_cast<std::size_t>(n_); }
    constexpr bool is_late(int i) const { return g_[i].of & shapes::late; }
    constexpr bool varies_along_row(int i) const { return g_[i].of & shapes::per_column; }
    constexpr bool is_leaf(int i) const { return g_[i].op->arity == 0 && !g_.is_number(i); }
    constexpr bool is_row_reduction(int i) const { return g_[i].op->reduces_rows(); }
    constexpr bool is_sum_in_columns(int i) const {  // one that the loop over the columns adds up
        return g_[i].op->sums_all(shapes::per_element) || g_[i].op->sums_columns();
    }

    constexpr void survey() {
        int* const at = new int[size()];
        reachable(g_, roots_, Outputs, at);
        for (int i = 0; i < n_; ++i) {
            live_[i] = at[i] >= 0;
            if (!live_[i]) continue;
            node const& n = g_[i];
            worth_[i] = n.op->price.transcendental + n.op->price.division > 0;
            bool late_argument = false;
            for (int j = 0; j < n.op->arity; ++j) {
                int const a = n.argument(j);
                if (level_[a] > level_[i] && is_late(a) == is_late(i)) level_[i] = level_[a];
                worth_[i] |= worth_[a];
                late_argument |= is_late(a);
            }
            if (is_row_reduction(i) || n.op->sums_all(shapes::per_column)) ++level_[i];
            // A late value is one for all or one per column; and it stays so.
            if (late_argument && (g_[i].of & shapes::per_row || is_sum_in_columns(i) || is_row_reduction(i))) p_.one_pass = false;
            if (is_late(i) && level_[i] > (varies_along_row(i) ? 0 : 1)) p_.one_pass = false;
            if (!is_late(i) && level_[i] + 1 > p_.stages) p_.stages = level_[i] + 1;
        }
        for (int k = 0; k < Outputs; ++k)
            if (is_late(roots_[k]) && to_[k].of & shapes::per_row) p_.one_pass = false;
        if (p_.stages == 0) p_.stages = 1;
        if (p_.stages > most_stages) p_.shallow = false;
        delete[] at;
    }

    constexpr void number_uniforms() {
        auto const give = [&](int i) {
            if (uniform_[i] < 0) uniform_[i] = p_.uniforms++;
        };
        for (int i = 0; i < n_; ++i)
            if (live_[i] && !varies_along_row(i) && !g_.is_number(i)) {
                give(i);
                if (!g_[i].op->reduces())
                    for (int j = 0; j < g_[i].op->arity; ++j) give(g_[i].argument(j));
            }
        for (int i = 0; i < n_; ++i)
            if (live_[i] && g_[i].op->sums_all(shapes::per_row)) give(g_[i].a);
        for (int k = 0; k < Outputs; ++k)
            if (!(to_[k].of & shapes::per_column)) give(roots_[k]);
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

    // ---- uniform values

    constexpr void uniform(int i) {
        node const& n = g_[i];
        instruction in{.op = n.op, .to = short_of(uniform_[i])};
        if (g_.is_number(i)) {
            in.bits = n.bits;
        } else if (is_leaf(i)) {
            in.op = n.of & shapes::per_row ? &machine::load_row : &machine::load_number;
            in.a = short_of(operand_of(i));
        } else {
            in.a = short_of(uniform_[n.a]);
            if (n.op->arity > 1) in.b = short_of(uniform_[n.b]);
            if (n.op->arity > 2) in.c = short_of(uniform_[n.c]);
        }
        emit(in);
    }
    constexpr bool computed_from_uniforms(int i) const {
        return live_[i] && uniform_[i] >= 0 && !g_[i].op->reduces();
    }

    constexpr void checks() {
        open_block(p_.checks);
        for (int i = 0; i < n_; ++i)
            if (live_[i] && g_[i].op->admits_some) emit({.op = g_[i].op, .a = short_of(operand_of(g_[i].a))});
        close_block(p_.checks);
    }
    constexpr void before_rows() {
        open_block(p_.before_rows);
        for (int i = 0; i < n_; ++i)
            if (computed_from_uniforms(i) && g_[i].of == shapes::one) uniform(i);
        close_block(p_.before_rows);
    }
    constexpr void before_columns(int k) {
        open_block(p_.before_columns[k]);
        for (int i = 0; i < n_; ++i)
            if (computed_from_uniforms(i) && g_[i].of == shapes::per_row && level_[i] == k) uniform(i);
        close_block(p_.before_columns[k]);
    }
    constexpr void row_end() {
        open_block(p_.row_end);
        for (int i = 0; i < n_; ++i)
            if (live_[i] && g_[i].op->sums_all(shapes::per_row))
                emit({.op = g_[i].op, .to = short_of(uniform_[i]), .a = short_of(uniform_[g_[i].a]),
                      .b = short_of(p_.accumulators++)});
        for (int k = 0; k < Outputs; ++k)
            if (to_[k].of == shapes::per_row)
                emit({.op = &machine::store_row, .a = short_of(uniform_[roots_[k]]), .b = short_of(k), .bits = to_[k].add});
        close_block(p_.row_end);
    }
    constexpr void after_rows() {
        open_block(p_.after_rows);
        for (int i = 0; i < n_; ++i)
            if (computed_from_uniforms(i) && is_late(i) && level_[i] == 0) uniform(i);
        close_block(p_.after_rows);
        late_columns();
        open_block(p_.at_last);
        for (int i = 0; i < n_; ++i)
            if (computed_from_uniforms(i) && is_late(i) && level_[i] == 1) uniform(i);
        for (int k = 0; k < Outputs; ++k)
            if (to_[k].of == shapes::one)
                emit({.op = &machine::store_number, .a = short_of(uniform_[roots_[k]]), .b = short_of(k),
                      .bits = to_[k].add});
        close_block(p_.at_last);
    }

    // ---- loops over the columns

    // What stage k's sinks are: the reductions of its level; in the last stage also the sums and
    // the outputs, which may overwrite what the row was read from.
    template <class Visit>
    constexpr void each_sink(int k, Visit visit) const {
        for (int i = 0; i < n_; ++i) {
            if (!live_[i]) continue;
            if ((is_row_reduction(i) && level_[i] == k + 1) || (k == p_.stages - 1 && is_sum_in_columns(i))) visit(g_[i].a);
        }
        if (k == p_.stages - 1)
            for (int o = 0; o < Outputs; ++o)
                if (to_[o].of == shapes::per_element) visit(roots_[o]);
    }

    // Marks what a loop needs, from its sinks down to what it can load.
    constexpr void mark(int from) {
        for (int i = from; i >= 0; --i) {
            if (!needed_[i] || !varies_along_row(i) || loaded(i)) continue;
            for (int j = 0; j < g_[i].op->arity; ++j) needed_[g_[i].argument(j)] = true;
        }
    }
    constexpr bool loaded(int i) const {
        return (sum_[i] >= 0 && in_late_columns_) ||
               (worth_[i] && !g_[i].op->condition && computed_[i] >= 0 && computed_[i] < stage_);
    }
    constexpr void need(int k) {
        stage_ = k;
        for (int i = 0; i < n_; ++i) needed_[i] = false;
        each_sink(k, [&](int i) { needed_[i] = true; });
        mark(n_ - 1);
    }
    constexpr void decide_what_to_keep() {
        for (int k = 0; k < p_.stages; ++k) {
            need(k);
            for (int i = 0; i < n_; ++i) {
                if (!needed_[i] || !varies_along_row(i) || is_leaf(i)) continue;
                if (loaded(i))
                    keep_[i] = 0;
                else if (computed_[i] < 0)
                    computed_[i] = k;
            }
        }
    }

    // Writes what is needed, in order: first what stays the same along the row.
    constexpr void values(code_block& b) {
        int n = 0;
        for (int i = 0; i < n_; ++i) {
            if (!needed_[i] || varies_along_row(i)) continue;
            node const& at = g_[i];
            instruction in{.op = at.op, .to = short_of(n), .bits = at.bits};
            place_[i] = n++;
            if (!g_.is_number(i)) {
                in.op = at.op->condition ? &machine::broadcast_condition : &machine::broadcast;
                in.a = short_of(uniform_[i]);
            }
            emit(in);
        }
        b.loop = p_.size;
        for (int i = 0; i < n_; ++i) {
            if (!needed_[i] || !varies_along_row(i)) continue;
            node const& at = g_[i];
            instruction in{.op = at.op, .to = short_of(n)};
            place_[i] = n++;
            if (is_leaf(i)) {
                in.op = &machine::load;
                in.a = short_of(operand_of(i));
            } else if (sum_[i] >= 0) {
                in.op = &machine::load_sum;
                in.a = short_of(sum_[i]);
            } else if (loaded(i)) {
                in.op = &machine::load;
                in.a = short_of(keep_[i]);
            } else {
                in.a = short_of(place_[at.a]);
                if (at.op->arity > 1) in.b = short_of(place_[at.b]);
                if (at.op->arity > 2) in.c = short_of(place_[at.c]);
            }
            emit(in);
        }
        b.values = n;
        b.sinks = p_.size;
    }
    constexpr void columns(int k) {
        code_block& b = p_.columns[k];
        open_block(b);
        need(k);
        values(b);
        bool const last = k == p_.stages - 1;
        for (int i = 0; i < n_; ++i) {
            if (!live_[i]) continue;
            if (g_[i].op->sums_columns()) {
                if (last) emit({.op = g_[i].op, .a = short_of(place_[g_[i].a]), .b = short_of(sum_[i])});
            } else if ((is_row_reduction(i) && level_[i] == k + 1) || (last && is_sum_in_columns(i))) {
                emit({.op = g_[i].op, .to = short_of(uniform_[i]), .a = short_of(place_[g_[i].a]),
                      .b = short_of(p_.accumulators++)});
            } else if (keep_[i] >= 0 && computed_[i] == k) {
                emit({.op = &machine::store, .a = short_of(place_[i]), .b = short_of(keep_[i])});
            }
        }
        if (last) outputs(b, shapes::per_element);
        close_block(b);
        if (p_.size > Capacity) return;
        b.alive = most_alive(b);
        for (int i = b.loop; i < b.last; ++i)
            if (cost const& price = p_.code[i].op->price; price.is_long()) {
                ++b.functions;
                if (price.pack < b.pack) b.pack = price.pack;
            }
    }

    // Every load stands before the first store: an output may overwrite an input.
    constexpr void outputs(code_block& b, shape of) {
        int* const from = new int[static_cast<std::size_t>(Outputs)];
        for (int o = 0; o < Outputs; ++o) {
            if (to_[o].of != of) continue;
            from[o] = place_[roots_[o]];
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
        code_block& b = p_.late_columns;
        open_block(b);
        in_late_columns_ = true;
        stage_ = 0;
        for (int i = 0; i < n_; ++i) needed_[i] = false;
        for (int i = 0; i < n_; ++i)
            if (live_[i] && g_[i].op->sums_all(shapes::per_column)) needed_[g_[i].a] = true;
        for (int o = 0; o < Outputs; ++o)
            if (to_[o].of == shapes::per_column) needed_[roots_[o]] = true;
        mark(n_ - 1);
        values(b);
        for (int i = 0; i < n_; ++i)
            if (live_[i] && g_[i].op->sums_all(shapes::per_column))
                emit({.op = g_[i].op, .to = short_of(uniform_[i]), .a = short_of(place_[g_[i].a]),
                      .b = short_of(p_.accumulators++)});
        outputs(b, shapes::per_column);
        close_block(b);
    }

    constexpr bool is_flat() const {
        if (p_.stages > 1 || !p_.row_end.empty() || !p_.late_columns.empty() || p_.sums > 0) return false;
        for (int k = 0; k < operands_; ++k)
            if (leaves_[k].of != shapes::one && leaves_[k].of != shapes::per_element) return false;
        for (int i = 0; i < n_; ++i)
            if (live_[i] && g_[i].op->asks_the_row()) return false;
        return true;
    }
};

/// The program of what Source writes: `Source::lower(g, roots)`, its destinations `Source::to`, and what
/// the call has bound, `Source::leaves`.
template <class Source, int Capacity>
constexpr auto planned() {
    constexpr int outputs = Source::outputs, operands = Source::operands;
    int roots[outputs];
    graph g(equations::stabilising, Source::leaves, operands);
    Source::lower(g, roots);
    auto p = planner<Capacity, outputs>(g, roots, Source::to, Source::leaves, operands).run();
    p.fast = Source::fast;
    return p;
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
