// expect: ogive: a run-time number cannot be part of a formula

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace og::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& v) { og::backward(0.5 * og::gelu(x), v, x = v, og::grad(x) = v); }
#else
void f(std::vector<float>& v) { og::backward(0.5_c * og::gelu(x), v, x = v, og::grad(x) = v); }
#endif
