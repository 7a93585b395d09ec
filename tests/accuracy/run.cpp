#include "run.hpp"

#include "inputs.hpp"

#include <chrono>
#include <cinttypes>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

namespace {

void merge(std::vector<findings> const& from, std::vector<findings>& to) {
    for (std::size_t k = 0; k < from.size(); ++k) {
        to[k].value.away.add(from[k].value.away), to[k].value.near_root.add(from[k].value.near_root);
        to[k].slope.away.add(from[k].slope.away), to[k].slope.near_root.add(from[k].slope.near_root);
    }
}

/// One slice, on so many threads.
void sweep_slice(subject const& s, std::uint64_t which, options const& o, inputs const& in, std::vector<findings>& to) {
    std::vector<std::vector<findings>> found(o.jobs, std::vector<findings>(s.kernels.size()));
    std::vector<std::thread> threads;
    for (unsigned j = 0; j < o.jobs; ++j)
        threads.emplace_back([&, j] { in.sweep(s, part{which, j, o.jobs}, o.step, found[j]); });
    for (std::thread& t : threads) t.join();
    for (auto const& f : found) merge(f, to);
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
bool print(kernel const& k, references::reference const& r, bool of_doubles, bool of_slope, finding const& f) {
    char const *const dash = of_slope ? "'" : "", *const type = of_doubles ? "double" : "float";
    int const digits = of_doubles ? 17 : 9;
    auto const within = [&](bound most) {
        return f.away.error <= most.away && f.near_root.error <= most.near_root && f.wrong_specials == 0;
    };
    std::printf("| %.*s%s | %s | %s | %.*s | %s | %.*g | %s | %" PRIu64, static_cast<int>(k.function.size()),
                k.function.data(), dash, type, k.fast ? "fast" : "full", static_cast<int>(k.arch.size()), k.arch.data(),
                shown(f.away.error).c_str(), digits, f.away.at,
                f.near_root.error > 0 ? shown(f.near_root.error).c_str() : "", f.wrong_specials);
    if (f.wrong_specials > 0) std::printf(" (first %.*g)", digits, f.first_wrong);
    std::printf(" | %s\n", within(bound_of(k, of_slope)) ? "|" : "above the bound |");
    return within(tolerated(k, r, of_slope));
}

}  // namespace

bool measure_all(std::vector<subject> const& all, options const& o) {
#ifdef OGIVE_WITH_MPFR
    inputs const& in = o.of_doubles ? doubles : floats;
#else
    inputs const& in = floats;
#endif
    if (all.empty()) return true;
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
            sweep_slice(all[i], static_cast<std::uint64_t>(p.slices), o, in, p.found);
            clock.tick(name, static_cast<std::uint64_t>(p.slices++));
        }
        in.sweep_specials(all[i], p.found);
        for (bool const slope : {false, true})
            for (std::size_t k = 0; k < p.found.size(); ++k)
                good &= print(all[i].kernels[k], all[i].reference, o.of_doubles, slope,
                              slope ? p.found[k].slope : p.found[k].value);
        std::fflush(stdout);
    }
    return good;
}
