#pragma once
// A graph as a textbook has it: equal in real numbers, whatever its rounding. Numbers and equal factors are collected,
// sums of cases are one list of cases, and what is there for the digits alone is left out.
//
// The graph's type is a template argument of the functions here, so that who prints nothing pays nothing.

#include <ogive/graph/graph.hpp>
#include <ogive/meta/buffer.hpp>
#include <ogive/primitive/primitives.hpp>

namespace ogive::printing {

/// Products and sums whose order is that of paper.
inline constexpr operation product_in_order{
    .name = "product", .arity = 2, .text = "{0} * {1}", .latex = R"({0} \, {1})", .binds = precedence::product};
inline constexpr operation sum_in_order{
    .name = "sum", .arity = 2, .text = "{0} + {1}", .latex = "{0} + {1}", .binds = precedence::sum};
inline constexpr operation difference_in_order{
    .name = "difference", .arity = 2, .text = "{0} - {1}", .latex = "{0} - {1}", .binds = precedence::sum};
inline constexpr operation minus_in_order{
    .name = "minus", .arity = 1, .text = "-{0}", .latex = "-{0}", .binds = precedence::sum};

/// number / below n1^e1 n2^e2 ..., or number + c1 n1 + c2 n2 + ...
struct terms_of_reals {
    static constexpr int most = 24;
    struct term {
        int node;
        double times;  ///< the exponent, or the coefficient
    };
    term at[most + 1];
    int count = 0;
    double number, below = 1;

    constexpr explicit terms_of_reals(double start) : number(start) {}
    constexpr bool overflows() const { return count > most; }
    constexpr void add(int node, double times) {
        for (int k = 0; k < count; ++k)
            if (at[k].node == node) {
                at[k].times += times;
                return;
            }
        if (count <= most) at[count++] = {node, times};
    }
};

template <class Graph>
class textbook {
public:
    /// `plain`: as it is computed, without the arms of `numerical` choices and what no paper has: zeros that are added,
    /// a factor beside its reciprocal, a sign before a sign.
    explicit textbook(Graph& to, bool plain) : g_(to), plain_(plain) {}

    /// The node that stands for the root of another graph.
    int copy(auto const& from, int root) {
        auto const size = static_cast<std::size_t>(root) + 1;
        buffer<int> uses(size), at(size);
        uses[root] = 1;
        for (int i = root; i >= 0; --i)
            if (uses[i] > 0)
                for (int j = 0; j < from[i].op->arity; ++j) ++uses[from[i].argument(j)];
        for (int i = 0; i <= root; ++i) {
            if (uses[i] == 0) continue;
            node const& n = from[i];
            at[i] = n.op->arity > 0         ? made(n, at.data(), uses.data())
                    : n.op == &kind::number ? g_.constant(from.value(i))
                                            : g_.leaf(n.op, n.bits);
        }
        return at[root] < 0 ? g_.constant(at[root] == always) : at[root];
    }

private:
    // Conditions that are known stand below all nodes.
    static constexpr int always = -1, never = -2;

    Graph& g_;
    bool plain_;

    template <class P>
    static constexpr operation const* op() {
        return described<Graph, P>;
    }
    template <class... P>
    static bool is_one_of(operation const* o) {
        return ((o == op<P>()) || ...);
    }

