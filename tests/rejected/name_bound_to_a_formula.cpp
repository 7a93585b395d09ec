// expect: ogive: a name is bound to values, not to a formula

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;
constexpr og::var<"up"> up;

#ifdef OGIVE_REJECTED
void f(std::vector<float> const& in, std::vector<float>& y) { og::evaluate(x * up, y, x = in, up = og::relu(x)); }
#else
void f(std::vector<float> const& in, std::vector<float>& y) { og::evaluate(x * up, y, x = in, up = in); }
#endif
