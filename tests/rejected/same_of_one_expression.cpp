// expect: ogive: two expressions are compared: same(e, f)

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
static_assert(og::same(og::derivative(x, x)));
#else
static_assert(og::same(og::derivative(x, x), 1_c));
#endif
