// expect: ogive: the second argument of evaluate is where the result goes

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
float f(std::vector<float> const& v) {
    float const total = og::evaluate(og::sum(og::gelu(x)), x = v);
    return total;
}
#else
float f(std::vector<float> const& v) {
    float total = 0;
    og::evaluate(og::sum(og::gelu(x)), total, x = v);
    return total;
}
#endif
