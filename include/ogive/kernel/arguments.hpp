#pragma once
// The arguments of a call, sorted by what they are.

#include <ogive/kernel/loaded.hpp>
#include <ogive/meta/bundle.hpp>

#include <utility>

namespace ogive::detail {

template <class T>
struct is_binding_argument : std::bool_constant<is_binding<T> && !is_load<T>> {};
template <class T>
struct is_load_argument : std::bool_constant<is_load<T>> {};
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
template <class Chosen, class Given>
struct choose;
template <std::size_t... I, class... T>
struct choose<std::index_sequence<I...>, types<T...>> {
    template <std::size_t K>
    using type = decltype(member<K>(std::declval<bundle<T...> const&>()));
    template <class... First>
    OGIVE_INLINE static constexpr auto from(bundle<T...> const& all, First const&... first) {
        return bundle<First..., std::remove_cvref_t<type<I>>...>(first..., member<I>(all)...);
    }
};
/// The arguments of one kind, after those given first.
template <template <class> class Is, class... T, class... First>
OGIVE_INLINE constexpr auto only(bundle<T...> const& all, First const&... first) {
    constexpr std::size_t count = (std::size_t(Is<T>::value) + ... + 0);
    return choose<decltype(places_of<count, Is<T>::value...>(std::make_index_sequence<count>{})), types<T...>>::from(all, first...);
}

}  // namespace ogive::detail
