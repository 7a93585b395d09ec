// expect: ogive: an activation is called with the wrong number of arguments

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
constexpr auto part = og::softmax(x, x, x, x);
#else
constexpr auto part = og::softmax(x);
#endif
void gradient(std::vector<float>& v, std::vector<float> const& y) {
    og::backward(part, v, x = v, og::value(part) = y, og::grad(x) = v);
}
