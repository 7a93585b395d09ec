// Formulas written out are the activations that they spell where a call runs: the same nodes, the same bits.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <bit>
#include <cstdint>
#include <limits>
#include <string>
#include <tuple>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"dy"> dy;
constexpr og::param<"beta"> beta;

/// Both tails, the middle, and what is special.
std::vector<float> inputs() {
    constexpr float infinity = std::numeric_limits<float>::infinity();
    std::vector<float> all{-infinity, -3e38f, -1e-40f, -0.0f, 0.0f, 1e-40f, 3e38f, infinity};
    for (int i = -1100; i <= 1100; ++i) all.push_back(static_cast<float>(i) * 0.1f + 0.003f);
    return all;
}

template <class E>
std::vector<std::uint32_t> bits_of(E e) {
    std::vector<float> const in = inputs();
    std::vector<float> out(in.size());
    if constexpr (og::contains_v<std::remove_const_t<decltype(beta)>, typename E::leaves>)
        og::evaluate<og::pack<1>>(e, out, x = in, beta = 1.5f);
    else
        og::evaluate<og::pack<1>>(e, out, x = in);
    std::vector<std::uint32_t> bits;
    for (float const y : out) bits.push_back(std::bit_cast<std::uint32_t>(y));
    return bits;
}

/// `written` runs as `whole` does, and the last equation used on the way is `rule`.
template <class Written, class Whole>
void is_recognised(Written written, Whole whole, std::string const& rule) {
    constexpr og::explanation got = og::explain(Written{}), wanted = og::explain(Whole{});
    INFO(og::to_text(written));
    CHECK(got.nodes == wanted.nodes);
    CHECK(got.operations == wanted.operations);
    CHECK(got.transcendental == wanted.transcendental);
    CHECK(got.divisions == wanted.divisions);
    REQUIRE(!got.rules.empty());
    CHECK(got.rules[got.rules.size() - 1] == rule);
    CHECK(bits_of(written) == bits_of(whole));
}

}  // namespace

TEST_CASE("silu and swish are recognised") {
    is_recognised(x * og::sigmoid(x), og::whole::silu(x), "x * sigmoid(x) -> silu(x)");
    is_recognised(x / (1_c + og::exp(-x)), og::whole::silu(x), "x * sigmoid(x) -> silu(x)");
    is_recognised(og::silu(x), og::whole::silu(x), "x * sigmoid(x) -> silu(x)");
    is_recognised(x * og::sigmoid(beta * x), og::whole::swish(x, beta), "x * sigmoid(x * y) -> swish(x, y)");
}

TEST_CASE("a number times a whole activation is recognised in any order") {
    constexpr auto is_number_times = [](auto written, auto whole) {
        INFO(og::to_text(written));
        constexpr og::explanation got = og::explain(decltype(written){}), wanted = og::explain(decltype(whole){});
        CHECK(got.nodes == wanted.nodes);
        CHECK(bits_of(written) == bits_of(whole));
    };
    is_number_times(-x * og::sigmoid(x), -og::whole::silu(x));
    is_number_times(x * -og::sigmoid(x), -og::whole::silu(x));
    is_number_times(-x / (1_c + og::exp(-x)), -og::whole::silu(x));
    is_number_times(og::c<-2> * x * og::sigmoid(x), og::c<-2> * og::whole::silu(x));
    is_number_times(og::sigmoid(x) * 1.7_c * x, 1.7_c * og::whole::silu(x));
    is_number_times(-x * og::normal_cdf(x), -og::whole::gelu(x));
    is_number_times(3_c * x * og::tanh(og::softplus(x)), 3_c * og::whole::mish(x));
}

TEST_CASE("sigmoid and what is made of it are recognised") {
    is_recognised(1_c / (1_c + og::exp(-x)), og::sigmoid(x), "x / (exp(-y) + 1) -> x * sigmoid(y)");
    is_recognised(1_c / (1_c + og::exp(og::c<-2> * x)), og::sigmoid(2_c * x), "x / (exp(-y) + 1) -> x * sigmoid(y)");
    is_recognised(og::exp(x) / (1_c + og::exp(x)), og::sigmoid(x), "exp(x) / (exp(x) + 1) -> sigmoid(x)");
    is_recognised(1_c - og::sigmoid(x), og::sigmoid(-x), "1 - sigmoid(x) -> sigmoid(-x)");
    is_recognised(og::sigmoid(x) * (1_c - og::sigmoid(x)), og::whole::sigmoid_derivative(x),
                  "sigmoid(x) * sigmoid(-x) -> sigmoid'(x)");
    is_recognised(1_c - og::tanh(x) * og::tanh(x), og::whole::sech2(x), "1 - tanh(x)^2 -> sech2(x)");
}

