#!/usr/bin/env python3
"""The polynomials of include/ogive/math/tanhexp.hpp, of serf.hpp above 0 and of expm1_minus in exp.hpp, for float.

Each is near to the best in the sense of Chebyshev, by least squares whose weights follow the errors (Lawson);
printed with what it makes of the errors of the result, in units of 2^-24.
"""
import math
import struct
from decimal import Decimal, getcontext

getcontext().prec = 60


def single(x):
    return struct.unpack("f", struct.pack("f", x))[0]


def solve(a, b):
    n = len(b)
    for i in range(n):
        k = max(range(i, n), key=lambda r: abs(a[r][i]))
        a[i], a[k], b[i], b[k] = a[k], a[i], b[k], b[i]
        for r in range(i + 1, n):
            f = a[r][i] / a[i][i]
            a[r] = [p - f * q for p, q in zip(a[r], a[i])]
            b[r] -= f * b[i]
    for i in reversed(range(n)):
        b[i] = (b[i] - sum(a[i][j] * b[j] for j in range(i + 1, n))) / a[i][i]
    return b


def value(p, x):
    y = 0.0
    for c in reversed(p):
        y = y * x + c
    return y


def best(f, weight, first, last, points):
    """Coefficients of x^first ... x^last."""
    powers = range(first, last + 1)
    rows = [[Decimal(x) ** i for i in powers] for x in points]
    scale = [weight(x) for x in points]
    share = [1 / len(points)] * len(points)
    for _ in range(20):
        w = [Decimal(s) * Decimal(q) * Decimal(q) for s, q in zip(share, scale)]
        a = [[sum(v * r[i] * r[j] for v, r in zip(w, rows)) for j in range(len(powers))] for i in range(len(powers))]
        b = [sum(v * r[i] * Decimal(y) for v, r, y in zip(w, rows, f)) for i in range(len(powers))]
        p = [float(c) for c in solve(a, b)]
        errors = [abs(value(p, x) * x**first - y) * s for x, y, s in zip(points, f, scale)]
        total = sum(s * e for s, e in zip(share, errors))
        share = [s * e / total for s, e in zip(share, errors)]
    return p


def fit(name, f, weight, degree, low, high):
    """Rounds one coefficient after the other, the others fitted anew."""
    points = [(low + high - (high - low) * math.cos(math.pi * (k + 0.5) / 100)) / 2 for k in range(100)]
    left, p = [f(x) for x in points], []
    for i in range(degree + 1):
        p.append(single(best(left, weight, i, degree, points)[0]))
        left = [y - p[i] * x**i for x, y in zip(points, left)]
    worst = max(abs(y) * weight(x) for x, y in zip(points, left))
    print(name, "error", round(worst * 2**24, 3))
    print("   ", ", ".join(float.hex(c).replace("0000000p", "p") for c in p), flush=True)


def tail_of_tanh(x):
    e = math.exp(-2 * math.exp(x))
    return 2 * e / (1 + e)


ROOT = 2 / math.sqrt(math.pi)
START = math.erfc(math.log(2))


def tail_of_erf(x):
    return math.erfc(math.log1p(math.exp(x)))


def serf_fall(x):
    p = math.log1p(math.exp(x))
    return ROOT * math.exp(-p * p) / (1 + math.exp(-x)) / math.erfc(p)


# tanh(u) / u = 1 - z A(z), z = u^2, for u below 1.
fit("tanhexp, A", lambda z: (1 - math.tanh(math.sqrt(z)) / math.sqrt(z)) / z if z > 1e-3 else
    1 / 3 - z * (2 / 15 - z * (17 / 315 - z * 62 / 2835)), lambda z: z, 6, 0, 1)
# 1 - tanh(e^x) = e^-P(x).
fit("tanhexp, P", lambda x: -math.log(tail_of_tanh(x)), tail_of_tanh, 9, 0, 2.5)
fit("tanhexp, P'", lambda x: math.exp(x) * (2 - tail_of_tanh(x)), lambda x: (x + 0.01) * tail_of_tanh(x), 8, 0, 2.5)
# erfc(log(1 + e^x)) = erfc(log(2)) e^(-x P(x)).
fit("serf, P", lambda x: math.log(START / tail_of_erf(x)) / x, lambda x: x * tail_of_erf(x) / (1 - tail_of_erf(x)), 7, 0,
    4.6)
fit("serf, (x P)'", serf_fall, lambda x: (x + 0.01) * tail_of_erf(x), 8, 0, 4.6)
# e^x - 1 - x = x^2 / 2 + x^3 P(x).
fit("expm1_minus", lambda x: sum(x**k / math.factorial(k + 3) for k in range(30)), lambda x: abs(x) * 2, 9, -1.75, 1.75)
