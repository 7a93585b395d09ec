#pragma once
// evaluate, backward and fuse: one pass over memory.

#include <ogive/kernel/bind.hpp>
#include <ogive/kernel/check.hpp>
#include <ogive/kernel/options.hpp>
#include <ogive/kernel/rows.hpp>

#include <tuple>
#include <utility>

namespace ogive {

namespace detail {

/// What flows into `backward`: the gradient of the loss by the result.
struct upstream : expression_of<upstream> {
    static constexpr std::size_t spelled = 1, compact = 0;
    static constexpr bool condition = false;
    using leaves = types<>;
    static constexpr std::string_view name = "dy";
    static constexpr std::uint64_t key = name_key("dy, the gradient of the loss by the result");
    static constexpr operation const* kind = &ogive::kind::variable;
    using spelling = ogive::spelled<"dy">;
    static constexpr bool one_number_will_do = true;
    static constexpr int lower(graph& g) { return g.leaf(kind, key); }

    template <class T>
    constexpr auto operator=(T const& dy) const {
        if constexpr (viewable<T const>)
            return binding<upstream, decltype(view_of(dy))>{view_of(dy)};
        else
            return binding<upstream, T>{dy};
    }
};

// ---- sources of a program (algebra/plan.hpp)

template <class Accuracy, class Bindings, class... Outputs>
struct stored_source;
template <class Accuracy, class... Leaf, class... View, class... Outputs>
struct stored_source<Accuracy, types<binding<Leaf, View>...>, Outputs...> {
    static constexpr int outputs = static_cast<int>(sizeof...(Outputs)), operands = static_cast<int>(sizeof...(Leaf));
    static constexpr leaf_shape leaves[sizeof...(Leaf) + 1] = {{Leaf::key, bound_shape<Leaf, View>}...};
    static constexpr destination to[] = {destination_of<typename Outputs::view, Outputs::add>...};
    static constexpr int guess = static_cast<int>(64 + ((4 * Outputs::expression::spelled) + ...));

    static constexpr void lower(graph& g, int* roots) {
        int k = 0;
        ((roots[k++] = Outputs::expression::lower(g)), ...);
    }
};

template <class E, class Accuracy, class Bindings, class... Gradients>
struct gradient_source;
/// The first binding is that of `upstream`.
template <class E, class Accuracy, class DY, class... Leaf, class... View, class... Gradients>
struct gradient_source<E, Accuracy, types<binding<upstream, DY>, binding<Leaf, View>...>, Gradients...> {
    static constexpr int outputs = static_cast<int>(sizeof...(Gradients)), operands = static_cast<int>(sizeof...(Leaf)) + 1;
    static constexpr leaf_shape bound[sizeof...(Leaf) + 1] = {{Leaf::key, bound_shape<Leaf, View>}...};

    /// The shape of the result, which dy has too.
    static constexpr shape result = [] {
        graph g(equations::exact, bound, static_cast<int>(sizeof...(Leaf)));
        return g[E::lower(g)].of;
    }();
    static constexpr shape upstream_shape = is_range_view<DY> && (result & shapes::late || dimensions(result) == shapes::per_row)
                                                ? dimensions(result)
                                                : bound_shape<upstream, DY>;

    static constexpr leaf_shape leaves[sizeof...(Leaf) + 1] = {{upstream::key, upstream_shape},
                                                               {Leaf::key, bound_shape<Leaf, View>}...};
    static constexpr shape shape_of(std::uint64_t key) {
        for (auto const& leaf : leaves)
            if (leaf.key == key) return leaf.of;
        return shapes::per_element;
    }
    static constexpr destination to[] = {
        destination{.of = shape_of(Gradients::leaf::key), .add = Gradients::add, .by_result = false}...};
    static constexpr int guess = static_cast<int>(96 + 12 * E::spelled);

