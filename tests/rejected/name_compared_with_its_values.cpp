// expect: ogive: a formula is made of expressions and constants: og::gelu(x) instead of og::gelu, a name in place of its values

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v) { og::evaluate(og::silu(x), y, x == v); }
#else
void f(std::vector<float>& y, std::vector<float>& v) { og::evaluate(og::silu(x), y, x = v); }
#endif
