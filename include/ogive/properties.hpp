#pragma once
// What an activation is like, from its numbers and from its graph. Not included by <ogive/ogive.hpp>.
//
//   std::cout << og::properties(og::gelu);
//
// The curve is looked at in double, by functions that are compiled once: an activation only adds its operations.

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"  // see <ogive/ogive.hpp>

#include <ogive/activation/activation.hpp>
#include <ogive/algebra/interpret.hpp>
#include <ogive/print/text.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace ogive {

/// What `properties` found of a curve f and its derivative f'.
struct curve_properties {
    std::string_view name{};
    interval range{};               ///< the least and the largest value, or what they come near to
    interval limits{};              ///< at -inf and at +inf; NaN: none
    bool zero_centred = false;      ///< the range is symmetric about 0
    bool monotone = false;          ///< f never falls, or never rises
    bool convex = false;            ///< f' never falls
    std::vector<double> kinks{};    ///< where f or f' jumps
    interval responds{};            ///< from where to where; beyond, |f'| < 2^-10: saturated
    std::vector<interval> dead{};   ///< where f' is 0 all along
    std::vector<interval> zeros{};  ///< of f; single points from -24 to 24
    std::vector<double> flat{};     ///< where f' is 0 at one point, from -24 to 24
    double lipschitz = 0;           ///< the largest |f'|; inf where f jumps
    double mean = 0, variance = 0;  ///< of f(z) for a standard normal z
    /// Of an infinite chain of f, each with the mean and variance of the one before as its normal input, from a
    /// standard normal on; NaN where they have not settled after 200.
    double settled_mean = 0, settled_variance = 0;
    cost price{};  ///< calls of exp-like functions and divisions, f as it runs

    bool bounded_below() const { return range.low > -std::numeric_limits<double>::infinity(); }
    bool bounded_above() const { return range.high < std::numeric_limits<double>::infinity(); }
    bool smooth() const { return kinks.empty(); }
    bool saturates() const { return responds.low > -1e9 || responds.high < 1e9; }
    /// Whether f(z) has mean 0 and variance 1 for a standard normal z, as SELU claims.
    bool normalises() const { return std::fabs(mean) < 1e-6 && std::fabs(variance - 1) < 1e-6; }

    std::string text() const {
        std::string s(name);
        auto const line = [&](std::string_view what, std::string const& value) {
            s.append("\n    ").append(what).append(std::string(20 - what.size(), ' ')).append(value);
        };
        line("range", shown(range));
        line("limits", shown(limits.low) + ", " + shown(limits.high));
        line("zero-centred", zero_centred ? "yes" : "no");
        line("monotone", monotone ? "yes" : "no");
        line("convex", convex ? "yes" : "no");
        line("kinks", kinks.empty() ? "none: smooth" : shown(kinks));
        line("saturated", saturates() ? "beyond " + shown(responds) : "nowhere");
        line("dead", dead.empty() ? "nowhere" : shown(dead));
        line("zero at", zeros.empty() ? "nowhere" : shown(zeros));
        line("flat at", flat.empty() ? "no point" : shown(flat));
        line("Lipschitz constant", shown(lipschitz));
        line("of a normal input", "mean " + shown(mean) + ", variance " + shown(variance));
        line("in a long chain", settled_mean == settled_mean
                                    ? "mean " + shown(settled_mean) + ", variance " + shown(settled_variance)
                                    : "not settled after 200 layers");
        line("cost", std::to_string(price.transcendental) + " transcendental, " + std::to_string(price.division) +
                         " divisions");
        return s + "\n";
    }
    template <class Stream>
        requires requires(Stream& s, std::string const& text) { s << text; }
    friend Stream& operator<<(Stream& s, curve_properties const& p) {
        s << p.text();
        return s;
    }

    /// With six digits.
    static std::string shown(double x) {
        if (x - x != 0) return x != x ? "none" : x < 0 ? "-inf" : "inf";
        char digits[32];
        std::snprintf(digits, sizeof digits, "%.6g", std::fabs(x) < 1e-12 ? 0.0 : x);
        return digits;
    }
    static std::string shown(interval const& i) {
        return i.low == i.high ? shown(i.low) : "[" + shown(i.low) + ", " + shown(i.high) + "]";
    }
    template <class T>
    static std::string shown(std::vector<T> const& all) {
        std::string s;
        for (T const& one : all) s.append(s.empty() ? "" : ", ").append(shown(one));
        return s;
    }
};

