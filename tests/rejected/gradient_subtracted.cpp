// expect: ogive: a gradient is stored, og::grad(x) = dx, or added to what is there, og::grad(x) += dx

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& dy, std::vector<float>& v, std::vector<float>& dx) {
    og::backward(og::silu(x), dy, x = v, og::grad(x) -= dx);
}
#else
void f(std::vector<float>& dy, std::vector<float>& v, std::vector<float>& dx) {
    og::backward(og::silu(x), dy, x = v, og::grad(x) += dx);
}
#endif
