#pragma once
// The generic tests of an activation that is applied to each element by itself.

#include <ogive/testing/forms.hpp>
#include <ogive/testing/measures.hpp>
#include <ogive/testing/operands.hpp>
#include <ogive/testing/report.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace ogive::testing::detail {

inline bool is_near_a_kink(double x, std::span<double const> kinks, double step) {
    for (double const kink : kinks)
        if (std::fabs(x - kink) <= 2 * step) return true;
    return false;
}

template <class F>
class elementwise_checks {
    report& to;
    subject_of_tests const& of;
    elementwise_form<F> const& f;
    int const arguments = of.arguments;
    std::string const suffix = std::string(" (") + type_name<F> + ")";

    // 4 ULP, or what 4 ULP of the arguments make of the value.
    bool agree(F y, F wanted, double const* x) const {
        if (ulps(y, static_cast<long double>(wanted)) <= 4) return true;
        if (!std::isfinite(y) || !std::isfinite(wanted)) return false;
        double swing = 0;
        for (int j = 0; j < arguments; ++j) swing += std::fabs(x[j] * f.first(j, x));
        return std::fabs(static_cast<double>(y) - static_cast<double>(wanted)) <=
               4 * static_cast<double>(std::numeric_limits<F>::epsilon()) * swing;
    }

    static bool identical(F a, F b) {
        return std::isnan(b) ? std::isnan(a) : a == b && std::signbit(a) == std::signbit(b);
    }

public:
    elementwise_checks(report& r, subject_of_tests const& s, elementwise_form<F> const& form)
        : to(r), of(s), f(form) {}

    void values(operands<F> const& x, std::vector<F> const& y) {
        subject simd(to, "evaluate differs from the function on numbers" + suffix);
        F at[most_arguments];
        double as_double[most_arguments];
        for (std::size_t i = 0; i < x.size; ++i) {
            x.point(arguments, i, at, as_double);
            F const wanted = f.number(at);
            simd.expect(agree(y[i], wanted, as_double), "at ", shown(as_double, arguments), " ", y[i],
                        ", not ", wanted);
        }
    }

    // Every length up to two full packs: whatever the pack, every tail. Each buffer is unaligned for one of
    // the two offsets, and nothing beside the result is written.
    void tails(operands<F> const& x, std::vector<F> const& y, std::size_t lengths) {
        subject tail(to, "a range of another length or address has other values" + suffix);
        subject outside(to, "something beside the result is written" + suffix);
        std::vector<F> result(lengths + 3);
        for (std::size_t offset = 0; offset < 2; ++offset)
            for (std::size_t n = 0; n + offset <= lengths; ++n) {
                F* from[most_arguments]{};
                for (int j = 0; j < arguments; ++j) from[j] = x.at[j] + offset;
                std::fill(result.begin(), result.end(), F(7));
                f.evaluate(from, result.data() + 1 - offset, n);
                bool same = true;
                for (std::size_t i = 0; i < n; ++i)
                    same = same && identical(result[1 - offset + i], y[offset + i]);
                tail.expect(same, n, " values, ", offset, " elements on");
                outside.expect((offset == 1 || result[0] == F(7)) && result[1 - offset + n] == F(7), n,
                               " values");
            }
    }

    void in_place(operands<F> const& x, std::vector<F> const& y) {
        subject place(to, "the result in place of an argument differs" + suffix);
        for (int j = 0; j < arguments; ++j) {
            std::vector<F> own = x.values[j];
            F* from[most_arguments]{};
            for (int k = 0; k < arguments; ++k) from[k] = k == j ? own.data() + 1 : x.at[k];
            f.evaluate(from, from[j], x.size);
            for (std::size_t i = 0; i < x.size; ++i)
                place.expect(identical(from[j][i], y[i]), "argument ", j, ", element ", i, ": ", from[j][i],
                             ", not ", y[i]);
        }
    }

