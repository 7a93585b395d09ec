// expect: ogive: a result is computed by a call

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

#pragma GCC diagnostic error "-Wunused-result"

#ifdef OGIVE_REJECTED
void f(std::vector<float> const&, std::vector<float>& y) { og::store(og::gelu(x), y); }
#else
void f(std::vector<float> const& in, std::vector<float>& y) { og::fuse(og::store(og::gelu(x), y), x = in); }
#endif
