#pragma once
// A few values of different types: of std::tuple what the calls need, at a tenth of its cost to the compiler.

#include <ogive/meta/config.hpp>

#include <cstddef>
#include <utility>

namespace ogive {

namespace detail {
template <std::size_t I, class T>
struct bundle_member {
    T value;
};
template <class Indices, class... T>
struct bundle_members;
template <std::size_t... I, class... T>
struct bundle_members<std::index_sequence<I...>, T...> : bundle_member<I, T>... {};
}  // namespace detail

template <class... T>
struct bundle : detail::bundle_members<std::index_sequence_for<T...>, T...> {
    OGIVE_INLINE constexpr explicit bundle(T const&... values)
        : detail::bundle_members<std::index_sequence_for<T...>, T...>{{values}...} {}
};

/// The I-th value.
template <std::size_t I, class T>
constexpr T const& member(detail::bundle_member<I, T> const& m) {
    return m.value;
}

}  // namespace ogive
