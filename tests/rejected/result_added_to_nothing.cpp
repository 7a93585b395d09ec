// expect: ogive: a result has a place: accumulate(e, y)

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& v) { og::fuse(og::accumulate(og::silu(x)), x = v); }
#else
void f(std::vector<float>& v, std::vector<float>& y) { og::fuse(og::accumulate(og::silu(x), y), x = v); }
#endif
