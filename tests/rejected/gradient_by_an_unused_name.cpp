// expect: ogive: a name is bound that does not occur in this expression: take it out of the call
// names: beta

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;
constexpr auto e = og::swish(x, beta);

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::backward(og::silu(x), v, x = v, og::grad(beta) = b); (void)y; }
#else
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::backward(e, v, x = v, beta = 2.0f, og::grad(beta) = b); (void)y; }
#endif
