// Piecewise linear activations, their exponential relatives, maxout and the gates without an exponential.

#include "values.hpp"

namespace og = ogive;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"a"> a;
constexpr og::var<"b"> b;
constexpr og::param<"alpha"> alpha;

constexpr auto relu = [](auto e) { return og::relu(e); };
constexpr auto leaky_relu = [](auto e) { return og::leaky_relu(e); };
constexpr auto elu = [](auto e) { return og::elu(e); };
constexpr auto selu = [](auto e) { return og::selu(e); };

// Defaults, constants and params.
static_assert(og::same(og::leaky_relu(x), og::leaky_relu(x, 0.01_c)));
static_assert(og::same(og::elu(x), og::elu(x, 1_c)));
static_assert(og::same(og::prelu(x, alpha), og::leaky_relu(x, alpha)));
static_assert(og::same(og::prelu(x), og::prelu(x, 0.25_c)) && og::prelu(-2.0f) == -0.5f);
static_assert(og::leaky_relu(-2.0) == -0.02 && og::leaky_relu(-2.0, 0.25_c) == -0.5 &&
              og::leaky_relu(-2.0, 0.25) == -0.5);
static_assert(og::leaky_relu(x, 0.2_c)(x = -2.0f) == -0.4f);
static_assert(og::prelu(x, alpha)(x = -2.0, alpha = 0.25) == -0.5 &&
              og::prelu(x, alpha)(x = 2.0, alpha = 0.25) == 2);
static_assert(og::elu(x, alpha)(x = -1.0, alpha = 2.0) == og::elu(-1.0, 2.0));

// Subgradients.
constexpr auto by_x = [](auto e) { return og::derivative(e, x); };
static_assert(by_x(og::relu(x))(x = 0.0) == 0 && by_x(og::relu(x))(x = 1e-300) == 1 &&
              by_x(og::relu(x))(x = -1e-300) == 0);
static_assert(by_x(og::leaky_relu(x))(x = 0.0) == 0.01 && by_x(og::leaky_relu(x))(x = 1.0) == 1);
static_assert(by_x(og::elu(x))(x = 0.0) == 1 && by_x(og::elu(x, 2_c))(x = 0.0) == 2);
static_assert(og::derivative(og::prelu(x, alpha), alpha)(x = -3.0, alpha = 0.25) == -3);
static_assert(og::derivative(og::prelu(x, alpha), alpha)(x = 3.0, alpha = 0.25) == 0);

// Maxout: at a tie the first piece has the gradient, all of it.
constexpr auto three = og::maxout(a, b, x);
static_assert(three(a = 1.0, b = 3.0, x = 2.0) == 3 && three(a = 1.0, b = 2.0, x = 3.0) == 3 &&
              three(a = 3.0, b = 2.0, x = 1.0) == 3);
static_assert(og::derivative(three, a)(a = 1.0, b = 1.0, x = 1.0) == 1);
static_assert(og::derivative(three, b)(a = 1.0, b = 1.0, x = 1.0) == 0);
static_assert(og::derivative(three, x)(a = 1.0, b = 1.0, x = 1.0) == 0);
static_assert(og::derivative(three, b)(a = 0.0, b = 1.0, x = 1.0) == 1);

static_assert(og::bilinear(2.0, 3.0) == 6 && og::reglu(2.0, 3.0) == 6 && og::reglu(-2.0, 3.0) == 0);

}  // namespace

TEST_CASE("relu, leaky_relu and prelu") {
    auto const positive = [](long double e) { return e > 0 ? e : 0; };
    CHECK(values::error<float>(relu, positive, -50, 50) == 0);
    CHECK(values::error<double>(relu, positive, -50, 50) == 0);
    auto const leaky = [](long double e) { return e > 0 ? e : 0.01L * e; };
    CHECK(values::error<float>(leaky_relu, leaky, -50, 50) <= 0.5);
    CHECK(values::error<double>(leaky_relu, leaky, -50, 50) <= 0.5);
    CHECK(gives(relu, 0.0, 0.0));
    CHECK(gives(relu, -0.0, 0.0));
    CHECK(gives(relu, -infinity, 0.0));
    CHECK(gives(relu, infinity, infinity));
    CHECK(gives(relu, not_a_number, not_a_number));
    CHECK(gives(leaky_relu, -0.0, -0.0));
    CHECK(gives(leaky_relu, -infinity, -infinity));
    CHECK(gives(leaky_relu, not_a_number, not_a_number));
}

TEST_CASE("relu has the derivative 0 at 0 in backward too") {
    float const xs[] = {-1, -0.0f, 0, 1};
    float const dys[] = {3, 3, 3, 3};
    float dx[4];
    og::backward(og::relu(x), dys, x = xs, og::grad(x) = dx);
    CHECK((dx[0] == 0 && dx[1] == 0 && dx[2] == 0 && dx[3] == 3));
}

TEST_CASE("elu and selu are exact to 4 ULP, near -0 too") {
    auto const exact = [](long double e) { return e > 0 ? e : std::expm1(e); };
    CHECK(values::error<float>(elu, exact, -100, 50) <= 1);
    CHECK(values::error<double>(elu, exact, -100, 50) <= 1);
    CHECK(values::error<float>(elu, exact, -1e-3, 0) <= 1);
    CHECK(values::error<double>(elu, exact, -1e-9, 0) <= 1);
    auto const scaled = [&](long double e) {
        return 1.0507009873554804934193349852946L *
               (e > 0 ? e : 1.6732632423543772848170429916717L * std::expm1(e));
    };
    CHECK(values::error<float>(selu, scaled, -100, 50) <= 1);
    CHECK(values::error<double>(selu, scaled, -100, 50) <= 1);
    CHECK(values::error<float>(selu, scaled, -1e-3, 0) <= 1);
}

TEST_CASE("elu and selu at special values") {
    CHECK(gives(elu, -0.0, -0.0));
    CHECK(gives(elu, 0.0, 0.0));
    CHECK(gives(elu, -infinity, -1));
    CHECK(gives(elu, infinity, infinity));
    CHECK(gives(elu, not_a_number, not_a_number));
    CHECK(gives(selu, -0.0, -0.0));
    CHECK(gives(selu, infinity, infinity));
    CHECK(gives(selu, not_a_number, not_a_number));
    CHECK(og::selu(-infinity) == Approx(-1.7580993408473766).epsilon(1e-15));
}

TEST_CASE("maxout keeps NaN of any piece") {
    for (int place = 0; place < 3; ++place) {
        auto const f = [place](auto e) {
            auto const one = e - e + 1.0f;
            return place == 0   ? og::maxout(e, one, one)
                   : place == 1 ? og::maxout(one, e, one)
                                : og::maxout(one, one, e);
        };
        CAPTURE(place);
        CHECK(std::isnan(f(std::numeric_limits<float>::quiet_NaN())));
    }
    float const nan = std::numeric_limits<float>::quiet_NaN();
    float const as[] = {nan, 1, 1, 2}, bs[] = {1, nan, 1, 1}, xs[] = {1, 1, nan, 3};
    float y[4];
    og::evaluate(three, y, a = as, b = bs, x = xs);
    CHECK((std::isnan(y[0]) && std::isnan(y[1]) && std::isnan(y[2]) && y[3] == 3));
}