    static constexpr void lower(graph& g, int* roots) {
        int const names[] = {Gradients::leaf::lower(g)...};
        int const root = E::lower(g);
        differentiate(g, root, upstream::lower(g), names, outputs, roots, broadcast::summed);
        for (int k = 0; k < outputs; ++k)
            if (roots[k] < 0) roots[k] = g.constant(0);
    }
};

// ---- what a call hands to the kernel

template <class View>
OGIVE_INLINE extent extent_of(View const& v, std::string_view name, shape of, bool is_output) {
    extent e{.name = name, .of = of, .is_output = is_output};
    if constexpr (is_number_view<View>) {
        if constexpr (!std::is_arithmetic_v<View>) e.data = reinterpret_cast<std::uintptr_t>(v.data);
    } else {
        e.data = reinterpret_cast<std::uintptr_t>(v.data);
        if constexpr (is_matrix_view<View>) {
            e.is_matrix = true;
            e.rows = v.row_count;
            e.columns = v.column_count;
            e.row_stride = v.row_stride;
        } else {
            e.columns = v.size;
        }
    }
    return e;
}

template <class F, class View>
OGIVE_INLINE stream_source<F> source_of(View const& v, shape of, domain d) {
    if constexpr (std::is_arithmetic_v<View>) {
        return {.number = static_cast<F>(v)};
    } else {
        stream_source<F> s{.data = const_cast<F*>(v.data)};  // inputs are only read
        if constexpr (is_matrix_view<View>)
            s.row_stride = v.row_stride;
        else if (of == shapes::per_element)
            s.row_stride = d.columns;
        return s;
    }
}

/// How many vectors side by side: as many as the registers hold of the values needed at one time. A few
/// more than they hold still pay, because the vectors hide one another's latency.
template <auto const& Program, int Chosen, class Arch>
consteval int pack_of() {
    if (Chosen > 0) return Chosen;
    int alive = 1;
    for (int k = 0; k < Program.stages; ++k)
        if (Program.columns[k].alive > alive) alive = Program.columns[k].alive;
    constexpr int room = simd::registers<Arch> * 5 / 4;
    return 4 * alive <= room ? 4 : 2 * alive <= room ? 2 : 1;
}

template <auto const& Program, class Settings, class F, int Operands, int Outputs>
OGIVE_INLINE void launch(stream_source<F> const (&operands)[Operands], stream_source<F> const (&outputs)[Outputs],
                         int operand_count, domain d) {
    if constexpr (Program.flat) {
        bool contiguous = true;
        for (int k = 0; k < operand_count; ++k)
            if (operands[k].row_stride != d.columns && operands[k].row_stride != 0) contiguous = false;
        for (auto const& o : outputs)
            if (o.row_stride != d.columns && o.row_stride != 0) contiguous = false;
        if (contiguous) d = {1, d.rows * d.columns};
    }
    if (d.columns == 0) d.rows = 0;
    run<Program, F, typename Settings::arch, pack_of<Program, Settings::pack, typename Settings::arch>()>(
        operands, outputs, operand_count, Outputs, d.rows, d.columns, std::make_integer_sequence<int, Program.stages>{});
}

template <class... Misbound>
constexpr void explain_misbound(types<Misbound...>) {
    static_assert(every_name_is_bound_to_what_it_stands_for<Misbound...>,
                  "ogive: a var is bound to a range, a matrix or per_row(range), a param to a number or to a "
                  "range with one value per column");
}

/// The compile-time checks of a call, the first that fails as one sentence.
template <class Names, class Bindings, class Outputs>
struct call_check;
template <class Names, class... Leaf, class... View, class... Outputs>
struct call_check<Names, types<binding<Leaf, View>...>, types<Outputs...>> {
    using F = element_type<typename Outputs::view..., View...>;
    static constexpr bool types_agree =
        every_range_has_one_element_type<typename element_of<typename Outputs::view>::type..., typename element_of<View>::type...>;
    static constexpr bool floating = the_elements_are_float_or_double<F>;
    static constexpr bool writable = every_destination_is_writable<typename Outputs::view...>;
    using misbound = join_t<std::conditional_t<a_var_is_bound_to_a_range<Leaf, View> &&
                                                   a_param_is_bound_to_a_number_or_a_range<Leaf, View>,
                                               types<>, types<typename Leaf::spelling>>...>;
    static constexpr bool kinds = size_v<misbound> == 0;
    static constexpr bool ok = Names::ok && types_agree && floating && writable && kinds;

