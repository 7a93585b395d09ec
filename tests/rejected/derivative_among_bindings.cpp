// expect: ogive: a formula is not set

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& v) {
    og::backward(og::tanh(x), 1.0f, x = v, og::derivative(og::tanh(x), x) = v);
}
#else
void f(std::vector<float>& v) { og::backward(og::tanh(x), 1.0f, x = v, og::grad(x) = v); }
#endif
