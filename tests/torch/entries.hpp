#pragma once
// The catalogue's entries as subjects, in parts of about as many each, one part a file.

#include "from_activation.hpp"

#include <ogive/catalogue.hpp>

#include <boost/hana/at.hpp>
#include <boost/hana/core/to.hpp>
#include <boost/hana/length.hpp>
#include <boost/hana/second.hpp>
#include <boost/hana/tuple.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace oracle {

inline constexpr auto all_entries = boost::hana::to<boost::hana::tuple_tag>(og::catalogue);
inline constexpr std::size_t entry_count = decltype(boost::hana::length(all_entries))::value;
template <std::size_t Entry>
using activation_at = std::remove_cvref_t<decltype(boost::hana::second(boost::hana::at_c<Entry>(all_entries)))>;

template <class F, class Activation>
void add_to(subjects<F>& all) {
    all.push_back(subject_of<F, Activation>());
    if constexpr (has_parameters<Activation>) all.push_back(shared_subject_of<F, Activation>());
}

/// The entries Part, Part + parts, ... of the catalogue.
template <std::size_t Part>
void add_part(subjects<float>& single, subjects<double>& full) {
    constexpr std::size_t parts = OGIVE_ORACLE_PARTS;
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (add_to<float, activation_at<Part + parts * I>>(single), ...);
        (add_to<double, activation_at<Part + parts * I>>(full), ...);
    }
    (std::make_index_sequence<(entry_count - Part + parts - 1) / parts>{});
}

}  // namespace oracle
