#pragma once
// The loops of one instruction set, for every activation of one argument in the catalogue. Included by a file for each,
// which is compiled with flags of its own: nothing here may be shared between them.

#include "kernel.hpp"

#include <ogive/catalogue.hpp>
#include <ogive/ogive.hpp>
#include <ogive/testing.hpp>

#include <boost/hana/for_each.hpp>
#include <boost/hana/second.hpp>

#include <span>
#include <type_traits>

namespace {

namespace og = ogive;

constexpr og::var<"x"> x;

template <class Function, class Arch, class Accuracy, class F>
void run(F const* in, F* value, F* slope, std::size_t n) {
    constexpr auto f = Function{}(x);
    og::fuse<og::arch<Arch>, Accuracy>(og::store(f, std::span(value, n)), og::store(og::derivative(f, x), std::span(slope, n)),
                                       x = std::span(in, n));
}

/// Writes those of one function; returns how many.
template <class Function, class Arch>
std::size_t fill_with(kernel* to) {
    static_assert(Arch::supported(), "the file is compiled with the flags of its instruction set");
    constexpr bool fused = og::math::vocabulary<og::simd::batch<float, Arch>>::exact_fma;
    to[0] = {Function::name, Arch::name(), fused, false, run<Function, Arch, og::full, float>,
             run<Function, Arch, og::full, double>};
    to[1] = {Function::name, Arch::name(), fused, true, run<Function, Arch, og::fast, float>, nullptr};
    return 2;
}

/// Writes them in the order of the catalogue; returns how many.
template <class Arch>
std::size_t fill(kernel* to) {
    kernel* at = to;
    boost::hana::for_each(og::catalogue, [&](auto entry) {
        using function = std::remove_cvref_t<decltype(boost::hana::second(entry))>;
        if constexpr (og::testing::arguments_of<function> == 1) {
            if constexpr (og::the_expression_is_elementwise<decltype(function{}(x))>) at += fill_with<function, Arch>(at);
        }
    });
    return static_cast<std::size_t>(at - to);
}

}  // namespace
