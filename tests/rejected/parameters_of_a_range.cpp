// expect: ogive: parameters are those of an expression or of an activation

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;
constexpr og::param<"alpha"> alpha;

#ifdef OGIVE_REJECTED
void f(std::vector<float> const& weights) { (void)og::parameters(weights); }
#else
void f() { (void)og::parameters(og::prelu(x, alpha)); }
#endif
