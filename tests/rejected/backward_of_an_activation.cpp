// expect: ogive: backward takes an expression, og::gelu(x) and not og::gelu, then dy

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& dx, std::vector<float>& v) { og::backward(og::relu, 1.0f, x = v, og::grad(x) = dx); }
#else
void f(std::vector<float>& dx, std::vector<float>& v) { og::backward(og::relu(x), 1.0f, x = v, og::grad(x) = dx); }
#endif
