#pragma once
// Quotients of two polynomials in one exponential, (e^x + 2) / (e^2x + 3), and powers of one, sqrt(1 + e^x), written in
// e^-|x|, which does not overflow; and their derivatives, whose terms would cancel.

#include <ogive/primitive/damped.hpp>
#include <ogive/primitive/exponential_share.hpp>
#include <ogive/primitive/polynomial.hpp>

namespace ogive::detail {

/// Knows e^y, e^2y, e^-y and e^y - 1 as polynomials in e^y. By name: whoever has no expm1 should not pay for its
/// description.
template <class Graph>
struct powers_of_exponential {
    Graph const& g;
    int y = -1, base = -1;  // y is `factor` times the base
    double factor = 0;

    /// Finds y, the argument that is the least part of the others; false: there are several, or none.
    constexpr bool find(int i, int& left) {
        auto const n = g[i];
        if (--left < 0) return false;
        if (is_exp(n) || is_expm1(n)) return note(n.a);
        if (is_exp_of_sum(n)) return note(n.a) && note(n.b);
        for (int j = 0; j < n.op->arity; ++j)
            if (!find(n.argument(j), left)) return false;
        return true;
    }
    constexpr bool operator()(int i, polynomial& to) const {
        auto const n = g[i];
        polynomial a, b;
        if (is_exp_of_sum(n)) return power(n.a, a) && power(n.b, b) && polynomial::product(a, b, to);
        if (is_expm1(n)) return power(n.a, a) && polynomial::sum(a, {.before = {-1}}, to);
        return is_exp(n) && power(n.a, to);
    }

private:
    struct multiple {
        int of;
        double factor;
    };
    static constexpr bool is_exp(node const& n) { return n.op->hash == name_key("exp"); }
    static constexpr bool is_expm1(node const& n) { return n.op->hash == name_key("expm1"); }
    static constexpr bool is_exp_of_sum(node const& n) { return n.op->hash == name_key("exp_of_sum"); }

    constexpr multiple read(int i) const {
        multiple m{i, 1};
        for (;;) {
            auto const n = g[m.of];
            if (n.op == described<Graph, negate_primitive>)
                m = {n.a, -m.factor};
            else if (n.op == described<Graph, multiply_primitive> && g.is_number(n.a))
                m = {n.b, m.factor * g.value(n.a)};
            else if (n.op == described<Graph, multiply_primitive> && g.is_number(n.b))
                m = {n.a, m.factor * g.value(n.b)};
            else
                return m;
        }
    }
    constexpr bool note(int i) {
        multiple const m = read(i);
        if (m.factor == 0 || (base >= 0 && m.of != base)) return false;
        if (y < 0 || polynomial::magnitude(m.factor) < polynomial::magnitude(factor)) y = i, factor = m.factor;
        base = m.of;
        return true;
    }
    constexpr bool power(int i, polynomial& to) const {
        double const n = read(i).factor / factor;
        if (!(n >= -4 && n <= 4) || static_cast<int>(n) != n) return false;
        to = {.before = {1}, .low = static_cast<int>(n)};
        return true;
    }
};

/// T^low (1 - T)^ones rest(T), rest of lowest power 0.
struct factored_polynomial {
    polynomial rest;
    int low = 0, ones = 0;

