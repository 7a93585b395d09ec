// expect: ogive: dy has the shape of the expression: one value per element, per row of a row reduction, or a number for a sum over everything

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;
constexpr auto e = og::swish(x, beta);

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::backward(og::sum(e), og::matrix(y.data(), 1, 3), x = v, beta = 1.0f, og::grad(beta) = b); }
#else
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::backward(og::sum(e), 1.0f, x = v, beta = 1.0f, og::grad(beta) = b); (void)y; }
#endif
