// expect: ogive: one value per row is a range, not a matrix
#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;
constexpr og::var<"s"> s;

void run(std::vector<float>& out, std::vector<float> const& in, std::vector<float> const& scale) {
#ifdef OGIVE_REJECTED
    auto const of_row = og::matrix(scale.data(), 3, 1);
#else
    auto const& of_row = scale;
#endif
    og::evaluate(x * s, og::matrix(out.data(), 3, 4), x = og::matrix(in.data(), 3, 4), s = og::per_row(of_row));
}
