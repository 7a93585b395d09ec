// expect: ogive: the second argument of evaluate is where the result goes

#include <ogive/ogive.hpp>

#include <span>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& v) { og::evaluate(og::gelu(x), std::vector<float>(v.size()), x = v); }
#else
void f(std::vector<float>& v) { og::evaluate(og::gelu(x), std::span(v), x = std::vector<float>(v)); }
#endif