    struct argument {
        int at = 0;
        bool opened = false;  ///< stands here alone: a sum in it goes on
    };
    int made(node const& n, int const* at, int const* uses) {
        argument of[3];
        for (int j = 0; j < n.op->arity; ++j) {
            int const i = n.argument(j);
            of[j] = {at[i], uses[i] == 1};
        }
        return made(n.op, of[0], of[1], of[2]);
    }
    int made(operation const* o, argument const& x, argument const& y, argument const& z) {
        int const a = x.at, b = y.at, c = z.at;
        if (o->expands()) return a;
        if (plain_ && a >= 0 && b >= 0 && !is_one_of<numerical_primitive>(o)) return computed(o, a, b, c);
        if (o->reads) return written(o->reads, x, y, z);
        if (is_one_of<numerical_primitive>(o)) return never;
        if (is_one_of<logical_not_primitive>(o)) return negated(a);
        if (is_one_of<logical_and_primitive>(o)) return both(a, b);
        if (is_one_of<logical_or_primitive>(o)) return negated(both(negated(a), negated(b)));
        if (o->condition) return compared(o, a, b);
        if (is_one_of<where_primitive>(o)) return plain_ ? (a == always ? b : c) : chosen(a, b, c);
        if (is_one_of<multiply_primitive>(o)) return product(a, 1, b, 1);
        if (is_one_of<divide_primitive>(o)) return product(a, 1, b, -1);
        if (is_one_of<square_primitive>(o)) return product(a, 2, g_.constant(1), 1);
        if (is_one_of<negate_primitive>(o)) return product(a, 1, g_.constant(-1), 1);
        if (is_one_of<add_primitive>(o)) return sum(a, x.opened, b, y.opened, 1);
        if (is_one_of<subtract_primitive>(o)) return sum(a, x.opened, b, y.opened, -1);
        if (is_one_of<row_sum_primitive, col_sum_primitive, sum_primitive<shapes::per_element>,
                      sum_primitive<shapes::per_row>, sum_primitive<shapes::per_column>, reduce_primitive>(o))
            return total(o, a, b, c);
        return inserted(o, a, b, c);
    }
    int inserted(operation const* o, int a, int b, int c) {
        return g_.insert(o, a, o->arity > 1 ? b : no_node, o->arity > 2 ? c : no_node);
    }
    int written(formula const& f, argument const& x, argument const& y, argument const& z) {
        argument const slot[] = {x, y, z};
        argument line[longest_formula];
        for (int k = 0; k < f.size; ++k) {
            term const& t = f.terms[k];
            if (t.op == &kind::slot)
                line[k] = {slot[t.bits].at, false};
            else if (t.arity == 0)
                line[k] = {g_.constant(std::bit_cast<double>(t.bits)), false};
            else
                line[k] = {
                    made(t.op, line[t.arg[0]], line[t.arg[t.arity > 1 ? 1 : 0]], line[t.arg[t.arity > 2 ? 2 : 0]]),
                    true};
        }
        return line[f.size - 1].at;
    }
    /// A sum along rows or columns, a number before it.
    int total(operation const* o, int a, int b, int c) {
        terms_of_reals of(1);
        factors(a, 1, of);
        double const number = of.number;
        if (!of.overflows() && is_plain(number)) {
            of.number = 1;
            a = product(of);
        }
        int const all = inserted(o, a, b, c);
        return of.overflows() || !is_plain(number) ? all : product(g_.constant(number), 1, all, 1);
    }

    // ---- as it is computed