TEST_CASE("what has been multiplied with a number is not divided by it") {
    static_assert(og::explain(30_c * og::tanh(x / 30_c), og::grad(x)).divisions ==
                  og::explain(og::tanh(x / 30_c), og::grad(x)).divisions - 1);
    CHECK(bits_of(3_c * x / 3_c) == bits_of(x));
    CHECK(bits_of(-(x * 3_c) * beta / 3_c) == bits_of(-(x * beta)));
}

TEST_CASE("what is divided by 1 + e^x is a factor beside a sigmoid") {
    is_recognised(beta / (1_c + og::exp(-x)), beta * og::sigmoid(x), "x / (exp(-y) + 1) -> x * sigmoid(y)");
    is_recognised(x / (1_c + og::exp(x)), x * og::sigmoid(-x), "x / (exp(y) + 1) -> x * sigmoid(-y)");

    std::vector<float> const at{-200, -95, 95, 200};
    std::vector<float> dx(4);
    og::backward(x * beta / (1_c + og::exp(-x)), std::vector<float>(4, 1), x = at, beta = 1.0f, og::grad(x) = dx);
    CHECK(dx[0] == 0);
    CHECK(dx[1] == Approx(-5.18982e-40));
    CHECK(dx[2] == 1);
    CHECK(dx[3] == 1);
}

TEST_CASE("softplus, log_sigmoid, mish and softsign are recognised") {
    is_recognised(og::log(1_c + og::exp(x)), og::softplus(x), "log(exp(x) + 1) -> softplus(x)");
    is_recognised(og::log1p(og::exp(x)), og::softplus(x), "log1p(exp(x)) -> softplus(x)");
    is_recognised(og::log(og::sigmoid(x)), og::whole::log_sigmoid(x), "log(sigmoid(x)) -> log_sigmoid(x)");
    is_recognised(x * og::tanh(og::softplus(x)), og::whole::mish(x), "x * tanh(softplus(x)) -> mish(x)");
    is_recognised(x / (1_c + og::abs(x)), og::whole::softsign(x), "x / (abs(x) + 1) -> softsign(x)");
}

TEST_CASE("a softmax is recognised; so is its logarithm, which keeps what lies far below") {
    std::vector<float> const at{-200, -50, 1, 3, 2}, ones(5, 1.0f);
    auto const row = [](auto& v) { return og::matrix(v.data(), 1, 5); };
    auto const is = [&](auto written, auto whole) {
        INFO(og::to_text(written));
        std::vector<float> y(5), wanted(5), dx(5), dwanted(5);
        og::evaluate(written, row(y), x = row(at));
        og::evaluate(whole, row(wanted), x = row(at));
        og::backward(written, row(wanted), x = row(at), og::grad(x) = row(dx));
        og::backward(whole, row(wanted), x = row(at), og::grad(x) = row(dwanted));
        CHECK(y == wanted);
        CHECK(dx == dwanted);
        CHECK(og::explain(written).nodes == og::explain(whole).nodes);
    };
    is(og::log(og::softmax(x)), og::log_softmax(x));
    is(og::log(og::softmax(x, 2_c)), og::log_softmax(2_c * x));
    is(og::log(og::softmin(x)), og::log_softmax(-x));
    constexpr auto e = og::exp(x - og::row_max(x));
    is(og::log(e / og::row_sum(e)), og::log_softmax(x));
    is(og::log(e * (1_c / og::row_sum(e))), og::log_softmax(x));
    is(e / og::row_sum(e), og::softmax(x));
    is(e * (1_c / og::row_sum(e)), og::softmax(x));
    is(1_c / og::row_sum(e) * e, og::softmax(x));
    constexpr auto constant = og::exp(x - og::stop_gradient(og::row_max(x)));
    is(constant / og::row_sum(constant), og::softmax(x));
    is(constant * (1_c / og::row_sum(constant)), og::softmax(x));
    constexpr auto plain = og::exp(40_c * x);
    is(plain / og::row_sum(plain), og::softmax(40_c * x));  // where e^x overflows, too
    is(plain * (1_c / og::row_sum(plain)), og::softmax(40_c * x));
    is(x - og::log(og::row_sum(plain)), x - og::logsumexp(40_c * x));

    constexpr auto p = og::softmax(x);
    float entropy = 0;
    std::vector<float> dx(5);
    og::evaluate(-og::sum(p * og::log(p)), entropy, x = row(at));
    og::backward(-og::sum(p * og::log(p)), 1.0f, x = row(at), og::grad(x) = row(dx));
    CHECK(entropy == Approx(0.832396));
    CHECK(dx[0] == 0);
    CHECK(dx[2] == Approx(0.141817));
}

