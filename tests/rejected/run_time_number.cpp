// expect: ogive: a run-time number cannot be part of a formula: write 0.5_c or og::c<0.5> for a constant

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v, float b) { og::evaluate(0.5 * x + beta, y, x = v, beta = b); }
#else
void f(std::vector<float>& y, std::vector<float>& v, float b) { og::evaluate(0.5_c * x + beta, y, x = v, beta = b); }
#endif
