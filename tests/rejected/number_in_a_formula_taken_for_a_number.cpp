// expect: ogive: a run-time number cannot be part of a formula

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;
using namespace og::literals;

#ifdef OGIVE_REJECTED
float loss() { return 0.5f * og::sum(og::square(x)); }
#else
float loss(std::vector<float> const& v) {
    float sum = 0;
    og::evaluate(0.5_c * og::sum(og::square(x)), sum, x = v);
    return sum;
}
#endif
