// expect: ogive: a matrix has rows and columns

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& v) { og::evaluate(og::softmax(x), v, x = og::matrix(v.data(), 4)); }
#else
void f(std::vector<float>& v) { og::evaluate(og::softmax(x), og::matrix(v.data(), 4, 8), x = og::matrix(v.data(), 4, 8)); }
#endif
