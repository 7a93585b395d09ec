#pragma once
// The compile-time checks of a call. Each says in one error what is wrong.

#include <ogive/kernel/source.hpp>

namespace ogive::detail {

template <class... Misbound>
constexpr void explain_misbound(types<Misbound...>) {
    static_assert(every_name_is_bound_to_what_it_stands_for<Misbound...>,
                  "ogive: a var is bound to a contiguous range, a matrix or per_row(range), a param to a number or to a "
                  "contiguous range with one value per column");
}

template <class... OfAnother>
constexpr void explain_types(types<OfAnother...>) {
    static_assert(every_range_has_one_element_type<OfAnother...>,
                  "ogive: all ranges of a call, and the variables that results go to, have one element type, float or double");
}

/// The compile-time checks of a call, the first that fails as one sentence.
template <class Names, class Bindings, class Outputs>
struct call_check;
template <class Names, class... Leaf, class... View, class... Outputs>
struct call_check<Names, types<binding<Leaf, View>...>, types<Outputs...>> {
    using F = element_type<typename Outputs::view..., View...>;
    using usual = most_frequent_element<typename element_of<typename Outputs::view>::type..., typename element_of<View>::type...>;
    using of_another = join_t<misfit_t<usual, typename Outputs::view, typename spelling_of_output<Outputs>::type>...,
                              misfit_t<usual, View, typename Leaf::spelling>...>;
    static constexpr bool types_agree =
        all_are_or_void<F, typename element_of<typename Outputs::view>::type..., typename element_of<View>::type...>;
    static constexpr bool floating = the_elements_are_float_or_double<F>;
    static constexpr bool writable = every_destination_is_writable<typename Outputs::view...>;
    using misbound = join_t<std::conditional_t<a_var_is_bound_to_a_range<Leaf, View> &&
                                                   a_param_is_bound_to_a_number_or_a_range<Leaf, View>,
                                               types<>, types<typename Leaf::spelling>>...>;
    static constexpr bool kinds = size_v<misbound> == 0;
    static constexpr bool refused = contains_v<refused_element, types<typename element_of<typename Outputs::view>::type...,
                                                                      typename element_of<View>::type...>>;
    static constexpr bool ok = Names::ok && !refused && types_agree && floating && writable && kinds;

    static constexpr void explain() {
        if constexpr (!Names::ok)
            Names::explain();
        else if constexpr (refused)
            return;
        else if constexpr (!kinds)
            explain_misbound(misbound{});
        else if constexpr (!writable)
            static_assert(every_destination_is_writable<typename Outputs::view...>,
                          "ogive: a result cannot be stored in const values");
        else if constexpr (!types_agree)
            explain_types(of_another{});
        else
            static_assert(the_elements_are_float_or_double<F>,
                          "ogive: the elements of a range, or the variable that a result goes to, are float or double");
    }
};

template <auto const& Program>
consteval bool program_is_fine() {
    return every_result_fits_where_it_is_stored<Program> && reductions_are_not_too_deep<Program> &&
           one_pass_over_the_rows_is_enough<Program>;
}
template <auto const& Program>
constexpr void explain_program() {
    if constexpr (!every_result_fits_where_it_is_stored<Program>)
        static_assert(every_result_fits_where_it_is_stored<Program>,
                      "ogive: a result does not fit where it is stored: a value per element goes to a range or a "
                      "matrix, one per row or per column to a range, a sum over everything to a number, a condition "
                      "nowhere (write og::where)");
    else if constexpr (!reductions_are_not_too_deep<Program>)
        static_assert(reductions_are_not_too_deep<Program>,
                      "ogive: more than 24 row reductions stand in one another: evaluate a part of it first");
    else
        static_assert(one_pass_over_the_rows_is_enough<Program>,
                      "ogive: a value of an element needs a sum over all rows: evaluate the sum first and bind it to a param, or "
                      "let what all is divided by flow in as dy; by a param vjp gives that sum already");
}

template <class E, class Bindings, class Gradients, class... Loads>
struct backward_check;
template <class E, class DY, class... Bindings, class... Gradients, class... Loads>
struct backward_check<E, types<binding<upstream, DY>, Bindings...>, types<Gradients...>, Loads...> {
    using bound = names<typename E::leaves, typename Bindings::leaf...>;
    using call = call_check<bound, types<binding<upstream, DY>, Bindings..., Loads...>, types<Gradients...>>;
    static constexpr bool asks = (contains_v<typename Gradients::leaf, typename E::leaves> && ...);
    static constexpr bool once = all_different<typename Gradients::leaf...>;
    static constexpr bool ok = asks && once && call::ok;

    static constexpr void explain() {
        if constexpr (contains_v<any_name, typename E::leaves>)
            return;  // refused already
        else if constexpr (!asks)
            explain_unused(typename spellings<
                           typename missing_from<types<>, types<typename Gradients::leaf...>, typename E::leaves>::type>::type{});
        else if constexpr (!once)
            static_assert(no_name_is_bound_twice<typename Gradients::leaf::spelling...>,
                          "ogive: the gradient by one name is asked for twice");
        else
            call::explain();
    }
};

template <class Source>
inline constexpr bool dy_has_the_shape_of_the_result = !(dimensions(Source::upstream_shape) & ~dimensions(Source::result));
template <class Gradient, class Source>
inline constexpr bool a_gradient_has_the_shape_of_its_name =
    is_number_view<typename Gradient::view>    ? Source::shape_of(Gradient::leaf::key) == shapes::one
    : is_matrix_view<typename Gradient::view>  ? Source::shape_of(Gradient::leaf::key) == shapes::per_element
    : is_per_row_view<typename Gradient::view> ? Source::shape_of(Gradient::leaf::key) == shapes::per_row
                                               : Source::shape_of(Gradient::leaf::key) != shapes::one;

template <class... Misshapen>
inline constexpr bool every_gradient_has_the_shape_of_its_name = sizeof...(Misshapen) == 0;
template <class... Misshapen>
constexpr void explain_misshapen(types<Misshapen...>) {
    static_assert(every_gradient_has_the_shape_of_its_name<Misshapen...>,
                  "ogive: a gradient has the shape of its name: a number for a param bound to a number, else a range or "
                  "a matrix");
}

}  // namespace ogive::detail