    int computed(operation const* o, int a, int b, int c) {
        if (o->hash == name_key("horner"))
            return computed(op<add_primitive>(), c, computed(op<multiply_primitive>(), a, b, no_node), no_node);
        if (is_one_of<add_primitive>(o)) {
            if (is_zero(b)) return a;
            if (is_zero(a)) return b;
            if (int const cases = chosen_alike(a, b); cases >= 0) return cases;
            if (int const less = opposed(b); less >= 0) return computed(op<subtract_primitive>(), a, less, no_node);
            if (int const less = opposed(a); less >= 0) return computed(op<subtract_primitive>(), b, less, no_node);
        }
        if (is_one_of<subtract_primitive>(o)) {
            if (is_zero(b)) return a;
            if (int const more = opposed(b); more >= 0) return computed(op<add_primitive>(), a, more, no_node);
        }
        if (is_one_of<negate_primitive>(o))
            if (int const positive = opposed(a); positive >= 0) return positive;
        if (is_one_of<multiply_primitive>(o)) {
            if (is_one(a)) return b;
            if (is_one(b)) return a;
            if (int const rest = beside_reciprocal(a, b); rest >= 0) return rest;
            if (int const rest = beside_reciprocal(b, a); rest >= 0) return rest;
            if (int const positive = opposed(b); positive >= 0 && !g_.is_number(b)) {
                if (int const other = opposed(a); other >= 0) return computed(o, other, positive, no_node);
                if (g_.is_number(a)) return computed(o, g_.constant(-g_.value(a)), positive, no_node);
                return inserted(op<negate_primitive>(), computed(o, a, positive, no_node), no_node, no_node);
            }
        }
        if (is_one_of<divide_primitive>(o))
            if (int const rest = without(a, b, false); rest >= 0) return rest;
        return inserted(o, a, b, c);
    }
    /// The product of a and b where b has the reciprocal of a, or of its number; else -1.
    int beside_reciprocal(int a, int b) {
        if (int const rest = without(b, a, true); rest >= 0) return rest;
        node const n = g_[a];
        if (!is_one_of<multiply_primitive>(n.op) || !(g_.is_number(n.a) || g_.is_number(n.b))) return -1;
        int const number = g_.is_number(n.a) ? n.a : n.b, rest = without(b, number, true);
        return rest < 0 ? -1 : computed(n.op, number == n.a ? n.b : n.a, rest, no_node);
    }
    /// -i where i is written with a minus; else -1.
    int opposed(int i) {
        node const n = g_[i];
        if (g_.is_number(i)) return g_.value(i) < 0 ? g_.constant(-g_.value(i)) : -1;
        if (is_one_of<negate_primitive>(n.op)) return n.a;
        if (!is_one_of<multiply_primitive, divide_primitive>(n.op)) return -1;
        if (int const a = opposed(n.a); a >= 0) return computed(n.op, a, n.b, no_node);
        if (!is_one_of<multiply_primitive>(n.op) || !g_.is_number(n.b) || opposed(n.b) < 0) return -1;
        return computed(n.op, n.a, opposed(n.b), no_node);
    }
    /// The sum of two choices by one condition, or by a condition and its opposite, as one; else -1.
    int chosen_alike(int a, int b) {
        if (!is_where(a) || !is_where(b)) return -1;
        node const m = g_[a], n = g_[b];
        auto const is_not = [&](int p, int q) { return g_[p].op == op<logical_not_primitive>() && g_[p].a == q; };
        if (is_not(m.a, n.a)) return chosen_alike(b, a);
        bool const crossed = is_not(n.a, m.a);
        if (!crossed && n.a != m.a) return -1;
        operation const* const add = op<add_primitive>();
        int const first = computed(add, m.b, crossed ? n.c : n.b, no_node);
        int const second = computed(add, m.c, crossed ? n.b : n.c, no_node);
        return first == second ? first : inserted(m.op, m.a, first, second);
    }
    /// The product i without this factor, or divisor; -1 where it has none.
    int without(int i, int factor, bool divisor, int depth = 8) {
        node const n = g_[i];
        if (!divisor && i == factor) return g_.constant(1);
        if (divisor && g_.is_number(i) && g_.is_number(factor) && g_.value(i) * g_.value(factor) == 1)
            return g_.constant(1);
        if (depth == 0 || is_zero(factor) || !is_one_of<multiply_primitive, divide_primitive, negate_primitive>(n.op))
            return -1;
        if (int const a = without(n.a, factor, divisor, depth - 1); a >= 0)
            return is_one_of<multiply_primitive>(n.op) && is_one(a) ? n.b : inserted(n.op, a, n.b, no_node);
        if (n.op->arity == 1) return -1;
        int const b = without(n.b, factor, divisor == is_one_of<multiply_primitive>(n.op), depth - 1);
        return b < 0 ? -1 : is_one(b) ? n.a : inserted(n.op, n.a, b, no_node);
    }
    bool is_one(int i) const { return g_.is_number(i) && g_.value(i) == 1; }

    // ---- products

    static bool is_plain(double x) { return x - x == 0 && x != 0; }
    /// Of two whole numbers; else 0.
    static double common_divisor(double a, double b) {
        constexpr double most = 1e6;
        if (a < -most || a > most || b > most) return 0;
        auto m = static_cast<long>(a < 0 ? -a : a), n = static_cast<long>(b);
        if (static_cast<double>(m) != (a < 0 ? -a : a) || static_cast<double>(n) != b) return 0;
        while (n != 0) {
            long const rest = m % n;
            m = n;
            n = rest;
        }
        return static_cast<double>(m);
    }

