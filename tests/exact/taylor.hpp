#pragma once
// A number with its first two derivatives by one argument, in so many decimal digits: the textbook's rules, none of the
// library's. `lost` counts the bits that sums have lost by cancellation, of the value and of the first derivative.

#include "exact/real.hpp"

#include <algorithm>
#include <utility>

namespace exact {

template <unsigned Digits>
class taylor {
public:
    using number = number_of<Digits, boost::multiprecision::allocate_stack>;

    number value = 0, slope = 0, bend = 0;

    static inline thread_local long lost = 0;
    static constexpr long bits = Digits * 332L / 100;

    taylor() = default;
    taylor(double x) : value(x) {}
    taylor(number x) : value(std::move(x)) {}
    taylor(number v, number s, number b) : value(std::move(v)), slope(std::move(s)), bend(std::move(b)) {}

    friend taylor operator+(taylor const& a, taylor const& b) {
        return {sum(a.value, b.value), sum(a.slope, b.slope), a.bend + b.bend};
    }
    friend taylor operator-(taylor const& a) { return {-a.value, -a.slope, -a.bend}; }
    friend taylor operator-(taylor const& a, taylor const& b) { return a + -b; }
    friend taylor operator*(taylor const& a, taylor const& b) {
        return {a.value * b.value, sum(a.slope * b.value, a.value * b.slope),
                a.bend * b.value + 2 * a.slope * b.slope + a.value * b.bend};
    }
    friend taylor operator/(taylor const& a, taylor const& b) {
        number const q = a.value / b.value, q1 = sum(a.slope, -q * b.slope) / b.value;
        return {q, q1, (a.bend - 2 * q1 * b.slope - q * b.bend) / b.value};
    }

    friend bool operator<(taylor const& a, taylor const& b) { return a.value < b.value; }
    friend bool operator>(taylor const& a, taylor const& b) { return b < a; }
    friend bool operator<=(taylor const& a, taylor const& b) { return a.value <= b.value; }
    friend bool operator>=(taylor const& a, taylor const& b) { return b <= a; }
    friend bool operator==(taylor const& a, taylor const& b) { return a.value == b.value; }

    friend taylor abs(taylor const& x) { return x.value < 0 ? -x : x; }
    friend taylor sqrt(taylor const& x) {
        number const root = sqrt(x.value), root1 = 1 / (2 * root);
        return x.through(root, root1, -root1 / (2 * x.value));
    }
    friend taylor pow(taylor const& x, int n) {
        number const low = pow(x.value, n - 2), middle = low * x.value;
        return x.through(middle * x.value, n * middle, n * (n - 1) * low);
    }
    friend taylor exp(taylor const& x) {
        number const e = exp(held(x.value));
        return x.through(e, e, e);
    }
    friend taylor expm1(taylor const& x) {
        number const e = exp(held(x.value));
        return x.through(expm1(held(x.value)), e, e);
    }
    friend taylor log(taylor const& x) {
        number const over = 1 / x.value;
        return x.through(log(x.value), over, -over * over);
    }
    friend taylor log1p(taylor const& x) {
        number const over = 1 / (1 + x.value);
        return x.through(log1p(x.value), over, -over * over);
    }
    friend taylor sin(taylor const& x) {
        number const s = sin(x.value);
        return x.through(s, cos(x.value), -s);
    }
    friend taylor cos(taylor const& x) {
        number const c = cos(x.value);
        return x.through(c, -sin(x.value), -c);
    }
    friend taylor cosh(taylor const& x) {
        number const c = cosh(held(x.value));
        return x.through(c, sinh(held(x.value)), c);
    }
    friend taylor tanh(taylor const& x) {
        number const t = tanh(held(x.value)), c = cosh(held(x.value)), t1 = 1 / (c * c);
        return x.through(t, t1, -2 * t * t1);
    }
    friend taylor erf_of(taylor const& x) { return x.bell(exact::erf_of(x.value), 2); }
    friend taylor erfc_of(taylor const& x) { return x.bell(exact::erfc_of(x.value), -2); }

private:
    /// g of it, by g and its derivatives here.
    taylor through(number const& g, number const& g1, number const& g2) const {
        return {g, g1 * slope, g2 * slope * slope + g1 * bend};
    }
    taylor bell(number const& g, int factor) const {
        number const first = factor * exp(held(-value * value)) / sqrt(pi<number>());
        return through(g, first, -2 * value * first);
    }

    /// To any double e^x is 0 or infinite beyond, and MPFR has room for ten of them to be multiplied.
    static number held(number const& x) {
        number const most = 0x1p26;
        return x < -most ? number(-most) : x < most ? x : most;
    }

    static number sum(number const& a, number const& b) {
        number y = a + b;
        if (a != 0 && b != 0) {
            long const before = std::max(exponent(a), exponent(b));
            lost += y == 0 ? bits : std::max(0L, before - exponent(y));
        }
        return y;
    }
    static long exponent(number const& x) { return static_cast<long>(mpfr_get_exp(x.backend().data())); }
};

template <unsigned Digits>
struct made_of<taylor<Digits>> {
    using number = typename taylor<Digits>::number;
};

}  // namespace exact
