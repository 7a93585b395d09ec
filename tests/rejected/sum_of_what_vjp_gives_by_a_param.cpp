// expect: by a param vjp gives that sum already

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"w"> w;

void f(float* data, std::vector<float> const& weights, std::vector<float>& dw) {
    auto const [by_w] = og::vjp(og::row_sum(x * w), 1_c, w);
#ifdef OGIVE_REJECTED
    og::fuse(og::store(og::col_sum(by_w), dw), x = og::matrix(data, 3, 4), w = weights);
#else
    og::fuse(og::store(by_w, dw), x = og::matrix(data, 3, 4), w = weights);
#endif
}
