// expect: ogive: a formula does not change

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& v) { og::evaluate(og::gelu(x), v, x += v); }
#else
void f(std::vector<float>& v) { og::evaluate(og::gelu(x), v, x = v); }
#endif