    void factors(int i, double exponent, terms_of_reals& of) const {
        node const& n = g_[i];
        if (g_.is_number(i) && is_plain(g_.value(i))) {
            for (int k = 0; k < (exponent < 0 ? -exponent : exponent); ++k)
                (exponent < 0 ? of.below : of.number) *= g_.value(i);
        } else if (n.op == &product_in_order) {
            factors(n.a, exponent, of);
            factors(n.b, exponent, of);
        } else if (n.op == op<divide_primitive>()) {
            factors(n.a, exponent, of);
            factors(n.b, -exponent, of);
        } else if (n.op == op<square_primitive>()) {
            factors(n.a, 2 * exponent, of);
        } else if (n.op == op<sqrt_primitive>() && static_cast<int>(exponent) % 2 == 0) {
            factors(n.a, exponent / 2, of);
        } else if (int const times = power_of(n.op); times > 0) {
            factors(n.a, times * exponent, of);
        } else if (n.op == &minus_in_order) {
            if (static_cast<int>(exponent) % 2 != 0) of.number = -of.number;
            factors(n.a, exponent, of);
        } else {
            of.add(i, exponent);
        }
    }

    static constexpr operation const* powers[] = {op<power_primitive<3>>(), op<power_primitive<4>>(),
                                                  op<power_primitive<5>>(), op<power_primitive<6>>()};
    static int power_of(operation const* o) {
        for (int k = 0; k < 4; ++k)
            if (powers[k] == o) return k + 3;
        return 0;
    }
    int power(int i, double exponent) {
        if (exponent == 1) return i;
        if (g_[i].op == op<sqrt_primitive>() && static_cast<int>(exponent) % 2 == 0)
            return power(g_[i].a, exponent / 2);
        if (exponent == 2) return g_.insert(op<square_primitive>(), i);
        if (exponent <= 6) return g_.insert(powers[static_cast<int>(exponent) - 3], i);
        return g_.insert(&product_in_order, power(i, 6), power(i, exponent - 6));
    }

    /// What comes first: params, then vars, then functions, then sums, then cases.
    int place(int i) const {
        node const& n = g_[i];
        if (dimensions(n.of) == shapes::one) return 0;
        if (n.op->arity == 0) return 1;
        if (n.op == op<where_primitive>()) return 4;
        return n.op->binds == precedence::sum ? 3 : 2;
    }
    /// The product of the factors with exponents of this sign, or -1.
    int half(terms_of_reals const& of, double sign, int first) {
        for (int rank = 0; rank <= 4; ++rank)
            for (int k = 0; k < of.count; ++k) {
                if (of.at[k].times * sign <= 0 || place(of.at[k].node) != rank) continue;
                int const next = power(of.at[k].node, of.at[k].times * sign);
                first = first < 0 ? next : g_.insert(&product_in_order, first, next);
            }
        return first;
    }

    int product(int a, double exponent_a, int b, double exponent_b) {
        if ((g_.is_number(a) && g_.value(a) == 0) || (g_.is_number(b) && g_.value(b) == 0 && exponent_b > 0))
            return g_.constant(0);
        terms_of_reals of(1);
        factors(a, exponent_a, of);
        factors(b, exponent_b, of);
        if (of.overflows() || !is_plain(of.number) || !is_plain(of.below)) {
            int const first = power(a, exponent_a);
            return exponent_b < 0 ? g_.insert(op<divide_primitive>(), first, b)
                                  : g_.insert(&product_in_order, first, b);
        }
        return product(of);
    }
    int product(terms_of_reals of) {
        for (int k = 0; k < of.count; ++k) {  // x sign(x)
            if (of.at[k].times != 1 || !is_one_of<sign_primitive>(g_[of.at[k].node].op)) continue;
            int const x = g_[of.at[k].node].a;
            for (int l = 0; l < of.count; ++l) {
                if (of.at[l].node != x || of.at[l].times < 1) continue;
                of.at[k].times = 0;
                of.at[l].times -= 1;
                of.add(g_.insert(op<absolute_primitive>(), x), 1);
                break;
            }
        }
        if (of.below < 0) {
            of.number = -of.number;
            of.below = -of.below;
        }
        if (double const common = common_divisor(of.number, of.below); common > 0) {
            of.number /= common;
            of.below /= common;
        }
        bool const negative = of.number < 0;
        double const size = negative ? -of.number : of.number;
        int const below = half(of, -1, of.below == 1 ? -1 : g_.constant(of.below));
        int above = half(of, 1, size == 1 ? -1 : g_.constant(below < 0 ? of.number : size));
        if (above < 0) above = g_.constant(below < 0 ? of.number : 1);
        if (below >= 0) above = g_.insert(op<divide_primitive>(), above, below);
        return negative && (below >= 0 || (size == 1 && !g_.is_number(above))) ? g_.insert(&minus_in_order, above)
                                                                               : above;
    }

