#pragma once
// What a call binds, against what a formula needs: the names of a failed check stand in its type,
// letter by letter.

#include <ogive/expression/expression.hpp>

namespace ogive {


namespace detail {

// Lists of those in A that are not in B.
template <class Found, class A, class B>
struct missing_from;
template <class... Found, class B>
struct missing_from<types<Found...>, types<>, B> {
    using type = types<Found...>;
};
template <class... Found, class A, class... Rest, class B>
struct missing_from<types<Found...>, types<A, Rest...>, B>
    : missing_from<types<Found..., A>, types<Rest...>, B> {};
template <class... Found, class A, class... Rest, class B>
    requires contains_v<A, B>
struct missing_from<types<Found...>, types<A, Rest...>, B> : missing_from<types<Found...>, types<Rest...>, B> {};

template <class List>
struct spellings;
template <class... Leaf>
struct spellings<types<Leaf...>> {
    using type = types<typename Leaf::spelling...>;
};

template <class... T>
inline constexpr bool all_different = true;
template <class T, class... Rest>
inline constexpr bool all_different<T, Rest...> = !contains_v<T, types<Rest...>> && all_different<Rest...>;

/// Whether no two of these leaves have the same name.
template <class List>
inline constexpr bool named_apart = true;
template <class Leaf, class... Rest>
inline constexpr bool named_apart<types<Leaf, Rest...>> =
    ((Leaf::key != Rest::key) && ...) && named_apart<types<Rest...>>;

}  // namespace detail

template <class... Unbound>
inline constexpr bool every_name_is_bound = sizeof...(Unbound) == 0;
template <class... Unused>
inline constexpr bool every_bound_name_occurs = sizeof...(Unused) == 0;
template <class... Names>
inline constexpr bool a_name_stands_for_one_thing = detail::named_apart<types<Names...>>;
template <class... Names>
inline constexpr bool no_name_is_bound_twice = detail::all_different<Names...>;

namespace detail {

template <class... Unbound>
constexpr void explain_unbound(types<Unbound...>) {
    static_assert(every_name_is_bound<Unbound...> || contains_v<any_name, types<Unbound...>>,
                  "ogive: a name used by this expression is bound to nothing: add `name = value` to the call");
}
template <class... Used>
constexpr void explain_alike(types<Used...>) {
    static_assert(a_name_stands_for_one_thing<Used...>,
                  "ogive: this expression has one name for two things, a var and a param or params of different starts");
}
template <class... Unused>
constexpr void explain_unused(types<Unused...>) {
    static_assert(every_bound_name_occurs<Unused...>,
                  "ogive: a name is bound that does not occur in this expression: take it out of the call");
}

/// The check of one call: `ok`, and `explain()`, which says in one error what is wrong.
template <class Used, class... Bound>
struct names {
    using unbound = typename missing_from<types<>, Used, types<Bound...>>::type;
    using unused = typename missing_from<types<>, types<Bound...>, Used>::type;

    static constexpr bool twice = !all_different<Bound...>;
    static constexpr bool apart = named_apart<Used>;
    static constexpr bool refused = contains_v<any_name, Used>;  // a part of the expression, already
    static constexpr bool ok = !refused && apart && !twice && size_v<unbound> == 0 && size_v<unused> == 0;

    static constexpr void explain() {
        if constexpr (refused)
            return;
        else if constexpr (!apart)
            explain_alike(Used{});
        else if constexpr (twice)
            static_assert(no_name_is_bound_twice<typename Bound::spelling...>, "ogive: a name is bound twice in one call");
        else if constexpr (size_v<unbound> > 0)
            explain_unbound(typename spellings<unbound>::type{});
        else
            explain_unused(typename spellings<unused>::type{});
    }
};

}  // namespace detail

}  // namespace ogive
