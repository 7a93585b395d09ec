// expect: ogive: an option is og::full, og::fast, og::pack<4>

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;
constexpr og::var<"y"> y;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& v) { og::evaluate<4>(x + y, v, x = v, y = v); }
#else
void f(std::vector<float>& v) { og::evaluate<og::pack<4>>(x + y, v, x = v, y = v); }
#endif
