// expect: ogive: this expression has one name for two things
// names: x

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;
#ifdef OGIVE_REJECTED
constexpr og::param<"x"> w;
#else
constexpr og::param<"w"> w;
#endif

void run(std::vector<float> const& in, std::vector<float>& out) { og::evaluate(x - w, out, x = in, w = 2.0f); }
