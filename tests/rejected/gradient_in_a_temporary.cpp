// expect: ogive: a gradient goes to a contiguous range, a matrix or a float or double variable

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& v) { og::backward(x * beta, 1.0f, x = v, beta = 1.0f, og::grad(beta) = 1.0f); }
#else
void f(float& dbeta, std::vector<float>& v) { og::backward(x * beta, 1.0f, x = v, beta = 1.0f, og::grad(beta) = dbeta); }
#endif
