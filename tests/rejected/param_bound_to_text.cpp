// expect: ogive: a var is bound to a contiguous range, a matrix or per_row(range), a param to a number or to a contiguous range with one value per column
// names: beta

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;
constexpr auto e = og::swish(x, beta);

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::evaluate(e, y, x = v, beta = nullptr); (void)b; }
#else
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::evaluate(e, y, x = v, beta = b); }
#endif
