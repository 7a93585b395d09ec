// expect: ogive: a name is bound to values, not to a formula

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<double>& v) { og::evaluate(og::relu(x), v, x = og::gelu(x)); }
#else
void f(std::vector<double>& v) { og::evaluate(og::relu(og::gelu(x)), v, x = v); }
#endif