namespace detail {

/// A function of one number: an expression whose other names have values.
class slice {
public:
    slice(interpreted<double> f, std::vector<double> at) : f_(f), at_(std::move(at)) {}
    double operator()(double x) const {
        at_[0] = x;
        return f_(at_.data());
    }

private:
    interpreted<double> f_;
    mutable std::vector<double> at_;
};

class curve {
public:
    curve(slice f, slice derivative) : f_(std::move(f)), d_(std::move(derivative)) {
        constexpr double step = 0x1p-6, far = 1e6;
        for (double x = near; x < far; x *= 1.05) grid_.insert(grid_.begin(), -x * 1.05);
        for (double x = -near; x <= near; x += step) grid_.push_back(x);
        for (double x = near; x < far; x *= 1.05) grid_.push_back(x * 1.05);
        for (double const x : grid_) {
            value_.push_back(f_(x));
            slope_.push_back(d_(x));
        }
    }

    void look(curve_properties& p) const {
        p.limits = {f_(-infinity), f_(infinity)};
        p.kinks = jumps(slope_, d_);
        bool const jumps_itself = !jumps(value_, f_).empty();
        for (double const x : jumps(value_, f_)) p.kinks.push_back(x);
        std::sort(p.kinks.begin(), p.kinks.end());
        p.kinks.erase(std::unique(p.kinks.begin(), p.kinks.end(), [](double a, double b) { return b - a < 1e-9; }),
                      p.kinks.end());

        p.zeros = zeros(value_, f_);
        for (interval const& i : zeros(slope_, d_)) {
            if (i.low < i.high)
                p.dead.push_back(i);
            else if (!near_one_of(p.kinks, i.low))
                p.flat.push_back(i.low);
        }
        p.range = {*std::min_element(value_.begin(), value_.end(), before),
                   *std::max_element(value_.begin(), value_.end(), before)};
        for (double const x : p.flat) widen(p.range, f_(x));
        for (double const x : p.kinks) widen(p.range, f_(x)), widen(p.range, f_(std::nextafter(x, infinity)));
        widen(p.range, p.limits.low);
        widen(p.range, p.limits.high);
        p.zero_centred = p.range.low == -p.range.high;

        look_at_slopes(p, jumps_itself);
        moments(p.kinks, 0, 1, p.mean, p.variance);
        settle(p);
    }

private:
    static constexpr double infinity = std::numeric_limits<double>::infinity(), saturation = 0x1p-10, near = 24;

    slice f_, d_;
    std::vector<double> grid_{}, value_{}, slope_{};

    static bool before(double a, double b) { return b != b ? false : a != a ? true : a < b; }
    static void widen(interval& i, double x) {
        if (x < i.low) i.low = x;
        if (x > i.high) i.high = x;
    }
    static bool near_one_of(std::vector<double> const& all, double x) {
        for (double const one : all)
            if (std::fabs(x - one) <= 1e-9) return true;
        return false;
    }

    /// The border between two points where a condition holds and where it does not.
    template <class Condition>
    static double border(double holds, double fails, Condition const& condition) {
        for (int k = 0; k < 1100; ++k) {  // down to 0
            double const middle = holds / 2 + fails / 2;
            if (middle == holds || middle == fails) break;
            (condition(middle) ? holds : fails) = middle;
        }
        return holds;
    }

    /// Where g jumps: of ever smaller intervals one keeps the whole difference.
    std::vector<double> jumps(std::vector<double> const& at_grid, slice const& g) const {
        std::vector<double> found;
        for (std::size_t k = 1; k < grid_.size(); ++k) {
            double a = grid_[k - 1], b = grid_[k], at_a = at_grid[k - 1], at_b = at_grid[k];
            while (std::fabs(at_b - at_a) > 1e-6 * (1 + std::min(std::fabs(at_a), std::fabs(at_b))) &&
                   std::isfinite(at_b - at_a)) {
                double const middle = a / 2 + b / 2;
                if (middle == a || middle == b) {
                    found.push_back(std::fabs(b) < 1e-300 ? 0 : b == std::round(b) ? b : a);
                    break;
                }
                double const at_middle = g(middle);
                if (std::fabs(at_middle - at_a) > std::fabs(at_b - at_middle))
                    b = middle, at_b = at_middle;
                else
                    a = middle, at_a = at_middle;
            }
        }
        return found;
    }