    constexpr explicit factored_polynomial(polynomial const& p) : rest(p), low(p.low) {
        rest.low = 0;
        while (rest.before[0] == 0 && rest.degree() > 0) {
            for (int i = 0; i < polynomial::most; ++i) rest.before[i] = rest.before[i + 1];
            rest.before[polynomial::most] = 0;
            ++low;
        }
        while (rest.degree() > 0 && at_one() == 0) {
            for (int i = 1; i <= polynomial::most; ++i) rest.before[i] += rest.before[i - 1];
            ++ones;
        }
    }
    constexpr double at_one() const {
        double sum = 0;
        for (double const c : rest.before) sum += c;
        return sum;
    }
    /// Whether products of the numbers neither overflow nor come to 0, and sums of them are exact as far as it matters.
    constexpr bool is_moderate() const {
        for (double const c : rest.before)
            if (double const size = polynomial::magnitude(c); size != 0 && !(size > 1e-6 && size < 1e6)) return false;
        return true;
    }
    constexpr bool is_zero() const { return rest.degree() == 0 && rest.before[0] == 0; }
    constexpr bool has_one_sign() const {
        for (double const c : rest.before)
            if (c * rest.before[0] < 0) return false;
        return true;
    }
    constexpr bool is_positive() const { return has_one_sign() && ones == 0 && rest.before[0] > 0; }
    constexpr int degree() const { return rest.degree() + ones; }
    constexpr polynomial without_low() const {
        polynomial all = rest;
        for (int k = 0; k < ones; ++k) all = all * polynomial{.before = {1, -1}};
        return all;
    }
};

/// Writes quotients of polynomials in T = e^y as such in t = e^-|y|: for y > 0, the same with their powers the other
/// way round. Not by |y|, whose derivative at 0 is neither side's.
template <class Graph>
struct exponential_writer {
    Graph& g;
    int y, right, t;

    constexpr exponential_writer(Graph& graph, int of)
        : g(graph),
          y(of),
          right(g.make(described<Graph, greater_primitive>, y, g.constant(0))),
          t(g.make(described<Graph, exp_primitive>, either(y, minus(y)))) {}

    /// p / q^times.
    constexpr int quotient(factored_polynomial const& p, factored_polynomial const& q, int times) {
        int const ones = p.ones - times * q.ones;
        int const on_left = p.low - times * q.low, on_right = times * q.degree() - p.degree() - on_left;
        int const least = on_left < on_right ? on_left : on_right, shared = least > 0 ? least : 0;
        int above = times_power(polynomial_in_t(p.rest), t, shared), below = polynomial_in_t(q.rest);
        above = product(above, either(power_of_t(on_left - shared), power_of_t(on_right - shared)));
        (ones > 0 ? above : below) = with_ones(ones > 0 ? above : below, ones);
        int const first = g.insert(described<Graph, divide_primitive>, above, below);
        int const result =
            times == 1 ? first : g.insert(described<Graph, divide_primitive>, first, polynomial_in_t(q.rest));
        g.know_growth(result, t, least >= 0, on_left > 0 || on_right > 0);
        return result;
    }

    /// q^n, where q has no factor 1 - T; op(q) is q^|n|.
    constexpr int power(operation const* op, factored_polynomial const& q, int exponent, double n) {
        double const on_left = n * q.low, on_right = n * (q.low + q.degree());
        int const root = g.insert(op, polynomial_in_t(q.rest), exponent);
        int const growth = exponential(on_left, on_right);
        bool const is_below = exponent == no_node ? n < 0 : n != g.value(exponent);
        int const result = g.insert(
            is_below ? described<Graph, divide_primitive> : described<Graph, multiply_primitive>, growth, root);
        g.know_growth(result, t, on_left >= 0 && on_right <= 0, on_left > 0 || on_right < 0);
        return result;
    }

private:
    /// e^(left y) or e^(right y), the multiple of y in two parts of one sign, of which the first is exact.
    constexpr int exponential(double left, double to_the_right) {
        double const first_left = largest_power_of_two_in(left), first_right = largest_power_of_two_in(to_the_right);
        auto const times_y = [&](double n) { return n == 0 ? g.constant(0) : product(g.constant(n), y); };
        auto const of = [&](double l, double r) { return either(times_y(l), times_y(r)); };
        int const first = of(first_left, first_right), rest = of(left - first_left, to_the_right - first_right);
        return g.is_zero(rest) ? g.make(described<Graph, exp_primitive>, first)
                               : g.make(described<Graph, exp_of_sum_primitive>, first, rest);
    }
    static constexpr double largest_power_of_two_in(double n) {
        double part = n < 0 ? -1 : 1;
        if (n == 0) return 0;
        while (part / n > 1) part /= 2;
        while (2 * part / n <= 1) part *= 2;
        return part;
    }
    constexpr int either(int left, int to_the_right) {
        return g.make(described<Graph, where_primitive>, right, to_the_right, left);
    }
    constexpr int minus(int a) { return g.make(described<Graph, negate_primitive>, a); }
    constexpr int product(int a, int b) { return g.make(described<Graph, multiply_primitive>, a, b); }
    constexpr int times_power(int a, int base, int n) {
        for (; n > 0; --n) a = product(a, base);
        return a;
    }
    /// t^n; to a negative power by e^|y|.
    constexpr int power_of_t(int n) {
        if (n >= 0) return times_power(g.constant(1), t, n);
        return times_power(g.constant(1), g.make(described<Graph, exp_primitive>, either(minus(y), y)), -n);
    }
    constexpr int polynomial_in_t(polynomial const& p) {
        int const n = p.degree();
        auto const before = [&](int i) { return either(g.constant(p.before[i]), g.constant(p.before[n - i])); };
        int sum = before(n);
        for (int i = n; i-- > 0;) {
            sum = product(sum, t);
            if (p.before[i] != 0 || p.before[n - i] != 0) sum = g.make(described<Graph, add_primitive>, sum, before(i));
        }
        return sum;
    }
    /// Times (1 - T)^ones, the powers of t apart: e^-|y| - 1 keeps its digits near 0.
    constexpr int with_ones(int a, int ones) {
        int const n = ones < 0 ? -ones : ones;
        if (n == 0) return a;
        int const less_one = g.make(described<Graph, subtract_primitive>, t, g.constant(1));
        return product(times_power(a, less_one, n - 1), n % 2 ? either(minus(less_one), less_one) : less_one);
    }
};

/// p / q, of T = e^y, and its derivative by y, over q^2.
struct exponential_quotient {
    factored_polynomial p, q, slope;

