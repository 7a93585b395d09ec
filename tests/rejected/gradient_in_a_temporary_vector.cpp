// expect: ogive: a gradient goes to a contiguous range, a matrix or a float or double variable, not a temporary

#include <ogive/ogive.hpp>

#include <span>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& v) { og::backward(og::gelu(x), 1.0f, x = v, og::grad(x) = std::vector<float>(v.size())); }
#else
void f(std::vector<float>& v) { og::backward(og::gelu(x), 1.0f, x = std::vector<float>(v), og::grad(x) = std::span(v)); }
#endif