    /// Points and intervals where g is 0; not where it has become too small for a double.
    std::vector<interval> zeros(std::vector<double> const& at_grid, slice const& g) const {
        std::vector<interval> found;
        auto const is_zero = [&](double x) { return g(x) == 0; };
        auto const fades = [&](double x, double step) {
            return std::fabs(g(x + step * (1 + std::fabs(x)))) < 0x1p-900;
        };
        std::size_t const n = grid_.size();
        for (std::size_t k = 0; k < n; ++k) {
            if (at_grid[k] == 0) {
                std::size_t last = k;
                while (last + 1 < n && at_grid[last + 1] == 0) ++last;
                double const low = k == 0 ? -infinity : border(grid_[k], grid_[k - 1], is_zero);
                double const high = last + 1 == n ? infinity : border(grid_[last], grid_[last + 1], is_zero);
                bool const underflow = (k > 0 && fades(low, -1e-3)) || (last + 1 < n && fades(high, 1e-3));
                if (!underflow)
                    found.push_back(last == k && high - low < 1e-6 ? interval{grid_[k], grid_[k]}
                                                                   : interval{low, high});
                k = last;
            } else if (k > 0 && at_grid[k - 1] * at_grid[k] < 0 && std::fabs(grid_[k]) <= near) {
                bool const falls = at_grid[k] < 0;
                double const x = border(grid_[k - 1], grid_[k], [&](double t) { return (g(t) < 0) != falls; });
                if (std::fabs(g(x)) < 1e-6) found.push_back({x, x});  // not at a jump from one side to the other
            }
        }
        return found;
    }

    void look_at_slopes(curve_properties& p, bool jumps_itself) const {
        double least = infinity, most = -infinity, rises = 0, falls = 0, previous = -infinity;
        p.convex = true;
        for (std::size_t k = 0; k < grid_.size(); ++k) {
            double const slope = slope_[k], room = 1e-9 * (1 + std::fabs(slope));
            least = std::min(least, slope);
            most = std::max(most, slope);
            if (slope < previous - room) p.convex = false;
            previous = std::max(previous, slope);
            if (k == 0) continue;
            double const change = value_[k] - value_[k - 1], rounding = 1e-14 * std::fabs(value_[k]);
            if (change > rounding) rises = std::max(rises, change);
            if (change < -rounding) falls = std::max(falls, -change);
        }
        if (jumps_itself) p.convex = false;
        p.monotone = rises == 0 || falls == 0;
        for (std::size_t k = 1; k + 1 < grid_.size(); ++k) {  // extremes of f' between the points
            double const size = std::fabs(slope_[k]);
            if (size < std::fabs(slope_[k - 1]) || size < std::fabs(slope_[k + 1])) continue;
            double const peak = largest_between(grid_[k - 1], grid_[k + 1]);
            most = std::max(most, peak);
        }
        double const beyond = std::max(std::fabs(d_(-1e30)), std::fabs(d_(1e30)));
        p.lipschitz = jumps_itself || beyond > 1e9 ? infinity : std::max(most, -least);

        auto const responds = [&](double x) { return !(std::fabs(d_(x)) < saturation); };
        p.responds = {-infinity, infinity};
        std::size_t first = 0, last = grid_.size() - 1;
        while (first < last && std::fabs(slope_[first]) < saturation) ++first;
        while (last > first && std::fabs(slope_[last]) < saturation) --last;
        if (first == last) {
            p.responds = {0, 0};
            return;
        }
        if (first > 0) p.responds.low = border(grid_[first], grid_[first - 1], responds);
        if (last + 1 < grid_.size()) p.responds.high = border(grid_[last], grid_[last + 1], responds);
    }
    double largest_between(double low, double high) const {
        for (int k = 0; k < 60; ++k) {
            double const a = low + (high - low) / 3, b = high - (high - low) / 3;
            (std::fabs(d_(a)) < std::fabs(d_(b)) ? low : high) = std::fabs(d_(a)) < std::fabs(d_(b)) ? a : b;
        }
        return std::fabs(d_(low / 2 + high / 2));
    }