    // ---- sums

    void summands(int i, double coefficient, bool opened, terms_of_reals& of) {
        node const n = g_[i];
        if (g_.is_number(i)) {
            of.number += coefficient * g_.value(i);
        } else if (opened && (n.op == &sum_in_order || n.op == &difference_in_order)) {
            summands(n.a, coefficient, true, of);
            summands(n.b, n.op == &sum_in_order ? coefficient : -coefficient, true, of);
        } else {
            terms_of_reals factors_of(1);
            factors(i, 1, factors_of);
            double const number = factors_of.number;
            if (factors_of.overflows() || !is_plain(number) || !is_plain(factors_of.below) || number == 1) {
                of.add(i, coefficient);
            } else {
                factors_of.number = 1;
                of.add(product(factors_of), coefficient * number);
            }
        }
    }

    /// 1 / d + m / d^2 where d + m is a number, as of the derivative of x / (|x| + 1); else -1.
    int quotient(int a, int b, double sign) {
        if (g_[b].op == &minus_in_order) {
            b = g_[b].a;
            sign = -sign;
        }
        operation const* const over = op<divide_primitive>();
        if (g_[a].op != over || g_[b].op != over || !g_.is_number(g_[a].a) || g_.value(g_[a].a) != 1) return -1;
        int const d = g_[a].b, squared = g_[b].b;
        if (g_[squared].op != op<square_primitive>() || g_[squared].a != d) return -1;
        int const above = sum(d, true, g_[b].a, true, sign);
        return g_.is_number(above) ? product(above, 1, squared, -1) : -1;
    }
    /// min and max of the same two.
    bool are_both_ends(int a, int b) const {
        node const &m = g_[a], &n = g_[b];
        bool const are_ends = (is_one_of<minimum_primitive>(m.op) && is_one_of<maximum_primitive>(n.op)) ||
                              (is_one_of<maximum_primitive>(m.op) && is_one_of<minimum_primitive>(n.op));
        return are_ends && ((m.a == n.a && m.b == n.b) || (m.a == n.b && m.b == n.a));
    }
    int sum(int a, bool open_a, int b, bool open_b, double sign) {
        if (int const cases = sum_of_cases(a, b, sign); cases >= 0) return cases;
        if (int const whole = quotient(a, b, sign); whole >= 0) return whole;
        if (sign > 0 && are_both_ends(a, b)) return sum(g_[a].a, true, g_[a].b, true, 1);
        if (operation const* const over = op<divide_primitive>();
            g_[a].op == over && g_[b].op == over && g_[a].b == g_[b].b && g_.is_number(g_[a].b)) {
            int const below = g_[a].b;
            return product(sum(g_[a].a, open_a, g_[b].a, open_b, sign), 1, below, -1);
        }
        terms_of_reals of(0);
        summands(a, 1, open_a, of);
        summands(b, sign, open_b, of);
        if (of.overflows() || of.number - of.number != 0)
            return g_.insert(sign < 0 ? &difference_in_order : &sum_in_order, a, b);
        for (int k = 0; k < of.count; ++k)
            for (int l = k + 1; l < of.count; ++l) {
                if (of.at[k].times != 1 || of.at[l].times != 1) continue;
                int const cases = sum_of_cases(of.at[k].node, of.at[l].node, 1);
                if (cases < 0) continue;
                of.at[k].node = cases;
                of.at[l].times = 0;
            }
        int all = -1;
        auto const add = [&](double times, int node) {
            if (all < 0)
                all = product(g_.constant(times), 1, node, 1);
            else
                all = g_.insert(times < 0 ? &difference_in_order : &sum_in_order, all,
                                product(g_.constant(times < 0 ? -times : times), 1, node, 1));
        };
        // A sum begins with a term that has no minus, where there is one.
        int first = -1;
        for (int k = of.count - 1; k >= 0; --k)
            if (of.at[k].times > 0) first = k;
        if (first >= 0)
            add(of.at[first].times, of.at[first].node);
        else if (of.number > 0)
            all = g_.constant(of.number);
        for (int k = 0; k < of.count; ++k)
            if (k != first && of.at[k].times != 0) add(of.at[k].times, of.at[k].node);
        if (of.number != 0 && !(first < 0 && of.number > 0)) {
            if (all < 0) return g_.constant(of.number);
            all = g_.insert(of.number < 0 ? &difference_in_order : &sum_in_order, all,
                            g_.constant(of.number < 0 ? -of.number : of.number));
        }
        return all < 0 ? g_.constant(0) : all;
    }

