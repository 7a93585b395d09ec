#pragma once
// Holds what an activation says of itself, its range, its largest slope and its kinks, against its curve.

#include <ogive/properties.hpp>

#include <cmath>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace said {

namespace og = ogive;

inline bool same(double a, double b) { return a == b || std::fabs(a - b) <= 1e-12 * (1 + std::fabs(b)); }
inline bool same(og::interval const& a, og::interval const& b) { return same(a.low, b.low) && same(a.high, b.high); }

/// Whether f' jumps there for other hyper-parameters, as that of elu for an alpha other than 1.
template <class F, class X, class... Name>
bool jumps_elsewhere(double x, og::types<X, Name...>) {
    auto const slope = og::interpret<double>(og::derivative(og::formula_of(F{}), X{}), X{}, Name{}...);
    std::vector<double> at(og::inputs_of<F>.size(), 1);
    for (auto const& hyper : og::parameters_of<F>) at.push_back(1.25 * hyper.start);
    auto const at_x = [&](double moved) { return at[0] = moved, slope(at.data()); };
    return std::fabs(at_x(std::nextafter(x, 1e9)) - at_x(std::nextafter(x, -1e9))) > 1e-3;
}

/// A sentence for each thing that is not so; none of an activation along a row.
template <class F>
std::vector<std::string> wrong() {
    std::vector<std::string> all;
    if constexpr (og::the_activation_is_elementwise<decltype(og::formula_of(F{}))>) {
        using names =
            decltype(og::detail::names_of_formula<F>(std::make_index_sequence<og::inputs_of<F>.size()>{},
                                                     std::make_index_sequence<og::parameters_of<F>.size()>{}));
        og::curve_properties const p = og::properties(F{});
        auto const say = [&](char const* what, auto const& value) {
            std::string sentence(F::name);
            all.push_back(sentence.append(what).append(og::curve_properties::shown(value)));
        };
        if constexpr (requires { F::activation::range; })
            if (!same(p.range, F::activation::range)) say(": the range is ", p.range);
        if constexpr (requires { F::activation::lipschitz; })
            if (!same(p.lipschitz, F::activation::lipschitz)) say(": the largest slope is ", p.lipschitz);
        // Those of clip and threshold are where other inputs are: they have none that they could name.
        if (og::parameters_of<F>.empty() && og::inputs_of<F>.size() > 1) return all;
        auto const is_among = [](double x, auto const& list) {
            for (double const one : list)
                if (same(x, one)) return true;
            return false;
        };
        for (double const found : p.kinks)
            if (!is_among(found, og::kinks_of<F>)) say(" has a kink at ", found);
        for (double const kink : og::kinks_of<F>)
            if (!is_among(kink, p.kinks) && !jumps_elsewhere<F>(kink, names{})) say(" has no kink at ", kink);
    }
    return all;
}

}  // namespace said
