#pragma once
// The catalogue's entries as subjects, in parts of about as many each, one part a file.

#include "subject.hpp"

#include <ogive/catalogue.hpp>
#include <ogive/testing.hpp>

#include <boost/hana/at.hpp>
#include <boost/hana/core/to.hpp>
#include <boost/hana/length.hpp>
#include <boost/hana/second.hpp>
#include <boost/hana/tuple.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>

namespace oracle {

namespace og = ogive;

template <class Activation>
inline constexpr int learned_of = [] {
    int n = 0;
    for (auto const& p : og::parameters_of<Activation>) n += p.learned;
    return n;
}();
template <class Activation>
inline constexpr auto starts_of = [] {
    std::array<double, static_cast<std::size_t>(most_learned)> all{};
    std::size_t n = 0;
    for (auto const& p : og::parameters_of<Activation>)
        if (p.learned) all[n++] = p.start;
    return all;
}();

/// How many data arguments it takes beside its parameters.
template <class Activation, int N = most_data>
consteval int data_of() {
    constexpr std::size_t parameters = og::parameters_of<Activation>.size();
    if constexpr (parameters == 0)
        return static_cast<int>(og::testing::arguments_of<Activation>);
    else if constexpr (og::testing::detail::takes<Activation>(
                           std::make_index_sequence<static_cast<std::size_t>(N) + parameters>{}))
        return N;
    else
        return data_of<Activation, N - 1>();
}

template <std::size_t K>
using datum = og::testing::detail::argument<K>;
template <std::size_t K>
inline constexpr char learned_characters[] = {'w', static_cast<char>('0' + K), '\0'};
template <std::size_t K>
using learned = og::param<og::fixed_string(learned_characters<K>)>;
template <std::size_t K>
inline constexpr char weight_characters[] = {'v', static_cast<char>('0' + K), '\0'};
template <std::size_t K>
using weight = og::var<og::fixed_string(weight_characters<K>)>;
using upstream = og::var<"dy">;

template <class F, class Activation, std::size_t... D, std::size_t... L>
constexpr subject<F> subject_from(std::index_sequence<D...>, std::index_sequence<L...>) {
    using formula = decltype(Activation{}(datum<D>{}..., learned<L>{}...));
    using expression = decltype(og::testing::detail::at_each_element<formula>());
    constexpr std::size_t data = sizeof...(D);
    subject<F> s{};
    s.name = og::activation_of<Activation>::name;
    s.data = static_cast<int>(data);
    s.learned = static_cast<int>(sizeof...(L));
    s.starts = starts_of<Activation>.data();
    s.kinks = og::kinks_of<Activation>;
    s.elementwise = og::the_expression_is_elementwise<expression>;
    s.indexes_columns = (og::testing::detail::indexes_columns<formula, datum<D>> || ...);
    s.value = [](operands<F> const& in, F* y) {
        og::evaluate<og::pack<1>>(expression{}, og::matrix(y, in.rows, in.columns),
                                  datum<D>{} = og::matrix(in.data[D], in.rows, in.columns)...,
                                  learned<L>{} = std::span(in.learned[L], in.columns)...);
    };
    s.gradients = [](operands<F> const& in, F const* dy, F* const* to) {
        og::backward<og::pack<1>>(expression{}, og::matrix(dy, in.rows, in.columns),
                                  datum<D>{} = og::matrix(in.data[D], in.rows, in.columns)...,
                                  learned<L>{} = std::span(in.learned[L], in.columns)...,
                                  og::grad(datum<D>{}) = og::matrix(to[D], in.rows, in.columns)...,
                                  og::grad(learned<L>{}) = std::span(to[data + L], in.columns)...);
    };
    s.second = [](operands<F> const& in, F const* dy, F const* const* v, F* const* to) {
        constexpr auto gradients = og::vjp(expression{}, upstream{}, datum<D>{}...);
        constexpr auto weighted = ((weight<D>{} * std::get<D>(gradients)) + ...);
        std::vector<F> const ones(in.rows * in.columns, F(1));
        og::backward<og::pack<1>>(weighted, og::matrix(ones.data(), in.rows, in.columns),
                                  datum<D>{} = og::matrix(in.data[D], in.rows, in.columns)...,
                                  weight<D>{} = og::matrix(v[D], in.rows, in.columns)...,
                                  learned<L>{} = std::span(in.learned[L], in.columns)...,
                                  upstream{} = og::matrix(dy, in.rows, in.columns),
                                  og::grad(datum<D>{}) = og::matrix(to[D], in.rows, in.columns)...,
                                  og::grad(learned<L>{}) = std::span(to[data + L], in.columns)...,
                                  og::grad(upstream{}) = og::matrix(to[data + sizeof...(L)], in.rows, in.columns));
    };
    return s;
}

inline constexpr auto all_entries = boost::hana::to<boost::hana::tuple_tag>(og::catalogue);
inline constexpr std::size_t entry_count = decltype(boost::hana::length(all_entries))::value;

template <class F, std::size_t Entry>
constexpr subject<F> subject_of() {
    using activation = std::remove_cvref_t<decltype(boost::hana::second(boost::hana::at_c<Entry>(all_entries)))>;
    return subject_from<F, activation>(std::make_index_sequence<static_cast<std::size_t>(data_of<activation>())>{},
                                       std::make_index_sequence<static_cast<std::size_t>(learned_of<activation>)>{});
}

/// The entries Part, Part + parts, ... of the catalogue.
template <std::size_t Part>
void add_part(subjects<float>& single, subjects<double>& full) {
    constexpr std::size_t parts = OGIVE_ORACLE_PARTS;
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (single.push_back(subject_of<float, Part + parts * I>()), ...);
        (full.push_back(subject_of<double, Part + parts * I>()), ...);
    }
    (std::make_index_sequence<(entry_count - Part + parts - 1) / parts>{});
}

}  // namespace oracle
