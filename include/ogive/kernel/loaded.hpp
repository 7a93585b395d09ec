#pragma once
// Values that a call loads instead of computing them: `og::value(e) = range` among its bindings.

#include <ogive/algebra/loaded.hpp>
#include <ogive/kernel/refuse.hpp>
#include <ogive/meta/bundle.hpp>

#include <utility>

namespace ogive {

template <class T>
inline constexpr bool a_value_is_loaded_not_added = !requires { sizeof(T); };

namespace detail {

/// What stands for e's value where it is bound.
template <class E>
struct loaded_value {
    using expression = E;
    static constexpr std::string_view name = "value(e)"sv;
    static constexpr operation const* kind = &ogive::kind::variable;
    using spelling = spelled<"value(e)">;
    static constexpr bool one_number_will_do = true;

    template <class T>
    OGIVE_INLINE constexpr auto operator=(T&& value) const {
        if constexpr (viewable<T>)
            return binding<loaded_value, decltype(view_of(value))>{view_of(value)};
        else
            return binding<loaded_value, std::remove_cvref_t<T>>{std::forward<T>(value)};
    }
    /// Refused.
    template <class T>
    constexpr refused_argument operator+=(T const&) const {
        static_assert(
            a_value_is_loaded_not_added<T>,
            "ogive: a saved value is read, og::value(e) = y: what is added to is a gradient, og::grad(x) += dx");
        return {};
    }
};

}  // namespace detail

/// `og::value(e) = range` among the bindings of backward (evaluate, fuse): the value of e, a part of the expression or
/// the whole of it, is loaded from the range, in which the forward pass has saved it. A name that is needed for
/// nothing else need not be bound: the gradient of sigmoid, tanh, relu, elu or softmax needs their output alone.
///
/// Shape       that of e: a range or a matrix; of an e with one value per row, a range of as many; a number; of an e of
///             params alone, beside rows, one value per element. A gradient may overwrite it exactly
/// Accuracy    the error of the saved value, which is rounded, goes on into the gradient. Where a rule takes the value
///             from another number it is an absolute one. Of float, times dy, for x from -80 to 20: y (1 - y) of a
///             sigmoid is off by 2^-24, y + 1 of an elu by 2^-24, 1 - y^2 of a tanh by 2^-22. So a gradient of 2^-k
///             has lost k of its 24 digits, of a tanh k + 2: all of them for sigmoid at x = 17, for tanh at |x| = 8.5,
///             for elu at x = -17. Those of relu, softplus (2^-22 of itself), exp and softmax lose none. Which element
///             of a row was the largest does not come from a rounded row_max: that of a formula is taken once more
/// Errors      compile time: e does not occur in the expression. std::invalid_argument as for every operand
template <class E>
constexpr auto value(E const& e) {
    if constexpr (!expression<E>)
        return value(to_expression(e));
    else if constexpr (detail::is_name<E> || is_refused<E>)
        return E{};  // the value of a name is bound to itself
    else
        return detail::loaded_value<E>{};
}

namespace detail {

template <class T>
inline constexpr bool is_load = false;
template <class E, class View>
inline constexpr bool is_load<binding<loaded_value<E>, View>> = true;

// ---- names that need not be bound

/// What a gradient tells of the shape of its name.
template <class Leaf, class... Gradients>
inline constexpr shape unread_shape = Leaf::kind == &kind::parameter ? shapes::per_column : shapes::per_element;
template <class Leaf, class View, bool Add, class... Rest>
inline constexpr shape unread_shape<Leaf, gradient<Leaf, View, Add>, Rest...> = bound_shape<Leaf, View>;
template <class Leaf, class Other, class... Rest>
inline constexpr shape unread_shape<Leaf, Other, Rest...> = unread_shape<Leaf, Rest...>;

template <class... Gradients, class... Binding, class... Leaf>
OGIVE_INLINE constexpr auto extended(bundle<Binding...> const& bindings, types<Leaf...>) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) OGIVE_INLINE_LAMBDA {
        return bundle<Binding..., binding<Leaf, unread<unread_shape<Leaf, Gradients...>>>...>(
            member<I>(bindings)..., binding<Leaf, unread<unread_shape<Leaf, Gradients...>>>{}...);
    }(std::index_sequence_for<Binding...>{});
}
/// Whether no name of a formula is left without a binding.
template <class Names, class Bindings>
inline constexpr bool binds_all_of = false;
template <class Names, class... Binding>
inline constexpr bool binds_all_of<Names, bundle<Binding...>> =
    size_v<typename missing_from<types<>, Names, types<typename Binding::leaf...>>::type> == 0;
