// expect: ogive: one value per row is a range with as many values

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& v, float s) { og::evaluate(og::softmax(x), v, x = og::per_row(s)); }
#else
void f(std::vector<float>& v, std::vector<float> const& s) { og::evaluate(og::gelu(x), og::per_row(v), x = og::per_row(s)); }
#endif
