#pragma once
// All that an entry of the catalogue gets, for an activation that is not in it: the generic tests, the comparison with
// its formula in MPFR, its accuracy over the floats, what it says of itself, its page, its C. One line of a program:
//
//     int main(int count, char** words) { return whole::run(mine::my, count, words); }

#include "accuracy/kernels.hpp"
#include "accuracy/run.hpp"
#include "c99/generate.hpp"
#include "said.hpp"
#include "torch/compare.hpp"
#include "torch/from_activation.hpp"

#include "../docs/survey/pages.hpp"

#include <ogive/testing.hpp>

#include <filesystem>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace whole {

namespace og = ogive;

/// Against its formula in MPFR, in float and in double, and with all its hyper-parameters, if any, at other values.
template <class F>
bool is_its_formula() {
    oracle::disagreements none;
    bool good = oracle::compare(oracle::subject_of<float, F>(), none);
    good = oracle::compare(oracle::subject_of<double, F>(), none) && good;
    if constexpr (oracle::has_parameters<F>) {
        good = oracle::compare(oracle::shared_subject_of<float, F>(), none) && good;
        good = oracle::compare(oracle::shared_subject_of<double, F>(), none) && good;
    }
    return good;
}

/// With this compiler's instruction set. One along a row is not measured.
template <class F>
bool is_accurate() {
    if constexpr (called::is_elementwise<F>) {
        using formula = decltype(called::with_values<F>(called::indices_of_others<F>{}));
        kernel kernels[2];
        fill_with<F, xsimd::default_arch>(kernels);
        subject s = by_formula(F::name, exact::write<formula, called::first>(), called::kinks<F>());
        s.kernels.assign(std::begin(kernels), std::end(kernels));
        options thin;
        thin.step = 1019;
        bool const single = measure_all({s}, thin);
        s.kernels.resize(1);  // full
        thin.of_doubles = true;
        return measure_all({s}, thin) && single;
    }
    return true;
}

template <class F>
void write_page(std::filesystem::path const& folder, char const* source) {
    std::filesystem::create_directories(folder / "activations");
    std::filesystem::create_directories(folder / "drawings");
    auto const entry = survey::entry_of<F>();
    survey::write_page(folder, entry, {entry}, {.sources = {source}});
    survey::write_drawings(folder, entry);
}

/// `check <folder>` tests it and writes its page there; `c99` prints a program that tests its C (c99/check.sh).
template <class A>
int run(og::activation_function<A>, int count, char** words, char const* source = __builtin_FILE()) {
    using F = og::activation_function<A>;
    if (count == 2 && std::string_view(words[1]) == "c99") {
        c99::print_head();
        c99::print_entry<F>();
        c99::print_main();
        return 0;
    }
    if (count != 3 || std::string_view(words[1]) != "check") {
        std::cerr << words[0] << " check <folder> | c99\n";
        return 2;
    }
    auto const report = og::testing::check(F{});
    std::cout << report;
    auto const wrong = said::wrong<F>();
    for (auto const& sentence : wrong) std::cout << sentence << '\n';
    std::cout.flush();
    write_page<F>(words[2], source);
    try {
        bool const exact = is_its_formula<F>(), accurate = is_accurate<F>();
        return report && wrong.empty() && exact && accurate ? 0 : 1;
    } catch (std::invalid_argument const& error) {  // a primitive without a definition
        std::cout << error.what() << std::endl;
        return 1;
    }
}

}  // namespace whole
