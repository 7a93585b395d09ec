// expect: ogive: a saved value is read, og::value(e) = y: what is added to is a gradient

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& dy, std::vector<float>& y, std::vector<float>& dx) {
    og::backward(og::tanh(x), dy, og::value(og::tanh(x)) += y, og::grad(x) = dx);
}
#else
void f(std::vector<float>& dy, std::vector<float>& y, std::vector<float>& dx) {
    og::backward(og::tanh(x), dy, og::value(og::tanh(x)) = y, og::grad(x) += dx);
}
#endif
