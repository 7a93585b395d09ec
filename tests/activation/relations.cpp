// How activations relate to one another.

#include <ogive/catalogue.hpp>
#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;

static_assert(og::same(og::silu(x), og::swish(x, 1_c)));
static_assert(og::same(og::gelu_quick(x), og::swish(x, 1.702_c)));
static_assert(og::same(og::acon_c(x), og::silu(x)));
static_assert(og::same(og::prelu(x, 0.01_c), og::leaky_relu(x)));
static_assert(og::same(og::celu(x), og::elu(x)));
static_assert(og::same(og::derivative(og::softplus(x), x), og::sigmoid(x)));
static_assert(og::same(og::squared_relu(x), og::square(og::relu(x))));
static_assert(og::same(og::glu(x, x), og::silu(x)));
static_assert(og::same(og::geglu(x, x), x* og::gelu(x)));

std::vector<double> points() {
    std::vector<double> all;
    for (int k = -400; k <= 400; ++k) all.push_back(0.05 * k);
    return all;
}
/// Equal but for a few roundings.
void equal(double a, double b) { CHECK(a == Approx(b).epsilon(1e-13).margin(1e-15)); }

}  // namespace

TEST_CASE("rows of two logits are sigmoids") {
    for (double const at : points()) {
        double const row[] = {at, 0};
        double y[2], total;
        og::evaluate(og::softmax(x), og::matrix(y, 1, 2), x = og::matrix(row, 1, 2));
        equal(y[0], og::sigmoid(at));
        equal(y[1], og::sigmoid(-at));
        og::evaluate(og::logsumexp(x), std::span(&total, 1), x = og::matrix(row, 1, 2));
        equal(total, og::softplus(at));
        og::evaluate(og::log_softmax(x), og::matrix(y, 1, 2), x = og::matrix(row, 1, 2));
        CHECK(y[0] == Approx(og::log_sigmoid(at)).epsilon(1e-12).margin(1e-13));
    }
}

TEST_CASE("swish goes from x / 2 to relu as beta grows") {
    double distance_before = 1e300, half_before = 0;
    for (double const beta : {1e-6, 0.1, 1.0, 10.0, 1e6}) {
        double from_relu = 0, from_half = 0;
        for (double const at : points()) {
            from_relu = std::fmax(from_relu, std::fabs(og::swish(at, beta) - og::relu(at)));
            from_half = std::fmax(from_half, std::fabs(og::swish(at, beta) - at / 2));
        }
        CHECK(from_relu < distance_before);
        CHECK(from_half >= half_before);
        distance_before = from_relu, half_before = from_half;
        if (beta == 1e-6) CHECK(from_half < 1e-3);
        if (beta == 1e6) CHECK(from_relu < 1e-6);
    }
}

TEST_CASE("one activation is another one scaled, shifted or taken apart") {
    for (double const at : points()) {
        equal(og::selu(at), 1.0507009873554805 * og::elu(at, 1.6732632423543772));
        equal(og::maxout(0.0, at), og::relu(at));
        equal(og::maxout(at, 0.01 * at), og::leaky_relu(at));
        CHECK(og::tanh(at) == Approx(2 * og::sigmoid(2 * at) - 1).margin(1e-15));
        equal(og::hard_swish(at), at * og::hard_sigmoid(at));
        equal(og::soft_shrink(at) + og::clip(at, -0.5, 0.5), at);
        CHECK(og::tanh_shrink(at) == Approx(at - og::tanh(at)).margin(1e-15));
        equal(og::relu6(at), og::minimum(og::relu(at), 6.0));
        equal(og::hard_tanh(at), og::clip(at, -1.0, 1.0));
        equal(og::smelu(at), og::sparse_plus(at));
        equal(og::softcap(at, 1.0), og::tanh(at));
        equal(og::isrlu(at), at >= 0 ? at : og::isru(at));
        equal(og::star_relu(at, 1.0, 0.0), og::squared_relu(at));
        equal(og::binary_cross_entropy(at, 1.0), og::softplus(-at));
        equal(og::threshold(at, 0.0, 0.0), og::relu(at));
        equal(og::mish(at), at * og::tanh(og::softplus(at)));
        equal(og::softplus(at) - og::softplus(-at), at);
        CHECK(og::derivative(og::sparse_plus(x), x)(x = at) == og::sparse_sigmoid(at));
    }
}
