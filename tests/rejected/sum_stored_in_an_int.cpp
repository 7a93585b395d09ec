// expect: ogive: all ranges of a call, and the variables that results go to, have one element type, float or double

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(int& s, std::vector<float>& v) { og::fuse(og::store(og::sum(x), s), x = v); }
#else
void f(float& s, std::vector<float>& v) { og::fuse(og::store(og::sum(x), s), x = v); }
#endif
