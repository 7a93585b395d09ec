// expect: ogive: fuse needs at least one result: store(e, y) or accumulate(e, y)

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;
constexpr auto e = og::swish(x, beta);

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::fuse(x = v, beta = b); (void)y; }
#else
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::fuse(og::store(e, y), x = v, beta = b); }
#endif
