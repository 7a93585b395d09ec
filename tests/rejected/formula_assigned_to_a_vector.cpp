// expect: ogive: the values of a formula come from a call

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;
constexpr og::var<"y"> y;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& v) { v = og::gelu(x + y); }
#else
void f(std::vector<float>& v) { og::evaluate(og::gelu(x + y), v, x = v, y = v); }
#endif
