// expect: ogive: the second argument of evaluate is where the result goes: a contiguous range or a matrix, no temporary container
#include <ogive/ogive.hpp>

#include <span>
#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

void run(std::vector<float> const& in, std::vector<float>& out) {
#ifdef OGIVE_REJECTED
    og::evaluate(og::gelu(x), std::vector<float>(in.size()), x = in);
#else
    og::evaluate(og::gelu(x), std::span<float>(out), x = std::vector<float>(in));
#endif
}
