// expect: ogive: og::sum(e) is over everything: row_sum(e) runs along the rows

#include <ogive/ogive.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
constexpr auto e = og::sum(x, 1) * x;
#else
constexpr auto e = og::row_sum(x) * x;
#endif
