#pragma once
// What each primitive is, in 550 decimal digits. A primitive of one's own is defined by what it `reads`, or by
//
//     bool const defined = exact::define<mine::cube_primitive>([](exact::real const* x) { return x[0] * x[0] * x[0];
//     });

#include "exact/real.hpp"

#include <ogive/symbolic.hpp>

#include <functional>

namespace exact {

/// Of its arguments; a condition is 0 or 1.
using definition = std::function<real(real const*)>;

/// Throws std::invalid_argument where there is none; what() names the primitive.
definition definition_of(ogive::operation const* op);

bool define(ogive::operation const* op, definition f);
template <class Primitive>
bool define(definition f) {
    return define(&ogive::record<Primitive>, std::move(f));
}

}  // namespace exact
