// expect: ogive: a condition (x > y) has no derivative
#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

void run(std::vector<float> const& in, std::vector<float> const& dy, std::vector<float>& dx) {
#ifdef OGIVE_REJECTED
    og::backward(x > 0_c, dy, x = in, og::grad(x) = dx);
#else
    og::backward(og::where(x > 0_c, x, 0_c), dy, x = in, og::grad(x) = dx);
#endif
}
