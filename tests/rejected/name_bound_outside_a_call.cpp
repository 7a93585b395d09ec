// expect: ogive: name = value is an argument of a call

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

#pragma GCC diagnostic error "-Wunused-result"

#ifdef OGIVE_REJECTED
void f(std::vector<float> const& in, std::vector<float>&) { x = in; }
#else
void f(std::vector<float> const& in, std::vector<float>& y) { og::evaluate(og::gelu(x), y, x = in); }
#endif
