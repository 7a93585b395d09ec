// Holds every entry of the catalogue against its own formula in MPFR, PyTorch's function of that name and a definition
// in MPFR written by hand, where there are those: values, gradients by every data argument and every learned parameter,
// and the gradients of those, in float and in double.
//
// An entry with hyper-parameters twice: the learned ones with a value for each column and the defaults of the others,
// and, (all), with one value for each of all, away from its default.
//
//     ogive_oracle [entry ...]
//     ogive_oracle --table            the known disagreements, as docs/pytorch.md has them
//
// A line for each entry and type: the largest difference of each kind, as a part of what is allowed. Then a line for
// each disagreement. Returns 0 if there is none beside those that are listed below, where PyTorch is the one who is
// wrong and MPFR decides.

#include "libtorch.hpp"
#include "mpfr.hpp"

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <utility>
#include <vector>

namespace oracle {

template <std::size_t Part>
void add_part(subjects<float>&, subjects<double>&);

namespace {

constexpr by_hand hand{mpfr::has, mpfr::value, mpfr::gradients, mpfr::second};

template <class F, class Chosen>
std::size_t compare_all(subjects<F>& all, Chosen is_chosen, disagreements& known) {
    std::stable_sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.name < b.name; });
    std::size_t failed = 0;
    for (auto const& s : all)
        if (is_chosen(s.name)) failed += compare<F>(s, known, {&libtorch::functions<F>, &hand}) ? 0 : 1;
    return failed;
}

template <std::size_t... Part>
void add_parts(subjects<float>& single, subjects<double>& full, std::index_sequence<Part...>) {
    (add_part<Part>(single, full), ...);
}

}  // namespace

}  // namespace oracle

int main(int count, char** words) {
    using namespace oracle;
    std::vector<std::string_view> const chosen(words + 1, words + count);
    if (count == 2 && chosen[0] == "--table") {
        disagreements{}.print_table();
        return 0;
    }
    subjects<float> single;
    subjects<double> full;
    add_parts(single, full, std::make_index_sequence<OGIVE_ORACLE_PARTS>{});
    auto const is_chosen = [&](std::string_view name) {
        return chosen.empty() || std::find(chosen.begin(), chosen.end(), name) != chosen.end();
    };
    disagreements known;
    std::size_t failed = compare_all(single, is_chosen, known) + compare_all(full, is_chosen, known);
    failed += known.print(is_chosen);
    std::printf("%zu failed\n", failed);
    return failed == 0 ? 0 : 1;
}
