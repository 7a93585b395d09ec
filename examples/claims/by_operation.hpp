#pragma once
// The kernels of an activation with one pass over memory for each operation, as a framework without fusion has it.

#include "formulas.hpp"

#include <ogive/benchmark/workload.hpp>

#include <vector>

namespace claims {

/// Of F with Pieces arguments that are products and Learned that are parameters, one value each. Several products are
/// read one behind the other, where a network has them side by side: as much work, but not that network.
template <class F, std::size_t Pieces, std::size_t Learned>
class by_operation {
    using column = ogive::benchmarking::each_column;
    struct settings {
        using accuracy = ogive::full;
        using arch = ogive::simd::default_arch;
    };
    template <auto const& Name>
    using type_of = std::remove_cvref_t<decltype(Name)>;
    template <auto const& Names, std::size_t I>
    using name = std::remove_cvref_t<decltype(std::get<I>(Names))>;

    /// Forward and backward of E.
    template <class E, class Names, class... Given>
    using sources = typename ogive::benchmarking::workload<E, float, Names, Given...>::template sources_of<ogive::full>;

    template <std::size_t... I, std::size_t... K>
    static auto plain(std::index_sequence<I...>, std::index_sequence<K...>) {
        namespace n = train::names;
        using whole = decltype(F{}(std::get<I>(n::z) + std::get<I>(n::b)..., std::get<K>(n::p)...));
        return sources<whole, ogive::types<name<n::z, I>..., name<n::b, I>..., name<n::p, K>...>,
                       ogive::binding<name<n::b, I>, column>..., ogive::binding<name<n::p, K>, float>...>{};
    }
    using activation = decltype(plain(std::make_index_sequence<Pieces>{}, std::make_index_sequence<Learned>{}));
    using norm = sources<decltype(ogive::rms_norm(train::names::skip, train::names::weight)),
                         ogive::types<type_of<train::names::skip>, type_of<train::names::weight>>,
                         ogive::binding<type_of<train::names::weight>, column>>;

    template <class Source>
    static void run(auto const& c, std::vector<float const*> const& from, std::vector<float*> const& to) {
        ogive::benchmarking::one_by_one<Source, settings, float>(from, to, c.rows, c.width)();
    }
    template <class T>
    static void append(std::vector<T*>& to, T* data, std::size_t count, std::size_t stride) {
        for (std::size_t k = 0; k < count; ++k) to.push_back(data + k * stride);
    }
    static void add(auto const& c, float const* x, float* sum) {
        ogive::fuse(ogive::accumulate(train::names::skip, ogive::matrix(sum, c.rows, c.width)),
                    train::names::skip = ogive::matrix(x, c.rows, c.width));
    }

    static void forward(train::forward_call const& c) {
        std::vector<float const*> from;
        append(from, c.product, Pieces, c.rows * c.width);
        append(from, c.bias, Pieces, c.width);
        append(from, c.parameters, Learned, 1);
        run<typename activation::forward>(c, from, {c.hidden});
    }
    static void backward(train::backward_call const& c) {
        // The gradients take the place of the products, which are read to the end.
        thread_local std::vector<float> product;
        product.assign(c.product, c.product + Pieces * c.rows * c.width);
        std::vector<float const*> from{c.dhidden};
        append<float const>(from, product.data(), Pieces, c.rows * c.width);
        append(from, c.bias, Pieces, c.width);
        append(from, c.parameters, Learned, 1);
        std::vector<float*> to;
        append(to, c.product, Pieces, c.rows * c.width);
        append(to, c.dbias, Pieces, c.width);
        append(to, c.dparameters, Learned, 1);
        run<typename activation::backward>(c, from, to);
    }
    static void forward_residual(train::forward_call const& c) {
        forward(c);
        add(c, c.skip, c.hidden);
        run<typename norm::forward>(c, {c.hidden, c.weight}, {c.normed});
    }
    static void backward_residual(train::backward_call const& c) {
        thread_local std::vector<float> by_norm;
        by_norm.resize(c.rows * c.width);
        run<typename norm::backward>(c, {c.dnormed, c.hidden, c.weight}, {by_norm.data(), c.dweight});
        add(c, by_norm.data(), c.dhidden);
        backward(c);
    }

public:
    static constexpr bool takes_an_exponential = [] {
        for (auto const& node : ogive::benchmarking::detail::operations_of<typename activation::forward>.node)
            if (node.op && node.op->price.transcendental > 0) return true;
        return false;
    }();
    static constexpr train::kernel without_norm{forward, backward, Pieces, false, false};
    static constexpr train::kernel with_residual{forward_residual, backward_residual, Pieces, true, true};
};

}  // namespace claims
