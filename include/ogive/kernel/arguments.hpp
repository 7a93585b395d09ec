#pragma once
// The arguments of a call, sorted by what they are.

#include <ogive/kernel/bind.hpp>

#include <tuple>
#include <utility>

namespace ogive::detail {

template <class T>
struct is_binding_argument : std::bool_constant<is_binding<T>> {};
template <class T>
struct is_output_argument : std::bool_constant<is_output<T>> {};
template <class T>
struct is_gradient_argument : std::bool_constant<is_gradient<T>> {};

template <std::size_t Count, bool... Is>
consteval auto places() {
    struct {
        std::size_t at[Count + 1]{};
    } found;
    std::size_t n = 0, i = 0;
    ((Is ? void(found.at[n++] = i++) : void(i++)), ...);
    return found;
}
template <std::size_t Count, bool... Is, std::size_t... K>
consteval auto places_of(std::index_sequence<K...>) {
    return std::index_sequence<places<Count, Is...>().at[K]...>{};
}
template <class... T, std::size_t... I, class... First>
OGIVE_INLINE constexpr auto at_places(std::tuple<T const&...> const& all, std::index_sequence<I...>, First const&... first) {
    return std::tuple<First..., std::tuple_element_t<I, std::tuple<T...>>...>(first..., std::get<I>(all)...);
}
/// The arguments of one kind, as a tuple, after those given first.
template <template <class> class Is, class... T, class... First>
OGIVE_INLINE constexpr auto only(std::tuple<T const&...> const& all, First const&... first) {
    constexpr std::size_t count = (std::size_t(Is<T>::value) + ... + 0);
    return at_places(all, places_of<count, Is<T>::value...>(std::make_index_sequence<count>{}), first...);
}

/// A standard execution policy: an empty object that is nothing of ours. <execution> is not included: it
/// would make every user link TBB.
template <class T>
concept execution_policy = std::is_class_v<T> && !expression<T> && !viewable<T> && !is_output<T> && !is_binding<T>;

}  // namespace ogive::detail
