#include "rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

namespace survey {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity(), saturation = 0x1p-10;

std::string shown(double x) { return x != x ? "NaN" : og::curve_properties::shown(x); }
std::string listed(std::span<double const> all) {
    std::string s;
    for (double const x : all) s.append(s.empty() ? "" : ", ").append(shown(x));
    return s;
}
/// The next power of ten.
std::string within(double error) {
    return error == 0 ? "exactly" : "within 1e" + std::to_string(static_cast<int>(std::ceil(std::log10(error))));
}

std::vector<double> value(row_function const& f, std::vector<double> const& at, std::vector<double> const& row) {
    std::vector<double> y(row.size());
    f.value(at.data(), row, y);
    return y;
}
std::vector<double> gradient(row_function const& f, std::vector<double> const& at, std::vector<double> const& row,
                             std::vector<double> const& dy) {
    std::vector<double> dx(row.size());
    f.gradient(at.data(), row, dy, dx);
    return dx;
}
/// In float; what has one value for a row has it once.
std::vector<double> in_float(row_function const& f, std::vector<double> const& at, std::vector<double> const& row) {
    auto const narrowed = [](std::vector<double> const& all) {
        std::vector<float> to;
        for (double const x : all) to.push_back(static_cast<float>(x));
        return to;
    };
    std::vector<float> y(row.size());
    f.value_in_float(narrowed(at).data(), narrowed(row), y);
    if (f.one_value) y.resize(1);
    return {y.begin(), y.end()};
}

/// About normal numbers of deviation 3: sums of twelve that are equally spread.
class numbers {
public:
    std::vector<double> row(std::size_t columns) {
        std::vector<double> all(columns);
        for (double& x : all) {
            x = -18;
            for (int k = 0; k < 12; ++k) x += 3 * spread();
        }
        return all;
    }

private:
    std::uint64_t state_ = 1;
    double spread() {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<double>(state_ >> 11) * 0x1p-53;
    }
};

/// Calls visit for every row of three of these sizes, of either sign.
template <class Visit>
void each_extreme_row(Visit visit) {
    constexpr double sizes[] = {-1e30, -10, -1, -1e-3, -1e-30, 0, 1e-30, 1e-3, 1, 10, 1e30};
    for (double const a : sizes)
        for (double const b : sizes)
            for (double const c : sizes) visit(std::vector{a, b, c});
}

/// The least and the largest of something, and whether it is one number.
struct spread {
    double low = infinity, high = -infinity;
    void add(double x) { low = std::fmin(low, x), high = std::fmax(high, x); }
    double width() const { return high - low; }
    bool is_one_number() const { return width() < 1e-4; }
    std::string text() const {
        double const nearest = std::round(low);
        double const is = std::fabs(low - nearest) < 1e-4 ? nearest : low;
        return shown(is) + ", " + within(std::fmax(std::fabs(low - is), std::fabs(high - is)));
    }
};

/// The outermost x of one side where the first result of (x, 0, 1) responds.
double edge(row_function const& f, std::vector<double> at, double side) {
    auto const responds = [&](double x) {
        at[0] = x;
        return std::fabs(first_result(f, 1, at.data())) >= saturation;
    };
    double outer = side * 1e6;
    if (responds(outer)) return side * infinity;
    double inner = outer;
    while (std::fabs(inner) > 1e-3 && !responds(inner)) outer = inner, inner /= 1.01;
    for (int k = 0; k < 100; ++k) {
        double const middle = inner / 2 + outer / 2;
        (responds(middle) ? inner : outer) = middle;
    }
    return inner;
}

bool all_finite(std::vector<double> const& all) {
    return std::all_of(all.begin(), all.end(), [](double x) { return std::isfinite(x); });
}

void look_at_extremes(row_function const& f, std::vector<double> const& at, row_properties& p) {
    spread results, slopes;
    each_extreme_row([&](std::vector<double> const& row) {
        auto const y = value(f, at, row), dx = gradient(f, at, row, {1, 0, 0});
        auto const of_float = in_float(f, at, row);
        p.finite = p.finite && all_finite(y) && all_finite(dx) && all_finite(of_float);
        for (double const one : y) results.add(one);
        slopes.add(std::fabs(dx[0]));
    });
    p.range = {results.low < -1e9 ? -infinity : results.low, results.high > 1e9 ? infinity : results.high};
    p.steepest = slopes.high;
}

/// What a row's results and gradients have in common, whatever the row: lines of the text.
struct constants {
    spread sum, squares, exponentials, shift, scale, dx;
};
constants look_at_numbers(row_function const& f, std::vector<double> const& at) {
    constants all;
    numbers source;
    constexpr std::size_t columns = 64;
    for (int k = 0; k < 100; ++k) {
        auto const row = source.row(columns);
        std::vector<double> shifted = row, twice = row;
        for (double& x : shifted) x += 3;
        for (double& x : twice) x *= 2;
        auto const y = value(f, at, row), y_shifted = value(f, at, shifted), y_twice = value(f, at, twice);
        double sum = 0, squares = 0, exponentials = 0;
        for (std::size_t i = 0; i < columns; ++i) {
            sum += y[i], squares += y[i] * y[i] / columns, exponentials += std::exp(y[i]);
            all.shift.add(y_shifted[i] - y[i]);
            all.scale.add(y_twice[i] - y[i]);
        }
        all.sum.add(sum), all.squares.add(squares), all.exponentials.add(exponentials);
        std::vector<double> dy = source.row(columns);
        if (f.one_value) dy.assign(columns, 0), dy[0] = 1;
        double slopes = 0;
        for (double const one : gradient(f, at, row, dy)) slopes += one;
        all.dx.add(slopes);
    }
    return all;
}

std::string change(spread const& by) {
    if (!by.is_one_number()) return "other results";
    double const nearest = std::round(by.low);
    return (nearest == 0 ? "the same" : shown(nearest) + " more") + ", " +
           within(std::fmax(std::fabs(by.low - nearest), std::fabs(by.high - nearest)));
}

}  // namespace

