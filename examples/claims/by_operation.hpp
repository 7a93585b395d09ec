#pragma once
// The kernels of an activation with one pass over memory for each operation, as a framework without fusion has it.

#include "formulas.hpp"

#include <ogive/benchmark/workload.hpp>

#include <algorithm>
#include <vector>

namespace claims {

/// Of F with Pieces arguments that are products and Learned that are parameters. Several products stand one behind the
/// other, where a network has them side by side.
template <class F, std::size_t Pieces, std::size_t Learned>
class by_operation {
    using pieces = std::make_index_sequence<Pieces>;
    using learned = std::make_index_sequence<Learned>;
    using column = ogive::benchmarking::each_column;
    struct settings {
        using accuracy = ogive::full;
        using arch = ogive::simd::default_arch;
    };
    template <auto const& Names, std::size_t I>
    using name = std::remove_cvref_t<decltype(std::get<I>(Names))>;

    template <std::size_t... I, std::size_t... K>
    static auto work(std::index_sequence<I...>, std::index_sequence<K...>) {
        namespace n = train::names;
        using whole = decltype(F{}(std::get<I>(n::z) + std::get<I>(n::b)..., std::get<K>(n::p)...));
        return ogive::types<ogive::benchmarking::workload<
            whole, float, ogive::types<name<n::z, I>..., name<n::b, I>..., name<n::p, K>...>,
            ogive::binding<name<n::b, I>, column>..., ogive::binding<name<n::p, K>, column>...>>{};
    }
    template <class W>
    static auto sources(ogive::types<W>) -> typename W::template sources_of<ogive::full>;
    using source = decltype(sources(work(pieces{}, learned{})));
    template <class Source>
    using passes = ogive::benchmarking::one_by_one<Source, settings, float>;

    template <class T>
    static void append(std::vector<T*>& to, T* data, std::size_t count, std::size_t stride) {
        for (std::size_t k = 0; k < count; ++k) to.push_back(data + k * stride);
    }

    static void forward(train::forward_call const& c) {
        std::vector<float const*> from;
        append(from, c.product, Pieces, c.rows * c.width);
        append(from, c.bias, Pieces, c.width);
        append(from, c.parameters, Learned, c.width);
        passes<typename source::forward>(from, {c.hidden}, c.rows, c.width)();
    }
    static void backward(train::backward_call const& c) {
        // The gradients take the place of the products, which are read to the end.
        thread_local std::vector<float> product;
        product.assign(c.product, c.product + Pieces * c.rows * c.width);
        std::vector<float const*> from{c.dhidden};
        append<float const>(from, product.data(), Pieces, c.rows * c.width);
        append(from, c.bias, Pieces, c.width);
        append(from, c.parameters, Learned, c.width);
        std::vector<float*> to;
        append(to, c.product, Pieces, c.rows * c.width);
        append(to, c.dbias, Pieces, c.width);
        append(to, c.dparameters, Learned, c.width);
        passes<typename source::backward>(from, to, c.rows, c.width)();
    }

public:
    static constexpr train::kernel kernel{forward, backward, Pieces, false, false};
};

}  // namespace claims
