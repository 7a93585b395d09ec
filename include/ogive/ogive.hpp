#pragma once
// Everything but the catalogue, the tests' and the benchmarks' headers.

// g++ warns of a template's own names where it is instantiated, if the program has a var of that name, and in templates
// of an index that is an int.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wsign-conversion"

#include <ogive/symbolic.hpp>

#include <ogive/kernel/call.hpp>
#include <ogive/kernel/explain.hpp>

#pragma GCC diagnostic pop
