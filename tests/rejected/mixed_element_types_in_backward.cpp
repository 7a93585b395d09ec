// expect: ogive: all ranges of a call, and the variables that results go to, have one element type, float or double
// names: beta

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;
constexpr auto e = og::swish(x, beta);

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v, double& b) { og::backward(e, y, x = v, beta = 1.0f, og::grad(x) = v, og::grad(beta) = b); }
#else
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::backward(e, y, x = v, beta = 1.0f, og::grad(x) = v, og::grad(beta) = b); }
#endif
