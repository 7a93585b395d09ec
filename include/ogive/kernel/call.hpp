#pragma once
// evaluate, backward and fuse: one pass over memory.

#include <ogive/kernel/arguments.hpp>
#include <ogive/kernel/check_values.hpp>
#include <ogive/kernel/one_loop.hpp>
#include <ogive/kernel/over_nothing.hpp>
#include <ogive/kernel/refuse.hpp>

#include <utility>

namespace ogive {

namespace detail {

template <std::size_t N>
struct label {
    char characters[N]{};
    constexpr std::string_view view() const { return {characters, N}; }
};
template <class Leaf>
inline constexpr auto gradient_label = [] {
    label<Leaf::name.size() + 6> l;
    std::size_t n = 0;
    for (char const c : std::string_view("grad(")) l.characters[n++] = c;
    for (char const c : Leaf::name) l.characters[n++] = c;
    l.characters[n] = ')';
    return l;
}();

/// Of one of several: "result 2".
template <std::size_t I>
inline constexpr auto result_label = [] {
    constexpr std::string_view word = "result ";
    label<word.size() + (I >= 9 ? 2 : 1)> l;
    std::size_t n = 0;
    for (char const c : word) l.characters[n++] = c;
    if (I >= 9) l.characters[n++] = static_cast<char>('0' + (I + 1) / 10 % 10);
    l.characters[n] = static_cast<char>('0' + (I + 1) % 10);
    return l;
}();

/// What a sentence calls an output, the I-th of Count.
template <class Output, std::size_t I, std::size_t Count>
inline constexpr std::string_view name_of = Count == 1 ? "the result" : result_label<I>.view();
template <class Leaf, class View, bool Add, std::size_t I, std::size_t Count>
inline constexpr std::string_view name_of<gradient<Leaf, View, Add>, I, Count> = gradient_label<Leaf>.view();

/// `outputs` and `bindings` are bundles; of the outputs the views and the names are what counts here. The outputs are
/// gradients of something of the shape Differentiated, if that is not `one`.
template <class Source, class Settings, class F, shape Differentiated, class Execution, class... Outputs, class... Leaf,
          class... View, std::size_t... O, std::size_t... I>
OGIVE_INLINE void call(Execution const& how, bundle<Outputs...> const& outputs,
                       bundle<binding<Leaf, View>...> const& bindings, std::index_sequence<O...>,
                       std::index_sequence<I...>) {
    if constexpr (!options_are_fine<Settings>()) {
        return;  // refused
    } else if constexpr (!is_compiled_for<typename Settings::arch>) {
        static_assert(
            is_compiled_for<typename Settings::arch>,
            "ogive: og::arch<A> is an instruction set that this file is compiled for: add -mavx2 or its like");
    } else if constexpr (!simd::has_vectors<F, typename Settings::arch>) {
        static_assert(simd::has_vectors<F, typename Settings::arch>,
                      "ogive: there are no vectors of this element type for this instruction set: choose another one by "
                      "-march or og::arch<A>");
    } else if constexpr (!program_is_fine<program_of<Source>>()) {
        explain_program<program_of<Source>>();
    } else if constexpr (size_v<read_but_unbound_t<program_of<Source>, types<binding<Leaf, View>...>>> > 0) {
        explain_unbound(read_but_unbound_t<program_of<Source>, types<binding<Leaf, View>...>>{});
    } else {
        constexpr int operand_count = static_cast<int>(sizeof...(I)),
                      count = operand_count + static_cast<int>(sizeof...(O));
        // Constants of their own: code that reads the program itself has all that it points to compiled, rules and
        // folding functions of every primitive.
        constexpr shape stored[] = {program_of<Source>.stored[O]...};
        constexpr bool late = !program_of<Source>.late_columns.empty();
        static constexpr extent_kind kinds[] = {extent_kind_of<View>(Leaf::name, Source::leaves[I].of)...,
                                                extent_kind_of<typename Outputs::view>(name_of<Outputs, O, sizeof...(O)>, stored[O])...};
        constexpr int first = first_of(kinds, count);
        constexpr bool has_matrix = (is_matrix_view<View> || ...) || (is_matrix_view<typename Outputs::view> || ...),
                       one_loop = first >= 0 && can_be_one_loop<program_of<Source>, View..., typename Outputs::view...>;
        constexpr std::make_index_sequence<count> each{};
        bundle views(member<I>(bindings).value..., member<O>(outputs).to...);  // see checked_backward
        domain d;
        bool at_once = false;
        if constexpr (one_loop) {
            d = domain_of(member<first>(views));
            std::size_t const elements = d.rows * d.columns;
            at_once = elements > 0 && go_together<F, operand_count>(views, d, each, std::index_sequence<O...>{}) &&
                      !is_for_threads<program_of<Source>, Execution>(elements);
        }
        if (!at_once) [[unlikely]] {
            extent values[] = {extent_of(member<I>(bindings).value)..., extent_of(member<O>(outputs).to)...};
            extents const all{kinds, values, operand_count, count, first, sizeof(F)};
            d = run_time_checks<typename Settings::arch>::of(all, late);
            stream_source<F> const destinations[] = {source_of<F>(member<O>(outputs).to, stored[O], d)...};
            if constexpr (dimensions(Differentiated) != shapes::one)
                if (has_no_values<Differentiated>(d)) {
                    constexpr bool added[] = {Outputs::add...};
                    return store_nothing<typename Settings::arch>(destinations, added, stored, d);
                }
            if constexpr (!one_loop || has_matrix || Execution::parallel) {
                stream_source<F> const sources[sizeof...(I) + 1] = {
                    source_of<F>(member<I>(bindings).value, Source::leaves[I].of, d)...};
                if constexpr (!program_of<Source>.checks.empty())
                    check_all_values<program_of<Source>, typename Settings::arch>(
                        all, sources, d,
                        std::make_integer_sequence<int, program_of<Source>.checks.last - program_of<Source>.checks.first>{});
                constexpr bool strided =
                    (is_interleaved_view<View> || ...) || (is_interleaved_view<typename Outputs::view> || ...);
                return launch<program_of<Source>, Settings, strided>(how, sources, destinations, operand_count, d);
            }
        }
        if constexpr (one_loop) launch_one_loop<program_of<Source>, Settings, F, operand_count>(views, d, each);
    }
}

template <class Settings, class Execution, class... Outputs, class... Bindings, class... Loads>
OGIVE_INLINE void fuse(Execution const& how, bundle<Outputs...> const& outputs, bundle<Bindings...> const& bindings,
                       bundle<Loads...> const& loads) {
    using used = join_t<typename Outputs::expression::leaves...>;
    using check = call_check<names<used, typename Bindings::leaf...>, types<Bindings..., Loads...>, types<Outputs...>>;
    if constexpr (!check::ok) {
        check::explain();
    } else {
        using source = typename source_with<stored_source<typename Settings::accuracy, types<Bindings...>, Outputs...>, Loads...>::type;
        using loads_check = typename load_check_of<source, types<typename Outputs::expression...>, Loads...>::type;
        if constexpr (!loads_check::ok) {
            loads_check::explain();
        } else {
            call<source, Settings, typename check::F, shapes::one>(how, outputs, joined(bindings, loads),
                                                                   std::index_sequence_for<Outputs...>{},
                                                                   std::index_sequence_for<Bindings..., Loads...>{});
        }
    }
}

template <class Settings, class E, class Execution, class... Gradients, class... Bindings, class... Loads>
OGIVE_INLINE void backward(Execution const& how, bundle<Gradients...> const& gradients, bundle<Bindings...> const& bindings,
                           bundle<Loads...> const& loads) {
    using check = backward_check<E, types<Bindings...>, types<Gradients...>, Loads...>;
    if constexpr (!only_a_value_has_a_derivative<E>) {
        refuse_a_condition<E>();
    } else if constexpr (!check::ok) {
        check::explain();
    } else if constexpr (!is_refused<E>) {
        using base = gradient_source<E, typename Settings::accuracy, types<Bindings...>, Gradients...>;
        using source = typename source_with<base, Loads...>::type;
        using loads_check = typename load_check_of<source, types<E>, Loads...>::type;
        constexpr bool shapes_agree = (a_gradient_has_the_shape_of_its_name<Gradients, base> && ...);
        if constexpr (!dy_has_the_shape_of_the_result<base>) {
            static_assert(dy_has_the_shape_of_the_result<base>,
                          "ogive: dy has the shape of the expression: one value per element, per row of a row "
                          "reduction, or a number for a sum over everything");
        } else if constexpr (!shapes_agree) {
            explain_misshapen(join_t<std::conditional_t<a_gradient_has_the_shape_of_its_name<Gradients, base>, types<>,
                                                        types<typename Gradients::leaf::spelling>>...>{});
        } else if constexpr (!loads_check::ok) {
            loads_check::explain();
        } else {
            call<source, Settings, typename check::call::F, base::result>(
                how, gradients, joined(bindings, loads), std::index_sequence_for<Gradients...>{},
                std::index_sequence_for<Bindings..., Loads...>{});
        }
    }
}

}  // namespace detail

template <class... Arguments>
inline constexpr bool an_argument_is_a_binding = ((detail::is_binding<Arguments>) && ...);
template <class... Arguments>
inline constexpr bool an_argument_is_a_binding_or_a_gradient =
    ((detail::is_binding<Arguments> || detail::is_gradient<Arguments>) && ...);
template <class... Arguments>
inline constexpr bool an_argument_is_a_binding_or_a_result =
    ((detail::is_binding<Arguments> || detail::is_output<Arguments>) && ...);
template <class... Arguments>
inline constexpr bool no_argument_is_refused =
    !((std::is_same_v<Arguments, detail::refused_argument> || is_refused<Arguments>) || ...);
template <class E>
inline constexpr bool what_is_computed_is_an_expression = expression<E>;
template <class Y>
inline constexpr bool the_result_goes_to_a_range_or_a_number = detail::place<Y>;
template <class... Arguments>
inline constexpr bool there_is_a_result = (detail::is_output<Arguments> || ...);
template <class... Arguments>
inline constexpr bool there_is_a_gradient = (detail::is_gradient<Arguments> || ...);
template <class DY>
inline constexpr bool dy_is_a_range_or_a_number = viewable<DY const> || std::is_arithmetic_v<DY>;

namespace detail {

template <class Settings, class Execution, class... Outputs, class... Arguments>
OGIVE_INLINE void fuse(Execution const& how, bundle<Outputs...> const& outputs, bundle<Arguments...> const& arguments) {
    auto names = only<is_binding_argument>(arguments);
    using used = join_t<typename Outputs::expression::leaves...>;
    if constexpr ((is_load<Arguments> || ...) || !binds_all_of<used, decltype(names)>)
        fuse<Settings>(how, outputs, with_unread<used>(names, outputs), only<is_load_argument>(arguments));
    else
        fuse<Settings>(how, outputs, names, bundle<>());
}

template <class Settings, class Execution, class... Arguments>
OGIVE_INLINE void checked_fuse(Execution const& how, Arguments const&... arguments) {
    if constexpr (!an_argument_is_a_binding_or_a_result<Arguments...>)
        static_assert(an_argument_is_a_binding_or_a_result<Arguments...> || !no_argument_is_refused<Arguments...>,
                      "ogive: an argument of fuse is `store(e, y)`, `accumulate(e, y)` or `name = value`");
    else if constexpr (!there_is_a_result<Arguments...>)
        static_assert(there_is_a_result<Arguments...>,
                      "ogive: fuse needs at least one result: store(e, y) or accumulate(e, y)");
    else
        fuse<Settings>(how, only<is_output_argument>(bundle(arguments...)), bundle(arguments...));
}

template <class Settings, class Execution, class E, class Y, class... Bindings>
OGIVE_INLINE void checked_evaluate(Execution const& how, E e, Y&& y, Bindings const&... bindings) {
    if constexpr (!what_is_computed_is_an_expression<E>)
        static_assert(what_is_computed_is_an_expression<E>,
                      "ogive: evaluate takes an expression, og::gelu(x) and not og::gelu, then where its values go: "
                      "evaluate(e, y, x = v)");
    else if constexpr (!the_result_goes_to_a_range_or_a_number<Y>)
        static_assert(
            the_result_goes_to_a_range_or_a_number<Y>,
            "ogive: the second argument of evaluate is where the result goes: a contiguous range or a matrix, of a "
            "sum over everything a float or double variable, not a temporary");
    else if constexpr (!an_argument_is_a_binding<Bindings...>)
        static_assert(an_argument_is_a_binding<Bindings...> || !no_argument_is_refused<E, Bindings...>,
                      "ogive: an operand of evaluate is given as `name = value`; an option stands in angle brackets, "
                      "evaluate<og::fast>(e, y, x = v), a policy comes first");
    else
        fuse<Settings>(how, bundle(ogive::store(e, y)), bundle(bindings...));
}

template <class Settings, class E, class Execution, class DY, class... Arguments>
OGIVE_INLINE void checked_backward(Execution const& how, DY const& dy, Arguments const&... arguments) {
    if constexpr (!what_is_computed_is_an_expression<E>) {
        static_assert(
            what_is_computed_is_an_expression<E>,
            "ogive: backward takes an expression, og::gelu(x) and not og::gelu, then dy: backward(e, dy, x = v, "
            "og::grad(x) = dx)");
    } else if constexpr (!an_argument_is_a_binding_or_a_gradient<Arguments...>) {
        static_assert(
            an_argument_is_a_binding_or_a_gradient<Arguments...> || !no_argument_is_refused<E, Arguments...>,
            "ogive: an argument of backward is `name = value`, `grad(name) = range` or `grad(name) += range`");
    } else if constexpr (!there_is_a_gradient<Arguments...>) {
        static_assert(there_is_a_gradient<Arguments...>,
                      "ogive: backward computes the gradients that are asked for: add og::grad(x) = dx");
    } else if constexpr (!dy_is_a_range_or_a_number<DY>) {
        static_assert(dy_is_a_range_or_a_number<DY>,
                      "ogive: dy, the gradient of the loss by the result, is a range, a matrix or a number");
    } else {
        auto all = bundle(arguments...);  // no constants: those g++ leaves in memory
        auto gradients = only<is_gradient_argument>(all);
        auto names = only<is_binding_argument>(all, upstream{} = dy);
        if constexpr ((is_load<Arguments> || ...) || !binds_all_of<typename E::leaves, decltype(names)>)
            backward<Settings, E>(how, gradients, with_unread<typename E::leaves>(names, gradients), only<is_load_argument>(all));
        else
            backward<Settings, E>(how, gradients, names, bundle<>());
    }
}

}  // namespace detail

/// Any number of results, one pass over memory, every common subexpression computed once.
///
/// Shape       results: `store(e, y)`, `accumulate(e, y)`; operands: `name = value`, `value(e) = saved`; in any order.
///             Results may overwrite operands exactly, but not one another
/// Errors      as evaluate
/// Cost        as evaluate
template <class... Options, class Arch = simd::default_arch, class... Arguments>
OGIVE_INLINE void fuse(Arguments const&... arguments) {
    detail::checked_fuse<detail::settings<Arch, Options...>>(detail::in_sequence{}, arguments...);
}

/// y becomes e, in one pass over memory: `evaluate(og::gelu(x), y, x = v)`. Options: `evaluate<og::fast>(...)`, see
/// option.
///
/// Shape       y: a range or matrix of the operands' size; of an expression with one value per row or per column, a range
///             of as many; of a sum over everything, a variable. In-place use (y is an operand) is allowed if exact. A
///             formula of params alone is one value per element of the call where that has rows: its own call stores one
///             per column. All ranges of a call, and y, have one element type, float or double; a number takes it. n >= 0
/// Accuracy    that of its operations, each rounded; of a whole activation that of its docstring. Sums are compensated
/// Errors      compile time: what is bound to what, element types, a name that is not bound. std::invalid_argument where
///             sizes differ, y overlaps an operand in part or an operand has a value that it may not have (a label out of
///             its range), std::bad_alloc where there is no room for scratch rows: before anything is written. Without
///             exceptions see fail; where there is no room the program ends
/// Cost        every input is read and every output written once; what a stage of a row needs again comes from the cache
///             or is computed again: og::explain says which. No memory is allocated but for rows of reductions that do
///             not fit into 16 KiB of the stack
template <class... Options, class Arch = simd::default_arch, class E, class Y, class... Bindings>
    requires(!detail::execution_policy<E>)
OGIVE_INLINE void evaluate(E e, Y&& y, Bindings const&... bindings) {
    detail::checked_evaluate<detail::settings<Arch, Options...>>(detail::in_sequence{}, e, static_cast<Y&&>(y), bindings...);
}

namespace detail {
/// In place of the result that a refused call was taken to return.
struct no_result {
    template <class T>
    operator T() const;
};
}  // namespace detail

/// Refused: what is computed does not come back from a call.
template <class... Options, expression E, class Leaf, class Value, class... Bindings>
detail::no_result evaluate(E e, binding<Leaf, Value>&& operand, Bindings const&... others) {
    detail::checked_evaluate<detail::settings<simd::default_arch>>(detail::in_sequence{}, e, operand, others...);
    return {};
}

/// Refused.
template <class... Options, expression E>
void evaluate(E) {
    static_assert(a_result_has_a_place<E>,
                  "ogive: a result has a place, and names have values: evaluate(e, y, x = values)");
}

/// The gradients of e that are asked for, in one pass over memory; dy is the gradient of the loss by e:
/// `backward(e, dy, x = v, beta = 1.0f, og::grad(x) = dx, og::grad(beta) += dbeta)`. e itself is not stored.
///
/// Shape       dy: as the result of evaluate, or one number for all; `grad(x) = dx`: as x, dx may be dy or an operand
///             exactly; of a param bound to a number a variable, to a range a range of one value per column, each the sum
///             over what it was broadcast to. `value(e) = y` loads a saved value
/// Special     nothing flows into the arm of a `where` that is not taken, so its NaN does not reach a gradient; at a kink a
///             gradient is what the operation says; of an e without values it is 0
/// Errors      as evaluate; compile time too: by a name that e does not have, by one name twice, of a condition
/// Cost        as evaluate; the forward values are computed again, but for those that are loaded
template <class... Options, class Arch = simd::default_arch, class E, class DY, class... Arguments>
    requires(!detail::execution_policy<E>)
OGIVE_INLINE void backward(E, DY const& dy, Arguments const&... arguments) {
    detail::checked_backward<detail::settings<Arch, Options...>, E>(detail::in_sequence{}, dy, arguments...);
}

/// Refused.
template <class... Options, expression E>
void backward(E) {
    static_assert(
        there_is_a_gradient<E>,
        "ogive: backward takes what flows in and where gradients go: backward(e, dy, x = values, og::grad(x) = dx)");
}

/// Refused.
#define OGIVE_OPTION_OF_A_CALL(word, ...)                                                 \
    template <__VA_ARGS__ auto Value, class... Options, class... Arguments>               \
    void word(Arguments const&...) {                                                      \
        detail::refuse_an_option<Value>();                                                \
    }
OGIVE_OPTION_OF_A_CALL(fuse, )
OGIVE_OPTION_OF_A_CALL(fuse, class Option, )
OGIVE_OPTION_OF_A_CALL(evaluate, )
OGIVE_OPTION_OF_A_CALL(evaluate, class Option, )
OGIVE_OPTION_OF_A_CALL(backward, )
OGIVE_OPTION_OF_A_CALL(backward, class Option, )
#undef OGIVE_OPTION_OF_A_CALL

/// The same under a standard execution policy: `evaluate(std::execution::par, e, y, ...)`. The results, sums too, do
/// not depend on it or on the number of threads; a call with less than some 50 microseconds of work is run by this thread
/// alone.
///
/// Errors      compile time too: the standard library has no threads for policies (libstdc++ needs oneTBB)
template <class... Options, class Arch = simd::default_arch, detail::execution_policy Policy, class... Arguments>
OGIVE_INLINE void fuse(Policy const& policy, Arguments const&... arguments) {
    detail::checked_fuse<detail::settings<Arch, Options...>>(detail::execution_of(policy), arguments...);
}
template <class... Options, class Arch = simd::default_arch, detail::execution_policy Policy, class E, class Y,
          class... Bindings>
OGIVE_INLINE void evaluate(Policy const& policy, E e, Y&& y, Bindings const&... bindings) {
    detail::checked_evaluate<detail::settings<Arch, Options...>>(detail::execution_of(policy), e, static_cast<Y&&>(y), bindings...);
}
template <class... Options, class Arch = simd::default_arch, detail::execution_policy Policy, class E, class DY,
          class... Arguments>
OGIVE_INLINE void backward(Policy const& policy, E, DY const& dy, Arguments const&... arguments) {
    detail::checked_backward<detail::settings<Arch, Options...>, E>(detail::execution_of(policy), dy, arguments...);
}

}  // namespace ogive
