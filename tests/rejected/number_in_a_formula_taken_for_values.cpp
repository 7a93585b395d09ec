// expect: ogive: a run-time number cannot be part of a formula

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;
using namespace og::literals;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y) { y = 2.0 * og::gelu(x); }
#else
void f(std::vector<float>& y) { og::evaluate(2_c * og::gelu(x), y, x = y); }
#endif
