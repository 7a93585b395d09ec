// expect: ogive: a result has a place, and names have values

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float> const&, std::vector<float>&) { og::evaluate(og::gelu(x)); }
#else
void f(std::vector<float> const& in, std::vector<float>& y) { og::evaluate(og::gelu(x), y, x = in); }
#endif
