// expect: ogive: an option is og::full, og::fast, og::pack<4>

#include <ogive/ogive.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
constexpr auto plan = og::explain<float>(og::gelu(x));
#else
constexpr auto plan = og::explain<og::fast>(og::gelu(x));
#endif
