// The subgradients at kinks are PyTorch's; defaults, argument order and both infinities of the rest of the catalogue.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"t"> t;
constexpr double infinity = std::numeric_limits<double>::infinity();

template <auto const& F>
constexpr double slope(double at) {
    return og::derivative(F(x) + 0_c * x, x)(x = at);
}

// torch.nn.functional: hardtanh, relu6, hardsigmoid, hardswish, hardshrink, softshrink, threshold, celu.
static_assert(slope<og::hard_tanh>(-1) == 0 && slope<og::hard_tanh>(1) == 0 && slope<og::hard_tanh>(0.5) == 1);
static_assert(slope<og::relu6>(0) == 0 && slope<og::relu6>(6) == 0 && slope<og::relu6>(3) == 1);
static_assert(slope<og::hard_sigmoid>(-3) == 0 && slope<og::hard_sigmoid>(3) == 0 && slope<og::hard_sigmoid>(0) == 1.0 / 6);
static_assert(slope<og::hard_swish>(-3) == 0 && slope<og::hard_swish>(3) == 1 && slope<og::hard_swish>(0) == 0.5);
static_assert(slope<og::hard_shrink>(-0.5) == 0 && slope<og::hard_shrink>(0.5) == 0 && slope<og::hard_shrink>(0.75) == 1);
static_assert(slope<og::soft_shrink>(-0.5) == 0 && slope<og::soft_shrink>(0.5) == 0 && slope<og::soft_shrink>(-1) == 1);
static_assert(og::derivative(og::soft_shrink(og::sqrt(x)), x)(x = 0.0) == 0);  // the arm not taken has no slope
static_assert(slope<og::celu>(0) == 1 && slope<og::step>(0) == 0 && slope<og::rrelu>(0) == 11.0 / 48);
static_assert(og::derivative(og::threshold(x, 0.5_c, 2_c), x)(x = 0.5) == 0);
static_assert(og::derivative(og::clip(x, og::c<-1>, 1_c), x)(x = 1.0) == 1);
static_assert(slope<og::smelu>(-1) == 0 && slope<og::smelu>(1) == 1 && slope<og::sparse_plus>(0) == 0.5);

// Defaults and argument order.
static_assert(og::same(og::hard_tanh(x), og::hard_tanh(x, og::c<-1>, 1_c)));
static_assert(og::same(og::hard_shrink(x), og::hard_shrink(x, 0.5_c)));
static_assert(og::same(og::celu(x), og::elu(x)) && og::same(og::softcap(x), og::softcap(x, 30_c)));
static_assert(og::same(og::snake(x), og::snake(x, 1_c)) && og::same(og::smelu(x), og::smelu(x, 1_c)));
static_assert(og::hard_sigmoid(1.0, 0.2, 0.5) == 0.7 && og::threshold(1.0, 2.0, 3.0) == 3 && og::threshold(4.0, 2.0, 3.0) == 4);
static_assert(og::swiglu_clamped(9.0, 9.0) == og::swiglu_clamped(7.0, 7.0) && og::swiglu_clamped(-1.0, -9.0, 1.0, 7.0) > 0);

}  // namespace

TEST_CASE("binary_cross_entropy keeps its digits where logit and target agree") {
    CHECK(og::binary_cross_entropy(50.0, 1.0) == Approx(std::exp(-50.0)).epsilon(1e-14));
    CHECK(og::binary_cross_entropy(-50.0, 0.0) == Approx(std::exp(-50.0)).epsilon(1e-14));
    CHECK(og::derivative(og::binary_cross_entropy(x, t), x)(x = 50.0, t = 1.0) == Approx(-std::exp(-50.0)).epsilon(1e-14));
    CHECK(og::derivative(og::binary_cross_entropy(x, t), x)(x = 0.0, t = 0.25) == 0.25);
}

TEST_CASE("the infinities have their limits") {
    CHECK((og::xielu(-infinity) == infinity && og::pau(infinity) == infinity && og::pau(-infinity) == -infinity));
    CHECK((og::squareplus(infinity) == infinity && og::squareplus(-infinity) == 0 && og::isru(-infinity) == -1));
    CHECK((og::bent_identity(-infinity) == -infinity && og::bent_identity(infinity) == infinity));
    CHECK((og::tanh_shrink(-infinity) == -infinity && og::softcap(infinity) == 30 && og::softcap(-infinity) == -30));
    CHECK((og::acon_c(-infinity) == 0 && og::acon_c(infinity) == infinity && og::snake(-infinity) == -infinity));
    CHECK((og::binary_cross_entropy(infinity, 1.0) == 0 && og::binary_cross_entropy(-infinity, 0.0) == 0));
    CHECK(og::binary_cross_entropy(-infinity, 1.0) == infinity);
}
