#pragma once
// Formulas, their derivatives, their values at a point and as text: everything but the loops. No xsimd.

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"  // see <ogive/ogive.hpp>
#pragma GCC diagnostic ignored "-Wsign-conversion"

#include <ogive/meta/config.hpp>  // what it refuses, it refuses before anything else

#include <ogive/activation/activations.hpp>
#include <ogive/print/print.hpp>

#pragma GCC diagnostic pop
