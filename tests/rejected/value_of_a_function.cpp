// expect: ogive: a formula is made of expressions and constants

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v) {
    og::backward(og::tanh(x), 1.0f, og::value(og::tanh) = y, og::grad(x) = v);
}
#else
void f(std::vector<float>& y, std::vector<float>& v) {
    og::backward(og::tanh(x), 1.0f, og::value(og::tanh(x)) = y, og::grad(x) = v);
}
#endif
