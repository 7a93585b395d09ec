// expect: ogive: a derivative is by a var or a param

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float> const& in, std::vector<float>& dx) {
    og::backward(og::gelu(x), 1.0f, x = in, og::derivative(x) = dx);
}
#else
void f(std::vector<float> const& in, std::vector<float>& dx) { og::backward(og::gelu(x), 1.0f, x = in, og::grad(x) = dx); }
#endif