double first_result(row_function const& f, int order, double const* at) {
    std::array<double, 3> const row{at[0], 0, 1}, dy{1, 0, 0};
    std::array<double, 3> to{};
    if (order == 0) f.value(at, row, to);
    if (order == 1) f.gradient(at, row, dy, to);
    if (order == 2) f.second(at, row, dy, to);
    return to[0];
}

row_properties look_at_rows(std::string_view name, row_function const& f, std::vector<double> const& at) {
    row_properties p;
    look_at_extremes(f, at, p);
    p.responds = {edge(f, at, -1), edge(f, at, 1)};
    constants const all = look_at_numbers(f, at);
    auto const empty = in_float(f, at, {-infinity, -infinity, -infinity});
    p.of_nothing = std::none_of(empty.begin(), empty.end(), [](double x) { return x != x; });
    auto const most = [](spread const& s) { return std::fmax(std::fabs(s.low), std::fabs(s.high)); };
    p.shifted = most(all.shift), p.scaled = most(all.scale);

    if (auto const large = listed(in_float(f, at, {1e30, 1e30, 1e30}));
        p.shifted < 1e-4 && large != listed(in_float(f, at, {1, 1, 1})))
        p.rounded = large;

    p.text = name;
    auto const line = [&](std::string_view what, std::string const& is) {
        p.text.append("\n    ").append(what).append(std::string(32 - what.size(), ' ')).append(is);
    };
    line("results", f.one_value ? "one for a row" : "one for each column");
    line("range", og::curve_properties::shown(p.range));
    if (!f.one_value) {
        if (all.sum.is_one_number()) line("a row adds up to", all.sum.text());
        if (all.squares.is_one_number() && all.squares.low > 0.5) line("mean of a row's squares", all.squares.text());
        if (all.exponentials.is_one_number()) line("its e^f add up to", all.exponentials.text());
    }
    line("of the row + 3", change(all.shift));
    line("of twice the row", change(all.scale));
    if (all.dx.is_one_number()) line("its gradient adds up to", all.dx.text());
    line("steepest", shown(p.steepest));
    line("saturated", p.shown_saturation());
    for (std::vector<double> const& row : {std::vector<double>{7},
                                           {1e30, -1e30, 0},
                                           {-1e30, -1e30, -1e30},
                                           {0, -infinity, 1},
                                           {-infinity, -infinity, -infinity}})
        line("of (" + listed(row) + ")", listed(in_float(f, at, row)));
    auto const both = [&](int og::explanation::*count) {
        return std::to_string(f.forward.*count) + " forward, " + std::to_string(f.backward.*count) + " backward";
    };
    line("loops over a row", both(&og::explanation::loops));
    line("exp-like, an element", both(&og::explanation::transcendental));
    p.text += "\n";
    return p;
}

std::string judgement(row_function const& f, row_properties const& p) {
    std::string s;
    auto const say = [&](std::string const& line) { s += "- " + line + "\n"; };
    constexpr double same = 1e-4;
    say(p.finite
            ? "Nothing overflows: the results, in float too, and the gradients of rows of three from 1e-30 to 1e30 are "
              "finite."
            : "Results or gradients of rows of three from 1e-30 to 1e30 are not all finite.");
    if (!p.of_nothing) say("A row of -inf has no result but NaN.");
    if (p.shifted < same)
        say("A row and the row + 3 have the same results: a mean, or a bias that all columns share, is lost, and the "
            "gradient, which adds up to 0, teaches none.");
    if (!p.rounded.empty())
        say("Equal values of 1e30 have the results " + p.rounded +
            ": what rounding leaves of their difference from the mean "
            "counts as any other.");
    if (p.scaled < same)
        say("Twice the row has the same results, so half the gradient: what comes before learns the slower the larger "
            "it grows.");
    if (p.steepest <= 1 + 1e-9)
        say("No difference is enlarged: the derivative of a result by its own input is at most " + shown(p.steepest) +
            ".");
    else
        say("A difference is enlarged up to " + shown(p.steepest) + " times, in a row of next to nothing.");
    if (std::isfinite(p.responds.low) || std::isfinite(p.responds.high))
        say("In the row (x, 0, 1) the derivative is below 2^-10 beyond " + og::curve_properties::shown(p.responds) +
            ": gradients vanish.");
    say("A row is read by " + std::to_string(f.forward.loops) + (f.forward.loops == 1 ? " loop" : " loops") +
        ", for the gradient by " + std::to_string(f.backward.loops) +
        ": one that fits no cache is fetched as often. Calls of exp-like functions an "
        "element: " +
        std::to_string(f.forward.transcendental) + ", for the gradient " + std::to_string(f.backward.transcendental) +
        ".");
    return s;
}

}  // namespace survey
