// expect: ogive: an option is og::full, og::fast

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float> const& in, std::vector<float>& y) { og::evaluate<og::simd::default_arch>(og::gelu(x), y, x = in); }
#else
void f(std::vector<float> const& in, std::vector<float>& y) {
    og::evaluate<og::arch<og::simd::default_arch>>(og::gelu(x), y, x = in);
}
#endif
