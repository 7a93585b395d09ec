// expect: ogive: a function is called with the wrong number of arguments

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float> const& v, std::vector<float>& total) { og::evaluate(og::row_sum(x, 1), total, x = v); }
#else
void f(std::vector<float> const& v, std::vector<float>& total) { og::evaluate(og::row_sum(x), total, x = v); }
#endif
