// expect: ogive: more than 24 row reductions stand in one another: evaluate a part of it first

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

#ifdef OGIVE_REJECTED
template <int N>
constexpr auto nested(auto x) {
    if constexpr (N == 0)
        return x;
    else
        return nested<N - 1>(x * og::row_sum(x));
}
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::evaluate(nested<25>(x), y, x = v); (void)b; }
#else
template <int N>
constexpr auto nested(auto x) {
    if constexpr (N == 0)
        return x;
    else
        return nested<N - 1>(x * og::row_sum(x));
}
void f(std::vector<float>& y, std::vector<float>& v, float& b) { og::evaluate(nested<3>(x), y, x = v); (void)b; }
#endif
