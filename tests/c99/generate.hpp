#pragma once
// A program of C99: for each entry what og::to_c prints, in float and double, and its values and gradients as Ogive
// computes them, with which the program compares its own. Printed to the standard output.

#include <ogive/algebra/interpret.hpp>
#include <ogive/print/c99.hpp>
#include <ogive/testing.hpp>

#include <cmath>
#include <cstdio>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace c99 {

namespace og = ogive;

constexpr std::size_t most_arguments = 11;
constexpr char letters[] = "xyzuvwabcde";
template <std::size_t K>
constexpr char letter[] = {letters[K], '\0'};
template <std::size_t K>
using argument = og::var<og::fixed_string(letter<K>)>;
using upstream = og::var<"what flows into it">;

// ---- what is compiled once for each entry

template <class F>
struct form {
    std::string code;
    og::interpreted<F> value;
    std::vector<og::interpreted<F>> gradients;
};

template <class Activation, std::size_t... K>
constexpr auto formula_of(std::index_sequence<K...>) {
    return Activation{}(argument<K>{}...);
}

template <class F, class Activation, std::size_t... K>
form<F> form_of(std::string const& name, std::index_sequence<K...> all) {
    using E = decltype(formula_of<Activation>(all));
    auto const flowing = E{} * upstream{};
    return {og::detail::c99_of<E, F, argument<K>...>(name, og::types<argument<K>...>{}),
            og::interpret<F>(E{}, argument<K>{}...),
            {og::interpret<F>(og::derivative(flowing, argument<K>{}), argument<K>{}..., upstream{})...}};
}

// ---- what is compiled once for all

struct subject {
    std::string name;
    std::size_t arguments, hyper_parameters;
    bool has_a_sine;  // Ogive's takes large arguments for 0
    std::span<og::hyper_parameter const> starts;
    og::interval sample;
    std::span<double const> kinks;

    /// The gradient from which on terms may cancel: those by hyper-parameters, and xielu's, which has a root that one of the
    /// points is near, where Ogive adds in more digits than C does.
    std::size_t first_sum() const { return name.starts_with("xielu") ? 0 : arguments - hyper_parameters; }
};

inline int programs = 0;

template <class F>
std::string literal(F x) {
    if (std::isnan(x)) return "NAN";
    if (std::isinf(x)) return x < 0 ? "-INFINITY" : "INFINITY";
    char digits[40];
    std::snprintf(digits, sizeof digits, "%a%s", static_cast<double>(x), std::is_same_v<F, float> ? "f" : "");
    return digits;
}

template <class F>
std::vector<F> first_arguments(subject const& of) {
    using limits = std::numeric_limits<F>;
    std::vector<F> x = {F(0),          F(-0.0),        limits::infinity(),   -limits::infinity(),  limits::quiet_NaN(),
                        limits::min(), -limits::min(), limits::denorm_min(), -limits::denorm_min()};
    if (!of.has_a_sine) x.insert(x.end(), {limits::max(), limits::lowest()});
    for (double const kink : of.kinks) {
        F const at = static_cast<F>(kink);
        x.insert(x.end(), {at, std::nextafter(at, limits::max()), std::nextafter(at, limits::lowest())});
    }
    for (int k = 0; k <= 60; ++k)
        x.push_back(static_cast<F>(of.sample.low + k * (of.sample.high - of.sample.low) / 60));
    return x;
}

template <class F>
std::vector<F> arguments_at(subject const& of, std::vector<F> const& first, std::size_t k) {
    std::size_t const n = of.arguments, fixed = n - of.hyper_parameters;
    std::vector<F> at{first[k]};
    for (std::size_t j = 1; j < fixed; ++j)
        at.push_back(static_cast<F>(1.25 - 0.375 * static_cast<double>((k + j) % 7)));
    for (std::size_t j = fixed; j < n; ++j)
        at.push_back(static_cast<F>(of.starts[j - fixed].start + (k % 3 == 2 ? 0.125 : 0.0)));
    at.push_back(k % 2 == 0 ? F(0.75) : F(-1.25));
    return at;
}

