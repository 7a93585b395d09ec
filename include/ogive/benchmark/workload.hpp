#pragma once
// An expression with data for all its names, and its passes: forward, backward, one behind the other; fused, or one
// operation after another.

#include <ogive/benchmark/one_by_one.hpp>
#include <ogive/benchmark/options.hpp>
#include <ogive/kernel/count.hpp>

namespace ogive::benchmarking {

namespace detail {

/// What a user gives for a name; nothing: one value per element.
struct nothing_given {};
template <class Leaf, class... Given>
struct given_for {
    using type = nothing_given;
};
template <class Leaf, class Value, class... Rest>
struct given_for<Leaf, binding<Leaf, Value>, Rest...> {
    using type = Value;
};
template <class Leaf, class Other, class... Rest>
struct given_for<Leaf, Other, Rest...> : given_for<Leaf, Rest...> {};

template <class Value>
inline constexpr shape shape_given = std::is_same_v<Value, nothing_given> ? shapes::per_element
                                     : std::is_same_v<Value, each_row>    ? shapes::per_row
                                     : std::is_same_v<Value, each_column> ? shapes::per_column
                                                                          : shapes::one;

template <shape Of, class F>
using source_view_t = std::remove_const_t<decltype(source_view<Of>(std::declval<F const*>(), 0, 0))>;
template <shape Of, class F>
using result_view_t = decltype(result_view<Of>(std::declval<F*>(), 0, 0));

/// The names by which there is a gradient: all but those of one value per row.
template <class Leaf, shape Of, class F>
using gradients_of =
    std::conditional_t<Of == shapes::per_row, types<>, types<gradient<Leaf, result_view_t<Of, F>, false>>>;

/// Result and gradients in one: what is saved for the backward pass is computed once.
template <class E, class Backward>
struct whole_source : Backward {
    static constexpr int outputs = Backward::outputs + 1;
    struct destinations {
        destination of[outputs];
        constexpr destination const& operator[](int k) const { return of[k]; }
    };
    static constexpr destinations to = [] {
        destinations d{};
        for (int k = 0; k < Backward::outputs; ++k) d.of[k] = Backward::to[k];
        d.of[Backward::outputs] = {.of = dimensions(Backward::result), .add = false, .by_result = false};
        return d;
    }();
    static constexpr void lower(auto& g, int* roots) {
        roots[Backward::outputs] = E::lower(g);
        Backward::lower(g, roots);
    }
};

template <class Accuracy, class Bindings, class E, class Gradients, class DY, class Y>
struct sources;
template <class Accuracy, class... Binding, class E, class... Gradient, class DY, class Y>
struct sources<Accuracy, types<Binding...>, E, types<Gradient...>, DY, Y> {
    using forward = ogive::detail::stored_source<Accuracy, types<Binding...>, output<E, Y, false>>;
    using backward =
        ogive::detail::gradient_source<E, Accuracy, types<binding<ogive::detail::upstream, DY>, Binding...>,
                                       Gradient...>;
    using whole = whole_source<E, backward>;
};

/// Values of one element that a fused pass reads and writes.
struct traffic {
    int reads = 0, writes = 0;
};
template <class Source>
inline constexpr traffic traffic_of = [] {
    constexpr auto& program = program_of<Source>;
    bool read[Source::operands + 1]{}, written[Source::outputs]{};
    for (int k = 0; k < program.stages; ++k)
        for (int i = program.columns[k].loop; i < program.columns[k].last; ++i) {
            instruction const& in = program.code[i];
            if (in.op == &machine::load && in.a < Source::operands && Source::leaves[in.a].of == shapes::per_element)
                read[in.a] = true;
            if (in.op == &machine::store && in.b >= Source::operands && in.b < Source::operands + Source::outputs)
                written[in.b - Source::operands] = true;
        }
    traffic t;
    for (bool const each : read) t.reads += each;
    for (bool const each : written) t.writes += each;
    return t;
}();

}  // namespace detail

/// The data of one benchmark. `Given` are the user's bindings.
template <class E, class F, class Leaves, class... Given>
class workload;
template <class E, class F, class... Leaf, class... Given>
class workload<E, F, types<Leaf...>, Given...> {
    template <class L>
    using value_given = typename detail::given_for<L, Given...>::type;
    template <class L>
    static constexpr shape shape_of = detail::shape_given<value_given<L>>;
    template <class L>
    using bound = binding<L, detail::source_view_t<shape_of<L>, F>>;

