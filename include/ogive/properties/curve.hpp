#pragma once
// Looks at a curve: a function of one number, its derivative and its second derivative. All in double, by functions
// that are compiled once.

#include <ogive/algebra/interpret.hpp>
#include <ogive/properties/curve_properties.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace ogive::detail {

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
    curve(slice f, slice derivative, slice second)
        : f_{std::move(f), {}}, d_{std::move(derivative), {}}, second_{std::move(second), {}} {
        constexpr double step = 0x1p-6, far = 1e6;
        for (double x = near; x < far; x *= 1.05) grid_.insert(grid_.begin(), -x * 1.05);
        for (double x = -near; x <= near; x += step) grid_.push_back(x);
        for (double x = near; x < far; x *= 1.05) grid_.push_back(x * 1.05);
        for (sampled* const g : {&f_, &d_, &second_})
            for (double const x : grid_) g->at_grid.push_back((*g)(x));
    }

    void look(curve_properties& p) const {
        p.limits = {limit(-1), limit(1)};
        look_at_jumps(p);
        p.zeros = zeros(f_);
        for (interval const& i : zeros(d_)) {
            if (i.low < i.high)
                p.dead.push_back(i);
            else if (!near_one_of(p.kinks, i.low))
                p.flat.push_back(i.low);
        }
        look_at_values(p);
        look_at_slopes(p);
        p.responds = {edge(-1), edge(1)};
        if (p.responds.low != p.responds.low || p.responds.high != p.responds.high)
            p.responds = {not_a_number, not_a_number};
        p.mean = p.variance = p.settled_mean = p.settled_variance = not_a_number;
        if (!p.poles.empty()) return;
        moments(p.kinks, 0, 1, p.mean, p.variance);
        p.zero_centred = std::fabs(p.mean) < 1e-6;
        settle(p);
    }