    // ---- conditions

    operation const* opposite(operation const* o) const {
        operation const* const pairs[] = {op<less_primitive>(),    op<greater_equal_primitive>(),
                                          op<greater_primitive>(), op<less_equal_primitive>(),
                                          op<equal_primitive>(),   op<not_equal_primitive>()};
        for (int k = 0; k < 6; ++k)
            if (pairs[k] == o) return pairs[k ^ 1];
        return nullptr;
    }
    int compared(operation const* o, int a, int b) {
        if (a == b && opposite(o))
            return is_one_of<less_equal_primitive, greater_equal_primitive, equal_primitive>(o) ? always : never;
        if (opposite(o) && g_.is_number(a) && g_.is_number(b)) {
            double const u = g_.value(a), v = g_.value(b);
            bool const holds = o == op<less_primitive>()            ? u < v
                               : o == op<less_equal_primitive>()    ? u <= v
                               : o == op<greater_primitive>()       ? u > v
                               : o == op<greater_equal_primitive>() ? u >= v
                                                                    : (u == v) == (o == op<equal_primitive>());
            return holds ? always : never;
        }
        return g_.insert(o, a, o->arity > 1 ? b : no_node);
    }
    int negated(int i) {
        if (i < 0) return i == always ? never : always;
        if (plain_) return g_.make(op<logical_not_primitive>(), i);
        node const n = g_[i];
        if (operation const* const o = opposite(n.op)) return g_.insert(o, n.a, n.b);
        if (n.op == op<logical_not_primitive>()) return n.a;
        if (n.op == op<logical_or_primitive>()) {
            int const a = n.a, b = n.b;
            return both(negated(a), negated(b));
        }
        if (n.op == op<logical_and_primitive>()) {
            int const a = n.a, b = n.b, not_a = negated(a), not_b = negated(b);
            return g_.insert(op<logical_or_primitive>(), not_a, not_b);
        }
        return g_.insert(op<logical_not_primitive>(), i);
    }
    bool is_upper(operation const* o) const { return is_one_of<less_primitive, less_equal_primitive>(o); }
    bool is_lower(operation const* o) const { return is_one_of<greater_primitive, greater_equal_primitive>(o); }

    /// p says so much that q holds too.
    bool implies(int p, int q) const {
        if (p == q || p == never || q == always) return true;
        if (p < 0 || q < 0) return false;
        node const &m = g_[p], &n = g_[q];
        if (m.op == op<logical_and_primitive>()) return implies(m.a, q) || implies(m.b, q);
        if (n.op == op<logical_and_primitive>()) return implies(p, n.a) && implies(p, n.b);
        if (n.op == op<logical_or_primitive>() && (implies(p, n.a) || implies(p, n.b))) return true;
        if (m.op->arity != 2 || n.op->arity != 2 || m.a != n.a) return false;
        bool const upper = is_upper(m.op) && is_upper(n.op), lower = is_lower(m.op) && is_lower(n.op);
        if (m.b == n.b) return (upper || lower) && is_one_of<less_primitive, greater_primitive>(m.op);
        if (!g_.is_number(m.b) || !g_.is_number(n.b)) return false;
        double const u = g_.value(m.b), v = g_.value(n.b);
        return (upper && u < v) || (lower && u > v);
    }
    bool excludes(int p, int q) { return implies(p, negated(q)) || implies(q, negated(p)); }

