#pragma once
// Everything but the catalogue, the tests' and the benchmarks' headers.

#include <ogive/symbolic.hpp>

#include <ogive/kernel/call.hpp>
#include <ogive/kernel/explain.hpp>
