// expect: ogive: evaluate takes an expression, og::gelu(x) and not og::gelu, then where its values go

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v) { og::evaluate(y, x * x, x = v); }
#else
void f(std::vector<float>& y, std::vector<float>& v) { og::evaluate(x * x, y, x = v); }
#endif
