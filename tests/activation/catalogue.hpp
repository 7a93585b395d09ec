#pragma once
// The generic tests over the catalogue.

#include <ogive/catalogue.hpp>
#include <ogive/testing.hpp>

#include <catch2/catch.hpp>

#include <boost/hana/for_each.hpp>
#include <boost/hana/second.hpp>

#include <cstddef>
#include <type_traits>

namespace generic {

/// Checks every entry that needs this many arguments; returns how many there are.
template <std::size_t Arguments>
int check_entries() {
    int entries = 0;
    boost::hana::for_each(ogive::catalogue, [&](auto entry) {
        using function = std::remove_cvref_t<decltype(boost::hana::second(entry))>;
        if constexpr (ogive::testing::arguments_of<function> == Arguments) {
            auto const report = ogive::testing::check(function{});
            INFO(report);
            CHECK(report);
            CHECK(report.checks > 100);
            ++entries;
        }
    });
    return entries;
}

}  // namespace generic
