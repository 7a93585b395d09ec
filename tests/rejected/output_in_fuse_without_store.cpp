// expect: ogive: an argument of fuse is `store(e, y)`, `accumulate(e, y)` or `name = value`

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;
constexpr auto e = og::swish(x, beta);

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::fuse(e, y, x = v, beta = b); }
#else
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::fuse(og::store(e, y), x = v, beta = b); }
#endif
