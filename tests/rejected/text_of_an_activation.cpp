// expect: ogive: a formula is made of expressions and constants: og::gelu(x) instead of og::gelu

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
auto text() { return og::to_text(og::relu); }
#else
auto text() { return og::to_text(og::relu(x)); }
#endif
