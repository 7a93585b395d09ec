#pragma once
// What a call is to the plan: its results, its bindings and their shapes.

#include <ogive/graph/shapes_alone.hpp>
#include <ogive/kernel/bind.hpp>
#include <ogive/kernel/options.hpp>

namespace ogive::detail {

/// What flows into `backward`: the gradient of the loss by the result.
struct upstream : expression_of<upstream> {
    static constexpr std::size_t spelled = 1, compact = 0;
    static constexpr bool condition = false;
    using leaves = types<>;
    static constexpr std::string_view name = "dy"sv;
    static constexpr std::uint64_t key = name_key("dy, the gradient of the loss by the result");
    static constexpr operation const* kind = &ogive::kind::variable;
    using spelling = ogive::spelled<"dy">;
    static constexpr bool one_number_will_do = true;
    static constexpr int lower(auto& g) { return g.leaf(kind, key); }

    template <class T>
    OGIVE_INLINE constexpr auto operator=(T const& dy) const {
        if constexpr (viewable<T const>)
            return binding<upstream, decltype(view_of(dy))>{view_of(dy)};
        else
            return binding<upstream, T>{dy};
    }
};

/// The shape of a formula as it is written: a gradient has that of its name, be it 0.
struct shapes_as_written : shapes_alone {
    bool has_gradient = false;

    constexpr int gradient(std::uint64_t key) {
        has_gradient = true;
        shape const of = leaf_shape_of(nullptr, key, leaves, count);
        return of & shapes::per_row ? of : of | shapes::late;
    }
};

/// Where a result goes. A range for what is made of gradients has the shape that they have as written.
template <class Output>
constexpr destination destination_among(leaf_shape const* leaves, int count) {
    destination d = destination_of<typename Output::view, Output::add>;
    bool tells = false;  // otherwise there are no gradients of rows or columns
    for (int k = 0; k < count; ++k) tells |= leaves[k].of == shapes::per_row || leaves[k].of == shapes::per_column;
    if (!d.by_result || !tells) return d;
    shapes_as_written g{{leaves, count}};
    auto const written = static_cast<shape>(Output::expression::lower(g));
    if (g.has_gradient && dimensions(written) != shapes::one) d.of = shape_of_range(written), d.by_result = false;
    return d;
}

// Sources of a program (algebra/plan.hpp).

template <class Accuracy, class Bindings, class... Outputs>
struct stored_source;
template <class Accuracy, class... Leaf, class... View, class... Outputs>
struct stored_source<Accuracy, types<binding<Leaf, View>...>, Outputs...> {
    using graph = ogive::graph;
    static constexpr bool fast = std::is_same_v<Accuracy, ogive::fast>, derives = false;
    static constexpr int outputs = static_cast<int>(sizeof...(Outputs)), operands = static_cast<int>(sizeof...(Leaf));
    static constexpr leaf_shape leaves[sizeof...(Leaf) + 1] = {{Leaf::key, bound_shape<Leaf, View>}...};
    static constexpr destination to[outputs] = {destination_among<Outputs>(leaves, operands)...};
    static constexpr int guess = static_cast<int>(64 + ((4 * Outputs::expression::spelled) + ...));

    static constexpr void lower(auto& g, int* roots) {
        int k = 0;
        ((roots[k++] = Outputs::expression::lower(g)), ...);
    }
};

template <class E, class Accuracy, class Bindings, class... Gradients>
struct gradient_source;
/// The first binding is that of `upstream`.
template <class E, class Accuracy, class DY, class... Leaf, class... View, class... Gradients>
struct gradient_source<E, Accuracy, types<binding<upstream, DY>, binding<Leaf, View>...>, Gradients...> {
    using graph = ogive::graph;
    static constexpr bool fast = std::is_same_v<Accuracy, ogive::fast>, derives = true;
    static constexpr int outputs = static_cast<int>(sizeof...(Gradients)), operands = static_cast<int>(sizeof...(Leaf)) + 1;
    static constexpr leaf_shape bound[sizeof...(Leaf) + 1] = {{Leaf::key, bound_shape<Leaf, View>}...};

    /// The shape of the result, which dy has too.
    static constexpr shape result = [] {
        shapes_alone g{bound, static_cast<int>(sizeof...(Leaf))};
        return static_cast<shape>(E::lower(g));
    }();
    static constexpr shape upstream_shape =
        is_range_view<DY> && (result & shapes::late || dimensions(result) == shapes::per_row ||
                              dimensions(result) == shapes::per_column)
            ? dimensions(result)
            : bound_shape<upstream, DY>;

    static constexpr leaf_shape leaves[sizeof...(Leaf) + 1] = {{upstream::key, upstream_shape},
                                                               {Leaf::key, bound_shape<Leaf, View>}...};
    static constexpr shape shape_of(std::uint64_t key) {
        for (auto const& leaf : leaves)
            if (leaf.key == key) return leaf.of;
        return shapes::per_element;
    }
    static constexpr destination to[outputs] = {
        destination{.of = shape_of(Gradients::leaf::key), .add = Gradients::add, .by_result = false}...};
    static constexpr int guess = static_cast<int>(96 + 12 * E::spelled);

    static constexpr void lower(auto& g, int* roots) {
        int const names[] = {Gradients::leaf::lower(g)...};
        int const root = E::lower(g);
        differentiate(g, root, upstream::lower(g), names, outputs, roots, broadcast::summed);
        for (int k = 0; k < outputs; ++k)
            if (roots[k] < 0) roots[k] = g.constant(0);
    }
};

}  // namespace ogive::detail
