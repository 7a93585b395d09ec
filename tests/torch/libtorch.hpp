#pragma once
// PyTorch's own functions, with the gradients that its autograd gives.

#include "compare.hpp"

namespace oracle::libtorch {

/// Whether PyTorch has it.
bool has(std::string_view name);
/// Whether it has the derivative of its gradient.
bool has_second(std::string_view name);

template <class F>
void value(subject<F> const&, operands<F> const& in, F* y);
template <class F>
void gradients(subject<F> const&, operands<F> const& in, F const* dy, F* const* to);
template <class F>
void second(subject<F> const&, operands<F> const& in, F const* dy, F const* const* v, F* const* to);

template <class F>
inline constexpr peer<F> functions{has, has_second, value<F>, gradients<F>, second<F>};

}  // namespace oracle::libtorch
