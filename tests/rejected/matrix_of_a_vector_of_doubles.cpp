// expect: ogive: a matrix is given by a pointer

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<double>& v) { og::evaluate(og::softmax(x), og::matrix(v.data(), 1, v.size()), x = og::matrix(v, 1, v.size())); }
#else
void f(std::vector<double>& v) {
    og::evaluate(og::softmax(x), og::matrix(v.data(), 1, v.size()), x = og::matrix(v.data(), 1, v.size()));
}
#endif
