#pragma once
// Everything but the catalogue, the tests' and the benchmarks' headers.

// g++ warns of a template's own names where it is instantiated, if the program has a var of that name.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"

#include <ogive/symbolic.hpp>

#include <ogive/kernel/call.hpp>
#include <ogive/kernel/explain.hpp>

#pragma GCC diagnostic pop
