#pragma once
// The elementwise and gated entries of the catalogue as they stand in a layer, in parts of about as many entries each, so
// that they can be compiled side by side.

#include "add_activation.hpp"

#include <ogive/catalogue.hpp>

#include <boost/hana/at.hpp>
#include <boost/hana/core/to.hpp>
#include <boost/hana/length.hpp>
#include <boost/hana/second.hpp>
#include <boost/hana/tuple.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace train {

inline constexpr auto entries = boost::hana::to<boost::hana::tuple_tag>(og::catalogue);
inline constexpr std::size_t entry_count = decltype(boost::hana::length(entries))::value;
template <std::size_t Entry>
using entry_function = std::remove_cvref_t<decltype(boost::hana::second(boost::hana::at_c<Entry>(entries)))>;

struct threshold_at_0 : og::threshold_activation {
    static constexpr auto formula(auto x) { return og::threshold_activation::formula(x, 0_c, 0_c); }
};
struct clip_at_1 : og::clip_activation {
    static constexpr auto formula(auto x) { return og::clip_activation::formula(x, -1_c, 1_c); }
};

/// The entry as it stands between two products: two have no defaults, and get some.
template <class F>
struct as_layer {
    using type = F;
};
template <>
struct as_layer<og::activation_function<og::threshold_activation>> {
    using type = og::activation_function<threshold_at_0>;
};
template <>
struct as_layer<og::activation_function<og::clip_activation>> {
    using type = og::activation_function<clip_at_1>;
};

/// Whether a list of names with commas between them has this one; if empty, it has all.
constexpr bool is_named(std::string_view list, std::string_view name) {
    if (list.empty()) return true;
    for (std::size_t end = 0; !list.empty(); list.remove_prefix(end)) {
        end = std::min(list.find(','), list.size());
        if (list.substr(0, end) == name) return true;
        if (end < list.size()) ++end;
    }
    return false;
}

/// A loss is no gate, and maxout and residual have blocks of their own.
template <class F>
inline constexpr bool is_layer =
    (is_gate<F> || is_elementwise<F>)&&!std::is_same_v<F, std::remove_const_t<decltype(og::binary_cross_entropy)>> &&
    !std::is_same_v<F, std::remove_const_t<decltype(og::maxout)>> &&
    !std::is_same_v<F, og::activation_function<og::residual_activation>>;

/// The places of the entries that can stand in a layer and whose names are wanted.
template <bool (*Wanted)(std::string_view)>
struct chosen {
    template <std::size_t Entry>
    static constexpr bool is =
        is_layer<typename as_layer<entry_function<Entry>>::type> && Wanted(entry_function<Entry>::name);

    template <std::size_t... Entry>
    static consteval auto among(std::index_sequence<Entry...>) {
        std::array<std::size_t, (std::size_t(is<Entry>) + ...)> found{};
        std::size_t n = 0;
        ((is<Entry> ? void(found[n++] = Entry) : void()), ...);
        return found;
    }
    static constexpr auto places = among(std::make_index_sequence<entry_count>{});
};

/// Calls visit(f) with the entries Part, Part + Parts, ... of those that are chosen, until one gives false.
template <bool (*Wanted)(std::string_view), std::size_t Part, std::size_t Parts>
bool each_of_part(auto visit) {
    constexpr auto& places = chosen<Wanted>::places;
    return [visit]<std::size_t... I>(std::index_sequence<I...>) {
        return (visit(typename as_layer<entry_function<places[Part + Parts * I]>>::type{}) && ...);
    }
    (std::make_index_sequence<(places.size() + Parts - 1 - Part) / Parts>{});
}

}  // namespace train
