// Measures f and f' of every activation of one argument over the floats, full and fast, or over 2^24 doubles, for each
// instruction set that the machine has, and prints the tables of docs/accuracy.md. Exit code 1: a bound of the library
// does not hold.
//
//   ogive_accuracy [type=float|double] [step=1] [state=<path>] [only=<function>] [arch=<instruction set>]
//                  [jobs=<threads>]
//
//   step    every step-th of the floats by their bits, or of the doubles; all without it
//   state   where what was found is kept, in one file for each function; a run that was stopped goes on from there
//   jobs    as many as there are cores without it

#include "references.hpp"
#include "run.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

std::size_t sse2_kernels(kernel* to);
std::size_t avx2_kernels(kernel* to);
std::size_t avx512_kernels(kernel* to);
#ifdef OGIVE_WITH_MPFR
/// Those of the catalogue.
std::vector<subject> formulas();
#endif

namespace {

bool parse(int count, char** words, options& o) {
    for (int i = 1; i < count; ++i) {
        std::string const word = words[i];
        std::size_t const equals = word.find('=');
        std::string const name = word.substr(0, equals), value = equals < word.size() ? word.substr(equals + 1) : "";
        unsigned long const number = std::strtoul(value.c_str(), nullptr, 10);
        if (name == "step" && number > 0)
            o.step = number;
        else if (name == "jobs" && number > 0)
            o.jobs = static_cast<unsigned>(number);
        else if (name == "type" && (value == "float" || value == "double"))
            o.of_doubles = value == "double";
        else if (name == "state")
            o.state = value;
        else if (name == "only")
            o.only = value;
        else if (name == "arch")
            o.arch = value;
        else
            return std::fprintf(stderr, "ogive_accuracy: what is %s?\n", word.c_str()), false;
    }
    return true;
}

/// Those that the machine can run.
std::vector<kernel> kernels() {
    std::vector<kernel> all;
    auto const add = [&](std::size_t (*fill)(kernel*)) {
        kernel some[most_kernels];
        all.insert(all.end(), some, some + fill(some));
    };
#ifdef OGIVE_WITH_SSE2
    add(sse2_kernels);
#endif
#ifdef OGIVE_WITH_AVX2
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) add(avx2_kernels);
#endif
#ifdef OGIVE_WITH_AVX512
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")) add(avx512_kernels);
#endif
    return all;
}

/// What it should be; no name where nothing says it.
subject subject_of(std::string_view name) {
    subject found;
#ifdef OGIVE_WITH_MPFR
    for (subject const& one : formulas())
        if (one.reference.name == name) found = one;
#endif
    if (references::reference const* const r = references::find(name)) found.reference = *r;
    return found;
}

/// The kernels by function.
std::vector<subject> subjects(options const& o) {
    std::vector<subject> all;
    for (kernel const& k : kernels()) {
        if ((!o.only.empty() && k.function != o.only) || (!o.arch.empty() && k.arch != o.arch) || (o.of_doubles && k.fast))
            continue;
        auto at =
            std::find_if(all.begin(), all.end(), [&](subject const& s) { return s.reference.name == k.function; });
        if (at == all.end()) {
            subject const fresh = subject_of(k.function);
            if (fresh.reference.name.empty()) {
                std::fprintf(stderr, "ogive_accuracy: %.*s has no reference: its formula needs MPFR\n",
                             static_cast<int>(k.function.size()), k.function.data());
                continue;
            }
            at = all.insert(at, fresh);
            if (o.of_doubles && fresh.reference.at) at->reference.excess = fresh.reference.excess_of_doubles;
        }
        at->kernels.push_back(k);
    }
    return all;
}

}  // namespace

int main(int count, char** words) {
    options o;
    if (!parse(count, words, o)) return 2;
#ifndef OGIVE_WITH_MPFR
    if (o.of_doubles) return std::fprintf(stderr, "ogive_accuracy: doubles need MPFR\n"), 2;
#endif
    try {
        std::vector<subject> const all = subjects(o);
        return all.empty() ? 2 : measure_all(all, o) ? 0 : 1;
    } catch (std::invalid_argument const& error) {  // a primitive without a definition
        std::fprintf(stderr, "ogive_accuracy: %s\n", error.what());
        return 2;
    }
}
