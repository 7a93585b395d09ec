// expect: ogive: a result does not fit where it is stored: a value per element goes to a range or a matrix, one per row or per column to a range, a sum over everything to a number, a condition nowhere

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::evaluate(x > beta, y, x = v, beta = b); }
#else
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::evaluate(og::where(x > beta, 1_c, 0_c), y, x = v, beta = b); }
#endif
