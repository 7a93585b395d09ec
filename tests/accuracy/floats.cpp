// The floats by their bits.

#include "inputs.hpp"
#include "measure.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <optional>

namespace {

constexpr std::uint64_t size_of_slice = (std::uint64_t(1) << 32) / slices;
/// A formula in many digits is looked at so many times more seldom.
constexpr std::uint64_t thinner = 256;

/// Writes every step-th float; returns whether all are at most so large.
OGIVE_MANY bool write_floats(float* to, std::uint64_t n, std::uint64_t first, std::uint64_t step, float most) {
    std::int32_t larger = 0;
    for (std::uint64_t i = 0; i < n; ++i) {
        to[i] = std::bit_cast<float>(static_cast<std::uint32_t>(first) +
                                     static_cast<std::uint32_t>(i) * static_cast<std::uint32_t>(step));
        larger += std::fabs(to[i]) <= most ? 0 : 1;
    }
    return larger == 0;
}

/// Measures these inputs by all kernels, in blocks that stay in cache.
class block {
public:
    block(subject const& s, bool special, std::vector<findings>& to)
        : of_(s),
          special_(special),
          to_(to),
          surely_measured_(std::nextafter(static_cast<float>(s.reference.most), 0.f)) {
#ifdef OGIVE_WITH_MPFR
        if (!s.reference.at) curve_.emplace(s.formula);
#endif
    }

    void add(std::uint32_t bits) { add(bits, std::uint64_t{bits} + 1, 1); }
    /// Every step-th of first ... last - 1.
    void add(std::uint64_t first, std::uint64_t last, std::uint64_t step) {
        while (first < last) {
            float* const to = x_ + at_.n;
            std::uint64_t const n = std::min((last - first + step - 1) / step, std::uint64_t{at_.most - at_.n});
            if (!write_floats(to, n, first, step, surely_measured_))
                at_.n +=
                    static_cast<std::size_t>(std::remove_if(to, to + n, [&](float x) { return !is_measured(x); }) - to);
            else
                at_.n += n;
            if (at_.n == at_.most) flush();
            first += n * step;
        }
    }
    void flush() {
        for (std::size_t i = 0; i < at_.n; ++i) at_.x[i] = static_cast<double>(x_[i]);
        of_.reference.at ? fill(of_.reference, at_) : by_formula();
        prepare(f_, at_, false, true);
        prepare(slope_of_f_, at_, true, of_.reference.signed_slopes);
        for (std::size_t k = 0; k < of_.kernels.size(); ++k) {
            kernel const& loop = of_.kernels[k];
            loop.run(x_, value_, slope_, at_.n);
            measure(loop, of_.reference, at_, f_, value_, special_, to_[k].value);
            measure(loop, of_.reference, at_, slope_of_f_, slope_, special_, to_[k].slope);
        }
        at_.n = 0;
    }

private:
    subject const& of_;
    bool special_;
    std::vector<findings>& to_;
    references::points at_;
    wanted f_, slope_of_f_;
    float x_[references::points::most], value_[references::points::most], slope_[references::points::most];

    float surely_measured_;
    bool is_measured(float x) const {
        return std::isinf(x) ? of_.reference.at_infinities : std::fabs(x) <= of_.reference.most;  // a NaN is not
    }
#ifdef OGIVE_WITH_MPFR
    std::optional<exact::curve> curve_;

    /// No f' at a kink.
    void by_formula() {
        for (std::size_t i = 0; i < at_.n; ++i) {
            exact::curve_point const f = curve_->at(at_.x[i]);
            auto const is_here = [&](double kink) { return static_cast<float>(kink) == x_[i]; };
            bool const smooth = std::none_of(of_.kinks.begin(), of_.kinks.end(), is_here);
            at_.value[i] = f.value.value;
            at_.slope[i] = smooth ? f.slope.value : std::numeric_limits<double>::quiet_NaN();
            write_terms(at_, i, f);
        }
    }
#else
    void by_formula() {}
#endif
};

void sweep(subject const& s, part p, std::uint64_t step, std::vector<findings>& to) {
    block b(s, false, to);
    if (!s.reference.at) step *= thinner;
    b.add((p.first(size_of_slice) + step - 1) / step * step, p.last(size_of_slice), step);
    b.flush();
}

/// Zeros, infinities, and the first and the last value of every exponent.
void sweep_specials(subject const& s, std::vector<findings>& to) {
    block b(s, true, to);
    for (std::uint32_t const sign : {0u, 0x80000000u}) {
        for (std::uint32_t exponent = 0; exponent < 255; ++exponent)
            for (std::uint32_t const digits : {0u, 0x7fffffu}) b.add(sign | exponent << 23 | digits);
        b.add(sign | 1u);           // the least denormal
        b.add(sign | 0x7f800000u);  // infinity
    }
    b.flush();
}

}  // namespace

inputs const floats{sweep, sweep_specials};
