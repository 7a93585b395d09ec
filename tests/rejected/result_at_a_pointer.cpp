// expect: ogive: a result goes to a contiguous range, a matrix or a float or double variable

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v) { og::fuse(og::store(x, y.data()), x = v); }
#else
void f(std::vector<float>& y, std::vector<float>& v) { og::fuse(og::store(x, y), x = v); }
#endif
