#pragma once
// The generic tests over the catalogue, in parts of about as many entries each, one part a file.

#include <ogive/catalogue.hpp>
#include <ogive/testing.hpp>

#include <catch2/catch.hpp>

#include <boost/hana/at.hpp>
#include <boost/hana/core/to.hpp>
#include <boost/hana/length.hpp>
#include <boost/hana/second.hpp>
#include <boost/hana/tuple.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace generic {

inline constexpr std::size_t parts = 12;
inline constexpr auto entries = boost::hana::to<boost::hana::tuple_tag>(ogive::catalogue);

template <std::size_t Entry>
void check_entry() {
    using function = std::remove_cvref_t<decltype(boost::hana::second(boost::hana::at_c<Entry>(entries)))>;
    auto const report = ogive::testing::check(function{});
    INFO(report);
    CHECK(report);
    CHECK(report.checks > 100);
}

template <std::size_t Part, std::size_t... I>
void check_entries(std::index_sequence<I...>) {
    (check_entry<Part + parts * I>(), ...);
}

/// Checks the entries Part, Part + parts, ... of the catalogue.
template <std::size_t Part>
void check_part() {
    static_assert(Part < parts);
    constexpr std::size_t count = decltype(boost::hana::length(entries))::value;
    check_entries<Part>(std::make_index_sequence<(count - Part + parts - 1) / parts>{});
}

}  // namespace generic
