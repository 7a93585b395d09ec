// expect: ogive: a value of an element needs a sum over all rows: evaluate the sum first and bind it to a param

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;
constexpr auto e = og::swish(x, beta);

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::evaluate(e / og::sum(e), y, x = v, beta = b); }
#else
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::evaluate(e / beta, y, x = v, beta = b); }
#endif
