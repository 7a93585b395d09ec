#pragma once
// Quotients of two polynomials with coefficients of run time, in twice the digits: P(x) / (1 + |x Q(x)|), by Horner's rule.

#include <ogive/graph/graph.hpp>
#include <ogive/math/horner.hpp>
#include <ogive/primitive/functions.hpp>
#include <ogive/primitive/multiply_add.hpp>

#include <limits>

namespace ogive {

/// x p + a, a step of Horner's rule; what it rounds off is known.
struct horner_primitive {
    static constexpr std::string_view name = "horner"sv, text = "{2} + {0} * {1}"sv, latex = R"({2} + {0} \, {1})"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::sum;
    static constexpr cost price{};
    static constexpr bool woven = true, soars_with_all = true;

    static constexpr auto reads(auto x, auto p, auto a) { return a + x * p; }
    OGIVE_INLINE static constexpr auto value(auto x, auto p, auto a) { return math::horner_step(x, p, a); }
    static constexpr auto adjoint(auto x, auto p, auto, auto, auto dy) { return to_each(dy * p, dy * x, dy); }
};

/// What that rounds off.
struct rest_of_horner_primitive {
    static constexpr std::string_view name = "rest_of_horner"sv;
    static constexpr std::string_view c99 = R"(
        const {real} product = x * y, sum = product + z, back = sum - z;
        return fma{f}(x, y, -back) + (z - (sum - back));)"sv;
    static constexpr cost price{};
    static constexpr bool differentiable = false, woven = true;

    OGIVE_INLINE static constexpr auto value(auto x, auto p, auto a) { return math::rest_of_step(x, p, a); }
};

/// What a + |b| rounds off, and with it what b has rounded off.
struct rest_of_magnitude_primitive {
    static constexpr std::string_view name = "rest_of_magnitude"sv;
    static constexpr std::string_view c99 = R"(
        const {real} size = fabs{f}(y), sum = x + size, back = sum - size;
        return (x - back) + (size - (sum - back)) + copysign{f}(1.0{f}, y) * z;)"sv;
    static constexpr cost price{};
    static constexpr bool differentiable = false, woven = true;

    OGIVE_INLINE static constexpr auto value(auto a, auto b, auto low) { return math::rest_of_sum_with_magnitude(a, b, low); }
};

/// p - y q, y being p / q rounded.
struct rest_of_quotient_primitive {
    static constexpr std::string_view name = "rest_of_quotient"sv;
    static constexpr std::string_view c99 = "fma{f}(-({0}), {1}, {2})"sv;
    static constexpr cost price{};
    static constexpr bool differentiable = false, woven = true;

    OGIVE_INLINE static constexpr auto value(auto y, auto q, auto p) { return math::rest_of_quotient(y, q, p); }
};

/// 1 / q for a q >= 0, finite for what is below the normal range too.
struct inverse_primitive {
    static constexpr std::string_view name = "inverse"sv, text = "1 / {0}"sv, latex = R"(\frac{1}{{0}})"sv;
    static constexpr std::string_view c99 = R"(
        const {real} least = sizeof(x) == sizeof(float) ? 0x1p-126 : 0x1p-1022;
        return 1 / (x < least ? least : x);)"sv;
    static constexpr int binds = precedence::product;
    static constexpr cost price{.division = 1};
    static constexpr bool woven = true, soars_with_all = true;
    static constexpr unsigned explodes_with = 0b1, fades_with = 0b1;

    static constexpr auto reads(auto q) { return 1_c / q; }
    template <class V>
    OGIVE_INLINE static constexpr V value(V q) {
        using v = math::vocabulary<V>;
        V const least = v::number(static_cast<double>(std::numeric_limits<typename v::scalar>::min()));
        return v::number(1) / v::larger(least, q);
    }
    static constexpr auto derivative(auto, auto y) { return -square(y); }
};