    int both(int p, int q) {
        if (p == always || q == never) return q;
        if (q == always || p == never) return p;
        if (plain_) return g_.insert(op<logical_and_primitive>(), p, q);
        if (implies(p, q)) return p;
        if (implies(q, p)) return q;
        if (excludes(p, q)) return never;
        if (g_[p].op == op<logical_and_primitive>()) {
            int const a = g_[p].a, b = g_[p].b;
            if (implies(q, a)) return both(b, q);
            if (implies(q, b)) return both(a, q);
        }
        if (g_[q].op == op<logical_and_primitive>()) {
            int const a = g_[q].a, b = g_[q].b;
            if (implies(p, a)) return both(p, b);
            if (implies(p, b)) return both(p, a);
        }
        return g_.insert(op<logical_and_primitive>(), p, q);
    }
    /// What q says beside p, which it implies.
    int beside(int p, int q) {
        if (implies(p, q)) return always;
        if (q >= 0 && g_[q].op == op<logical_and_primitive>()) {
            int const a = g_[q].a, b = g_[q].b;
            return both(beside(p, a), beside(p, b));
        }
        return q;
    }

    // ---- cases

    bool is_where(int i) const { return g_[i].op == op<where_primitive>(); }
    bool is_zero(int i) const { return g_.is_number(i) && g_.value(i) == 0; }

    int chosen(int c, int a, int b) {
        if (c == always) return a;
        if (c == never) return b;
        a = under(c, a);
        b = under(negated(c), b);
        if (a == b) return a;
        if (is_where(b) && implies(g_[b].a, c)) return chosen(c, a, g_[b].c);
        if (is_where(a) && implies(g_[a].a, c)) {
            node const inner = g_[a];
            return chosen(inner.a, inner.b, chosen(c, inner.c, b));
        }
        if (is_where(a) && !is_where(b)) return chosen(negated(c), b, a);  // cases follow, they do not precede
        node const n = g_[c];
        bool const upper = is_upper(n.op), lower = is_lower(n.op);
        if ((upper && a == n.b && b == n.a) || (lower && a == n.a && b == n.b)) return larger(n.a, n.b);
        if ((upper && a == n.a && b == n.b) || (lower && a == n.b && b == n.a)) return smaller(n.a, n.b);
        // x <= low ? low : min(x, high), where low is not above high; of two params it is not
        if (upper && a == n.b && g_[b].op == op<minimum_primitive>() && (g_[b].a == n.a || g_[b].b == n.a)) {
            int const high = g_[b].a == n.a ? g_[b].b : g_[b].a;
            bool const numbers = g_.is_number(a) && g_.is_number(high);
            if (numbers ? g_.value(a) <= g_.value(high)
                        : g_[a].op == &kind::parameter && g_[high].op == &kind::parameter)
                return larger(a, b);
        }
        if (is_zero(n.b) && (upper || lower)) {
            int const minus = product(n.a, 1, g_.constant(-1), 1), size = g_.insert(op<absolute_primitive>(), n.a);
            if ((a == minus && b == n.a) || (a == n.a && b == minus))
                return (a == minus) == upper ? size : product(size, 1, g_.constant(-1), 1);
        }
        return g_.insert(op<where_primitive>(), c, a, b);
    }
    int larger(int a, int b) { return g_.insert(op<maximum_primitive>(), a, b); }
    int smaller(int a, int b) { return g_.insert(op<minimum_primitive>(), a, b); }

