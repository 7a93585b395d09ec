// expect: ogive: a gradient has the shape of its name: a number for a param bound to a number, else a range or a matrix
// names: beta

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;
constexpr auto e = og::swish(x, beta);

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::backward(e, y, x = v, beta = v, og::grad(beta) = b); }
#else
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::backward(e, v, x = v, beta = v, og::grad(beta) = y); (void)b; }
#endif
