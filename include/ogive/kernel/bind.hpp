#pragma once
// What a call reads and writes: the words store, accumulate and grad, and what they and `name = value`
// mean to the kernel.

#include <ogive/algebra/names.hpp>
#include <ogive/algebra/plan.hpp>
#include <ogive/expression/leaf.hpp>

#include <cstddef>
#include <type_traits>

namespace ogive {

/// The result of E, to be stored (or added) to what View shows.
template <class E, class View, bool Add>
struct output {
    using expression = E;
    using view = View;
    static constexpr bool add = Add;
    View to;
};

/// The gradient by the name X.
template <class X, class View, bool Add>
struct gradient {
    using leaf = X;
    using view = View;
    static constexpr bool add = Add;
    View to;
};

namespace detail {

template <class T>
OGIVE_INLINE constexpr auto destination_view(T&& to) {
    if constexpr (viewable<T>)
        return view_of(to);
    else
        return scalar_view<std::remove_reference_t<T>>{&to};
}
template <class T>
inline constexpr bool is_writable_number = false;
template <class T>
    requires std::is_arithmetic_v<T>  // a call checks the type
inline constexpr bool is_writable_number<T&> = true;

/// T is no reference where it is a temporary.
template <class T>
concept place = (viewable<T> && !numbers<T>) || is_writable_number<T>;

/// An argument of a call that has been refused, so that no second error follows.
struct refused_argument {};

}  // namespace detail

template <class X>
inline constexpr bool a_gradient_is_by_a_name = detail::is_name<X>;
template <class T>
inline constexpr bool a_gradient_goes_to_a_range_or_a_variable = detail::place<T>;
template <class T>
inline constexpr bool a_gradient_is_stored_or_added = !requires { sizeof(T); };
template <class E>
inline constexpr bool a_result_has_a_place = !requires { sizeof(E); };
template <class E>
inline constexpr bool a_result_is_an_expression = expression<E>;
template <class Y>
inline constexpr bool a_result_goes_to_a_range_or_a_variable = detail::place<Y>;

namespace detail {

template <class X, class T>
constexpr refused_argument refuse_a_gradient() {
    if constexpr (a_gradient_is_by_a_name<X>)  // else grad has said so
        static_assert(a_gradient_goes_to_a_range_or_a_variable<T>,
                      "ogive: a gradient goes to a contiguous range, a matrix or a float or double variable, not a "
                      "temporary: og::grad(x) = dx");
    return {};
}
template <class E, class Y>
constexpr refused_argument refuse_a_result() {
    if constexpr (!a_result_is_an_expression<E>)
        static_assert(a_result_is_an_expression<E>,
                      "ogive: a result is an expression, then where it goes: store(og::gelu(x), y)");
    else
        static_assert(
            a_result_goes_to_a_range_or_a_variable<Y>,
            "ogive: a result goes to a contiguous range, a matrix or a float or double variable, not a temporary: "
            "store(e, y)");
    return {};
}

template <class X>
struct gradient_name {
    template <class T>
    OGIVE_INLINE constexpr auto operator=(T&& to) const {
        if constexpr (is_name<X> && place<T>)
            return gradient<X, decltype(destination_view(to)), false>{destination_view(to)};
        else
            return refuse_a_gradient<X, T>();
    }
    template <class T>
    OGIVE_INLINE constexpr auto operator+=(T&& to) const {
        if constexpr (is_name<X> && place<T>)
            return gradient<X, decltype(destination_view(to)), true>{destination_view(to)};
        else
            return refuse_a_gradient<X, T>();
    }
    /// Refused.
    template <class T>
    constexpr refused_argument operator-=(T const&) const {
        static_assert(a_gradient_is_stored_or_added<T>,
                      "ogive: a gradient is stored, og::grad(x) = dx, or added to what is there, og::grad(x) += dx");
        return {};
    }
};

}  // namespace detail

/// `og::grad(x) = dx` in backward: where the gradient by x goes; `+=` adds to what is there. In explain `og::grad(x)` asks
/// for the plan of it.
///
/// Shape       as x: a range or a matrix; a float or double variable for a param bound to a number, a range for one bound
///             to one value per column
/// Errors      compile time: x is no name, dx is no place
template <class X>
constexpr detail::gradient_name<X> grad(X) {
    static_assert(a_gradient_is_by_a_name<X>, "ogive: a gradient is by a var or a param: og::grad(x) = dx");
    return {};
}

template <class... X>
inline constexpr bool a_gradient_is_by_one_name = sizeof...(X) == 1;
/// Refused.
template <class E, class X, class... More>
constexpr auto grad(E const& e, X, More...) {
    static_assert(a_gradient_is_by_one_name<E, X, More...>,
                  "ogive: og::grad(x) = dx asks backward for the gradient by one name; the formula of a derivative is "
                  "og::derivative(e, x)");
    return detail::in_place_of(e);
}

/// One result of `fuse`: y becomes e.
///
/// Shape       y: as that of evaluate
/// Errors      compile time: e is no expression, y is no place for it
template <class E, class Y>
[[nodiscard("ogive: a result is computed by a call: og::fuse(og::store(e, y), x = values)")]]
OGIVE_INLINE constexpr auto store(E, Y&& y) {
    if constexpr (expression<E> && detail::place<Y>)
        return output<E, decltype(detail::destination_view(y)), false>{detail::destination_view(y)};
    else
        return detail::refuse_a_result<E, Y>();
}
/// Refused.
template <class E>
constexpr auto store(E) {
    static_assert(a_result_has_a_place<E>, "ogive: a result has a place: store(e, y)");
    return detail::refused_argument{};
}
/// One result of `fuse`: e is added to y.
///
/// Shape       y: as that of evaluate; it holds numbers before the call
/// Errors      compile time: e is no expression, y is no place for it
template <class E, class Y>
[[nodiscard("ogive: a result is computed by a call: og::fuse(og::accumulate(e, y), x = values)")]]
OGIVE_INLINE constexpr auto accumulate(E, Y&& y) {
    if constexpr (expression<E> && detail::place<Y>)
        return output<E, decltype(detail::destination_view(y)), true>{detail::destination_view(y)};
    else
        return detail::refuse_a_result<E, Y>();
}

/// Refused.
template <class E>
constexpr auto accumulate(E) {
    static_assert(a_result_has_a_place<E>, "ogive: a result has a place: accumulate(e, y)");
    return detail::refused_argument{};
}

namespace detail {

// ---- what an argument of a call is

template <class T>
inline constexpr bool is_binding = false;
template <class Leaf, class Value>
inline constexpr bool is_binding<binding<Leaf, Value>> = true;
template <class T>
inline constexpr bool is_output = false;
template <class E, class View, bool Add>
inline constexpr bool is_output<output<E, View, Add>> = true;
template <class T>
inline constexpr bool is_gradient = false;
template <class X, class View, bool Add>
inline constexpr bool is_gradient<gradient<X, View, Add>> = true;

// ---- shapes

template <class View>
inline constexpr bool is_number_view = std::is_arithmetic_v<View>;
template <class T>
inline constexpr bool is_number_view<scalar_view<T>> = true;
template <class View>
inline constexpr bool is_range_view = false;
template <class T>
inline constexpr bool is_range_view<range_view<T>> = true;
template <class View>
inline constexpr bool is_matrix_view = false;
template <class T>
inline constexpr bool is_matrix_view<matrix_view<T>> = true;
template <class View>
inline constexpr bool is_interleaved_view = false;
template <class T>
inline constexpr bool is_interleaved_view<interleaved_view<T>> = true;
template <class T>
inline constexpr bool is_matrix_view<interleaved_view<T>> = true;
template <class View>
inline constexpr bool is_per_row_view = false;
template <class T>
inline constexpr bool is_per_row_view<per_row_view<T>> = true;

/// Of a name that is bound to nothing, because a call does not read it.
template <shape Shape>
struct unread {};
template <class View>
inline constexpr bool is_unread = false;
template <shape Shape>
inline constexpr bool is_unread<unread<Shape>> = true;

/// The shape of a name that is bound to this view.
template <class Leaf, class View>
inline constexpr shape bound_shape = is_number_view<View>                                      ? shapes::one
                                     : is_per_row_view<View>                                   ? shapes::per_row
                                     : is_range_view<View> && Leaf::kind == &kind::parameter ? shapes::per_column
                                                                                               : shapes::per_element;
template <class Leaf, shape Shape>
inline constexpr shape bound_shape<Leaf, unread<Shape>> = Shape;

template <class View, bool Add>
inline constexpr destination destination_of{
    .of = is_number_view<View> ? shapes::one : is_per_row_view<View> ? shapes::per_row : shapes::per_element,
    .add = Add,
    .by_result = is_range_view<View>};

// ---- element types

template <class View>
struct element_of {
    using type = void;  // a number: it takes the type of the others
};
template <class View>
    requires requires { typename View::element; }
struct element_of<View> {
    using type = std::remove_const_t<typename View::element>;
};

template <class... T>
struct first_type {
    using type = void;
};
template <class T, class... Rest>
struct first_type<T, Rest...> {
    using type = T;
};
template <class... Rest>
struct first_type<void, Rest...> : first_type<Rest...> {};

template <class... View>
using element_type = typename first_type<typename element_of<View>::type...>::type;

template <class F, class... T>
inline constexpr int how_many_are = (0 + ... + static_cast<int>(std::is_same_v<T, F>));
/// float or double, which more of these are.
template <class... T>
using most_frequent_element = std::conditional_t<(how_many_are<double, T...> > how_many_are<float, T...>), double, float>;

template <class F, class... T>
inline constexpr bool all_are_or_void = ((std::is_same_v<T, F> || std::is_void_v<T>) && ...);

/// What a diagnostic calls an output.
template <class Output>
struct spelling_of_output {
    using type = spelled<"result">;
};
template <class Output>
    requires requires { typename Output::leaf; }
struct spelling_of_output<Output> {
    using type = typename Output::leaf::spelling;
};
/// The spelling of a view whose elements are of another type.
template <class F, class View, class Spelling>
using misfit_t = std::conditional_t<all_are_or_void<F, typename element_of<View>::type>, types<>, types<Spelling>>;

template <class View>
inline constexpr bool is_const_view = false;
template <class View>
    requires requires { typename View::element; }
inline constexpr bool is_const_view<View> = std::is_const_v<typename View::element>;

}  // namespace detail

// ---- the checks of a call, by name

template <class... OfAnother>
inline constexpr bool every_range_has_one_element_type = sizeof...(OfAnother) == 0;
template <class Element>
inline constexpr bool the_elements_are_float_or_double = std::is_same_v<Element, float> || std::is_same_v<Element, double>;
template <class... Views>
inline constexpr bool every_destination_is_writable = !(detail::is_const_view<Views> || ...);
template <class Name, class Value>
inline constexpr bool a_var_is_bound_to_a_range =
    Name::kind == &kind::parameter || detail::is_view<Value> || detail::is_unread<Value> ||
    (std::is_arithmetic_v<Value> && requires { Name::one_number_will_do; });
template <class Name, class Value>
inline constexpr bool a_param_is_bound_to_a_number_or_a_range =
    Name::kind != &kind::parameter || detail::is_number_view<Value> || detail::is_range_view<Value> || detail::is_unread<Value>;
template <class... Misbound>
inline constexpr bool every_name_is_bound_to_what_it_stands_for = sizeof...(Misbound) == 0;
template <auto const& Program>
inline constexpr bool every_result_fits_where_it_is_stored = [] {
    for (bool const fits : Program.storable)
        if (!fits) return false;
    return true;
}();
template <auto const& Program>
inline constexpr bool one_pass_over_the_rows_is_enough = Program.one_pass;
template <auto const& Program>
inline constexpr bool reductions_are_not_too_deep = Program.shallow;

}  // namespace ogive
