// expect: ogive: an activation is called with the wrong number of arguments

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
constexpr auto part = og::softmax(x, x, x, x);
#else
constexpr auto part = og::softmax(x);
#endif
auto kept() { return og::saved(part + x).text(); }
