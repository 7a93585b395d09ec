#pragma once
// How an activation is measured: as a function of its first argument, called with as few as it takes.

#include "reference.hpp"

#include <ogive/ogive.hpp>
#include <ogive/testing.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <utility>

namespace called {

namespace og = ogive;

using first = og::var<"x">;
template <std::size_t K>
inline constexpr char letters[] = {'o', static_cast<char>('0' + K), '\0'};
/// Argument K of it, from 1 on.
template <std::size_t K>
using other = og::param<og::fixed_string(letters<K>)>;

/// What the arguments beyond the first are: what the activation says, else references::other_input; the start values of
/// hyper-parameters.
template <class F>
inline constexpr auto others = [] {
    std::array<double, og::testing::arguments_of<F> - 1> all{};
    constexpr std::size_t inputs = og::inputs_of<F>.size();
    for (std::size_t k = 0; k < all.size(); ++k)
        all[k] = k + 1 >= inputs               ? og::parameters_of<F>[k + 1 - inputs].start
                 : k < og::beside_of<F>.size() ? og::beside_of<F>[k]
                                               : references::other_input;
    return all;
}();
template <class F>
using indices_of_others = std::make_index_sequence<others<F>.size()>;

/// Where f' jumps: at its kinks, or, of what has none to name, where other inputs are.
template <class F>
constexpr std::span<double const> kinks() {
    if constexpr (og::kinks_of<F>.empty() && og::inputs_of<F>.size() > 1)
        return others<F>;
    else
        return og::kinks_of<F>;
}

/// With names for its other arguments, and with their values.
template <class F, std::size_t... K>
constexpr auto with_names(std::index_sequence<K...>) {
    return F{}(first{}, other<K + 1>{}...);
}
template <class F, std::size_t... K>
constexpr auto with_values(std::index_sequence<K...>) {
    return F{}(first{}, og::c<others<F>[K]>...);
}

template <class F>
inline constexpr bool is_elementwise =
    og::the_expression_is_elementwise<decltype(with_names<F>(indices_of_others<F>{}))>;

}  // namespace called
