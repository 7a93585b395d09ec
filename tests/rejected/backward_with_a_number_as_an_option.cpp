// expect: ogive: an option is og::full, og::fast, og::pack<4>

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& v) { og::backward<og::fast, 4>(og::gelu(x), v, x = v, og::grad(x) = v); }
#else
void f(std::vector<float>& v) { og::backward<og::fast, og::pack<4>>(og::gelu(x), v, x = v, og::grad(x) = v); }
#endif