    static constexpr void explain() {
        if constexpr (!Names::ok)
            Names::explain();
        else if constexpr (!kinds)
            explain_misbound(misbound{});
        else if constexpr (!writable)
            static_assert(every_destination_is_writable<typename Outputs::view...>,
                          "ogive: a result cannot be stored in a range of const values");
        else if constexpr (!types_agree)
            static_assert(types_agree, "ogive: all ranges of a call have the same element type, float or double");
        else
            static_assert(the_elements_are_float_or_double<F>, "ogive: the elements of a range are float or double");
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
                      "matrix, a sum over everything to a number, a condition nowhere (write og::where)");
    else if constexpr (!reductions_are_not_too_deep<Program>)
        static_assert(reductions_are_not_too_deep<Program>,
                      "ogive: more than 24 row reductions stand in one another: evaluate a part of it first");
    else
        static_assert(one_pass_over_the_rows_is_enough<Program>,
                      "ogive: a value of an element needs a sum over all rows: evaluate the sum first and bind it to a param");
}

/// `outputs` and `bindings` are tuples; of the outputs the views and the names are what counts here.
template <class Source, class Settings, class F, class... Outputs, class... Leaf, class... View, std::size_t... O,
          std::size_t... I>
OGIVE_INLINE void call(std::tuple<Outputs...> const& outputs, std::tuple<binding<Leaf, View>...> const& bindings,
                       std::string_view const* output_names, std::index_sequence<O...>, std::index_sequence<I...>) {
    constexpr auto& program = program_of<Source>;
    if constexpr (!program_is_fine<program>()) {
        explain_program<program>();
    } else {
        constexpr int operand_count = static_cast<int>(sizeof...(I)), count = operand_count + static_cast<int>(sizeof...(O));
        extent const extents[] = {
            extent_of(std::get<I>(bindings).value, Leaf::name, Source::leaves[I].of, false)...,
            extent_of(std::get<O>(outputs).to, output_names[O], program.stored[O], true)...};
        domain const d = run_time_checks<typename Settings::arch>::of(extents, count, sizeof(F), !program.late_columns.empty());
        stream_source<F> const sources[sizeof...(I) + 1] = {
            source_of<F>(std::get<I>(bindings).value, Source::leaves[I].of, d)...};
        stream_source<F> const destinations[] = {source_of<F>(std::get<O>(outputs).to, program.stored[O], d)...};
        launch<program, Settings>(sources, destinations, operand_count, d);
    }
}

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

template <class Settings, class... Outputs, class... Bindings>
OGIVE_INLINE void fuse(std::tuple<Outputs...> const& outputs, std::tuple<Bindings...> const& bindings) {
    using used = join_t<typename Outputs::expression::leaves...>;
    using check = call_check<names<used, typename Bindings::leaf...>, types<Bindings...>, types<Outputs...>>;
    if constexpr (!check::ok) {
        check::explain();
    } else {
        using source = stored_source<typename Settings::accuracy, types<Bindings...>, Outputs...>;
        std::string_view output_names[sizeof...(Outputs)];
        for (auto& name : output_names) name = "the result";
        call<source, Settings, typename check::F>(outputs, bindings, output_names, std::index_sequence_for<Outputs...>{},
                                                  std::index_sequence_for<Bindings...>{});
    }
}

template <class E, class Bindings, class Gradients>
struct backward_check;
template <class E, class DY, class... Bindings, class... Gradients>
struct backward_check<E, types<binding<upstream, DY>, Bindings...>, types<Gradients...>> {
    using bound = names<typename E::leaves, typename Bindings::leaf...>;
    using call = call_check<bound, types<binding<upstream, DY>, Bindings...>, types<Gradients...>>;
    static constexpr bool asks = (contains_v<typename Gradients::leaf, typename E::leaves> && ...);
    static constexpr bool once = all_different<typename Gradients::leaf...>;
    static constexpr bool ok = asks && once && call::ok;

