#include "accuracy.hpp"
#include "reference.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto tanh_of  = [](auto x) { return math::tanh(x); };
constexpr auto sech2_of = [](auto x) { return math::sech2(x); };
constexpr auto tanh_beside_sech2 = [](auto x) { return math::tanh<math::rest_is::alone_and_exact, true>(x); };
constexpr auto sech2_beside_tanh = [](auto x) { return math::sech2_beside_tanh(x); };

static_assert(math::tanh(0.0) == 0 && math::tanh(1e30f) == 1 && math::tanh(-infinity) == -1);
static_assert(math::tanh(1e-40f) == 1e-40f && math::tanh(-0.7) == -math::tanh(0.7));
static_assert(math::sech2(0.0) == 1 && math::sech2(1e30f) == 0);

}  // namespace

TEST_CASE("tanh is accurate") {
    accuracy::check(tanh_of, [](long double x) { return std::tanh(x); }, 2.0, 2.0);
}

TEST_CASE("sech2 is accurate") { accuracy::check(sech2_of, reference::sech2, 2.5, 2.5); }

TEST_CASE("tanh and sech2 side by side are accurate") {
    accuracy::check(tanh_beside_sech2, [](long double x) { return std::tanh(x); }, 2.0, 2.0);
    accuracy::check(sech2_beside_tanh, reference::sech2, 4.0, 4.0);
}

template <class Tanh>
void check_tanh_at_special_values(Tanh tanh) {
    CHECK(gives(tanh, 0.0, 0));
    CHECK(gives(tanh, -0.0, -0.0));
    CHECK(gives(tanh, infinity, 1));
    CHECK(gives(tanh, -infinity, -1));
    CHECK(gives(tanh, not_a_number, not_a_number));
    CHECK(gives(tanh, accuracy::tiny_float, accuracy::tiny_float));
    CHECK(gives(tanh, -accuracy::tiny_double, -accuracy::tiny_double));
}
TEST_CASE("tanh at special values") {
    check_tanh_at_special_values(tanh_of);
    check_tanh_at_special_values(tanh_beside_sech2);
}

template <class Sech2>
void check_sech2_at_special_values(Sech2 sech2) {
    CHECK(gives(sech2, 0.0, 1));
    CHECK(gives(sech2, -0.0, 1));
    CHECK(gives(sech2, infinity, 0));
    CHECK(gives(sech2, -infinity, 0));
    CHECK(gives(sech2, not_a_number, not_a_number));
}
TEST_CASE("sech2 at special values") {
    check_sech2_at_special_values(sech2_of);
    check_sech2_at_special_values(sech2_beside_tanh);
}
