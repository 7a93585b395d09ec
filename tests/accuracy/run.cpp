#include "run.hpp"

#include "measure.hpp"
#include "state.hpp"

#ifdef OGIVE_WITH_MPFR
#include "exact/formula.hpp"
#endif

#include <algorithm>
#include <bit>
#include <chrono>
#include <cinttypes>
#include <cmath>
#include <cstdio>
#include <limits>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace {

constexpr std::uint64_t floats = std::uint64_t(1) << 32, slices = 256, slice = floats / slices;
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
        if (!s.reference.at) formula_.emplace(s.formula);
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
    std::optional<exact::formula> formula_;

    /// No f' at a kink, and what the rounding of x alone makes of f and of f' is their largest term.
    void by_formula() {
        for (std::size_t i = 0; i < at_.n; ++i) {
            double const x = at_.x[i];
            exact::jet const f = formula_->at(x);
            auto const is_here = [&](double kink) { return static_cast<float>(kink) == x_[i]; };
            bool const smooth = std::none_of(of_.kinks.begin(), of_.kinks.end(), is_here);
            at_.value[i] = f.value, at_.value_term[i] = references::cancelled(std::fabs(x * f.slope), f.value);
            at_.slope[i] = smooth ? f.slope : std::numeric_limits<double>::quiet_NaN();
            at_.slope_term[i] = references::cancelled(std::fabs(x * f.bend), f.slope);
        }
    }
#else
    void by_formula() {}
#endif
};

/// Every step-th float of first ... last - 1.
std::vector<findings> sweep(subject const& s, std::uint64_t first, std::uint64_t last, std::uint64_t step) {
    std::vector<findings> found(s.kernels.size());
    block b(s, false, found);
    if (!s.reference.at) step *= thinner;
    b.add((first + step - 1) / step * step, last, step);
    b.flush();
    return found;
}

void merge(std::vector<findings> const& from, std::vector<findings>& to) {
    for (std::size_t k = 0; k < from.size(); ++k) {
        to[k].value.away.add(from[k].value.away), to[k].value.near_root.add(from[k].value.near_root);
        to[k].slope.away.add(from[k].slope.away), to[k].slope.near_root.add(from[k].slope.near_root);
    }
}

/// One slice, on so many threads.
void sweep_slice(subject const& s, std::uint64_t which, options const& o, std::vector<findings>& to) {
    std::vector<std::vector<findings>> found(o.jobs);
    std::vector<std::thread> threads;
    for (unsigned j = 0; j < o.jobs; ++j)
        threads.emplace_back([&, j] {
            std::uint64_t const start = which * slice;
            found[j] = sweep(s, start + slice * j / o.jobs, start + slice * (j + 1) / o.jobs, o.step);
        });
    for (std::thread& t : threads) t.join();
    for (auto const& f : found) merge(f, to);
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

/// Says how far the run is, at most every few seconds.
class clock_of_run {
public:
    explicit clock_of_run(double all) : all_(all) {}
    void skip(double part) { all_ -= part; }
    void tick(std::string const& function, std::uint64_t at) {
        ++done_;
        auto const now = std::chrono::steady_clock::now();
        if (now - said_ < std::chrono::seconds(5)) return;
        said_ = now;
        double const spent = std::chrono::duration<double>(now - start_).count();
        auto const left = static_cast<long>(spent / done_ * (all_ - done_));
        std::fprintf(stderr, "%s: slice %d of %d, %ld:%02ld left\n", function.c_str(), static_cast<int>(at) + 1,
                     static_cast<int>(slices), left / 60, left % 60);
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now(), said_ = start_;
    double all_, done_ = 0;
};

std::string shown(double error) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", error);
    return text;
}

/// Prints one line of the table; returns whether the bounds hold.
bool print(kernel const& k, references::reference const& r, bool of_slope, finding const& f) {
    char const* const dash = of_slope ? "'" : "";
    auto const within = [&](bound most) {
        return f.away.error <= most.away && f.near_root.error <= most.near_root && f.wrong_specials == 0;
    };
    std::printf("| %.*s%s | float | %s | %.*s | %s | %.9g | %s | %" PRIu64, static_cast<int>(k.function.size()),
                k.function.data(), dash, k.fast ? "fast" : "full", static_cast<int>(k.arch.size()), k.arch.data(),
                shown(f.away.error).c_str(), static_cast<double>(f.away.at),
                f.near_root.error > 0 ? shown(f.near_root.error).c_str() : "", f.wrong_specials);
    if (f.wrong_specials > 0) std::printf(" (first %.9g)", static_cast<double>(f.first_wrong));
    std::printf(" | %s\n", within(bound_of(k, of_slope)) ? "|" : "above the bound |");
    return within(tolerated(k, r, of_slope));
}

}  // namespace

bool measure_all(std::vector<subject> const& all, options const& o) {
    state_file const state(o.state, o.step);
    clock_of_run clock(static_cast<double>(all.size() * slices));
    std::vector<progress> done;
    for (subject const& s : all) {
        done.push_back(state.load(std::string(s.reference.name), s.kernels.size()));
        clock.skip(done.back().slices);
    }

    std::printf(
        "| function | type | accuracy | instruction set | max error | at | near a root | wrong specials | |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
    bool good = true;
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::string const name(all[i].reference.name);
        progress& p = done[i];
        for (; p.slices < static_cast<int>(slices); state.save(name, p)) {
            sweep_slice(all[i], static_cast<std::uint64_t>(p.slices), o, p.found);
            clock.tick(name, static_cast<std::uint64_t>(p.slices++));
        }
        sweep_specials(all[i], p.found);
        for (bool const slope : {false, true})
            for (std::size_t k = 0; k < p.found.size(); ++k)
                good &= print(all[i].kernels[k], all[i].reference, slope, slope ? p.found[k].slope : p.found[k].value);
        std::fflush(stdout);
    }
    return good;
}