    static constexpr void explain() {
        if constexpr (!asks)
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

template <class Settings, class E, class... Gradients, class... Bindings>
OGIVE_INLINE void backward(std::tuple<Gradients...> const& gradients, std::tuple<Bindings...> const& bindings) {
    using check = backward_check<E, types<Bindings...>, types<Gradients...>>;
    if constexpr (!check::ok) {
        check::explain();
    } else {
        using source = gradient_source<E, typename Settings::accuracy, types<Bindings...>, Gradients...>;
        constexpr bool shapes_agree = (a_gradient_has_the_shape_of_its_name<Gradients, source> && ...);
        if constexpr (!dy_has_the_shape_of_the_result<source>) {
            static_assert(dy_has_the_shape_of_the_result<source>,
                          "ogive: dy has the shape of the expression: one value per element, per row of a row "
                          "reduction, or a number for a sum over everything");
        } else if constexpr (!shapes_agree) {
            static_assert(shapes_agree,
                          "ogive: a gradient has the shape of its name: a number for a param bound to a number, "
                          "else a range or a matrix");
        } else {
            std::string_view const output_names[] = {gradient_label<typename Gradients::leaf>.view()...};
            call<source, Settings, typename check::call::F>(gradients, bindings, output_names,
                                                            std::index_sequence_for<Gradients...>{},
                                                            std::index_sequence_for<Bindings...>{});
        }
    }
}

// ---- the arguments of a call, sorted by what they are

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

}  // namespace detail

template <class... Arguments>
inline constexpr bool an_argument_is_a_binding = ((detail::is_binding<Arguments>) && ...);
template <class... Arguments>
inline constexpr bool an_argument_is_a_binding_or_a_gradient =
    ((detail::is_binding<Arguments> || detail::is_gradient<Arguments>) && ...);
template <class... Arguments>
inline constexpr bool an_argument_is_a_binding_or_a_result =
    ((detail::is_binding<Arguments> || detail::is_output<Arguments>) && ...);
template <class Y>
inline constexpr bool the_result_goes_to_a_range_or_a_number = detail::place<Y>;
template <class... Arguments>
inline constexpr bool there_is_a_result = (detail::is_output<Arguments> || ...);
template <class... Arguments>
inline constexpr bool there_is_a_gradient = (detail::is_gradient<Arguments> || ...);
template <class DY>
inline constexpr bool dy_is_a_range_or_a_number = viewable<DY const> || std::is_arithmetic_v<DY>;

/// Any number of results, one pass over memory, every common subexpression computed once.
///
/// Shape       results: `store(e, y)`, `accumulate(e, y)`; operands: `name = value`; in any order
/// Errors      std::invalid_argument where sizes differ or an output overlaps another operand in part,
///             before anything is written
template <option... Options, class Arch = simd::default_arch, class... Arguments>
OGIVE_INLINE void fuse(Arguments const&... arguments) {
    if constexpr (!an_argument_is_a_binding_or_a_result<Arguments...>)
        static_assert(an_argument_is_a_binding_or_a_result<Arguments...>,
                      "ogive: an argument of fuse is `store(e, y)`, `accumulate(e, y)` or `name = value`");
    else if constexpr (!there_is_a_result<Arguments...>)
        static_assert(there_is_a_result<Arguments...>,
                      "ogive: fuse needs at least one result: store(e, y) or accumulate(e, y)");
    else
        detail::fuse<detail::settings<Arch, Options...>>(
            detail::only<detail::is_output_argument>(std::tie(arguments...)),
            detail::only<detail::is_binding_argument>(std::tie(arguments...)));
}

/// y becomes e, in one pass over memory.
///
/// Shape       y: a range or matrix of the operands' size; of an expression with one value per row, a range
///             of as many values as there are rows. In-place use (y is an operand) is allowed if exact
/// Errors      std::invalid_argument where sizes differ or y overlaps an operand in part, before anything is
///             written
template <option... Options, class Arch = simd::default_arch, expression E, class Y, class... Bindings>
OGIVE_INLINE void evaluate(E e, Y&& y, Bindings const&... bindings) {
    if constexpr (!the_result_goes_to_a_range_or_a_number<Y>)
        static_assert(the_result_goes_to_a_range_or_a_number<Y>,
                      "ogive: the second argument of evaluate is where the result goes: a contiguous range or a matrix");
    else if constexpr (!an_argument_is_a_binding<Bindings...>)
        static_assert(an_argument_is_a_binding<Bindings...>, "ogive: an operand of evaluate is given as `name = value`");
    else
        detail::fuse<detail::settings<Arch, Options...>>(std::make_tuple(store(e, y)), std::make_tuple(bindings...));
}

/// The gradients of e that are asked for, in one pass over memory; dy is the gradient of the loss by e.
///
/// Shape       dy: as the result of evaluate, or one number for all; `grad(x) = dx`: as x
/// Errors      std::invalid_argument where sizes differ or an output overlaps another operand in part,
///             before anything is written
template <option... Options, class Arch = simd::default_arch, expression E, class DY, class... Arguments>
OGIVE_INLINE void backward(E, DY const& dy, Arguments const&... arguments) {
    if constexpr (!an_argument_is_a_binding_or_a_gradient<Arguments...>) {
        static_assert(an_argument_is_a_binding_or_a_gradient<Arguments...>,
                      "ogive: an argument of backward is `name = value`, `grad(name) = range` or `grad(name) += range`");
    } else if constexpr (!there_is_a_gradient<Arguments...>) {
        static_assert(there_is_a_gradient<Arguments...>,
                      "ogive: backward computes the gradients that are asked for: add og::grad(x) = dx");
    } else if constexpr (!dy_is_a_range_or_a_number<DY>) {
        static_assert(dy_is_a_range_or_a_number<DY>,
                      "ogive: dy, the gradient of the loss by the result, is a range, a matrix or a number");
    } else {
        auto const all = std::tie(arguments...);
        detail::backward<detail::settings<Arch, Options...>, E>(
            detail::only<detail::is_gradient_argument>(all),
            detail::only<detail::is_binding_argument>(all, detail::upstream{} = dy));
    }
}

/// The same under a standard execution policy.
template <option... Options, class Arch = simd::default_arch, detail::execution_policy Policy, class... Arguments>
OGIVE_INLINE void fuse(Policy const&, Arguments const&... arguments) {
    fuse<Options..., arch<Arch>>(arguments...);
}
template <option... Options, class Arch = simd::default_arch, detail::execution_policy Policy, expression E, class Y,
          class... Bindings>
OGIVE_INLINE void evaluate(Policy const&, E e, Y&& y, Bindings const&... bindings) {
    evaluate<Options..., arch<Arch>>(e, y, bindings...);
}
template <option... Options, class Arch = simd::default_arch, detail::execution_policy Policy, expression E, class DY,
          class... Arguments>
OGIVE_INLINE void backward(Policy const&, E e, DY const& dy, Arguments const&... arguments) {
    backward<Options..., arch<Arch>>(e, dy, arguments...);
}

}  // namespace ogive
