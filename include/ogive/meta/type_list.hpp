#pragma once
// Lists of types: the leaves of an expression, each once, in order of first appearance.

#include <cstddef>

namespace ogive {

template <class... T>
struct types {};

/// How many types a list holds.
template <class List>
inline constexpr std::size_t size_v = 0;
template <class... T>
inline constexpr std::size_t size_v<types<T...>> = sizeof...(T);

namespace detail {
// The closing `true` is where the search stops for a type that is not in the list.
template <class T, class... Element>
constexpr std::size_t first_index_of() {
    constexpr bool same[] = {__is_same(T, Element)..., true};
    std::size_t    i      = 0;
    while (!same[i]) ++i;
    return i;
}
}  // namespace detail

/// The place of T in a list, counted from 0; the size of the list when T is not in it.
template <class T, class List>
inline constexpr std::size_t index_of_v = 0;
template <class T, class... Element>
inline constexpr std::size_t index_of_v<T, types<Element...>> = detail::first_index_of<T, Element...>();

template <class T, class List>
inline constexpr bool contains_v = false;
template <class T, class... Element>
inline constexpr bool contains_v<T, types<Element...>> = (__is_same(T, Element) || ...);  // the cheapest
template <class T, class... Element>
    requires(sizeof...(Element) > 250)  // clang folds up to 256 operands
inline constexpr bool contains_v<T, types<Element...>> =
    index_of_v<T, types<Element...>> < sizeof...(Element);

namespace detail {
template <bool Known, class List, class T>
struct with {  // Known: T is in the list already
    using type = List;
};
template <class... Element, class T>
struct with<false, types<Element...>, T> {
    using type = types<Element..., T>;
};

template <class... Lists>
struct join {
    using type = types<>;
};
template <class List>
struct join<List> {
    using type = List;
};

// Two lists. Most joins of an expression end in one of the first three: one list is empty, or both
// are the same.
template <class List>
struct join<List, types<>> {
    using type = List;
};
template <class T, class... Rest>
struct join<types<>, types<T, Rest...>> {
    using type = types<T, Rest...>;
};
template <class T, class... Rest>
struct join<types<T, Rest...>, types<T, Rest...>> {
    using type = types<T, Rest...>;
};
template <class T, class... Ts, class U, class... Us>
struct join<types<T, Ts...>, types<U, Us...>>
    : join<typename with<contains_v<U, types<T, Ts...>>, types<T, Ts...>, U>::type, types<Us...>> {};

template <class A, class B, class C, class... Rest>
struct join<A, B, C, Rest...> : join<typename join<A, B>::type, C, Rest...> {};
}  // namespace detail

/// All types of several lists, each once, in order of first appearance. No list may hold a type twice.
template <class... Lists>
using join_t = typename detail::join<Lists...>::type;

}  // namespace ogive
