#pragma once
// Formulas, their derivatives, their values at a point and as text: everything but the loops. No xsimd.

#include <ogive/activation/activations.hpp>
#include <ogive/print/print.hpp>
