// expect: ogive: a result goes to a contiguous range, a matrix or a float or double variable, not a temporary

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& v) { og::fuse(og::store(og::gelu(x), std::vector<float>(v.size())), x = v); }
#else
void f(std::vector<float>& v) { og::fuse(og::store(og::gelu(x), v), x = v); }
#endif
