// expect: ogive: the second argument of evaluate is where the result goes

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& v) { og::evaluate(og::sum(x), 0.0f, x = v); }
#else
void f(float& s, std::vector<float>& v) { og::evaluate(og::sum(x), s, x = v); }
#endif
