// expect: ogive: a value is bound twice in one call

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr auto e = og::sigmoid(x);

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v) { og::backward(e, y, og::value(e) = v, og::value(e) = v, og::grad(x) = y); }
#else
void f(std::vector<float>& y, std::vector<float>& v) { og::backward(e, y, og::value(e) = v, og::grad(x) = y); }
#endif