    constexpr exponential_quotient(polynomial const& above, polynomial const& below)
        : p(above), q(below), slope(above_slope(p, q)) {}
    constexpr bool is_short_enough() const {
        return p.degree() <= polynomial::most / 2 && q.degree() <= polynomial::most / 2;
    }

private:
    /// Of T^low p / q, low not counted: T (p' q - p q') + low p q.
    static constexpr factored_polynomial above_slope(factored_polynomial const& p, factored_polynomial const& q) {
        polynomial const above = p.without_low(), below = q.without_low();
        polynomial slope{.low = p.low + q.low};
        for (int i = 0; i <= polynomial::most / 2; ++i)
            for (int j = 0; j <= polynomial::most / 2; ++j)
                slope.before[i + j] += (p.low - q.low + i - j) * above.before[i] * below.before[j];
        return factored_polynomial(slope);
    }
};

/// Reads what is made of one exponential.
template <class Graph>
struct exponential_reader {
    Graph const& g;
    powers_of_exponential<Graph> powers{g};
    int left = 32;

    constexpr bool find(int i) { return powers.find(i, left) && powers.y >= 0 && !is_written_already(); }
    constexpr bool read(int i, polynomial& to) const {
        return polynomial_reader<Graph, powers_of_exponential<Graph>>{g, powers}.read(i, to);
    }

private:
    constexpr bool is_written_already() const { return g[powers.y].op == described<Graph, where_primitive>; }
};

/// op(sum), or op(sum, exponent), which is a power of the sum, where this is a polynomial of positive numbers in one
/// exponential; `below`: 1 / that. -1: it is none.
template <class Graph>
constexpr int power_of_exponentials(Graph& g, operation const* op, int sum, int exponent, bool below) {
    exponential_reader<Graph> reader{g};
    polynomial read;
    if (!reader.find(sum) || !reader.read(sum, read)) return -1;
    exponential_quotient const slope(read.by_exponent(), read);
    if (!slope.is_short_enough() || slope.q.degree() == 0 || !slope.q.is_positive()) return -1;
    if (!slope.q.is_moderate()) return -1;
    double const n = (below ? -1 : 1) * (exponent == no_node ? 0.5 : g.value(exponent));
    int const y = reader.powers.y;
    exponential_writer<Graph> write{g, y};
    int const power = write.power(op, slope.q, exponent, n);
    int const relative = write.quotient(slope.p, slope.q, 1);
    int const dy = g.make(described<Graph, multiply_primitive>, power,
                          g.make(described<Graph, multiply_primitive>, g.constant(n), relative));
    g.know_slope(power, y, dy, {op, sum, exponent, true, below});
    return power;
}

/// Divides by b, a polynomial in one exponential.
template <class Graph>
struct exponential_division {
    Graph& g;
    int b;
    exponential_reader<Graph> reader{g};
    bool possible = reader.find(b);

