// expect: ogive: a result cannot be stored in const values
// names: const

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;
constexpr auto e = og::swish(x, beta);

#ifdef OGIVE_REJECTED
void f(std::vector<float> const& y, std::vector<float>& v, float& b) { og::evaluate(e, y, x = v, beta = b); }
#else
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::evaluate(e, y, x = v, beta = b); }
#endif
