// expect: ogive: a gradient is by a var or a param: og::grad(x) = dx

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& dx, std::vector<float>& v) { og::backward(x * x, 1.0f, x = v, og::grad("x") = dx); }
#else
void f(std::vector<float>& dx, std::vector<float>& v) { og::backward(x * x, 1.0f, x = v, og::grad(x) = dx); }
#endif
