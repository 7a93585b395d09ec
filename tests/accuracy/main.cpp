// Measures f and f' of every elementwise activation over the floats, full and fast, or over 2^24 doubles, and of those
// along a row over rows of floats, for each instruction set that the machine has, and prints the tables of
// docs/accuracy.md. Exit code 1: a bound of the library does not hold.
//
//   ogive_accuracy [type=float|double] [step=1] [state=<path>] [only=<function>] [arch=<instruction set>]
//                  [jobs=<threads>]
//
//   step    every step-th of the floats by their bits, of the doubles or of the rows; all without it
//   state   where what was found is kept, in one file for each function; a run that was stopped goes on from there
//   jobs    as many as there are cores without it

#include "references.hpp"
#include "rows.hpp"
#include "run.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

std::size_t sse2_kernels(kernel* to);
std::size_t sse2_rows(row_kernel* to);
std::size_t avx2_kernels(kernel* to);
std::size_t avx2_rows(row_kernel* to);
std::size_t avx512_kernels(kernel* to);
std::size_t avx512_rows(row_kernel* to);
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
struct loops {
    std::vector<kernel> elementwise;
    std::vector<row_kernel> along_rows;

    void add(std::size_t (*fill)(kernel*), std::size_t (*fill_rows)(row_kernel*)) {
        kernel some[most_kernels];
        elementwise.insert(elementwise.end(), some, some + fill(some));
        row_kernel some_rows[most_row_kernels];
        along_rows.insert(along_rows.end(), some_rows, some_rows + fill_rows(some_rows));
    }
};
loops all_loops() {
    loops all;
#ifdef OGIVE_WITH_SSE2
    all.add(sse2_kernels, sse2_rows);
#endif
#ifdef OGIVE_WITH_AVX2
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) all.add(avx2_kernels, avx2_rows);
#endif
#ifdef OGIVE_WITH_AVX512
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")) all.add(avx512_kernels, avx512_rows);
#endif
    return all;
}

template <class Kernel>
bool is_asked_for(Kernel const& k, options const& o) {
    return (o.only.empty() || k.function == o.only) && (o.arch.empty() || k.arch == o.arch);
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
std::vector<subject> subjects(std::vector<kernel> const& kernels, options const& o) {
    std::vector<subject> all;
    for (kernel const& k : kernels) {
        if (!is_asked_for(k, o) || (o.of_doubles && k.fast)) continue;
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
        loops const found = all_loops();
        std::vector<subject> const all = subjects(found.elementwise, o);
        std::vector<row_kernel> rows;
        for (row_kernel const& k : found.along_rows)
            if (is_asked_for(k, o) && !o.of_doubles) rows.push_back(k);
        if (all.empty() && rows.empty()) return 2;
        bool const elementwise = measure_all(all, o);
        return measure_rows(rows, o) && elementwise ? 0 : 1;
    } catch (std::invalid_argument const& error) {  // a primitive without a definition
        std::fprintf(stderr, "ogive_accuracy: %s\n", error.what());
        return 2;
    }
}
