#include <ogive/meta/real.hpp>

#include <catch2/catch.hpp>

#include <limits>
#include <type_traits>

namespace {

template <ogive::real V>
struct c {
    static constexpr double value = V.value();
};

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double inf = std::numeric_limits<double>::infinity();

static_assert(c<1.5>::value == 1.5);
static_assert(c<0.1>::value == 0.1);
static_assert(c<inf>::value == inf && c<-inf>::value == -inf);
static_assert(c<nan>::value != c<nan>::value);
static_assert(c<5e-324>::value == 5e-324);

static_assert(std::is_same_v<c<2>, c<2.0>>);
static_assert(std::is_same_v<c<2>, c<2.0f>>);
static_assert(std::is_same_v<c<2u>, c<2.0L>>);
static_assert(std::is_same_v<c<nan>, c<nan>>);
static_assert(!std::is_same_v<c<0.0>, c<-0.0>>);
static_assert(!std::is_same_v<c<0.1>, c<0.1f>>);

static_assert(ogive::real(0.0) != ogive::real(-0.0));
static_assert(ogive::real(nan) == ogive::real(nan));
static_assert(ogive::real() == 0);
static_assert(ogive::real(0.1L) == 0.1);
static_assert(ogive::real(9007199254740993).value() == 9007199254740992.0);
static_assert(!std::is_constructible_v<ogive::real, char const*>);
static_assert(!std::is_constructible_v<ogive::real, decltype(nullptr)>);

TEST_CASE("a compile-time real gives back the double it was made of", "[meta]") {
    for (double x : {0.0, -0.0, 1.5, 0.1, 5e-324, inf, -inf, nan}) {
        CHECK(ogive::real(x) == ogive::real(ogive::real(x).value()));
    }
}

}  // namespace
