// expect: ogive: a name is bound that does not occur in this expression: take it out of the call
// names: beta

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::evaluate(og::silu(x), y, x = v, beta = b); }
#else
void f(std::vector<float>& y, std::vector<float>& v, float& b) { (void)b; og::evaluate(og::silu(x), y, x = v); }
#endif