private:
    static constexpr double infinity = std::numeric_limits<double>::infinity(),
                            not_a_number = std::numeric_limits<double>::quiet_NaN(), saturation = 0x1p-10, near = 24;

    struct sampled {
        slice g;
        std::vector<double> at_grid;
        double operator()(double x) const { return g(x); }
    };
    std::vector<double> grid_{};
    sampled f_, d_, second_;

    static void widen(interval& i, double x) {
        if (x < i.low) i.low = x;
        if (x > i.high) i.high = x;
    }
    static bool near_one_of(std::vector<double> const& all, double x) {
        return std::any_of(all.begin(), all.end(), [=](double one) { return std::fabs(x - one) <= 1e-9; });
    }
    static void sort_and_merge(std::vector<double>& all) {
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end(), [](double a, double b) { return b - a < 1e-9; }), all.end());
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
    /// Where g is least, of a g with one dip between low and high.
    template <class G>
    static double lowest_between(double low, double high, G const& g, int rounds = 90) {
        for (int k = 0; k < rounds; ++k) {
            double const a = low + (high - low) / 3, b = high - (high - low) / 3;
            if (g(a) < g(b))
                high = b;
            else
                low = a;
        }
        return low / 2 + high / 2;
    }
    /// Not all the way: at a kink f' has its largest value on one side.
    double steepest_between(double low, double high) const {
        return lowest_between(
            low, high, [&](double x) { return -std::fabs(d_(x)); }, 60);
    }

    /// f at an infinity; where an expression has no value there, what it comes near to far out, NaN for nothing.
    double limit(double side) const {
        if (double const there = f_(side * infinity); there == there) return there;
        double first = 0, last = 0, least_step = infinity, most_step = -infinity, first_step = 0, step = 0;
        constexpr int count = 16;
        for (int k = 0; k < count; ++k) {
            double const value = f_(side * 1e9 * std::pow(1.7, k));
            if (std::isinf(value)) return k > 0 && std::isfinite(last) && value * last < 0 ? not_a_number : value;
            step = value - last;
            last = value;
            if (k == 0) first = value;
            if (k == 1) first_step = step;
            if (k == 0) continue;
            least_step = std::min(least_step, step);
            most_step = std::max(most_step, step);
        }
        if (std::fabs(most_step) + std::fabs(least_step) < 1e-6 * (1 + std::fabs(first))) return last;
        bool const on_and_on = least_step > 0 || most_step < 0;  // and no slower than a logarithm
        return on_and_on && std::fabs(step) > 0.5 * std::fabs(first_step) ? std::copysign(infinity, step)
                                                                          : not_a_number;
    }

    /// Between what values f lies far out on one side: infinite where they grow from 10^6 to 10^12 as a power does.
    interval far_out(double side) const {
        interval first{infinity, -infinity}, last = first;
        for (int k = 0; k < 64; ++k) {
            widen(first, f_(side * 1e6 * (1 + k / 64.0)));
            widen(last, f_(side * 1e12 * (1 + k / 64.0)));
        }
        if (last.low < -10 * (1 + std::fabs(first.low))) last.low = -infinity;
        if (last.high > 10 * (1 + std::fabs(first.high))) last.high = infinity;
        return last;
    }

    struct jump {
        double at;
        interval sides;  ///< the values before and after it
        bool pole;
    };
    /// Where g jumps: of ever smaller intervals one keeps the whole difference.
    std::vector<jump> jumps(sampled const& g) const {
        std::vector<jump> found;
        for (std::size_t k = 1; k < grid_.size(); ++k) {
            double a = grid_[k - 1], b = grid_[k], at_a = g.at_grid[k - 1], at_b = g.at_grid[k];
            if (std::isinf(at_b) && k + 1 < grid_.size() && std::isfinite(at_a) && std::isfinite(g.at_grid[k + 1]))
                found.push_back({b, {at_a, g.at_grid[k + 1]}, true});
            if (!std::isfinite(at_a) || !std::isfinite(at_b)) continue;
            double const beside = 1 + std::max(std::fabs(at_a), std::fabs(at_b));
            while (std::fabs(at_b - at_a) > 1e-6 * (1 + std::min(std::fabs(at_a), std::fabs(at_b)))) {
                double const middle = a / 2 + b / 2;
                if (middle == a || middle == b) {
                    double const width = b - a, jumps_by = std::fabs(at_b - at_a);
                    if (std::fabs(at_a - g(a - 4 * width)) + std::fabs(g(b + 4 * width) - at_b) > jumps_by)
                        break;  // steep
                    bool const pole = std::min(std::fabs(at_a), std::fabs(at_b)) > 1e9 * beside;
                    found.push_back({std::fabs(b) < 1e-300 ? 0 : b == std::round(b) ? b : a, {at_a, at_b}, pole});
                    break;
                }
                double const at_middle = g(middle);
                if (!std::isfinite(at_middle)) {
                    found.push_back({middle, {at_a, at_b}, true});
                    break;
                }
                if (std::fabs(at_middle - at_a) > std::fabs(at_b - at_middle))
                    b = middle, at_b = at_middle;
                else
                    a = middle, at_a = at_middle;
            }
        }
        return found;
    }
    /// Whether g jumps there, and has not only a value of its own at one point, as where a sign is 0.
    static bool sides_differ(sampled const& g, double x) {
        double const step = 1e-9 * (1 + std::fabs(x)), change = g(x + step) - g(x - step);
        return !(std::fabs(change) < 1e-6 * (1 + std::fabs(g(x + step))));
    }
    void look_at_jumps(curve_properties& p) const {
        p.range = {infinity, -infinity};
        for (jump const& j : jumps(f_)) {
            (j.pole ? p.poles : p.kinks).push_back(j.at);
            for (double const side : {j.sides.low, j.sides.high})
                widen(p.range, j.pole ? std::copysign(infinity, side) : side);
            p.smoothness = -1;
        }
        sort_and_merge(p.poles);
        for (jump const& j : jumps(d_)) {
            if (near_one_of(p.poles, j.at) || !sides_differ(d_, j.at)) continue;
            p.kinks.push_back(j.at);
            p.smoothness = std::min(p.smoothness, 0);
        }
        sort_and_merge(p.kinks);
        for (jump const& j : jumps(second_)) {
            if (near_one_of(p.poles, j.at) || near_one_of(p.kinks, j.at) || !sides_differ(second_, j.at)) continue;
            p.bends.push_back(j.at);
            p.smoothness = std::min(p.smoothness, 1);
        }
        sort_and_merge(p.bends);
    }

    /// Points and intervals where g is 0; not where it has become too small for a double.
    std::vector<interval> zeros(sampled const& g) const {
        std::vector<interval> found;
        auto const add = [&](double x) {
            if (std::fabs(x) <= near) found.push_back({x, x});
        };
        auto const is_zero = [&](double x) { return g(x) == 0; };
        auto const fades = [&](double x, double step) {
            for (; std::fabs(step) > 1e-12; step /= 10)
                if (double const y = std::fabs(g(x + step * (1 + std::fabs(x)))); y > 0 && y < 0x1p-900) return true;
            return false;
        };
        auto const crosses = [&](double a, double b) {
            bool const negative = g(a) < 0;
            return border(a, b, [&](double t) { return (g(t) < 0) == negative; });
        };
        auto const& y = g.at_grid;
        std::size_t const n = grid_.size();
        for (std::size_t k = 0; k < n; ++k) {
            if (y[k] == 0) {
                std::size_t last = k;
                while (last + 1 < n && y[last + 1] == 0) ++last;
                double const low = k == 0 ? -infinity : border(grid_[k], grid_[k - 1], is_zero);
                double const high = last + 1 == n ? infinity : border(grid_[last], grid_[last + 1], is_zero);
                bool const underflow = (k > 0 && fades(low, -1e-3)) || (last + 1 < n && fades(high, 1e-3));
                if (!underflow)
                    found.push_back(last == k && high - low < 1e-6 ? interval{grid_[k], grid_[k]}
                                                                   : interval{low, high});
                k = last;
                continue;
            }
            if (k == 0 || grid_[k - 1] < -near || grid_[k] > near) continue;
            if (y[k - 1] * y[k] < 0) {
                double const x = crosses(grid_[k], grid_[k - 1]);
                if (std::fabs(g(x)) < 1e-6) add(x);  // not at a jump from one side to the other
            } else if (k > 4 && k + 4 < n && std::fabs(y[k]) < std::fabs(y[k - 1]) &&
                       std::fabs(y[k]) <= std::fabs(y[k + 1]) && y[k - 1] * y[k + 1] > 0) {
                double const sign = std::copysign(1, y[k]), around = std::max(std::fabs(y[k - 4]), std::fabs(y[k + 4]));
                if (std::fabs(y[k]) > around / 4) continue;
                double const x = lowest_between(grid_[k - 1], grid_[k + 1], [&](double t) { return sign * g(t); });
                double const dip = sign * g(x);
                if (dip < -1e-12 * around) {
                    add(crosses(x, grid_[k - 1]));
                    add(crosses(x, grid_[k + 1]));
                } else if (dip <= 1e-12 * around) {
                    add(vertex(g, x));
                }
            }
        }
        return found;
    }
    /// Where a parabola through three points near a dip has its own, which rounding has blurred.
    static double vertex(sampled const& g, double x) {
        double const step = 1e-5 * (1 + std::fabs(x)), before = g(x - step), after = g(x + step);
        return x + step / 2 * (before - after) / (before - 2 * g(x) + after);
    }

    void look_at_values(curve_properties& p) const {
        bool rises = false, falls = false;
        double steepest = -infinity, blur_of_steepest = 0;
        p.convex = p.smoothness >= 0;
        for (std::size_t k = 0; k < grid_.size(); ++k) {
            double const y = f_.at_grid[k];
            widen(p.range, y);
            if (k == 0) continue;
            double const before = f_.at_grid[k - 1], change = y - before;
            double const rounding = 1e-14 * std::max(std::fabs(y), std::fabs(before));
            rises |= change > rounding;
            falls |= change < -rounding;
            double const width = grid_[k] - grid_[k - 1], chord = change / width, blur = 4 * (rounding + 1e-15) / width;
            if (chord + blur < steepest - blur_of_steepest) p.convex = false;
            if (chord > steepest) steepest = chord, blur_of_steepest = blur;
        }
        p.monotone = p.poles.empty() && (!rises || !falls);
        for (double const x : p.flat) widen(p.range, f_(x));
        for (double const x : p.kinks) widen(p.range, f_(x)), widen(p.range, f_(std::nextafter(x, infinity)));
        for (auto const& [side, there] : {std::pair{-1, p.limits.low}, std::pair{1, p.limits.high}}) {
            widen(p.range, there);
            if (there == there) continue;
            interval const beyond = far_out(side);
            if (beyond.low > beyond.high) continue;  // f has no values there
            widen(p.range, beyond.low);
            widen(p.range, beyond.high);
        }
    }

    void look_at_slopes(curve_properties& p) const {
        double least = infinity, most = -infinity, previous = -infinity;
        auto const& slope = d_.at_grid;
        p.least_slope = p.flat.empty() ? infinity : 0;
        for (double const one : slope) {
            least = std::min(least, one);
            most = std::max(most, one);
            p.least_slope = std::min(p.least_slope, std::fabs(one));
            if (one < previous - 1e-9 * (1 + std::fabs(one))) p.convex = false;
            previous = std::max(previous, one);
        }
        double steepest = std::max(most, -least);
        for (std::size_t k = 1; k + 1 < grid_.size(); ++k) {  // extremes of f' between the points
            double const size = std::fabs(slope[k]);
            if (size < std::fabs(slope[k - 1]) || size < std::fabs(slope[k + 1]) || size < steepest / 2) continue;
            steepest = std::max(steepest, std::fabs(d_(steepest_between(grid_[k - 1], grid_[k + 1]))));
        }
        auto const on_both_sides = [this](double x) { return std::max(std::fabs(d_(-x)), std::fabs(d_(x))); };
        double const beyond = on_both_sides(1e30);
        bool const grows = on_both_sides(1e300) > 2 * beyond + 1e-9;  // as a logarithm does too
        bool const upright_at_0 = on_both_sides(1e-300) > 1e9 * (1 + on_both_sides(1e-3));
        if (upright_at_0) p.smoothness = std::min(p.smoothness, 0);
        p.lipschitz = p.smoothness < 0 || grows || upright_at_0 ? infinity : std::max(steepest, beyond);
    }

    bool responds_at(double x) const { return !(std::fabs(d_(x)) < saturation); }
    /// A point between a and b where |f'| is no longer below 2^-10. The larger part of a change of f leads to it.
    std::optional<double> response_between(double a, double b) const {
        if (responds_at(b)) return b;
        double at_a = f_(a), at_b = f_(b);
        double const middle = a / 2 + b / 2, slope = std::fabs(d_(middle));
        if (slope > std::fabs(d_(a)) && slope > std::fabs(d_(b)))
            if (double const peak = steepest_between(std::min(a, b), std::max(a, b)); responds_at(peak)) return peak;
        while (std::fabs(at_b - at_a) > 2 * saturation * std::fabs(b - a)) {
            double const x = a / 2 + b / 2, at_x = f_(x);
            if (x == a || x == b) break;  // a jump
            if (responds_at(x)) return x;
            if (std::fabs(at_x - at_a) > std::fabs(at_b - at_x))
                b = x, at_b = at_x;
            else
                a = x, at_a = at_x;
        }
        return std::nullopt;
    }
    /// The outermost point on one side where f responds, an infinity where it does all the way out, NaN where it does
    /// nowhere. Far out, where the grid is wide, in steps that an oscillating curve does not hide between.
    double edge(int side) const {
        std::size_t const n = grid_.size();
        auto const at = [&](std::size_t k) { return side > 0 ? grid_[n - 1 - k] : grid_[k]; };
        if (responds_at(at(0))) return side * infinity;
        for (std::size_t k = 1; k < n; ++k) {
            double const outer = at(k - 1), inner = at(k), width = std::fabs(outer - inner);
            bool const wide = width > 1;
            if (wide && !may_respond(outer, inner)) continue;
            int const steps = wide ? static_cast<int>(std::min(4096.0, 16 * width)) : 1;
            double before = outer;
            for (int j = 1; j <= steps; ++j) {
                double const x = outer + (inner - outer) * j / steps;
                if (auto const found = response_between(before, x)) {
                    double const last = border(*found, before, [&](double t) { return responds_at(t); });
                    return std::fabs(last) > 9e5 ? side * infinity : last;
                }
                before = x;
            }
        }
        return not_a_number;
    }
    bool may_respond(double outer, double inner) const {
        if (std::fabs(f_(inner) - f_(outer)) > saturation * std::fabs(inner - outer)) return true;
        constexpr int count = 32;
        for (int k = 0; k <= count; ++k)
            if (!(std::fabs(d_(outer + (inner - outer) * k / count)) < saturation / 4)) return true;
        return false;
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
    /// An odd f between the lines x and -x, and not one of them all along: every layer has a smaller variance.
    bool shrinks_about_0() const {
        bool smaller = false;
        std::size_t const n = grid_.size();
        for (std::size_t k = 0; k < n; ++k) {
            double const x = std::fabs(grid_[k]), y = std::fabs(f_.at_grid[k]);
            if (!(std::fabs(f_.at_grid[k] + f_.at_grid[n - 1 - k]) <= 1e-12 * y) || !(y <= x * (1 + 1e-15)))
                return false;
            smaller |= y < x * (1 - 1e-9);
        }
        return smaller;
    }
    void settle(curve_properties& p) const {
        if (shrinks_about_0()) {
            p.settled_mean = p.settled_variance = 0;
            return;
        }
        double mean = 0, variance = 1, step = infinity;
        for (int k = 0; k < 200; ++k) {
            double next_mean = 0, next_variance = 0;
            moments(p.kinks, mean, variance, next_mean, next_variance);
            double const next_step = std::hypot(next_mean - mean, next_variance - variance), ratio = next_step / step;
            mean = next_mean;
            variance = next_variance;
            step = next_step;
            if (!(variance < 1e9) || !(std::fabs(mean) < 1e9)) break;
            // What is left to go, if each step is to the one before it as this one is.
            if (step < 1e-14 || (ratio < 1 && step / (1 - ratio) < 1e-7)) {
                p.settled_mean = std::fabs(mean) < 1e-6 ? 0 : mean;
                p.settled_variance = variance < 1e-6 ? 0 : variance;
                return;
            }
        }
    }
};

}  // namespace ogive::detail