/// s (y + c), c being what y rounds off: s y to a derivative.
struct times_sum_primitive {
    static constexpr std::string_view name = "times_sum"sv;
    static constexpr std::string_view c99 = R"(
        const {real} whole = fma{f}(x, y, x * z);
        return whole == whole ? whole : x * y;)"sv;
    static constexpr cost price{};
    static constexpr bool woven = true, soars_with_all = true;

    static constexpr auto reads(auto s, auto y, auto) { return s * y; }
    OGIVE_INLINE static constexpr auto value(auto s, auto y, auto c) { return math::times_sum(s, y, c); }
    static constexpr auto adjoint(auto s, auto y, auto, auto, auto dy) { return to_each(dy * y, dy * s, nothing); }
};

struct pade_primitive;
namespace whole {
inline constexpr function<pade_primitive> pade{};
}

namespace detail {

/// A value and what it is too small by; -1: nothing.
struct two_nodes {
    int high = -1, low = -1;
};

/// Writes P(x) / (1 + |x Q(x)|), P of degree n and Q of degree n - 2, and its derivatives, in twice the digits where roundings
/// count. Far out in powers of 1 / x, so that none overflows.
///
/// By x it is N / (1 + |x Q|)^2, N = sum of (i - j) a_i b_j x^(i + j - 1), b_j the coefficients of 1 + |x Q|: the two terms
/// of the rule of a quotient cancel.
template <class Graph>
class pade_writer {
public:
    constexpr pade_writer(Graph& graph, int of) : g(graph), x(of) {}

    /// Whether both are written by Horner's rule in x, and of these degrees.
    constexpr bool read(int above, int below) {
        n = coefficients(above, a);
        return coefficients(below, b + 1) == n - 2;
    }
    constexpr int write() {
        // 1 / x has a rounding, which the derivative enlarges: that is of x itself as far as it is not steep.
        form const of_slope = form_up_to(8);
        int const y = value();
        slope_list slopes;
        find_slopes(of_slope, slopes);
        for (int k = 0; k < slopes.count; ++k) g.know_slopes(y, slopes.by[k], slopes.value[k]);
        return y;
    }

private:
    static constexpr int most = 8;

    Graph& g;
    int x;
    int one = g.constant(1), zero = g.constant(0);
    int a[most + 1]{}, b[most + 1]{};  // of P, and from 1 on of x Q
    int n = 0;

    /// Up to `end` in powers of x, beyond of 1 / x: P / x^n and (1 + |x Q|) / x^(n - 1).
    struct form {
        int far, t;
        int c[most + 1]{}, d[most + 1]{};  // before the powers of t, of P and of Q
        int size, factor, scale;           // before the quotient; before Q; beside it
        int power[most + 1]{};
    };
    struct slope_list {
        int by[2 * most]{}, value[2 * most]{};
        int count = 0;
    };

    template <class P>
    constexpr int make(int p, int q = no_node, int r = no_node) {
        return g.make(described<Graph, P>, p, q, r);
    }
    constexpr int where(int condition, int p, int q) { return make<where_primitive>(condition, p, q); }
    constexpr int times(int p, int q) { return make<multiply_primitive>(p, q); }
    constexpr int sum(int p, int q) { return p < 0 ? q : q < 0 ? p : make<add_primitive>(p, q); }

    /// Writes those of a chain of steps; returns how many steps it has.
    constexpr int coefficients(int i, int* to) const {
        int k = 0;
        for (; g[i].op == described<Graph, horner_primitive> && g[i].a == x && k < most - 1; i = g[i].b) to[k++] = g[i].c;
        to[k] = i;
        return k;
    }
    constexpr form form_up_to(double end) {
        form f{};
        f.far = make<greater_primitive>(make<absolute_primitive>(x), g.constant(end));
        int const held = make<clip_primitive>(x, g.constant(-1e30), g.constant(1e30));  // the slope there is that of its end
        f.t = where(f.far, make<divide_primitive>(one, held), x);
        for (int k = 0; k <= n; ++k) f.c[k] = where(f.far, a[n - k], a[k]);
        for (int k = 0; k < n - 1; ++k) f.d[k] = where(f.far, b[n - 1 - k], b[k + 1]);
        f.power[0] = one;
        for (int k = 1; k <= n; ++k) f.power[k] = times(f.power[k / 2], k % 2 ? times(f.power[k / 2], f.t) : f.power[k / 2]);
        f.size = where(f.far, x, one), f.factor = where(f.far, one, f.t), f.scale = where(f.far, f.power[n - 1], one);
        return f;
    }

