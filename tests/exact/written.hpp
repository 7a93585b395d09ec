#pragma once
// An expression as its graph alone.

#include <ogive/graph/graph.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace exact {

/// An expression as its graph, the last node its value, and its names in the order in which their values are given.
struct written {
    std::span<ogive::node const> nodes{};
    std::span<std::uint64_t const> names{};
};

template <class E>
inline constexpr auto nodes_of = [] {
    constexpr std::size_t size = [] {
        ogive::graph g;
        return static_cast<std::size_t>(E::lower(g)) + 1;
    }();
    std::array<ogive::node, size> all{};
    ogive::graph g;
    E::lower(g);
    for (std::size_t i = 0; i < size; ++i) all[i] = g[static_cast<int>(i)];
    return all;
}();
template <class... Name>
inline constexpr std::array<std::uint64_t, sizeof...(Name)> keys_of{Name::key...};

template <class E, class... Name>
constexpr written write() {
    return {nodes_of<E>, keys_of<Name...>};
}

}  // namespace exact
