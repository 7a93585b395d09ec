// expect: ogive: a matrix is a view without elements of its own

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<double>& v) { og::evaluate(og::gelu(x), v, x = og::matrix(v.data(), 1, v.size())[0]); }
#else
void f(std::vector<double>& v) { og::evaluate(og::gelu(x), v, x = og::matrix(v.data(), 1, v.size()).rows(0, 1)); }
#endif