    /// sum of c[k] t^k, the innermost `plain` steps rounded.
    constexpr two_nodes polynomial(int t, int const* c, int degree, int plain, int const* lost = nullptr) {
        two_nodes p{c[degree]};
        for (int k = degree - 1; k >= 0; --k)
            if (k >= degree - plain) {
                p.high = make<multiply_add_primitive>(t, p.high, c[k]);
            } else {
                int const rest = sum(make<rest_of_horner_primitive>(t, p.high, c[k]), lost ? lost[k] : -1);
                p = {make<horner_primitive>(t, p.high, c[k]), p.low < 0 ? rest : make<multiply_add_primitive>(t, p.low, rest)};
            }
        return p;
    }
    /// x Q, or what it is far out.
    constexpr two_nodes product(form const& f, int plain) {
        two_nodes const q = polynomial(f.t, f.d, n - 2, plain);
        int const high = times(f.factor, q.high), rounded_up = make<rest_of_quotient_primitive>(f.factor, q.high, high);
        return {high, q.low < 0 ? make<negate_primitive>(rounded_up)
                                : make<multiply_subtract_primitive>(f.factor, q.low, rounded_up)};
    }
    constexpr two_nodes below(form const& f, two_nodes product) {
        return {make<add_primitive>(f.scale, make<absolute_primitive>(product.high)),
                make<rest_of_magnitude_primitive>(f.scale, product.high, product.low)};
    }
    constexpr int value() {
        form const f = form_up_to(1);
        two_nodes const above = polynomial(f.t, f.c, n, 2), q = below(f, product(f, 2));
        int const inverse = make<inverse_primitive>(q.high), quotient = times(above.high, inverse);
        int const rest = sum(make<rest_of_quotient_primitive>(quotient, q.high, above.high),
                             make<subtract_product_primitive>(quotient, q.low, above.low));
        return make<times_sum_primitive>(f.size, quotient, times(rest, inverse));
    }

    constexpr void find_slopes(form const& f, slope_list& slopes) {
        two_nodes const p = product(f, 0), q = below(f, p);
        int const inverse = make<inverse_primitive>(q.high), sign = make<sign_primitive>(p.high);
        add_to(slopes, x, derivative(f, p.high, sign, q, inverse));
        int const by_above = times(f.size, inverse);
        int const y = times(by_above, polynomial(f.t, f.c, n, n).high);
        int const by_below = make<negate_primitive>(times(times(times(sign, y), inverse), f.factor));
        for (int k = 0; k <= n; ++k) add_to(slopes, f.c[k], times(by_above, f.power[k]));
        for (int k = 0; k < n - 1; ++k) add_to(slopes, f.d[k], times(by_below, f.power[k]));
    }
    constexpr void add_to(slope_list& slopes, int by, int value) {
        for (int k = 0; k < slopes.count; ++k)
            if (slopes.by[k] == by) {
                slopes.value[k] = sum(slopes.value[k], value);
                return;
            }
        slopes.by[slopes.count] = by, slopes.value[slopes.count++] = value;
    }