    /// Mean and variance of f of a normal input: Gauss's rule of five points in pieces between the kinks.
    void moments(std::vector<double> const& kinks, double mean, double variance, double& to_mean,
                 double& to_variance) const {
        constexpr double far = 12, piece = 0.25;
        constexpr double node[] = {0, 0.5384693101056831, 0.9061798459386640},
                         weight[] = {0.5688888888888889, 0.4786286704993665, 0.2369268850561891};
        double const deviation = std::sqrt(std::max(variance, 1e-18));
        std::vector<double> ends{-far, far};
        for (double const k : kinks)
            if (std::fabs((k - mean) / deviation) < far) ends.push_back((k - mean) / deviation);
        std::sort(ends.begin(), ends.end());
        double first = 0, second = 0;
        for (std::size_t e = 1; e < ends.size(); ++e) {
            auto const pieces = std::ceil((ends[e] - ends[e - 1]) / piece);
            double const half = (ends[e] - ends[e - 1]) / pieces / 2;
            for (double k = 0; k < pieces; ++k) {
                double const centre = ends[e - 1] + (2 * k + 1) * half;
                for (int j = -2; j <= 2; ++j) {
                    int const at = j < 0 ? -j : j;
                    double const z = centre + half * (j < 0 ? -node[at] : node[at]);
                    double const density = half * weight[at] * 0.3989422804014327 * std::exp(-z * z / 2);
                    double const y = f_(mean + deviation * z);
                    first += density * y;
                    second += density * y * y;
                }
            }
        }
        to_mean = first;
        to_variance = second - first * first;
    }
    void settle(curve_properties& p) const {
        double mean = 0, variance = 1;
        for (int k = 0; k < 200; ++k) {
            double next_mean = 0, next_variance = 0;
            moments(p.kinks, mean, variance, next_mean, next_variance);
            bool const settled = std::fabs(next_mean - mean) < 1e-7 && std::fabs(next_variance - variance) < 1e-7;
            mean = next_mean;
            variance = next_variance;
            if (!(variance < 1e9) || !(std::fabs(mean) < 1e9)) break;
            if (settled) {
                p.settled_mean = std::fabs(mean) < 1e-6 ? 0 : mean;
                p.settled_variance = variance < 1e-6 ? 0 : variance;
                return;
            }
        }
        p.settled_mean = p.settled_variance = std::numeric_limits<double>::quiet_NaN();
    }
};

template <class E, class X, class... Name>
curve_properties properties_of(std::string_view name, std::vector<double> const& at, types<X, Name...>) {
    curve_properties p{.name = name};
    for (instruction const& in : point_of<E>.code) {
        p.price.transcendental += in.op->price.transcendental;
        p.price.division += in.op->price.division;
    }
    curve(slice(interpret<double>(E{}, X{}, Name{}...), at),
          slice(interpret<double>(derivative(E{}, X{}), X{}, Name{}...), at))
        .look(p);
    return p;
}

template <class F, std::size_t... I, std::size_t... K>
auto names_of_formula(std::index_sequence<I...>, std::index_sequence<K...>)
    -> types<var<fixed_string<inputs_of<F>[I].size() + 1>(inputs_of<F>[I])>...,
             param<fixed_string<parameters_of<F>[K].name.size() + 1>(parameters_of<F>[K].name),
                   real(parameters_of<F>[K].start)>...>;

}  // namespace detail

template <class E>
inline constexpr bool the_activation_is_elementwise = detail::is_elementwise<E>();
template <class F, class... Values>
inline constexpr bool the_other_inputs_are_numbers = sizeof...(Values) < inputs_of<F>.size() &&
                                                     (std::is_arithmetic_v<Values> && ...);

/// What an activation is like as a function of its first input. Its hyper-parameters have their start values, its other
/// inputs these values, or those that it gives itself (`beside`), or 1: `og::properties(og::threshold, 0.5, 0)`.
///
/// Domain      looked at in steps of 1/64 from -24 to 24, of 5 % up to 10^6 beyond, and at the infinities
/// Accuracy    kinks, zeros and extremes to rounding, mean and variance to 10^-6, of what does not bend faster than
///             these steps
/// Errors      compile time only: a row reduction in it; other inputs that are no numbers, or too many
/// Cost        tens of thousands of evaluations, at run time
template <class A, class... Values>
curve_properties properties(activation_function<A> f, Values... others) {
    using F = activation_function<A>;
    using E = decltype(formula_of(f));
    if constexpr (!the_activation_is_elementwise<E>) {
        static_assert(the_activation_is_elementwise<E>,
                      "ogive: properties are those of a curve: an activation along a row has none");
        return {};
    } else if constexpr (!the_other_inputs_are_numbers<F, Values...>) {
        static_assert(the_other_inputs_are_numbers<F, Values...>,
                      "ogive: properties(f, values...) takes numbers for the inputs of f beyond the first");
        return {};
    } else {
        std::vector<double> at{0.0, static_cast<double>(others)...};
        while (at.size() < inputs_of<F>.size())
            at.push_back(at.size() <= beside_of<F>.size() ? beside_of<F>[at.size() - 1] : 1);
        for (auto const& hyper : parameters_of<F>) at.push_back(hyper.start);
        using names = decltype(detail::names_of_formula<F>(std::make_index_sequence<inputs_of<F>.size()>{},
                                                           std::make_index_sequence<parameters_of<F>.size()>{}));
        return detail::properties_of<E>(A::name, at, names{});
    }
}

}  // namespace ogive

#pragma GCC diagnostic pop
