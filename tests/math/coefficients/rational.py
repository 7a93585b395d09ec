"""Rational approximations P(a)/Q(a) with Q(0) = 1, and polynomials, by Remez exchange; lowest degree first.

Run:  python3 rational.py [case]...        (needs mpmath)

far:        exp(a^2) * erfc(a) from 0.5 on, the relative error of erf(a) equalised
serf-fall:  P(a), erfc(log(1 + e^a)) = erfc(log 2) e^(-a P(a)), the relative error of erf equalised
serf-rise:  (a P(a))'
"""
import struct
import sys

from mpmath import cos, erf, erfc, exp, log, log1p, lu_solve, matrix, mp, mpf, pi, sqrt

mp.dps = 60


def far(a):
    return exp(a * a) * erfc(a), exp(a * a) * erf(a)


def serf_fall(a):
    a = max(a, mpf(2) ** -60)
    tail = erfc(log1p(exp(a)))
    return log(erfc(log(2)) / tail) / a, (1 - tail) / (max(a, mpf("0.005")) * tail)


def serf_rise(a):
    p = log1p(exp(a))
    return 2 / sqrt(pi) * exp(-p * p) / (1 + exp(-a)) / erfc(p), 1 / (erfc(p) * (a + mpf("0.02")))


def evaluate(coefficients, a):
    y = mpf(0)
    for c in reversed(coefficients):
        y = y * a + c
    return y


def remez(function, m, n, low, high, bend, rounds=60, samples=1500):
    """function(a) is the value and the unit of its error; larger bend puts more samples near low."""
    place = lambda t: low + (high - low) * t / (1 + bend * (1 - t))
    grid = [place(mpf(i) / samples) for i in range(samples + 1)]
    table = {a: function(a) for a in grid}
    count = m + n + 2
    nodes = [place(mpf(round(samples * (1 - cos(pi * i / (count - 1))) / 2)) / samples) for i in range(count)]
    p, q, error, best = [mpf(0)], [mpf(1)], mpf(0), None
    below = lambda a: evaluate(q, a)
    for step in range(rounds):
        for _ in range(4 if step else 8):
            rows, right = matrix(count, count), matrix(count, 1)
            for i, a in enumerate(nodes):               # P - (value + sign error unit) Q = 0
                value, unit = table[a]
                sign = 1 if i % 2 == 0 else -1
                weight = sign * unit * below(a)
                shifted = value + sign * error * unit
                row = [a ** j for j in range(m + 1)] + [-shifted * a ** j for j in range(1, n + 1)] + [-weight]
                for j, c in enumerate(row):
                    rows[i, j] = c
                right[i] = shifted - error * weight
            solution = list(lu_solve(rows, right))
            p, q, error = solution[:m + 1], [mpf(1)] + solution[m + 1:-1], solution[-1]
        errors = [(a, (evaluate(p, a) / below(a) - table[a][0]) / table[a][1]) for a in grid]
        peak = max(abs(e) for _, e in errors)
        if best is None or peak < best[0]:
            best = (peak, p, q)
        extrema = []
        for a, e in errors:
            if extrema and (extrema[-1][1] > 0) == (e > 0):
                if abs(e) > abs(extrema[-1][1]):
                    extrema[-1] = (a, e)
            else:
                extrema.append((a, e))
        while len(extrema) > count:
            extrema.pop(0 if abs(extrema[0][1]) < abs(extrema[-1][1]) else -1)
        if len(extrema) < count or peak < abs(error) * mpf("1.01"):
            break
        nodes = [a for a, _ in extrema]
    return best


CASES = {
    "far-double": (far, [(6, 7)], "0.5", "6", 3),
    "serf-fall-double": (serf_fall, [(25, 0)], "0", "6.25", 3),
    "serf-rise-double": (serf_rise, [(25, 0)], "0", "6.25", 3),
}

if __name__ == "__main__":
    for name in sys.argv[1:] or CASES:
        function, degrees, low, high, bend = CASES[name]
        single = lambda v: struct.unpack("f", struct.pack("f", float(v)))[0]
        text = lambda v: (single(v) if name.endswith("float") else float(v)).hex()
        for m, n in degrees:
            peak, p, q = remez(function, m, n, mpf(low), mpf(high), bend)
            print(name, "degrees", m, n, "error 2^%.2f" % float(log(peak, 2)))
            print("  P", ", ".join(text(c) for c in p))
            print("  Q", ", ".join(map(text, q)), flush=True)
