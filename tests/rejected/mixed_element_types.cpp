// expect: ogive: all ranges of a call, and the variables that results go to, have one element type, float or double
// names: result

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;
constexpr auto e = og::swish(x, beta);

#ifdef OGIVE_REJECTED
void f(std::vector<double>& y, std::vector<float>& v, float& b) { og::evaluate(e, y, x = v, beta = b); }
#else
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::evaluate(e, y, x = v, beta = b); }
#endif
