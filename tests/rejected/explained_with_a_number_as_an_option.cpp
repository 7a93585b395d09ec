// expect: ogive: an option is og::full, og::fast, og::pack<4>

#include <ogive/ogive.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
constexpr auto plan = og::explain<4>(og::gelu(x));
#else
constexpr auto plan = og::explain<og::pack<4>>(og::gelu(x));
#endif