TEST_CASE("a choice of sigmoids is the sigmoid of a choice, so that its logarithm keeps its digits") {
    constexpr auto chosen = og::where(x > beta, og::sigmoid(x), 1_c - og::sigmoid(x));
    constexpr auto at = og::where(x > beta, x, -x);
    is_recognised(chosen, og::sigmoid(at), "where(x, sigmoid(y), sigmoid(z)) -> sigmoid(where(x, y, z))");
    is_recognised(og::log(chosen), og::whole::log_sigmoid(at), "log(sigmoid(x)) -> log_sigmoid(x)");

    constexpr auto focal = -og::square(1_c - chosen) * og::log(chosen);
    std::vector<float> const in{200, -200, 1}, ones(3, 1.0f);
    std::vector<float> y(3), d(3);
    og::evaluate(focal, y, x = in, beta = 300.0f);
    og::backward(focal, ones, x = in, beta = 300.0f, og::grad(x) = d);
    CHECK(y[0] == 200);
    CHECK(y[1] == 0);
    CHECK(y[2] == Approx(0.701868));
    CHECK(d[0] == 1);
    CHECK(d[1] == 0);
    CHECK(d[2] == Approx(0.768235));
}

TEST_CASE("quotients and roots of exponentials and squares are recognised") {
    is_recognised((og::exp(x) - og::exp(-x)) / (og::exp(x) + og::exp(-x)), og::tanh(x),
                  "(exp(x) - exp(-x)) / (exp(x) + exp(-x)) -> tanh(x)");
    is_recognised(og::log(og::exp(x)), x, "log(exp(x)) -> x");
    CHECK(bits_of(og::log(og::exp(x) + og::exp(2_c * x))) == bits_of(og::whole::log_add_exp(x, 2_c * x)));
    is_recognised(x / og::sqrt(1_c + x * x), og::whole::over_root_of_square_plus(x, 1_c),
                  "x / sqrt(x^2 + y) -> x / sqrt(x^2 + y)");
    CHECK(bits_of(og::derivative(x / og::sqrt(1_c + x * x), x)) == bits_of(og::whole::inverse_root_cubed(x, 1_c)));
}

TEST_CASE("a factor is taken out of a sum where what is left is recognised") {
    is_recognised(0.5_c + 0.5_c * og::tanh(0.5_c * x), og::sigmoid(x), "0.5 * (2 * x) -> x");
    is_recognised(x - x / (1_c + og::exp(x)), og::whole::silu(x), "x * sigmoid(x) -> silu(x)");
    is_recognised(0.5_c * x + 0.5_c * x * og::tanh(0.5_c * x), og::whole::silu(x), "x * sigmoid(x) -> silu(x)");
    is_recognised(2_c * og::sigmoid(2_c * x) - 1_c, og::tanh(x), "2 * (0.5 * x) -> x");
    is_recognised(beta * og::exp(x) - beta, beta * og::expm1(x), "exp(x) - 1 -> expm1(x)");
    static_assert(og::explain(x + 3_c * og::square(x)).rules.empty());
}

