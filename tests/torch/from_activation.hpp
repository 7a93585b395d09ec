#pragma once
// An activation as a subject, one of the catalogue or one's own.

#include "subject.hpp"

#include <ogive/testing.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

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
    std::array<double, og::parameters_of<Activation>.size()> all{};
    for (std::size_t k = 0; k < all.size(); ++k) all[k] = og::parameters_of<Activation>[k].start;
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
template <std::size_t K>
inline constexpr char learned_weight_characters[] = {'u', static_cast<char>('0' + K), '\0'};
template <std::size_t K>
using learned_weight = og::param<og::fixed_string(learned_weight_characters<K>)>;
using upstream = og::var<"dy">;

/// A parameter's values, as a call binds them: one for all, or one a column.
template <bool Shared, class F>
decltype(auto) values_of(F* of, std::size_t columns) {
    if constexpr (Shared)
        return (*of);
    else
        return std::span(of, columns);
}

template <class F, class Activation, bool Shared, std::size_t... D, std::size_t... L>
constexpr subject<F> subject_from(std::index_sequence<D...>, std::index_sequence<L...>) {
    using formula = decltype(Activation{}(datum<D>{}..., learned<L>{}...));
    using expression = decltype(og::testing::detail::at_each_element<formula>());
    constexpr std::size_t data = sizeof...(D);
    subject<F> s{};
    s.name = og::activation_of<Activation>::name;
    s.data = static_cast<int>(data);
    s.learned = static_cast<int>(sizeof...(L));
    s.shared = Shared;
    s.starts = starts_of<Activation>;
    s.kinks = og::kinks_of<Activation>;
    s.elementwise = og::the_expression_is_elementwise<expression>;
    s.indexes_columns = (og::testing::detail::indexes_columns<formula, datum<D>> || ...);
    s.formula = exact::write<expression, datum<D>..., learned<L>...>();
    s.value = [](operands<F> const& in, F* y) {
        og::evaluate<og::pack<1>>(expression{}, og::matrix(y, in.rows, in.columns),
                                  datum<D>{} = og::matrix(in.data[D], in.rows, in.columns)...,
                                  learned<L>{} = values_of<Shared>(in.learned[L], in.columns)...);
    };
    s.gradients = [](operands<F> const& in, F const* dy, F* const* to) {
        og::backward<og::pack<1>>(expression{}, og::matrix(dy, in.rows, in.columns),
                                  datum<D>{} = og::matrix(in.data[D], in.rows, in.columns)...,
                                  learned<L>{} = values_of<Shared>(in.learned[L], in.columns)...,
                                  og::grad(datum<D>{}) = og::matrix(to[D], in.rows, in.columns)...,
                                  og::grad(learned<L>{}) = values_of<Shared>(to[data + L], in.columns)...);
    };
    s.second = [](operands<F> const& in, F const* dy, F const* const* v, F* const* to) {
        constexpr auto gradients = og::vjp(expression{}, upstream{}, datum<D>{}...);
        constexpr auto by_data = ((weight<D>{} * std::get<D>(gradients)) + ...);
        std::vector<F> const ones(in.rows * in.columns, F(1));
        auto const run = [&](auto weighted, auto... more) {
            og::backward<og::pack<1>>(weighted, og::matrix(ones.data(), in.rows, in.columns),
                                      datum<D>{} = og::matrix(in.data[D], in.rows, in.columns)...,
                                      weight<D>{} = og::matrix(v[D], in.rows, in.columns)...,
                                      learned<L>{} = values_of<Shared>(in.learned[L], in.columns)...,
                                      upstream{} = og::matrix(dy, in.rows, in.columns), more...,
                                      og::grad(datum<D>{}) = og::matrix(to[D], in.rows, in.columns)...,
                                      og::grad(learned<L>{}) = values_of<Shared>(to[data + L], in.columns)...,
                                      og::grad(upstream{}) = og::matrix(to[data + sizeof...(L)], in.rows, in.columns));
        };
        if constexpr (og::the_expression_is_elementwise<expression> && sizeof...(L) > 0)
            run(by_data + upstream{} * ((learned_weight<L>{} * og::derivative(expression{}, learned<L>{})) + ...),
                learned_weight<L>{} = values_of<Shared>(v[data + L], in.columns)...);
        else
            run(by_data);
    };
    return s;
}

template <class F, class Activation>
constexpr subject<F> subject_of() {
    return subject_from<F, Activation, false>(
        std::make_index_sequence<static_cast<std::size_t>(data_of<Activation>())>{},
        std::make_index_sequence<static_cast<std::size_t>(learned_of<Activation>)>{});
}
template <class Activation>
inline constexpr bool has_parameters = !og::parameters_of<Activation>.empty();
/// With all its hyper-parameters, where there are any.
template <class F, class Activation>
constexpr subject<F> shared_subject_of() {
    return subject_from<F, Activation, true>(
        std::make_index_sequence<static_cast<std::size_t>(data_of<Activation>())>{},
        std::make_index_sequence<og::parameters_of<Activation>.size()>{});
}

}  // namespace oracle
