#pragma once
// The library's generic tests, for any activation, one's own too:
//
//   auto const report = og::testing::check(og::activation<"my">([](auto x) { return x * og::sigmoid(x); }));
//   if (!report) std::cerr << report;
//
// Needs no test framework. Not included by <ogive/ogive.hpp>.

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"  // see <ogive/ogive.hpp>
#pragma GCC diagnostic ignored "-Wsign-conversion"

#include <ogive/ogive.hpp>
#include <ogive/testing/elementwise.hpp>
#include <ogive/testing/forms.hpp>
#include <ogive/testing/report.hpp>
#include <ogive/testing/rows.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace ogive::testing {

/// How many arguments it needs at least, hyper-parameters with a default left out; 0: none of 1 to 4.
template <class Activation>
inline constexpr std::size_t arguments_of = detail::fewest_arguments<Activation>();

template <class Activation>
inline constexpr bool the_activation_takes_one_to_four_expressions = [] {
    if constexpr (expression<Activation>)
        return false;
    else
        return arguments_of<Activation> > 0 && std::is_empty_v<Activation>;
}();

/// The library's generic tests, on any activation: a function object of the library, of
/// `og::activation<"name">(...)`, or any callable without state that takes expressions and numbers.
///
/// Looks at  values by SIMD against values of numbers, every tail, unaligned, in place; NaN, infinities,
///           denormals and zeros; derivatives to the second order against difference quotients; backward
///           against derivatives; float against double; params; along rows where it reduces rows
/// Where     in the activation's sample range (-10 to 10 if it has none), with as few arguments as it takes
template <class Arch = simd::default_arch, class Activation>
report check(Activation) {
    report r;
    r.name = detail::name_of<Activation>();
    if constexpr (!the_activation_takes_one_to_four_expressions<Activation>) {
        static_assert(the_activation_takes_one_to_four_expressions<Activation>,
                      "ogive: what is tested is a callable without state that takes one to four expressions: "
                      "check(og::gelu)");
    } else {
        using forms = detail::forms<Arch, Activation, std::make_index_sequence<arguments_of<Activation>>>;
        detail::subject_of_tests const of = forms::subject();
        detail::subject(r, "the formula has no text").expect(!of.text.empty(), "empty");
        if constexpr (the_expression_is_elementwise<typename forms::expression>) {
            constexpr auto single = forms::template elementwise<float>();
            constexpr auto full = forms::template elementwise<double>();
            detail::elementwise_checks<float>(r, of, single).all(simd::lanes<simd::batch<float, Arch>>);
            detail::elementwise_checks<double>(r, of, full).all(simd::lanes<simd::batch<double, Arch>>);
            detail::precision_check(r, of, single, full);
            detail::derivative_checks(r, of, full);
        } else {
            constexpr auto single = forms::template rows<float>();
            constexpr auto full = forms::template rows<double>();
            detail::row_checks<float>(r, of, single, full, simd::lanes<simd::batch<float, Arch>>);
            detail::row_checks<double>(r, of, full, full, simd::lanes<simd::batch<double, Arch>>);
        }
    }
    return r;
}

}  // namespace ogive::testing

#pragma GCC diagnostic pop