    /// The sum of two of which one at least is a choice, if it is one choice.
    int sum_of_cases(int a, int b, double sign) {
        if (!is_where(a)) {
            int const t = a;
            a = b;
            b = t;
        }
        if (!is_where(a) || sign < 0) return -1;
        node const m = g_[a], n = g_[b];
        if (g_.is_number(b) && g_.is_number(m.b) && g_.is_number(m.c))
            return chosen(m.a, sum(m.b, false, b, false, 1), sum(m.c, false, b, false, 1));
        if (!is_where(b)) return -1;
        if (m.a == n.a) return chosen(m.a, sum(m.b, true, n.b, true, 1), sum(m.c, true, n.c, true, 1));
        if (is_zero(m.c) && is_zero(n.c))
            if (int const cases = parted(m, n); cases >= 0) return cases;
        if (is_zero(n.c)) return with_case(a, n.a, n.b);
        if (is_zero(n.b)) return with_case(a, negated(n.a), n.c);
        if (is_zero(m.c)) return with_case(b, m.a, m.b);
        if (is_zero(m.b)) return with_case(b, negated(m.a), m.c);
        return -1;
    }
    /// Two values, one where p and q hold, the other where p and not q do, else 0: 0 where p does not hold, then the
    /// two. -1 where these are no such values.
    int parted(node const& m, node const& n) {
        node const &s = g_[m.a], &t = g_[n.a];
        if (s.op != op<logical_and_primitive>() || t.op != op<logical_and_primitive>()) return -1;
        int const at_s[] = {s.a, s.b}, at_t[] = {t.a, t.b};
        for (int j = 0; j < 2; ++j)
            for (int k = 0; k < 2; ++k)
                if (at_s[j] == at_t[k] && negated(at_s[1 - j]) == at_t[1 - k])
                    return chosen(negated(at_s[j]), g_.constant(0), chosen(at_s[1 - j], m.b, n.b));
        return -1;
    }
    /// The value added where c holds; -1 where that is no choice.
    int with_case(int to, int c, int value) {
        if (c == always) return sum(to, true, value, true, 1);
        if (is_zero(to)) return chosen(c, value, to);
        if (g_.is_number(to)) return chosen(c, sum(value, true, to, true, 1), to);
        if (!is_where(to)) return sum(to, true, chosen(c, value, g_.constant(0)), true, 1);
        node const n = g_[to];
        if (implies(c, n.a)) {
            int const then = with_case(n.b, beside(n.a, c), value);
            return then < 0 ? -1 : chosen(n.a, then, n.c);
        }
        bool const here = implies(n.a, c);
        if (!here && !excludes(c, n.a)) return -1;
        int const otherwise = with_case(n.c, beside(negated(n.a), c), value);
        return otherwise < 0 ? -1 : chosen(n.a, here ? sum(n.b, true, value, true, 1) : n.b, otherwise);
    }

    /// Node i where the condition holds. What is reduced stands at other elements too, of which the condition says nothing.
    int under(int condition, int i, int depth = 4) {
        node const n = g_[i];
        if (n.op->arity == 0 || n.op->condition || n.op->reduces() || depth == 0) return i;
        if (is_where(i)) return implies(condition, n.a) ? n.b : implies(condition, negated(n.a)) ? n.c : i;
        if (is_one_of<maximum_primitive, minimum_primitive>(n.op)) {
            bool const larger_wins = is_one_of<maximum_primitive>(n.op);
            if (implies(condition, compared(op<greater_equal_primitive>(), n.a, n.b))) return larger_wins ? n.a : n.b;
            if (implies(condition, compared(op<less_equal_primitive>(), n.a, n.b))) return larger_wins ? n.b : n.a;
        }
        if (is_one_of<absolute_primitive>(n.op)) {
            if (implies(condition, compared(op<greater_equal_primitive>(), n.a, g_.constant(0)))) return n.a;
            if (implies(condition, compared(op<less_equal_primitive>(), n.a, g_.constant(0))))
                return product(n.a, 1, g_.constant(-1), 1);
        }
        int const a = under(condition, n.a, depth - 1), b = n.op->arity > 1 ? under(condition, n.b, depth - 1) : n.b;
        if (n.op->arity > 2 || (a == n.a && b == n.b)) return i;
        if (n.op == &product_in_order) return product(a, 1, b, 1);
        if (n.op == &minus_in_order) return product(a, 1, g_.constant(-1), 1);
        if (n.op == &sum_in_order || n.op == &difference_in_order)
            return sum(a, true, b, true, n.op == &sum_in_order ? 1 : -1);
        return made(n.op, {a, true}, {b, true}, {});
    }
};

}  // namespace ogive::printing
