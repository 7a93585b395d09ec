// expect: ogive: a condition has no value to load: bind that of og::where(condition, a, b)

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr auto positive = og::where(x > 0_c, 1_c, 0_c);

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v) { og::backward(positive * x, y, x = v, og::value(x > 0_c) = v, og::grad(x) = y); }
#else
void f(std::vector<float>& y, std::vector<float>& v) { og::backward(positive * x, y, x = v, og::value(positive) = v, og::grad(x) = y); }
#endif
