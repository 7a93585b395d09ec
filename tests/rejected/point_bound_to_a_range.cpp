// expect: ogive: at a point a name is bound to a float, a double, a whole number or a batch
// names: beta

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;
constexpr auto e = og::swish(x, beta);

#ifdef OGIVE_REJECTED
double f(std::vector<double> const& v) { return e(x = 1.0, beta = v); }
#else
double f(std::vector<double> const& v) { return e(x = 1.0, beta = v[0]); }
#endif
