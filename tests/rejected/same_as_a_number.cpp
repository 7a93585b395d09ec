// expect: ogive: a run-time number cannot be part of a formula: write 0.5_c or og::c<0.5> for a constant

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
static_assert(og::same(og::derivative(x, x), 1));
#else
static_assert(og::same(og::derivative(x, x), 1_c));
#endif