    /// a z / b where a and z are such polynomials too, z one unless it is given; -1: they are none, or short.
    constexpr int quotient_of(int a, int z = no_node) {
        auto all = reader;
        polynomial above, below, factor;
        if (!possible || !all.find(a) || (z != no_node && !all.find(z))) return -1;
        if (!all.read(b, below) || !all.read(a, above)) return -1;
        if (z != no_node && !(all.read(z, factor) && polynomial::product(polynomial(above), factor, above))) return -1;
        exponential_quotient const of(above, below);
        if (!of.is_short_enough() || of.p.degree() + of.q.degree() < 2 || of.q.degree() == 0) return -1;
        // Where numbers of both signs cancel they are as they were written, which may keep more digits; and a slope of
        // 0 would be no NaN of NaN.
        if (of.slope.is_zero() || !of.p.has_one_sign() || !of.q.has_one_sign()) return -1;
        if (!of.p.is_moderate() || !of.q.is_moderate()) return -1;
        int const y = all.powers.y;
        exponential_writer<Graph> write{g, y};
        int const quotient = write.quotient(of.p, of.q, 1);
        int const dy = write.quotient(of.slope, of.q, 2);
        int const product = z == no_node ? a : g.insert(described<Graph, multiply_primitive>, a, z);
        bool const are_positive = of.p.is_positive() && of.q.is_positive();
        g.know_slope(quotient, y, dy, {described<Graph, divide_primitive>, product, b, are_positive});
        return quotient;
    }
    /// a / b where a, a factor or a term of it is such a polynomial, or a does not grow exponentially; -1: it is none.
    constexpr int quotient(int a) {
        if (!possible) return -1;
        if (int const whole = quotient_of(a); whole >= 0) return whole;
        auto const n = g[a];
        for (int j = 0; j < n.op->arity; ++j)
            if (n.op->proportional_to >> j & 1)
                if (int const factor = quotient(n.argument(j)); factor >= 0) return with_argument(g, a, j, factor);
        if (!n.races) {
            int const reciprocal = quotient_of(g.constant(1));
            return reciprocal < 0 ? -1 : g.make(described<Graph, multiply_primitive>, a, reciprocal);
        }
        if (n.op != described<Graph, add_primitive> && n.op != described<Graph, subtract_primitive>) return -1;
        int const first = quotient(n.a), second = quotient(n.b);
        auto const known_or_plain = [&](int known, int term) {
            return known >= 0 || g[term].races ? known : g.make(described<Graph, divide_primitive>, term, b);
        };
        int const left = known_or_plain(first, n.a), right = known_or_plain(second, n.b);
        return (first < 0 && second < 0) || left < 0 || right < 0 ? -1 : g.make(n.op, left, right);
    }
};

/// a / b, or a z / b, where b is a polynomial in one exponential; -1: it is none, or a and z have nothing of it.
template <class Graph>
constexpr int quotient_by_exponentials(Graph& g, int a, int z, int b) {
    exponential_division<Graph> division{g, b};
    if (z != no_node) return division.quotient_of(a, z);
    if (auto const means = g.meaning_of(a); means.op == g[a].op && means.op == described<Graph, divide_primitive>)
        return exponential_division<Graph>{g, g.make(described<Graph, multiply_primitive>, means.b, b)}.quotient_of(
            means.a);
    return division.quotient(a);
}

template <class Graph>
inline constexpr sums_of_exponentials known_of_exponentials{
    &quotient_by_exponentials<Graph>, &power_of_exponentials<Graph>, &share_of_exponentials<Graph>};

}  // namespace ogive::detail
