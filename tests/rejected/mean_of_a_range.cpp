// expect: ogive: a formula is made of expressions and constants

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float> const& v, std::vector<float>& mean) { og::evaluate(og::row_mean(v), mean, x = v); }
#else
void f(std::vector<float> const& v, std::vector<float>& mean) { og::evaluate(og::row_mean(x), mean, x = v); }
#endif
