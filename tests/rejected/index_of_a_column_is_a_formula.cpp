// expect: ogive: this function admits some values only: it takes a var or a param, which a call can check

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::var<"label"> label;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, og::matrix_view<float> m, std::vector<float>& l) { og::evaluate(og::cross_entropy(x, label + 1_c), y, x = m, label = og::per_row(l)); }
#else
void f(std::vector<float>& y, og::matrix_view<float> m, std::vector<float>& l) { og::evaluate(og::cross_entropy(x, label), y, x = m, label = og::per_row(l)); }
#endif
