// expect: ogive: backward computes the gradients that are asked for: add og::grad(x) = dx

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;
constexpr auto e = og::swish(x, beta);

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::backward(e, y, x = v, beta = b); }
#else
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::backward(e, y, x = v, beta = 1.0f, og::grad(beta) = b); }
#endif