    // NaN in the first argument, or in another one that matters there, is NaN in the value.
    void nan(operands<F>& x) {
        subject lost(to, "NaN in an argument is lost" + suffix);
        F const nan = std::numeric_limits<F>::quiet_NaN();
        std::size_t const n = std::min<std::size_t>(x.size, 67);
        std::vector<F> y(n);
        for (int j = 0; j < arguments; ++j) {
            std::vector<F> own(n, nan);
            F* from[most_arguments]{};
            for (int k = 0; k < arguments; ++k) from[k] = k == j ? own.data() : x.at[k];
            f.evaluate(from, y.data(), n);
            for (std::size_t i = 0; i < n; ++i) {
                F at[most_arguments];
                double as_double[most_arguments];
                x.point(arguments, i, at, as_double);
                if (j > 0 && !(std::fabs(f.first(j, as_double)) > 0)) continue;
                at[j] = nan, as_double[j] = std::numeric_limits<double>::quiet_NaN();
                lost.expect(std::isnan(y[i]) && std::isnan(f.number(at)), "at ", shown(as_double, arguments),
                            " evaluate gives ", y[i], ", the function on numbers ", f.number(at));
            }
        }
    }

    // Extremes of one argument, and all arguments small.
    void extremes() {
        subject limit(to, "NaN at an extreme argument" + suffix), zero(to, "not finite at 0" + suffix);
        subject simd(to, "evaluate differs from the function on numbers at an extreme argument" + suffix);
        constexpr F infinity = std::numeric_limits<F>::infinity(),
                    least = std::numeric_limits<F>::denorm_min(), small = std::numeric_limits<F>::min();
        F const all[] = {F(0),  -F(0),  least,   -least,   small / 3, -small / 3,
                         small, -small, F(1e30), F(-1e30), infinity,  -infinity};
        std::size_t const n = arguments == 1 ? std::size(all) : std::size(all) - 4;
        operands<F> x(arguments, n);
        std::vector<F> y(n);
        for (int j = 0; j < arguments; ++j)
            for (std::size_t i = 0; i < n; ++i) x.at[j][i] = all[i];
        f.evaluate(x.at, y.data(), n);
        for (std::size_t i = 0; i < n; ++i) {
            F at[most_arguments];
            double as_double[most_arguments];
            x.point(arguments, i, at, as_double);
            F const number = f.number(at);
            limit.expect(!std::isnan(number) && !std::isnan(y[i]), "at ", shown(as_double, arguments));
            if (std::fabs(all[i]) <= small)
                zero.expect(std::isfinite(number) && std::isfinite(y[i]), "at ", shown(as_double, arguments));
            simd.expect(agree(y[i], number, as_double) || (std::isnan(y[i]) && std::isnan(number)), "at ",
                        shown(as_double, arguments), " ", y[i], ", not ", number);
        }
    }

    // backward against og::derivative in double, in place too.
    void gradients(operands<F> const& x) {
        subject backward(to, "backward differs from og::derivative" + suffix);
        subject place(to, "backward in place of an argument differs" + suffix);
        double const tolerance = std::is_same_v<F, float> ? 2e-6 : 1e-14;
        std::vector<F> dy(x.size);
        for (std::size_t i = 0; i < x.size; ++i) dy[i] = static_cast<F>(i % 3) - F(0.75);
        operands<F> dx(arguments, x.size), own(arguments, x.size);
        for (int j = 0; j < arguments; ++j) own.values[j] = x.values[j], own.at[j] = own.values[j].data() + 1;
        f.backward(x.at, dy.data(), dx.at, x.size);
        f.backward(own.at, dy.data(), own.at, x.size);
        for (std::size_t i = 0; i < x.size; ++i) {
            F at[most_arguments];
            double as_double[most_arguments];
            x.point(arguments, i, at, as_double);
            for (int j = 0; j < arguments; ++j) {
                double const wanted = f.first(j, as_double) * static_cast<double>(dy[i]),
                             scale = largest(as_double, arguments) + std::fabs(wanted);
                F const got = dx.at[j][i];
                backward.expect(std::fabs(static_cast<double>(got) - wanted) <= tolerance * scale,
                                "by argument ", j, " at ", shown(as_double, arguments), " ", got, ", not ",
                                wanted);
                place.expect(identical(own.at[j][i], got), "by argument ", j, " at ",
                             shown(as_double, arguments), " ", own.at[j][i], ", not ", got);
            }
        }
    }

