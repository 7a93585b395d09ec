// expect: ogive: a formula is made of expressions and constants

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& v, std::vector<float>& y) { og::evaluate(og::gelu(v), y, v = y); }
#else
void f(std::vector<float>& v, std::vector<float>& y) { og::evaluate(og::gelu(x), y, x = v); }
#endif
