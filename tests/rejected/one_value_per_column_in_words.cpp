// expect: ogive: one value per column is the range itself

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;
constexpr og::param<"weight"> weight;

#ifdef OGIVE_REJECTED
void f(std::vector<double>& v, std::vector<double> const& weights) {
    og::evaluate(x * weight, v, x = v, weight = og::per_column(weights));
}
#else
void f(std::vector<double>& v, std::vector<double> const& weights) {
    og::evaluate(x * weight, v, x = v, weight = weights);
}
#endif