    // The last argument as a param, which has one value for all and whose gradient is a sum.
    void params(operands<F> const& x) {
        if (!f.evaluate_param) return;
        subject value(to, "the last argument as a param gives another value" + suffix);
        subject sum(to,
                    "the gradient by the last argument as a param is not the sum over the elements" + suffix);
        int const last = arguments - 1;
        F const alpha = static_cast<F>(0.25 * of.sample.high + 0.75 * of.sample.low);
        std::vector<F> y(x.size), dy(x.size, F(0.5));
        f.evaluate_param(x.at, alpha, y.data(), x.size);
        F got = 0;
        f.backward_param(x.at, alpha, dy.data(), &got, x.size);
        double wanted = 0, size = 1;
        for (std::size_t i = 0; i < x.size; ++i) {
            F at[most_arguments];
            double as_double[most_arguments];
            x.point(arguments, i, at, as_double);
            as_double[last] = static_cast<double>(at[last] = alpha);
            value.expect(agree(y[i], f.number(at), as_double), "at ", shown(as_double, arguments), " ", y[i],
                         ", not ", f.number(at));
            double const part = f.first(last, as_double) * 0.5;
            wanted += part, size += std::fabs(part);
        }
        sum.expect(std::fabs(static_cast<double>(got) - wanted) <= 1e-13 * size, got, ", not ", wanted);
    }

    void all(std::size_t lanes) {
        operands<F> x(arguments, 2000);
        x.fill(arguments, of.sample);
        std::vector<F> y(x.size);
        f.evaluate(x.at, y.data(), x.size);
        values(x, y);
        tails(x, y, 10 * lanes + 1);
        in_place(x, y);
        nan(x);
        extremes();
        gradients(x);
        params(x);
    }
};

/// Float values against double values of the same arguments.
inline void precision_check(report& to, subject_of_tests const& of, elementwise_form<float> const& single,
                            elementwise_form<double> const& full) {
    subject value(to, "the float value is far from the double value");
    operands<float> x(of.arguments, 2000);
    x.fill(of.arguments, of.sample);
    for (std::size_t i = 0; i < x.size; ++i) {
        float at[most_arguments];
        double as_double[most_arguments];
        x.point(of.arguments, i, at, as_double);
        float const y = single.number(at);
        double const wanted = full.number(as_double);
        bool const same_kind = std::isnan(y) == std::isnan(wanted);
        double const difference = std::fabs(static_cast<double>(y) - wanted),
                     scale = largest(as_double, of.arguments) + std::fabs(wanted);
        value.expect(same_kind && (std::isnan(y) || ulps(y, static_cast<long double>(wanted)) <= 4 || difference <= 1e-6 * scale),
                     "at ", shown(as_double, of.arguments), " ", y, ", not ", wanted);
    }
}

/// The derivatives against difference quotients of the values, the second ones against those of the first.
inline void derivative_checks(report& to, subject_of_tests const& of, elementwise_form<double> const& f) {
    constexpr double step = 0x1p-6, tolerance = 1e-8;
    subject first(to, "the derivative differs from the difference quotient");
    subject second(to, "the second derivative differs from the difference quotient of the first");
    std::size_t compared = 0, points = 0;
    operands<double> x(of.arguments, 300);
    x.fill(of.arguments, of.sample);
    double at[most_arguments], copy[most_arguments];
    auto const compare = [&](subject& s, int by, double got, auto const& g, auto const&... words) {
        auto const along = [&](double moved) {
            copy[by] = moved;
            double const value = g(copy);
            copy[by] = at[by];
            return value;
        };
        auto const [wanted, error] = quotient(along, at[by], step);
        double const scale = largest(at, of.arguments) + std::fabs(g(at)) + std::fabs(wanted);
        ++points;
        if (!std::isfinite(wanted) || (by == 0 && is_near_a_kink(at[0], of.kinks, step)) ||
            !(error <= tolerance * scale / 2))
            return;
        ++compared;
        s.expect(std::fabs(got - wanted) <= tolerance * scale, words..., " at ", shown(at, of.arguments),
                 " is ", got, ", not ", wanted);
    };
    for (std::size_t i = 0; i < x.size; ++i) {
        x.point(of.arguments, i, copy, at);
        for (int j = 0; j < of.arguments; ++j) {
            compare(first, j, f.first(j, at), f.number, "by argument ", j);
            for (int k = 0; k < of.arguments; ++k)
                compare(
                    second, k, f.second(j, k, at), [&](double const* p) { return f.first(j, p); },
                    "by arguments ", j, " and ", k);
        }
    }
    subject enough(to, "too few points are smooth enough for a difference quotient");
    enough.expect(2 * compared >= points, compared, " of ", points);
}

}  // namespace ogive::testing::detail
