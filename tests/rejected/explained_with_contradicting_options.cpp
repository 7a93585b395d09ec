// expect: ogive: two options contradict each other

#include <ogive/ogive.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
constexpr auto plan = og::explain<og::fast, og::full>(og::gelu(x));
#else
constexpr auto plan = og::explain<og::fast, og::pack<2>>(og::gelu(x));
#endif
