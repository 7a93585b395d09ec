#pragma once
// The loops of one instruction set, for every activation in the catalogue. Included by a file for each, which is
// compiled with flags of its own: nothing here may be shared between them.

#include "called.hpp"
#include "kernel.hpp"
#include "rows.hpp"

#include <ogive/catalogue.hpp>
#include <ogive/ogive.hpp>

#include <boost/hana/for_each.hpp>
#include <boost/hana/second.hpp>

#include <span>
#include <type_traits>

namespace {

namespace og = ogive;

template <class Function, class Arch, class Accuracy, class F>
void run(F const* in, F* value, F* slope, std::size_t n) {
    constexpr called::first x;
    constexpr auto f = called::with_names<Function>(called::indices_of_others<Function>{});
    [&]<std::size_t... K>(std::index_sequence<K...>) {
        og::fuse<og::arch<Arch>, Accuracy>(og::store(f, std::span(value, n)),
                                           og::store(og::derivative(f, x), std::span(slope, n)), x = std::span(in, n),
                                           called::other<K + 1>{} = static_cast<F>(called::others<Function>[K])...);
    }
    (called::indices_of_others<Function>{});
}

/// Writes those of one function; returns how many.
template <class Function, class Arch>
std::size_t fill_with(kernel* to) {
    static_assert(Arch::supported(), "the file is compiled with the flags of its instruction set");
    to[0] = {Function::name, Arch::name(), false, run<Function, Arch, og::full, float>,
             run<Function, Arch, og::full, double>};
    to[1] = {Function::name, Arch::name(), true, run<Function, Arch, og::fast, float>, nullptr};
    return 2;
}

/// Writes them in the order of the catalogue; returns how many.
template <class Arch>
std::size_t fill(kernel* to) {
    kernel* at = to;
    boost::hana::for_each(og::catalogue, [&](auto entry) {
        using function = std::remove_cvref_t<decltype(boost::hana::second(entry))>;
        if constexpr (called::is_elementwise<function>) at += fill_with<function, Arch>(at);
    });
    return static_cast<std::size_t>(at - to);
}

template <class Function, class Arch>
void run_rows(float const* in, float const* dy, float* value, float* gradient, std::size_t rows, std::size_t columns) {
    constexpr called::first x;
    constexpr auto f =
        og::testing::detail::at_each_element<decltype(called::with_names<Function>(called::indices_of_others<Function>{}))>();
    [&]<std::size_t... K>(std::index_sequence<K...>) {
        og::evaluate<og::arch<Arch>>(f, og::matrix(value, rows, columns), x = og::matrix(in, rows, columns),
                                     called::other<K + 1>{} = static_cast<float>(called::others<Function>[K])...);
        og::backward<og::arch<Arch>>(f, og::matrix(dy, rows, columns), x = og::matrix(in, rows, columns),
                                     called::other<K + 1>{} = static_cast<float>(called::others<Function>[K])...,
                                     og::grad(x) = og::matrix(gradient, rows, columns));
    }
    (called::indices_of_others<Function>{});
}

/// Likewise those of what runs along a row.
template <class Arch>
std::size_t fill_rows(row_kernel* to) {
    row_kernel* at = to;
    boost::hana::for_each(og::catalogue, [&](auto entry) {
        using function = std::remove_cvref_t<decltype(boost::hana::second(entry))>;
        if constexpr (!called::is_elementwise<function>)
            *at++ = {function::name, Arch::name(), run_rows<function, Arch>};
    });
    return static_cast<std::size_t>(at - to);
}

}  // namespace