    /// k a_i. By steps where numbers could be multiplied now, too: it is the roundings of the call that count.
    constexpr two_nodes multiple(int k, int i) {
        if (k == 1) return {a[i]};
        if (k == -1) return {make<negate_primitive>(a[i])};
        return with_product({zero}, g.constant(k), a[i]);
    }
    constexpr two_nodes with_product(two_nodes other, int p, int q) {
        return {make<horner_primitive>(p, q, other.high), sum(other.low, make<rest_of_horner_primitive>(p, q, other.high))};
    }
    /// The terms of N at power k that come of x Q.
    constexpr two_nodes of_both(int k) {
        two_nodes all{zero};
        for (int j = 1; j < n; ++j)
            if (int const i = k + 1 - j; i >= 0 && i <= n && i != j) {
                two_nodes const factor = multiple(i - j, i);
                all = with_product(all, factor.high, b[j]);
                if (factor.low >= 0) all.low = sum(all.low, times(factor.low, b[j]));
            }
        return all;
    }
    constexpr int derivative(form const& f, int product, int sign, two_nodes below, int inverse) {
        int const is_negative = make<less_primitive>(product, zero);
        int const highest = 2 * n - 2;
        int before[2 * most]{}, mirrored[2 * most]{}, lost[2 * most]{};
        for (int k = 0; k <= highest; ++k) {
            two_nodes const both = of_both(k);
            if (k >= n) {
                before[k] = times(sign, both.high), lost[k] = -1;
            } else {
                two_nodes const above = multiple(k + 1, k + 1);
                before[k] = make<horner_primitive>(sign, both.high, above.high);
                int const plus = sum(above.low, sum(both.low, make<rest_of_horner_primitive>(one, both.high, above.high)));
                int const minus = make<subtract_primitive>(
                    sum(above.low, make<rest_of_horner_primitive>(g.constant(-1), both.high, above.high)), both.low);
                lost[k] = k < n - 1 ? where(is_negative, minus, plus) : -1;
            }
            mirrored[highest - k] = before[k];
        }
        two_nodes const near = polynomial(f.t, before, highest, 0, lost);
        int const above = where(f.far, polynomial(f.t, mirrored, highest, highest).high, near.high);
        int const first = times(above, inverse);
        int const of_first = make<rest_of_quotient_primitive>(above, inverse, first);
        int const of_inverse = make<subtract_product_primitive>(
            below.low, inverse, make<rest_of_quotient_primitive>(inverse, below.high, one));
        int const low = make<multiply_subtract_primitive>(where(f.far, zero, near.low), inverse, of_first);
        return make<times_sum_primitive>(inverse, first, make<multiply_add_primitive>(first, times(g.constant(2), of_inverse), low));
    }
};

}  // namespace detail

/// P(x) / (1 + |x Q(x)|) of P and Q by Horner's rule in x, P of a degree larger by 2: known in twice the digits.
struct pade_primitive {
    static constexpr std::string_view name = "pade"sv, text = "{0} / (abs({2} * {1}) + 1)"sv;
    static constexpr std::string_view c99 = "{0} / (fabs{f}({2} * {1}) + 1)"sv;
    static constexpr int binds = precedence::product;
    static constexpr cost price{.division = 1};
    static constexpr bool woven = true, soars_with_all = true;

    static constexpr auto reads(auto p, auto q, auto x) { return p / (1_c + abs(x * q)); }
    template <class V>
    OGIVE_INLINE static constexpr V value(V p, V q, V x) {
        using v = math::vocabulary<V>;
        return p / (v::number(1) + v::absolute(v::multiply(x, q)));
    }
    template <class Graph>
    static constexpr int resolve(Graph& g, int p, int q, int x) {
        if (!g.stabilises()) return -1;
        detail::pade_writer<Graph> write(g, x);
        return write.read(p, q) ? write.write() : -1;
    }
    static constexpr auto adjoint(auto, auto q, auto x, auto y, auto dy) {
        auto const below = 1_c + abs(x * q);
        auto const slope = -(dy / below * y * sign(x * q));
        return to_each(dy / below, slope * x, slope * q);
    }
};

}  // namespace ogive