/// The bindings, and one that holds nothing for each name of a formula that has none.
template <class Names, class... Binding, class... Gradients>
OGIVE_INLINE constexpr auto with_unread(bundle<Binding...> const& bindings, bundle<Gradients...> const&) {
    return extended<Gradients...>(bindings, typename missing_from<types<>, Names, types<typename Binding::leaf...>>::type{});
}
template <class... A>
OGIVE_INLINE constexpr bundle<A...> const& joined(bundle<A...> const& a, bundle<> const&) {
    return a;
}
template <class... A, class... B>
OGIVE_INLINE constexpr auto joined(bundle<A...> const& a, bundle<B...> const& b) {
    return [&]<std::size_t... I, std::size_t... J>(std::index_sequence<I...>,
                                                   std::index_sequence<J...>) OGIVE_INLINE_LAMBDA {
        return bundle<A..., B...>(member<I>(a)..., member<J>(b)...);
    }(std::index_sequence_for<A...>{}, std::index_sequence_for<B...>{});
}

/// Whether a program reads its k-th operand.
template <auto const& Program>
consteval bool reads_operand(std::size_t k) {
    for (int i = 0; i < Program.size; ++i) {
        instruction const& in = Program.code[i];
        bool const reads = in.op == &machine::load || in.op == &machine::load_number || in.op == &machine::load_row ||
                           (i >= Program.checks.first && i < Program.checks.last);
        if (reads && in.a == k) return true;
    }
    return false;
}
template <auto const& Program, class Bindings, class Indices>
struct read_among;
template <auto const& Program, class... Leaf, class... View, std::size_t... I>
struct read_among<Program, types<binding<Leaf, View>...>, std::index_sequence<I...>> {
    using type = join_t<std::conditional_t<is_unread<View> && reads_operand<Program>(I), types<typename Leaf::spelling>, types<>>...>;
};
/// The names that a program reads though they are bound to nothing.
template <auto const& Program, class Bindings>
struct read_but_unbound {
    using type = types<>;
};
template <auto const& Program, class... Leaf, class... View>
    requires(is_unread<View> || ...)
struct read_but_unbound<Program, types<binding<Leaf, View>...>>
    : read_among<Program, types<binding<Leaf, View>...>, std::index_sequence_for<Leaf...>> {};

template <auto const& Program, class Bindings>
using read_but_unbound_t = typename read_but_unbound<Program, Bindings>::type;

// ---- the source of a program

/// A source whose graph loads the values of some expressions; they are its last operands.
template <class Base, class... Loads>
struct loading_source;
template <class Base, class... E, class... View>
struct loading_source<Base, binding<loaded_value<E>, View>...> {
    using graph = loading_graph;
    static constexpr bool fast = Base::fast, derives = Base::derives;
    static constexpr int outputs = Base::outputs, loads = static_cast<int>(sizeof...(E)), operands = Base::operands + loads;
    static constexpr auto& to = Base::to;
    static constexpr int guess = Base::guess;

    struct operand_leaves {
        leaf_shape at[operands]{};
        std::uint64_t keys[sizeof...(E)]{};
    };
    static constexpr operand_leaves all = [] {
        operand_leaves l;
        for (int k = 0; k < Base::operands; ++k) l.at[k] = Base::leaves[k];
        constexpr shapes_alone g{Base::leaves, Base::operands};
        shape const of[] = {dimensions(static_cast<shape>(E::lower(g)))...};
        for (int k = 0; k < loads; ++k) {
            l.keys[k] = name_key("value(e)") + static_cast<std::uint64_t>(k);
            l.at[Base::operands + k] = {l.keys[k], of[k]};
        }
        return l;
    }();
    static constexpr leaf_shape const* leaves = all.at;

