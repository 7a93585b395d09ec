#pragma once
// The generic tests of an activation along rows.

#include <ogive/testing/forms.hpp>
#include <ogive/testing/measures.hpp>
#include <ogive/testing/operands.hpp>
#include <ogive/testing/report.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <type_traits>
#include <vector>

namespace ogive::testing::detail {

template <class F>
void row_checks(report& to, subject_of_tests const& of, row_form<F> const& f, row_form<double> const& exact,
                std::size_t lanes) {
    std::string const suffix = std::string(" (") + type_name<F> + ")";
    subject value(to, "a row's values differ from the double values" + suffix),
        alone(to, "a row alone has other values" + suffix),
        place(to, "the result in place of an argument differs" + suffix),
        lost(to, "NaN in an element is lost" + suffix),
        number(to, "a row of one column differs from the function on numbers" + suffix),
        gradient(to, "backward differs from the difference quotient" + suffix),
        gradient_place(to, "backward in place of an argument differs" + suffix);
    double const tolerance = std::is_same_v<F, float> ? 2e-6 : 1e-14,
                 gradient_tolerance = std::is_same_v<F, float> ? 1e-5 : 1e-8;
    constexpr std::size_t rows = 3;
    int const arguments = of.arguments;
    auto const identical = [](F a, F b) { return std::isnan(b) ? std::isnan(a) : a == b; };

    for (std::size_t const columns : {std::size_t(1), lanes > 1 ? lanes - 1 : 1, lanes, 2 * lanes + 1}) {
        std::size_t const n = rows * columns;
        operands<F> x(arguments, n), dx(arguments, n);
        operands<double> d(arguments, n);
        x.fill(arguments, of.sample);
        for (int j = 0; j < arguments; ++j)
            for (std::size_t i = 0; of.indexes[j] && i < n; ++i) x.at[j][i] = static_cast<F>(i / columns % columns);
        for (int j = 0; j < arguments; ++j)
            for (std::size_t i = 0; i < n; ++i) d.at[j][i] = static_cast<double>(x.at[j][i]);
        auto const where = [&](std::size_t i) {
            return "row " + std::to_string(i / columns) + ", column " + std::to_string(i % columns) + " of " +
                   std::to_string(columns);
        };

        std::vector<F> y(n), one(n), dy(n);
        std::vector<double> wanted(n);
        f.evaluate(x.at, y.data(), rows, columns);
        exact.evaluate(d.at, wanted.data(), rows, columns);
        for (std::size_t i = 0; i < n; ++i)
            value.expect(
                std::fabs(static_cast<double>(y[i]) - wanted[i]) <= tolerance * (1 + std::fabs(wanted[i])),
                where(i), ": ", y[i], ", not ", wanted[i]);

        F* from[most_arguments]{};
        for (std::size_t r = 0; r < rows; ++r) {
            for (int j = 0; j < arguments; ++j) from[j] = x.at[j] + r * columns;
            f.evaluate(from, one.data() + r * columns, 1, columns);
        }
        for (std::size_t i = 0; i < n; ++i)
            alone.expect(identical(one[i], y[i]), where(i), ": ", one[i], ", not ", y[i]);

        if (columns == 1)
            for (std::size_t i = 0; i < n; ++i) {
                F at[most_arguments];
                double as_double[most_arguments];
                x.point(arguments, i, at, as_double);
                F const single = f.number(at);
                number.expect(ulps(y[i], static_cast<long double>(single)) <= 4, shown(as_double, arguments),
                              ": ", y[i], ", not ", single);
            }

        for (int j = 0; j < arguments; ++j) {
            std::vector<F> own = x.values[j];
            for (int k = 0; k < arguments; ++k) from[k] = k == j ? own.data() + 1 : x.at[k];
            f.evaluate(from, from[j], rows, columns);
            for (std::size_t i = 0; i < n; ++i)
                place.expect(identical(from[j][i], y[i]), where(i), ": ", from[j][i], ", not ", y[i]);

            if (of.indexes[j]) continue;
            own = x.values[j];
            own[1 + n / 2] = std::numeric_limits<F>::quiet_NaN();
            f.evaluate(from, one.data(), rows, columns);
            lost.expect(std::isnan(one[n / 2]), where(n / 2), ": ", one[n / 2]);
        }

        // The loss sum(dy * f(x)), moved along one element of each argument.
        for (std::size_t i = 0; i < n; ++i) dy[i] = static_cast<F>(i % 5) - F(1.75);
        f.backward(x.at, dy.data(), dx.at, rows, columns);
        std::vector<double> moved(n);
        for (int j = 0; j < arguments; ++j)
            for (std::size_t i = 0; !of.indexes[j] && i < n; ++i) {
                double const here = d.at[j][i];
                auto const loss = [&](double there) {
                    d.at[j][i] = there;
                    exact.evaluate(d.at, moved.data(), rows, columns);
                    double sum = 0;
                    for (std::size_t k = 0; k < n; ++k) sum += static_cast<double>(dy[k]) * moved[k];
                    return sum;
                };
                auto const [slope, error] = quotient(loss, here);
                d.at[j][i] = here;
                if (!(error <= gradient_tolerance)) continue;
                gradient.expect(std::fabs(static_cast<double>(dx.at[j][i]) - slope) <=
                                    gradient_tolerance * (1 + std::fabs(slope)),
                                "by argument ", j, ", ", where(i), ": ", dx.at[j][i], ", not ", slope);
            }
        operands<F> own(arguments, n);
        for (int j = 0; j < arguments; ++j) own.values[j] = x.values[j], own.at[j] = own.values[j].data() + 1;
        f.backward(own.at, dy.data(), own.at, rows, columns);
        for (int j = 0; j < arguments; ++j)
            for (std::size_t i = 0; i < n; ++i)
                gradient_place.expect(identical(own.at[j][i], dx.at[j][i]), where(i));
    }
}

}  // namespace ogive::testing::detail
