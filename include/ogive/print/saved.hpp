#pragma once
// What a forward pass must keep for the backward pass, read off the gradient's graph.

#include <ogive/algebra/derivative.hpp>
#include <ogive/algebra/loaded.hpp>

#include <string>
#include <string_view>

namespace ogive {

/// What is to be kept of an expression with so many names.
template <std::size_t Names>
struct saved_values {
    bool output = false;      ///< its value
    bool bit = false;         ///< of each element, whether a condition holds
    bool keeps[Names + 1]{};  ///< the values of its names, in order of appearance
    std::string_view names[Names + 1]{};

    template <class Name>
        requires detail::is_name<Name>
    constexpr bool contains(Name) const {
        for (std::size_t k = 0; k < Names; ++k)
            if (keeps[k] && names[k] == Name::name) return true;
        return false;
    }
    /// "nothing", "the output", "x, beta", "the output, one bit".
    std::string text() const {
        std::string s;
        auto const item = [&](std::string_view what) { s.append(s.empty() ? "" : ", ").append(what); };
        if (output) item("the output");
        if (bit) item("one bit");
        for (std::size_t k = 0; k < Names; ++k)
            if (keeps[k]) item(names[k]);
        return s.empty() ? "nothing" : s;
    }
    template <class Stream>
        requires requires(Stream& s, std::string const& text) { s << text; }
    friend Stream& operator<<(Stream& s, saved_values const& kept) {
        s << kept.text();
        return s;
    }
};

namespace detail {

/// With the value of e at hand or without, with a bit for the conditions or without.
struct assumption {
    bool output, bit;
};

template <class E, class Leaves>
struct saving;
template <class E, class... Leaf>
struct saving<E, types<Leaf...>> {
    static constexpr std::size_t names = sizeof...(Leaf);
    static constexpr int count = static_cast<int>(names);
    static constexpr std::uint64_t upstream_key = name_key("what flows into e"), output_key = name_key("value(e)");
    static constexpr bool is_var[names + 1] = {(Leaf::kind == &kind::variable)...};
    // A param's gradient is a sum, whatever the param is bound to.
    static constexpr leaf_shape bound[names + 1] = {{Leaf::key, Leaf::kind == &kind::variable ? shapes::per_element : shapes::one}...};
    static constexpr shape result = [] {
        constexpr shapes_alone g{bound, count};
        return dimensions(static_cast<shape>(E::lower(g)));
    }();
    static constexpr leaf_shape leaves[names + 1] = {{upstream_key, result}, {Leaf::key, bound[index_of_v<Leaf, types<Leaf...>>].of}...};

    saved_values<names> kept{false, false, {}, {Leaf::name...}};
    int conditions = 0;  ///< on vars: a bit for each
    bool input = false;  ///< a var is read

    /// What the gradients by X read.
    template <class... X>
    static constexpr saving of(assumption a, types<X...>) {
        loading_graph g(equations::stabilising, leaves, count + 1);
        if (a.output) g.load<E>(leaves, count + 1, &output_key);
        int const wanted[] = {X::lower(g)...};
        int const root = E::lower(g);
        int gradients[sizeof...(X)]{};
        differentiate(g, root, g.leaf(&kind::variable, upstream_key), wanted, sizeof...(X), gradients, broadcast::summed);
        saving s;
        s.walk(g, gradients, sizeof...(X), a.bit);
        return s;
    }
    constexpr bool is_enough() const { return !input && conditions <= 1; }

private:
    static constexpr int name_of(loading_graph const& g, int i) {
        for (int k = 0; k < count; ++k)
            if (g[i].op->arity == 0 && !g.is_number(i) && g[i].bits == bound[k].key) return k;
        return -1;
    }
    constexpr void walk(loading_graph const& g, int const* roots, int root_count, bool bits) {
        auto const size = static_cast<std::size_t>(g.size());
        bool* const from_var = new bool[size]{};
        bool* const read = new bool[size]{};
        for (int i = 0; i < g.size(); ++i) {
            int const name = name_of(g, i);
            from_var[i] = name >= 0 && is_var[name];
            for (int j = 0; j < g[i].op->arity; ++j) from_var[i] |= from_var[g[i].argument(j)];
        }
        for (int k = 0; k < root_count; ++k)
            if (roots[k] >= 0) read[roots[k]] = true;
        for (int i = g.size() - 1; i >= 0; --i) {
            if (!read[i]) continue;
            if (bits && g[i].op->condition && from_var[i]) {
                kept.bit = true;
                ++conditions;
                continue;
            }
            for (int j = 0; j < g[i].op->arity; ++j) read[g[i].argument(j)] = true;
            kept.output |= g.is_loaded(i);
            if (int const name = name_of(g, i); name >= 0) {
                kept.keeps[name] = true;
                input |= is_var[name];
            }
        }
        delete[] from_var;
        delete[] read;
    }
};

/// The first of these that is enough; else the inputs.
template <class E, class... X>
constexpr auto least_saved(types<X...> names) {
    using saving = detail::saving<E, typename E::leaves>;
    for (assumption const a : {assumption{false, false}, {true, false}, {false, true}, {true, true}})
        if (saving const s = saving::of(a, names); s.is_enough()) return s.kept;
    return saving::of({false, false}, names).kept;
}
template <class E, class Names>
inline constexpr auto saved_of = least_saved<E>(Names{});

}  // namespace detail

/// The least that a forward pass must keep, so that backward has the gradients by these names, or by all of e, without
/// anything else: no var at all where the gradient does not depend on them; the output, which `value(e)` loads; one
/// bit an element; the output and one bit; or those inputs that the gradients read. The first of these that is enough:
/// the output comes before a bit because it is there, as the next layer's input. Beside it the params that they read.
///
/// Shape       a constant expression; prints itself to a stream as text
/// Accuracy    that of `value(e)`, where it is the output
/// Errors      compile time only: of what is no expression; by what is no name
template <class E, class... X>
constexpr auto saved(E e, X...) {
    static_assert(a_derivative_is_by_names<X...>, "ogive: a gradient is by a var or a param: saved(e, x, w)");
    if constexpr (!expression<E> || !a_derivative_is_by_names<X...>)
        return to_expression(e);  // no second error
    else if constexpr (contains_v<any_name, typename E::leaves>)
        return saved_values<0>{};  // refused already
    else if constexpr (sizeof...(X) == 0)
        return detail::saved_of<E, typename E::leaves>;
    else
        return detail::saved_of<E, types<X...>>;
}

}  // namespace ogive
