#pragma once
// What each primitive is, in many digits. A primitive of one's own is defined by what it `reads`, or by
//
//     bool const defined = exact::define<mine::cube_primitive>([](auto const* x) { return x[0] * x[0] * x[0]; });

#include "exact/real.hpp"
#include "exact/taylor.hpp"

#include <ogive/symbolic.hpp>

#include <functional>

namespace exact {

/// Of its arguments; a condition is 0 or 1. T is real, or one of the two that curves are computed in.
template <class T>
using definition = std::function<T(T const*)>;

/// What a curve is computed in, and what in again where more than half of these digits cancel.
using short_taylor = taylor<60>;
using long_taylor = taylor<1300>;

/// Throws std::invalid_argument where there is none; what() names the primitive.
template <class T>
definition<T> definition_of(ogive::operation const* op);

template <class T>
bool define_as(ogive::operation const* op, definition<T> f);

template <class Primitive, class F>
bool define(F f) {
    auto const op = &ogive::record<Primitive>;
    return define_as<real>(op, f) && define_as<short_taylor>(op, f) && define_as<long_taylor>(op, f);
}

}  // namespace exact
