// expect: ogive: og::column() is the index of the column

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::var<"y"> y;

#ifdef OGIVE_REJECTED
constexpr auto e = og::where(og::column(x) < 3_c, x, y);
#else
constexpr auto e = og::where(og::column() < 3_c, x, y);
#endif
