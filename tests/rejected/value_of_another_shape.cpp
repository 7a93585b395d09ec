// expect: ogive: value(e) has the shape of e: a matrix or a range of values per element, a range of values per row or column, or a number

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr auto e = og::sigmoid(x);

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v) { og::backward(e, y, og::value(e) = 0.5f, og::grad(x) = y); (void)v; }
#else
void f(std::vector<float>& y, std::vector<float>& v) { og::backward(e, y, og::value(e) = v, og::grad(x) = y); }
#endif
