// expect: ogive: a formula is not set

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>&, std::vector<float>& v) { og::gelu(x) = v; }
#else
void f(std::vector<float>& y, std::vector<float>& v) { og::evaluate(og::gelu(x), y, x = v); }
#endif
