#pragma once
// PyTorch's own functions, with the gradients that its autograd gives.

#include "compare.hpp"

namespace oracle::libtorch {

/// Whether PyTorch has it, in this form.
template <class F>
bool has(subject<F> const&);
/// Whether it has the derivative of its gradient.
template <class F>
bool has_second(subject<F> const&);
/// Whether it has a gradient by the argument: not by a parameter that is a number to it.
template <class F>
bool differentiates(subject<F> const&, std::size_t argument);

template <class F>
void value(subject<F> const&, operands<F> const& in, F* y);
template <class F>
void gradients(subject<F> const&, operands<F> const& in, F const* dy, F* const* to);
template <class F>
void second(subject<F> const&, operands<F> const& in, F const* dy, F const* const* v, F* const* to);

template <class F>
inline constexpr peer<F> functions{has<F>, has_second<F>, differentiates<F>, value<F>, gradients<F>, second<F>};

}  // namespace oracle::libtorch
