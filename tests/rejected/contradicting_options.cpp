// expect: ogive: two options contradict each other
#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

void run(std::vector<float> const& in, std::vector<float>& out) {
#ifdef OGIVE_REJECTED
    og::evaluate<og::fast, og::full>(og::gelu(x), out, x = in);
#else
    og::evaluate<og::fast, og::pack<2>>(og::gelu(x), out, x = in);
#endif
}
