#include "accuracy.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto tanh_shrink_of = [](auto x) { return math::tanh_shrink(x); };
constexpr auto softcap_of     = [](auto x) { return math::softcap(x, math::number<decltype(x)>(30)); };

long double tanh_shrink(long double x) {
    long double const z = x * x;
    if (std::fabs(x) > 1) return x - std::tanh(x);
    long double sum = 0;
    for (int k = 41; k >= 5; k -= 2) sum = z / (k + sum);
    return x * (z / (3 + z + sum));
}

}  // namespace

TEST_CASE("tanh_shrink and softcap are accurate") {
    accuracy::check(tanh_shrink_of, tanh_shrink, 2.1, 2.3);
    accuracy::check(softcap_of, [](long double x) { return 30 * std::tanh(x / 30); }, 1.5, 1.5);
}

TEST_CASE("tanh_shrink and softcap at special values") {
    CHECK(gives(tanh_shrink_of, -0.0, -0.0));
    CHECK(gives(tanh_shrink_of, infinity, infinity));
    CHECK(gives(tanh_shrink_of, not_a_number, not_a_number));
    CHECK(gives(softcap_of, -0.0, -0.0));
    CHECK(gives(softcap_of, -infinity, -30));
    CHECK(gives(softcap_of, accuracy::tiny_float, accuracy::tiny_float));
    CHECK(gives(softcap_of, not_a_number, not_a_number));
}
