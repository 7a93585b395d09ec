// expect: ogive: value(e) is bound, but e does not occur in this expression: take it out of the call
// names: tanh

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v) { og::backward(og::sigmoid(x), y, x = v, og::value(og::tanh(x)) = v, og::grad(x) = y); }
#else
void f(std::vector<float>& y, std::vector<float>& v) { og::backward(og::tanh(x), y, x = v, og::value(og::tanh(x)) = v, og::grad(x) = y); }
#endif
