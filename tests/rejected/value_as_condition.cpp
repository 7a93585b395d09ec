// expect: ogive: a condition (x > y) and a value are not interchangeable: write og::where(condition, a, b)

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v, float b) { og::evaluate(og::where(beta, x, 0_c), y, x = v, beta = b); }
#else
void f(std::vector<float>& y, std::vector<float>& v, float b) { og::evaluate(og::where(beta > 0_c, x, 0_c), y, x = v, beta = b); }
#endif
