// 2^24 doubles: of four, one by its bits and three between 2^-30 and 2^10, of either sign; against the formula in many
// digits.

#include "inputs.hpp"
#include "measure.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::uint64_t size_of_slice = (std::uint64_t(1) << 24) / slices;

/// The i-th, spread by the golden ratio; which kind it is some middle bits say, whatever the step.
double input(std::uint64_t i) {
    std::uint64_t const spread = i * 0x9e3779b97f4a7c15u, sign = spread >> 63 << 63;
    if ((spread >> 32) % 4 == 0) return std::bit_cast<double>(spread);
    constexpr std::uint64_t least = std::uint64_t{1023 - 30} << 52, exponents = 40;
    return std::bit_cast<double>(sign | (least + (((spread << 1) >> 12) * exponents)));
}

/// How far y is from exact in units; infinite where it is wrong in kind. A formula does not know the sign of f(0).
double error_in(double y, exact::pair_of_doubles exact, double unit, bool signed_zero) {
    if (y == exact.value && (y == 0 || std::isinf(y)))
        return !signed_zero || std::signbit(y) == std::signbit(exact.value) ? 0 : infinity;
    double const error = std::fabs((y - exact.value) - exact.rest) / unit;
    return error < infinity ? error : infinity;
}
double ulp_of_double(double size) {
    double const finite = std::min(std::fabs(size), std::numeric_limits<double>::max());
    return std::ldexp(1, std::max(std::ilogb(finite), -1022) - 52);
}

class doubles_of {
public:
    doubles_of(subject const& s, bool special, std::vector<findings>& to)
        : of_(s), special_(special), to_(to), curve_(s.formula) {}

    void add(double x) {
        if (!(std::fabs(x) <= std::min(of_.reference.most, std::numeric_limits<double>::max()))) return;
        at_.x[at_.n++] = x;
        if (at_.n == at_.most) flush();
    }
    void flush() {
        for (std::size_t i = 0; i < at_.n; ++i) point_[i] = curve_.at(at_.x[i]);
        if (of_.reference.at) fill(of_.reference, at_);
        for (std::size_t i = 0; i < at_.n && !of_.reference.at; ++i) write_terms(at_, i, point_[i]);
        for (std::size_t k = 0; k < of_.kernels.size(); ++k) {
            of_.kernels[k].run_doubles(at_.x, value_, slope_, at_.n);
            for (std::size_t i = 0; i < at_.n; ++i) {
                add(k, false, at_.x[i], value_[i], point_[i].value, at_.value_term[i]);
                if (std::find(of_.kinks.begin(), of_.kinks.end(), at_.x[i]) == of_.kinks.end())
                    add(k, true, at_.x[i], slope_[i], point_[i].slope, at_.slope_term[i]);
            }
        }
        at_.n = 0;
    }

private:
    subject const& of_;
    bool special_;
    std::vector<findings>& to_;
    exact::curve curve_;
    references::points at_;
    exact::curve_point point_[references::points::most];
    double value_[references::points::most], slope_[references::points::most];

    void add(std::size_t k, bool slope, double x, double y, exact::pair_of_doubles exact, double largest_term) {
        finding& to = slope ? to_[k].slope : to_[k].value;
        bound const most = tolerated(of_.kernels[k], of_.reference, slope);
        bool const near_root = largest_term > 0;
        double const unit = near_root ? std::max(0x1p-53 * largest_term, 0x1p-1074) : ulp_of_double(exact.value),
                     error = error_in(y, exact, unit, x != 0 && (!slope || of_.reference.signed_slopes));
        (near_root ? to.near_root : to.away).add(error, x);
        if (special_ && error > (near_root ? most.near_root : most.away) && to.wrong_specials++ == 0)
            to.first_wrong = x;
    }
};

void sweep(subject const& s, part p, std::uint64_t step, std::vector<findings>& to) {
    doubles_of all(s, false, to);
    for (std::uint64_t i = (p.first(size_of_slice) + step - 1) / step * step; i < p.last(size_of_slice); i += step)
        all.add(input(i));
    all.flush();
}

/// Zeros, and the first and the last double of every exponent.
void sweep_specials(subject const& s, std::vector<findings>& to) {
    doubles_of all(s, true, to);
    for (double const sign : {1., -1.}) {
        for (std::uint64_t exponent = 0; exponent < 2047; ++exponent)
            for (std::uint64_t const digits : {std::uint64_t{0}, (std::uint64_t{1} << 52) - 1})
                all.add(sign * std::bit_cast<double>(exponent << 52 | digits));
        all.add(sign * 0x1p-1074);
    }
    all.flush();
}

}  // namespace

inputs const doubles{sweep, sweep_specials};
