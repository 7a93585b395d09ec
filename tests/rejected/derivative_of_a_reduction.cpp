// expect: ogive: an expression with a reduction (row_sum, row_max, sum) has no elementwise derivative: write auto [dx, dw] = og::vjp(e, dy, x, w)

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v, float b) { og::evaluate(og::derivative(og::softmax(x * beta), x), y, x = v, beta = b); }
#else
void f(std::vector<float>& y, std::vector<float>& v, float b) { og::evaluate(std::get<0>(og::vjp(og::softmax(x * beta), 1_c, x)), y, x = v, beta = b); }
#endif