TEST_CASE("the normal distribution is recognised in its spellings") {
    is_recognised(og::log(og::normal_cdf(x)), og::whole::log_normal_cdf(x), "log(normal_cdf(x)) -> log_normal_cdf(x)");
    is_recognised(og::normal_pdf(x) / og::normal_cdf(x), og::whole::inverse_mills(x),
                  "normal_pdf(x) / normal_cdf(x) -> normal_pdf(x) / normal_cdf(x)");
    is_recognised(1_c - og::erf(x), og::erfc(x), "1 - erf(x) -> erfc(x)");
    CHECK(bits_of(og::exp(og::c<-0.5> * x * x)) == bits_of(og::whole::bell(x)));
    CHECK(bits_of(og::exp(-x * x / 2_c)) == bits_of(og::whole::bell(x)));
    CHECK(bits_of(og::exp(-(og::square(x) / 2_c))) == bits_of(og::whole::bell(x)));
    CHECK(bits_of(x / (1_c + og::exp(og::c<-1.702> * x))) == bits_of(x * og::sigmoid(1.702_c * x)));
}

TEST_CASE("what |x| and exponentials are in other spellings is recognised") {
    is_recognised(x / (1_c + og::maximum(x, -x)), og::whole::softsign(x), "x / (abs(x) + 1) -> softsign(x)");
    is_recognised(og::sqrt(x * x), og::abs(x), "sqrt(x^2) -> abs(x)");
    is_recognised(og::exp(x) * og::exp(beta), og::whole::exp_of_sum(x, beta), "exp(x) * exp(y) -> exp(x + y)");
    is_recognised(og::exp(x) / og::exp(beta), og::whole::exp_of_sum(x, -beta), "exp(x) / exp(y) -> exp(x + (-y))");
    is_recognised(1_c / og::exp(x), og::exp(-x), "1 / exp(x) -> exp(-x)");
    is_recognised(og::exp(x) / (og::exp(x) + og::exp(beta)), og::whole::sigmoid_of_difference(x, beta),
                  "exp(x) / (exp(y) + exp(x)) -> exp(x) / (exp(x) + exp(y))");
    is_recognised(og::log(1_c - og::exp(-x)), og::whole::log_of_one_minus_exp(-x),
                  "log(-expm1(x)) -> log(1 - exp(x))");
}

TEST_CASE("elu is recognised, also where x > 0 has another value") {
    is_recognised(og::where(x > 0_c, x, og::expm1(x)), og::whole::elu(x), "where(x > 0, x, expm1(x)) -> elu(x)");
    is_recognised(og::where(x > 0_c, beta, og::expm1(x)), og::where(x > 0_c, beta, og::whole::elu(x)),
                  "where(x > 0, y, expm1(x)) -> where(x > 0, y, elu(x))");
}

TEST_CASE("differences that cancel are recognised") {
    is_recognised(1_c - og::tanh(x), 2_c * og::sigmoid(og::c<-2> * x), "1 - tanh(x) -> 2 * sigmoid(-2 * x)");
    is_recognised(1_c - og::normal_cdf(x), og::normal_cdf(-x), "1 - normal_cdf(x) -> normal_cdf(-x)");
    is_recognised(x - og::softplus(x), -og::softplus(-x), "x - softplus(x) -> -softplus(-x)");
    is_recognised(og::softplus(x) - x, og::softplus(-x), "softplus(x) - x -> softplus(-x)");
    is_recognised(x - og::tanh(x), og::whole::tanh_shrink(x), "x - tanh(x) -> (x - tanh(x))");
    is_recognised(1_c - og::whole::sech2(x), og::square(og::tanh(x)), "1 - sech2(x) -> tanh(x)^2");
    is_recognised(x - og::silu(x), -og::silu(-x), "x - silu(x) -> -silu(-x)");
    is_recognised(x - og::gelu(x), -og::gelu(-x), "x - gelu(x) -> -gelu(-x)");
}