    static constexpr leaf_shape shapes_of_leaves[sizeof...(Leaf) + 1] = {{Leaf::key, shape_of<Leaf>}...};
    static constexpr shape result_shape = [] {
        shapes_alone g{shapes_of_leaves, static_cast<int>(sizeof...(Leaf))};
        return dimensions(static_cast<shape>(E::lower(g)));
    }();
    // A gradient that flows in: of one value per row it is a range.
    using dy_view = std::conditional_t<result_shape == shapes::per_row, range_view<F const>,
                                       detail::source_view_t<result_shape, F>>;
    using gradients = join_t<detail::gradients_of<Leaf, shape_of<Leaf>, F>...>;

public:
    template <class Accuracy>
    using sources_of =
        detail::sources<Accuracy, types<bound<Leaf>...>, E, gradients, dy_view, detail::result_view_t<result_shape, F>>;

    workload(data_size size, Given const&... given) : size_(size) {
        operands_.push_back(values(result_shape, detail::nothing_given{}));
        (operands_.push_back(values(shape_of<Leaf>, given_value<Leaf>(given...))), ...);
        (add_gradient<Leaf>(), ...);
        results_.push_back(result(result_shape));
    }

    template <class Settings>
    void forward() const {
        forward<Settings>(std::index_sequence_for<Leaf...>{});
    }
    template <class Settings>
    void backward() const {
        backward<Settings>(std::index_sequence_for<Leaf...>{}, gradients{},
                           std::make_index_sequence<size_v<gradients>>{});
    }

    template <class Settings>
    auto forward_one_by_one() const {
        std::vector<F const*> const leaves(operands_.begin() + 1, operands_.end());
        return one_by_one<typename sources_of<typename Settings::accuracy>::forward, Settings, F>(
            leaves, {results_.back()}, size_.rows, size_.columns);
    }
    template <class Settings>
    auto backward_one_by_one() const {
        return one_by_one<typename sources_of<typename Settings::accuracy>::backward, Settings, F>(
            operands_, {results_.begin(), results_.end() - 1}, size_.rows, size_.columns);
    }
    template <class Settings>
    auto whole_one_by_one() const {
        return one_by_one<typename sources_of<typename Settings::accuracy>::whole, Settings, F>(
            operands_, results_, size_.rows, size_.columns);
    }

    std::size_t size() const { return size_.count(); }
    /// The gradients in the order of their names, then the result.
    std::vector<F*> const& results() const { return results_; }

private:
    data_size size_;
    std::vector<F const*> operands_;  // dy first
    std::vector<F*> results_;         // the result last
    std::vector<std::vector<F>> kept_;

    template <class L, class Value>
    static double number_of(binding<L, Value> const& given) {
        if constexpr (std::is_arithmetic_v<Value>)
            return static_cast<double>(given.value);
        else
            return given.value.value;
    }
    template <class L, class Other>
    static double value_if(Other const& given) {
        if constexpr (std::is_same_v<typename Other::leaf, L>)
            return number_of(given);
        else
            return 0;
    }
    template <class L>
    static double given_value(Given const&... given) {
        return (0.0 + ... + value_if<L>(given));
    }
    std::size_t count(shape of) const { return detail::values_of(of, size_.rows, size_.columns); }
    F const* values(shape, detail::nothing_given) { return memory<F>::input(operands_.size(), size_.count()); }
    F const* values(shape of, double value) {
        if (of == shapes::per_element) return values(of, detail::nothing_given{});
        return kept_.emplace_back(count(of), static_cast<F>(value)).data();
    }
    F* result(shape of) const { return memory<F>::result(results_.size(), count(of)); }
    template <class L>
    void add_gradient() {
        if constexpr (shape_of<L> != shapes::per_row) results_.push_back(result(shape_of<L>));
    }

    template <class Settings, std::size_t... I>
    OGIVE_INLINE void forward(std::index_sequence<I...>) const {
        ogive::evaluate<typename Settings::accuracy, arch<typename Settings::arch>>(
            E{}, detail::result_view<result_shape>(results_.back(), size_.rows, size_.columns),
            bound_to<Leaf>(operands_[I + 1])...);
    }
    template <class Settings, std::size_t... I, class... L, class... View, std::size_t... G>
    OGIVE_INLINE void backward(std::index_sequence<I...>, types<gradient<L, View, false>...>,
                               std::index_sequence<G...>) const {
        ogive::backward<typename Settings::accuracy, arch<typename Settings::arch>>(
            E{}, dy(), bound_to<Leaf>(operands_[I + 1])...,
            gradient<L, View, false>{detail::result_view<shape_of<L>>(results_[G], size_.rows, size_.columns)}...);
    }
    template <class L>
    OGIVE_INLINE bound<L> bound_to(F const* data) const {
        return {detail::source_view<shape_of<L>>(data, size_.rows, size_.columns)};
    }
    OGIVE_INLINE dy_view dy() const {
        if constexpr (result_shape == shapes::per_row)
            return {operands_[0], size_.rows};
        else
            return detail::source_view<result_shape>(operands_[0], size_.rows, size_.columns);
    }
};

}  // namespace ogive::benchmarking
