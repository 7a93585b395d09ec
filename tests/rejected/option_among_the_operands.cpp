// expect: ogive: an operand of evaluate is given as `name = value`; an option stands in angle brackets

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& v) { og::evaluate(og::gelu(x), v, x = v, og::fast{}); }
#else
void f(std::vector<float>& v) { og::evaluate<og::fast>(og::gelu(x), v, x = v); }
#endif