    static constexpr void lower(auto& g, int* roots) {
        load(g);
        Base::lower(g, roots);
    }
    static constexpr void load(auto& g) { g.template load<E...>(leaves, operands, all.keys); }
};
template <class Base, class... Loads>
struct source_with {
    using type = loading_source<Base, Loads...>;
};
template <class Base>
struct source_with<Base> {
    using type = Base;
};

// ---- its checks

/// E may come to a name, which is loaded already, or to a number.
template <class Source, class E, class... Expression>
consteval bool occurs_in() {
    loading_graph g(equations::stabilising, Source::leaves, Source::operands);
    Source::load(g);
    int const roots[] = {Expression::lower(g)...};
    return g.occurs(E::lower(g), roots, sizeof...(Expression));
}
template <class View>
consteval bool shows(shape of) {
    return is_number_view<View>    ? of == shapes::one
           : is_per_row_view<View> ? of == shapes::per_row
           : is_matrix_view<View>  ? of == shapes::per_element
                                   : of != shapes::one;
}

}  // namespace detail

template <class... E>
inline constexpr bool no_value_is_bound_twice = detail::all_different<E...>;
template <class... E>
inline constexpr bool a_bound_value_is_no_condition = (!E::condition && ...);
template <class... Absent>
inline constexpr bool every_bound_value_occurs = sizeof...(Absent) == 0;
template <class... Misshapen>
inline constexpr bool every_bound_value_has_the_shape_of_its_expression = sizeof...(Misshapen) == 0;

namespace detail {

template <class... Absent>
constexpr void explain_absent(types<Absent...>) {
    static_assert(every_bound_value_occurs<Absent...>,
                  "ogive: value(e) is bound, but e does not occur in this expression: take it out of the call");
}
template <class... Misshapen>
constexpr void explain_misshapen_value(types<Misshapen...>) {
    static_assert(every_bound_value_has_the_shape_of_its_expression<Misshapen...>,
                  "ogive: value(e) has the shape of e: a matrix or a range of values per element, a range of values per "
                  "row or column, or a number");
}

/// The checks of the values that a call loads, which `Expressions` are to contain.
template <class Source, class Loads, class Expressions, class Indices>
struct load_check;
template <class Source, class... E, class... View, class... Expression, std::size_t... K>
struct load_check<Source, types<binding<loaded_value<E>, View>...>, types<Expression...>, std::index_sequence<K...>> {
    static constexpr bool once = all_different<E...>, values = a_bound_value_is_no_condition<E...>;
    using absent = join_t<std::conditional_t<occurs_in<Source, E, Expression...>(), types<>, types<E>>...>;
    using misshapen = join_t<std::conditional_t<shows<View>(Source::leaves[Source::operands - Source::loads + int(K)].of),
                                                types<>, types<E>>...>;
    static constexpr bool ok = once && values && size_v<absent> == 0 && size_v<misshapen> == 0;

    static constexpr void explain() {
        if constexpr (!once)
            static_assert(no_value_is_bound_twice<E...>, "ogive: a value is bound twice in one call");
        else if constexpr (!values)
            static_assert(a_bound_value_is_no_condition<E...>,
                          "ogive: a condition has no value to load: bind that of og::where(condition, a, b)");
        else if constexpr (size_v<absent> > 0)
            explain_absent(absent{});
        else
            explain_misshapen_value(misshapen{});
    }
};
struct no_loads {
    static constexpr bool ok = true;
};
template <class Source, class Expressions, class... Loads>
struct load_check_of {
    using type = load_check<Source, types<Loads...>, Expressions, std::index_sequence_for<Loads...>>;
};
template <class Source, class Expressions>
struct load_check_of<Source, Expressions> {
    using type = no_loads;
};

}  // namespace detail

}  // namespace ogive
