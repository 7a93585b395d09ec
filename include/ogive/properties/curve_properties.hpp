#pragma once
// What is known of a curve, and how it is printed.

#include <ogive/graph/operation.hpp>
#include <ogive/meta/decimal_point.hpp>
#include <ogive/meta/interval.hpp>

#include <cmath>
#include <cstdio>
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
    bool zero_centred = false;      ///< f(z) has mean 0 for a standard normal z: tanh has, sigmoid and relu have not
    bool monotone = false;          ///< f never falls, or never rises
    bool convex = false;            ///< f' never falls
    std::vector<double> poles{};    ///< where f grows without bound
    std::vector<double> kinks{};    ///< where f or f' jumps
    std::vector<double> bends{};    ///< where f'' jumps and neither f nor f' does
    int smoothness = 2;             ///< f is C0, C1, C2 or smoother; -1 where f itself jumps or has a pole
    interval responds{};            ///< from where to where; beyond, |f'| < 2^-10: saturated; NaN: everywhere
    std::vector<interval> dead{};   ///< where f' is 0 all along
    std::vector<interval> zeros{};  ///< of f; single points from -24 to 24
    std::vector<double> flat{};     ///< where f' is 0 at one point, from -24 to 24
    double least_slope = 0;         ///< the least |f'| found
    double lipschitz = 0;           ///< the largest |f'|; inf where f jumps
    double mean = 0, variance = 0;  ///< of f(z) for a standard normal z; NaN where f has poles
    /// Of an infinite chain of f, each with the mean and variance of the one before as its normal input, from a
    /// standard normal on; NaN where they have not settled after 200.
    double settled_mean = 0, settled_variance = 0;
    cost price{};  ///< calls of exp-like functions; divisions and square roots; of f called with its defaults

    bool bounded_below() const { return range.low > -std::numeric_limits<double>::infinity(); }
    bool bounded_above() const { return range.high < std::numeric_limits<double>::infinity(); }
    /// Whether f, f' and f'' are continuous.
    bool smooth() const { return smoothness >= 2; }
    bool saturates() const { return !(responds.low < -1e9 && responds.high > 1e9); }
    /// Whether f(z) has mean 0 and variance 1 for a standard normal z, as SELU claims.
    bool normalises() const { return zero_centred && std::fabs(variance - 1) < 1e-6; }

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
        if (!poles.empty()) line("poles", shown(poles));
        line("kinks", kinks.empty() ? "none" : shown(kinks));
        line("smoothness", shown_smoothness());
        line("saturated", shown_saturation());
        line("dead", dead.empty() ? "nowhere" : shown(dead));
        line("zero at", zeros.empty() ? "nowhere" : shown(zeros));
        line("flat at", flat.empty() ? "no point" : shown(flat));
        line("Lipschitz constant", shown(lipschitz));
        line("of a normal input", "mean " + shown(mean) + ", variance " + shown(variance));
        line("in a long chain", settled_mean == settled_mean
                                    ? "mean " + shown(settled_mean) + ", variance " + shown(settled_variance)
                                    : "not settled after 200 layers");
        line("cost", std::to_string(price.transcendental) + " transcendental, " + std::to_string(price.division) +
                         " divisions and square roots");
        return s + "\n";
    }
    template <class Stream>
        requires requires(Stream& s, std::string const& text) { s << text; }
    friend Stream& operator<<(Stream& s, curve_properties const& p) {
        s << p.text();
        return s;
    }

    std::string shown_saturation() const {
        if (!saturates()) return "nowhere";
        return responds.low != responds.low ? "everywhere" : "beyond " + shown(responds);
    }
    std::string shown_smoothness() const {
        if (smoothness < 0) return "not continuous";
        if (smoothness > 1) return "C2 or smoother";
        return smoothness == 0 ? "C0" : "C1: f'' jumps at " + shown(bends);
    }

    /// With six digits.
    static std::string shown(double x) {
        if (x - x != 0) return x != x ? "none" : x < 0 ? "-inf" : "inf";
        char digits[32];
        std::snprintf(digits, sizeof digits, "%.6g", std::fabs(x) < 1e-12 ? 0.0 : x);
        put_decimal_point(digits);
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

}  // namespace ogive