/// The function, and a test of it; for CUDA a kernel in its stead.
template <class F>
void print_test(subject const& of, form<F> const& f, std::string const& name) {
    std::string const type = std::is_same_v<F, float> ? "float" : "double";
    std::size_t const n = of.arguments;
    std::string call = "got[0] = " + name + "(";
    for (std::size_t j = 0; j <= n; ++j) call += "r[" + std::to_string(j) + "], ";
    for (std::size_t j = 1; j <= n; ++j) call += (j > 1 ? ", &got[" : "&got[") + std::to_string(j) + "]";
    call += ");";

    std::printf("%s\n#ifdef __CUDACC__\n__global__ void kernel_%s(const %s* r, %s* got) { %s }\n#else\n",
                f.code.c_str(), name.c_str(), type.c_str(), type.c_str(), call.c_str());
    std::printf("static void test_%s(void) {\n    static const %s row[][%zu] = {\n", name.c_str(), type.c_str(),
                2 * n + 2);
    std::vector<F> const first = first_arguments<F>(of);
    for (std::size_t k = 0; k < first.size(); ++k) {
        std::vector<F> row = arguments_at(of, first, k);
        std::vector<F> const at = row;
        row.push_back(f.value(at.data()));
        for (auto const& gradient : f.gradients) row.push_back(gradient(at.data()));
        std::printf("        {");
        for (F const v : row) std::printf("%s, ", literal(v).c_str());
        std::printf("},\n");
    }
    std::printf(
        "    };\n    for (unsigned i = 0; i < %zu; ++i) {\n        const %s* r = row[i];\n        %s got[%zu];\n",
        first.size(), type.c_str(), type.c_str(), n + 1);
    std::printf("        %s\n        compare_%s(\"%s\", r, %zu, %zu, got);\n    }\n}\n#endif\n\n", call.c_str(),
                type.c_str(), of.name.c_str(), n, of.first_sum());
}

template <class Activation, class F, std::size_t N>
void print_form(subject of, std::string const& name) {
    of.arguments = N;
    print_test<F>(of, form_of<F, Activation>(name, std::make_index_sequence<N>{}), name);
}

template <class Activation, std::size_t N>
void print_with(subject of) {
    std::string const name = "f" + std::to_string(programs++);
    print_form<Activation, float, N>(of, name + "s");
    print_form<Activation, double, N>(of, name + "d");
}

inline void print_head() { std::printf("#ifndef __CUDACC__\n#include \"compare.h\"\n#endif\n\n"); }

/// An elementwise activation, with as few arguments as it takes and with all of its hyper-parameters.
template <class function>
void print_entry() {
    constexpr std::size_t fewest = og::testing::arguments_of<function>, hyper = og::parameters_of<function>.size(),
                          most = og::inputs_of<function>.size() + hyper;
    using formula = decltype(formula_of<function>(std::make_index_sequence<fewest>{}));
    if constexpr (og::the_formula_is_of_one_element<formula>) {
        static_assert(most <= most_arguments);
        subject of{std::string(function::name), 0,
                   most > fewest ? 0 : hyper,   og::to_text(formula{}).find("sin") != std::string::npos,
                   og::parameters_of<function>, og::sample_of<function>,
                   og::kinks_of<function>};
        print_with<function, fewest>(of);
        if constexpr (most > fewest) {
            of.hyper_parameters = hyper;
            of.name += " with hyper-parameters";
            print_with<function, most>(of);
        }
    }
}

inline void print_main() {
    std::printf("#ifndef __CUDACC__\nint main(void) {\n");
    for (int k = 0; k < programs; ++k) std::printf("    test_f%ds();\n    test_f%dd();\n", k, k);
    std::printf("    return report(%d);\n}\n#endif\n", 250 * programs);
}

}  // namespace c99