TEST_CASE("gelu is recognised, by erf and by tanh") {
    std::string const by_cubic = "x * sigmoid(1.5957691216057308 * (x + 0.044715 * x^3)) -> gelu_tanh(x)";
    is_recognised(x * (0.5_c + 0.5_c * og::erf(x / 1.4142135623730951_c)), og::whole::gelu(x),
                  "x * normal_cdf(x) -> gelu(x)");
    is_recognised(0.5_c * x + 0.5_c * x * og::erf(x / 1.4142135623730951_c), og::whole::gelu(x),
                  "x * normal_cdf(x) -> gelu(x)");
    is_recognised(0.5_c * x * (1_c + og::erf(x / 1.4142135623730951_c)), og::whole::gelu(x),
                  "x * normal_cdf(x) -> gelu(x)");
    is_recognised(0.5_c * x * (1_c + og::erf(x * 0.7071067811865476_c)), og::whole::gelu(x),
                  "x * normal_cdf(x) -> gelu(x)");
    is_recognised(0.5_c * x * (1_c + og::tanh(0.7978845608028654_c * (x + 0.044715_c * x * x * x))),
                  og::whole::gelu_tanh(x), by_cubic);
    is_recognised(0.5_c * x * (1_c + og::tanh(0.7978845608028654_c * (x + 0.044715_c * og::power(x, 3_c)))),
                  og::whole::gelu_tanh(x), by_cubic);
    is_recognised(0.5_c * x * (1_c + og::tanh(0.7978845608028654_c * x * (1_c + 0.044715_c * x * x))),
                  og::whole::gelu_tanh(x), by_cubic);
    is_recognised(x / (1_c + og::exp(og::c<-1.5957691216057308> * (x + 0.044715_c * x * x * x))),
                  og::whole::gelu_tanh(x), by_cubic);
}

namespace {

/// How often the graph of a call holds this operation.
template <class Primitive, class E>
constexpr int count_of(E) {
    og::graph g(og::equations::stabilising);
    E::lower(g);
    int count = 0;
    for (int i = 0; i < g.size(); ++i) count += g[i].op == &og::record<Primitive>;
    return count;
}
constexpr auto damped = [](auto e) {
    return count_of<og::damped_primitive>(e) + count_of<og::mutually_damped_primitive>(e);
};

// A slot that stands twice takes no number: x of swish is none.
static_assert(og::explain(2_c * og::sigmoid(2_c * x)).rules.empty());
static_assert(count_of<og::swish_primitive>(2_c * og::sigmoid(2_c * x)) == 0);
static_assert(count_of<og::swish_primitive>(x * og::sigmoid(2_c * x)) == 1);

// The factors of softmax are no product at a limit; those of x exp(-x) are.
static_assert(damped(x * og::exp(-x)) == 1);
static_assert(damped(og::derivative(og::tanh(og::exp(x)), x)) == 1);
// A sum falls with a name where all its terms do.
static_assert(damped(x * (og::exp(-x) - og::sigmoid(-x))) == 1);
static_assert(damped(x * (og::exp(-x) + 1_c / x)) == 0);
static_assert(damped(x * og::where(x > 1_c, og::exp(-x), 0_c)) == 1);
static_assert(damped(x * og::where(x > 1_c, og::exp(-x), 1_c)) == 1);
static_assert(damped(x * og::where(x > 1_c, og::exp(-x), x + 1_c)) == 1);
static_assert(damped(x * og::where(x > 1_c, og::exp(-x), 1_c / x)) == 0);
static_assert(damped(og::exp(x) * og::sigmoid(-x)) == 0);  // 1 at the limit, not 0
static_assert(damped(og::square(og::exp(x)) * og::exp(-x)) == 0);
static_assert(damped(og::expm1(x) * og::sigmoid(-x)) == 0);
static_assert(damped(og::exp(og::exp(x)) * og::exp(-og::exp(x))) == 0);
// Whatever the names are: one fades, the other grows.
static_assert(damped(og::var<"value">{} * og::exp(-og::var<"weight">{})) == 0);
static_assert(damped(og::var<"a">{} * og::exp(-og::var<"gate">{})) == 0);
static_assert(damped(og::softmax(x)) == 0);
static_assert(damped(std::get<0>(og::vjp(og::softmax(x), dy, x))) == 0);

// Other functions than those that are recognised, though near them.
static_assert(og::explain(x / (2_c + og::exp(-x))).rules.empty());
static_assert(og::explain(x / (3_c - og::exp(-x))).rules.empty());
static_assert(og::explain(1_c - og::square(og::sigmoid(x))).rules.empty());
static_assert(og::explain(x * og::normal_cdf(2_c * x)).rules.empty());

}  // namespace
