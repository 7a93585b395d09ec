// expect: ogive: a derivative is by a var or a param: derivative(e, x)

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v, float b) { og::evaluate(og::derivative(x * beta, beta + 1_c), y, x = v, beta = b); }
#else
void f(std::vector<float>& y, std::vector<float>& v, float b) { og::evaluate(x + og::derivative(x * beta, beta) * beta, y, x = v, beta = b); }
#endif
