// expect: ogive: a formula is made of expressions and constants: og::gelu(x) instead of og::gelu

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float> const& v, float& total) { og::evaluate(og::sum(og::gelu), total, x = v); }
#else
void f(std::vector<float> const& v, float& total) { og::evaluate(og::sum(og::gelu(x)), total, x = v); }
#endif
