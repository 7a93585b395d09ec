// Formulas as a user might type them: value and derivative keep their digits, and there is no NaN at a limit.

#include <ogive/ogive.hpp>
#include <ogive/testing.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;

constexpr float infinity = std::numeric_limits<float>::infinity();

/// Both tails and the middle.
std::vector<float> inputs() {
    std::vector<float> all{-0.0f, 0.0f};
    for (float const size : {1e-40f, 1e-20f, 1e-7f, 1e-4f, 200.0f, 1e4f, 1e10f, 1e20f, 1e30f, 3.4e38f, infinity}) {
        all.push_back(size);
        all.push_back(-size);
    }
    for (int i = -2600; i <= 2600; ++i) all.push_back(static_cast<float>(i) * 0.04f + 0.003f);
    return all;
}

/// Whether f has a root other than 0 so near that its digits cancel.
template <class F>
bool is_near_a_root(F f, double v) {
    constexpr double near = 0.25;
    if (!(std::fabs(v) < 1e4) || (f(0.0) == 0 && std::fabs(v) <= near)) return false;
    return f(v - near) * f(v + near) < 0;
}

/// Checks these results against `exact`, the same in double.
template <class F>
void check_digits(std::vector<float> const& in, std::vector<float> const& out, F exact) {
    for (std::size_t i = 0; i < in.size(); ++i) {
        double const v = static_cast<double>(in[i]), wanted = exact(v);
        // A factor x or x^2 above the denormal numbers.
        double const smallest = static_cast<double>(std::numeric_limits<float>::min()) * std::max(1.0, v * v);
        INFO("at " << in[i] << " " << out[i] << ", not " << wanted);
        CHECK(!std::isnan(out[i]));
        if (std::fabs(wanted) >= smallest && !is_near_a_root(exact, v))
            CHECK(og::testing::ulps(out[i], wanted) <= 16);
    }
}

template <class F>
std::vector<F> numbers() {
    std::vector<F> all;
    for (float const v : inputs()) all.push_back(static_cast<F>(v));
    for (double const v : {-1e300, -1e4, -800.0, -720.0, 720.0, 800.0, 1e300}) all.push_back(static_cast<F>(v));
    return all;
}

/// x d, and 0 where d is: the limit of what falls exponentially.
double damped(double v, double d) { return d == 0 ? 0 : v * d; }

/// Value and derivative of e, in F, against formulas that neither overflow nor cancel, from `nearest` to 0 on. What is
/// infinite is so.
template <class F, class E, class Value, class Slope>
void check_against(E e, Value value, Slope slope, double nearest = 0) {
    INFO(og::to_text(e));
    std::vector<F> const in = numbers<F>(), dy(in.size(), F(1));
    std::vector<F> y(in.size()), dx(in.size());
    og::evaluate<og::pack<1>>(e, y, x = in);
    og::backward<og::pack<1>>(e, dy, x = in, og::grad(x) = dx);
    auto const compare = [&](F got, auto exact, double v) {
        double const wanted = exact(v);
        double const smallest = static_cast<double>(std::numeric_limits<F>::min()) * std::max(1.0, v * v);
        INFO("at " << v << " " << got << ", not " << wanted);
        CHECK(!std::isnan(got));
        if (F const rounded = static_cast<F>(wanted); std::isinf(rounded))
            CHECK(got == rounded);
        else if (std::fabs(wanted) < smallest)
            CHECK(std::fabs(static_cast<double>(got)) <= 2 * smallest);
        else if (std::fabs(v) >= nearest && !is_near_a_root(exact, v))
            CHECK(og::testing::ulps(got, wanted) <= 16);
    };
    for (std::size_t i = 0; i < in.size(); ++i) {
        double const v = static_cast<double>(in[i]);
        compare(y[i], value, v);
        INFO("the derivative");
        compare(dx[i], slope, v);
    }
}
template <class E, class Value, class Slope>
void check_against(E e, Value value, Slope slope, double nearest = 0) {
    check_against<float>(e, value, slope, nearest);
    check_against<double>(e, value, slope, nearest);
}

template <class E>
void check(E e) {
    INFO(og::to_text(e));
    using derivative = decltype(og::derivative(e, x));
    std::vector<float> const in = inputs();
    std::vector<float> y(in.size()), slope(in.size());
    og::fuse<og::pack<1>>(og::store(e, y), og::store(derivative{}, slope), x = in);
    check_digits(in, y, [](double v) { return E{}(x = v); });
    INFO("the derivative");
    check_digits(in, slope, [](double v) { return derivative{}(x = v); });
}

}  // namespace

TEST_CASE("formulas with sigmoid and exp keep their digits") {
    check(x * og::sigmoid(x));
    check(x * og::sigmoid(1.25_c * x));
    check(x / (1_c + og::exp(-x)));
    check(1_c / (1_c + og::exp(-x)));
    check(og::exp(-x) / (1_c + og::exp(-x)));
    check(og::sigmoid(x) * (1_c - og::sigmoid(x)));
    check(x * x * og::sigmoid(x));
    check(og::silu(og::silu(x)));
    check(x * og::exp(-og::abs(x)));
    check(x * og::exp(-x * x));
}

TEST_CASE("formulas with tanh, log and erf keep their digits") {
    check(og::tanh(x) * og::sigmoid(x));
    check(x * og::tanh(og::exp(x)));
    check(x * og::tanh(og::softplus(x)));
    check(1_c - og::tanh(x) * og::tanh(x));
    check(og::log(1_c + og::exp(x)));
    check(og::log(og::sigmoid(x)));
    check(og::softplus(x) * og::sigmoid(-x));
    check(0.5_c * x * (1_c + og::erf(x / 1.4142135623730951_c)));
    check(0.5_c * x * (1_c + og::tanh(0.7978845608028654_c * (x + 0.044715_c * x * x * x))));
    check(x * og::normal_cdf(x) * og::sigmoid(x));
    check(x / (1_c + og::abs(x)));
}

TEST_CASE("quotients by a sum with an exponential have their limits") {
    // 1 / (c + e^u) with its derivative by u, whichever of the two is larger.
    auto const reciprocal = [](double c, double u) { return u > 0 ? std::exp(-u) / (1 + c * std::exp(-u)) : 1 / (c + std::exp(u)); };
    auto const share = [](double c, double u) { return u > 0 ? 1 / (1 + c * std::exp(-u)) : std::exp(u) / (c + std::exp(u)); };
    auto const slope = [=](double c, double u) { return -reciprocal(c, u) * share(c, u); };
    check_against(1_c / (2_c + og::exp(-x)), [=](double v) { return reciprocal(2, -v); },
                  [=](double v) { return -slope(2, -v); });
    check_against(x / (2_c + og::exp(-x)), [=](double v) { return damped(v, reciprocal(2, -v)); },
                  [=](double v) { return reciprocal(2, -v) - damped(v, slope(2, -v)); });
    check_against(og::exp(x) / (2_c + og::exp(x)), [=](double v) { return share(2, v); },
                  [=](double v) { return -2 * slope(2, v); });
    check_against(og::power(2_c + og::exp(-x), og::c<-1>), [=](double v) { return reciprocal(2, -v); },
                  [=](double v) { return -slope(2, -v); });
    check_against(og::exp(-x) / og::square(1_c + og::exp(-x)), [=](double v) { return share(1, v) * share(1, -v); },
                  [=](double v) { return -share(1, v) * share(1, -v) * std::tanh(v / 2); });
    check_against(1_c / (og::exp(x) + og::exp(-x)), [](double v) { return 0.5 / std::cosh(v); },
                  [](double v) { return -0.5 * std::tanh(v) / std::cosh(v); }, 0.25);
}

TEST_CASE("quotients by a difference with an exponential have their limits") {
    auto const reciprocal = [](double v) { return 1 / std::expm1(v); };
    auto const slope = [](double v) { return std::fabs(v) > 1400 ? -0.0 : -0.25 / std::pow(std::sinh(v / 2), 2); };
    check_against(1_c / og::expm1(x), reciprocal, slope);
    check_against(1_c / (1_c - og::exp(x)), [=](double v) { return -reciprocal(v); }, [=](double v) { return -slope(v); });
    check_against(og::derivative(og::log(1_c - og::exp(-x)), x), reciprocal, slope);
    // 1 / (2 - e^x), whichever of the two is larger.
    check_against(1_c / (2_c - og::exp(x)),
                  [](double v) { return v > 0 ? std::exp(-v) / (2 * std::exp(-v) - 1) : 1 / (2 - std::exp(v)); },
                  [](double v) { return std::exp(-std::fabs(v)) / std::pow(v > 0 ? 2 * std::exp(-v) - 1 : 2 - std::exp(v), 2); },
                  1.5);

    std::vector<float> const zero{0};  // where a difference is 0, but not what it is a term of
    std::vector<float> y(1), dx(1);
    constexpr auto e = og::exp(x) / (og::exp(x) - og::exp(-x) + 3_c) + 1_c / (og::expm1(x) + 3_c);
    og::evaluate(e, y, x = zero);
    og::backward(e, std::vector<float>{1}, x = zero, og::grad(x) = dx);
    CHECK(y[0] == Approx(2.0 / 3));
    CHECK(std::fabs(dx[0]) < 1e-7f);
}

TEST_CASE("quotients by a sum of exponentials of two values are right where both overflow") {
    std::vector<float> const at{-infinity, -3e38f, -300, -100, -60.3f, -2.5f, -0.0f, 0.7f, 40, 95.1f, 100, 300, 3e38f, infinity};
    std::vector<float> a, b;
    for (float const v : at)
        for (float const w : at)
            if (v != w || !std::isinf(v)) a.push_back(v), b.push_back(w);
    auto const sigmoid = [](double v) { return v < 0 ? std::exp(v) / (1 + std::exp(v)) : 1 / (1 + std::exp(-v)); };
    constexpr og::var<"w"> w;
    auto const check_gate = [&](auto e, int digits) {
        INFO(og::to_text(e));
        std::vector<float> const dy(a.size(), 1.0f);
        std::vector<float> y(a.size()), dx(a.size()), dw(a.size());
        og::evaluate<og::pack<1>>(e, y, x = a, w = b);
        og::backward<og::pack<1>>(e, dy, x = a, w = b, og::grad(x) = dx, og::grad(w) = dw);
        auto const compare = [digits](float got, double wanted) {
            double const smallest = static_cast<double>(std::numeric_limits<float>::min());
            INFO(got << ", not " << wanted);
            if (std::fabs(wanted) < smallest)
                CHECK(std::fabs(static_cast<double>(got)) <= 2 * smallest);
            else
                CHECK(og::testing::ulps(got, wanted) <= digits);
        };
        for (std::size_t i = 0; i < a.size(); ++i) {
            double const difference = static_cast<double>(a[i]) - static_cast<double>(b[i]);
            double const slope = sigmoid(difference) * sigmoid(-difference);
            INFO("at " << a[i] << ", " << b[i]);
            compare(y[i], sigmoid(difference));
            compare(dx[i], slope);
            compare(dw[i], -slope);
        }
    };
    check_gate(og::exp(x) / (og::exp(x) + og::exp(w)), 8);
    check_gate(1_c / (1_c + og::exp(w - x)), 64);  // x - w is rounded
}

TEST_CASE("quotients of polynomials in an exponential are right where a power of it overflows") {
    // f in terms of e^-|v|, for v < 0 and v > 0.
    auto const either = [](auto left, auto right) { return [=](double v) { double const t = std::exp(-std::fabs(v)); return v > 0 ? right(t) : left(t); }; };
    check_against<float>((og::exp(x) + 2_c) / (og::exp(x) + 3_c),
                  either([](double t) { return (t + 2) / (t + 3); }, [](double t) { return (1 + 2 * t) / (1 + 3 * t); }),
                  either([](double t) { return t / (t + 3) / (t + 3); }, [](double t) { return t / (1 + 3 * t) / (1 + 3 * t); }));
    check_against<float>((og::exp(x) + 0.5_c) / (1_c + og::exp(x)),
                  either([](double t) { return (t + 0.5) / (t + 1); }, [](double t) { return (1 + 0.5 * t) / (1 + t); }),
                  [](double v) { double const t = std::exp(-std::fabs(v)); return 0.5 * t / (1 + t) / (1 + t); });
    check_against(og::exp(x) / (og::exp(2_c * x) + 3_c),
                  either([](double t) { return t / (t * t + 3); }, [](double t) { return t / (1 + 3 * t * t); }),
                  either([](double t) { return t * (3 - t * t) / (3 + t * t) / (3 + t * t); },
                         [](double t) { return t * (3 * t * t - 1) / (1 + 3 * t * t) / (1 + 3 * t * t); }));
    auto const sech = [](double v) { double const t = std::exp(-std::fabs(v)); return 2 * t / (1 + t * t); };
    auto const sech_slope = [=](double v) { return -sech(v) * std::tanh(v); };
    check_against<float>(2_c * og::exp(x) / (og::exp(2_c * x) + 1_c), sech, sech_slope);
    check_against(1_c / (og::exp(x) * og::exp(x) + 1_c),
                  either([](double t) { return 1 / (t * t + 1); }, [](double t) { return t * t / (1 + t * t); }),
                  [=](double v) { return -0.5 * sech(v) * sech(v); });
    check_against<float>(og::exp(x) * (1_c / (og::exp(2_c * x) + 3_c)),
                  either([](double t) { return t / (t * t + 3); }, [](double t) { return t / (1 + 3 * t * t); }),
                  either([](double t) { return t * (3 - t * t) / (3 + t * t) / (3 + t * t); },
                         [](double t) { return t * (3 * t * t - 1) / (1 + 3 * t * t) / (1 + 3 * t * t); }));
    auto const mish_factor = either([](double t) { return t * (t + 2) / (t * t + 2 * t + 2); },
                                    [](double t) { return (1 + 2 * t) / (1 + 2 * t + 2 * t * t); });
    auto const mish_factor_slope =
        either([](double t) { return 4 * t * (1 + t) / std::pow(t * t + 2 * t + 2, 2); },
               [](double t) { return 4 * t * t * (1 + t) / std::pow(1 + 2 * t + 2 * t * t, 2); });
    check_against<float>((og::exp(2_c * x) + 2_c * og::exp(x)) / (og::exp(2_c * x) + 2_c * og::exp(x) + 2_c), mish_factor, mish_factor_slope);
    check_against<float>((1_c + og::expm1(x)) / og::square(og::exp(x) + 2_c),
                  either([](double t) { return t / (t + 2) / (t + 2); }, [](double t) { return t / (1 + 2 * t) / (1 + 2 * t); }),
                  either([](double t) { return t * (2 - t) / std::pow(2 + t, 3); },
                         [](double t) { return t * (2 * t - 1) / std::pow(1 + 2 * t, 3); }));

    std::vector<float> const at{-infinity, -100, -50, -1e-6f, 0, 1e-6f, 50, 100, infinity, std::numeric_limits<float>::quiet_NaN()};
    std::vector<float> curvature(at.size()), y(at.size());
    constexpr auto e = 2_c / (og::exp(x) + og::exp(-x));
    og::evaluate(og::derivative(e, x, x), curvature, x = at);
    og::evaluate(e, y, x = at);
    for (std::size_t i = 0; i + 1 < at.size(); ++i) {
        double const v = static_cast<double>(at[i]), wanted = sech(v) * (1 - 2 * sech(v) * sech(v));
        CHECK(std::fabs(static_cast<double>(curvature[i]) - wanted) <= 1e-6 * std::fabs(wanted) + 1e-44);
    }
    CHECK(std::isnan(y.back()));
    CHECK(std::isnan(curvature.back()));
}

TEST_CASE("a quotient by a sum of several terms has its value where two of them are opposite") {
    constexpr og::var<"w"> w;
    auto const check_at = [&](auto e, float v, float u, float wanted, float by_x, float by_w) {
        INFO(og::to_text(e));
        std::vector<float> const at_x{v}, at_w{u}, dy{1};
        std::vector<float> y(1), dx(1), dw(1);
        og::evaluate(e, y, x = at_x, w = at_w);
        og::backward(e, dy, x = at_x, w = at_w, og::grad(x) = dx, og::grad(w) = dw);
        CHECK(y[0] == Approx(wanted));
        CHECK(dx[0] == Approx(by_x));
        CHECK(dw[0] == Approx(by_w));
    };
    check_at(x / (x + w + 1_c), 0, 0, 0, 1, 0);
    check_at(og::exp(x) / (og::exp(x) + w + 2_c), 0, -1, 0.5f, 0.25f, -0.25f);
    check_at(x / (2_c * x + 3_c * w + 1_c), 0, 0, 0, 1, 0);
    check_at(x * w / (x * w + x + 1_c), -2, -1, 2, -1, 2);
    check_at(og::exp(x) / og::square(og::exp(x) + w + 1_c), 0, -1, 1, -1, -2);
    check_at(x / (3_c - (x + w)), 1, -1, 1 / 3.0f, 4 / 9.0f, 1 / 9.0f);
}

TEST_CASE("a softmax of three values written out has the digits of each where the others overflow") {
    constexpr og::var<"v"> v;
    constexpr og::var<"w"> w;
    std::vector<float> const at{-infinity, -1000, -100, -50, -3.25f, 0, 1.7f, 40, 88, 95, 100, 1000};
    std::vector<float> a, b, c;
    for (float const p : at)
        for (float const q : at)
            for (float const r : at)
                if (std::max({p, q, r}) > -infinity) a.push_back(p), b.push_back(q), c.push_back(r);
    std::vector<float> const dy(a.size(), 1.0f);
    std::vector<float> y(a.size()), dx(a.size()), dv(a.size());
    auto const compare = [](float got, double wanted) {
        INFO(got << ", not " << wanted);
        if (std::fabs(wanted) < 1e-36)
            CHECK(std::fabs(static_cast<double>(got)) <= 2e-36);
        else
            CHECK(og::testing::ulps(got, wanted) <= 32);
    };
    auto const check_terms = [&](auto e, double one) {
        INFO(og::to_text(e));
        og::evaluate(e, y, x = a, v = b, w = c);
        og::backward(e, dy, x = a, v = b, w = c, og::grad(x) = dx, og::grad(v) = dv);
        for (std::size_t i = 0; i < a.size(); ++i) {
            INFO("at " << a[i] << ", " << b[i] << ", " << c[i]);
            double const most = static_cast<double>(std::max({a[i], b[i], c[i], one > 0 ? 0 : -infinity}));
            auto const power = [&](float u) { return std::exp(static_cast<double>(u) - most); };
            double const others = power(b[i]) + power(c[i]) + (one > 0 ? std::exp(-most) : 0), all = power(a[i]) + others;
            compare(y[i], power(a[i]) / all);
            compare(dx[i], power(a[i]) / all * (others / all));
            compare(dv[i], -power(a[i]) / all * (power(b[i]) / all));
        }
    };
    check_terms(og::exp(x) / (og::exp(x) + og::exp(v) + og::exp(w)), 0);
    check_terms(og::exp(x) / (og::exp(x) + og::exp(v) + og::exp(w) + 1_c), 1);
}

TEST_CASE("quotients of exponentials that keep more digits as they are written stay so, and NaN in them") {
    auto const at = [](auto e, float v) {
        std::vector<float> const in{v};
        std::vector<float> y(1);
        og::evaluate(e, y, x = in);
        return y[0];
    };
    constexpr auto t = og::exp(x);
    CHECK(at((og::expm1(x) + og::c<1e-5>) / (t + 1_c), 0) == Approx(5e-6));
    CHECK(at((og::c<1e30> * og::square(t) - og::c<1e30> + t) / (og::square(t) + 1_c), 0) == Approx(0.5));
    CHECK(at(og::square(og::c<1e20> * t + 1_c) / og::square(og::c<1e20> * t + 3_c), -60) == Approx(1 / 9.0));
    CHECK(std::isnan(at(t / (t + t * t * og::exp(og::c<0.3> * x) + 2_c * t), std::numeric_limits<float>::quiet_NaN())));
    constexpr og::var<"w"> w;
    std::vector<float> const nan{std::numeric_limits<float>::quiet_NaN()}, one{1};
    std::vector<float> y(1), dx(1);
    og::evaluate(t / (t + t * og::exp(w) + 2_c * t * og::exp(2_c * w)), y, x = nan, w = one);
    CHECK(std::isnan(y[0]));

    // Within the steps that clang allows a constant expression.
    constexpr auto u = og::exp(-x);
    constexpr auto v = 1_c + og::exp(0.5_c * x);
    og::backward(og::square((u + 3_c) * (1_c + og::exp(2_c * x)) / ((2_c + t * t * t) * v)), one, x = one, og::grad(x) = dx);
    CHECK(std::isfinite(dx[0]));
}

TEST_CASE("powers of a sum of exponentials overflow only where they do") {
    auto const root = [](double v) { return v > 0 ? std::exp(v / 2) * std::sqrt(1 + std::exp(-v)) : std::sqrt(1 + std::exp(v)); };
    auto const sigmoid = [](double v) { return v < 0 ? std::exp(v) / (1 + std::exp(v)) : 1 / (1 + std::exp(-v)); };
    check_against<float>(og::sqrt(1_c + og::exp(x)), root, [=](double v) { return std::isinf(v) ? (v > 0 ? v : 0) : 0.5 * sigmoid(v) * root(v); });
    auto const root_of_sigmoid = [=](double v) { return 1 / root(-v); };
    auto const its_slope = [=](double v) { return 0.5 * sigmoid(-v) / root(-v); };
    check_against(1_c / og::sqrt(1_c + og::exp(-x)), root_of_sigmoid, its_slope);
    check_against<float>(og::sqrt(og::sigmoid(x)), root_of_sigmoid, its_slope);
    check_against<float>(og::pow(og::sigmoid(x), 0.375_c), [=](double v) { return std::pow(root(-v), -0.75); },
                  [=](double v) { return 0.375 * sigmoid(-v) * std::pow(root(-v), -0.75); });
    check_against<float>(og::sqrt(og::exp(x)), [](double v) { return std::exp(v / 2); }, [](double v) { return 0.5 * std::exp(v / 2); });
    auto const root_of_softplus = [](double v) {
        return v < -700 ? std::exp(v / 2) : v > 700 ? std::sqrt(v) : std::sqrt(std::fmax(v, 0) + std::log1p(std::exp(-std::fabs(v))));
    };
    check_against(og::sqrt(og::softplus(x)), root_of_softplus,
                  [=](double v) { return v < -700 ? 0.5 * std::exp(v / 2) : 0.5 * sigmoid(v) / root_of_softplus(v); });
    auto const power = [=](double v) { return std::pow(root(-v), -3); };
    check_against<float>(x * og::pow(1_c + og::exp(-x), og::c<-1.5>), [=](double v) { return damped(v, power(v)); },
                  [=](double v) { return power(v) + damped(v, 1.5 * sigmoid(-v) * power(v)); });
    check_against<float>(1_c / og::pow(2_c * og::exp(x) + 2_c * og::exp(-x), 0.5_c),
                  [](double v) { return std::exp(-std::fabs(v) / 2) / std::sqrt(2 + 2 * std::exp(-2 * std::fabs(v))); },
                  [](double v) { return -0.5 * std::tanh(v) * std::exp(-std::fabs(v) / 2) / std::sqrt(2 + 2 * std::exp(-2 * std::fabs(v))); });
}

TEST_CASE("terms of entropies are 0 where the probability is") {
    std::vector<float> const p{0, 1e-30f, 1e-9f, 0.25f, 1}, log_q{-3, -2, -1, 0, 1}, dy(p.size(), 1.0f);
    std::vector<float> y(p.size()), dp(p.size()), dq(p.size());
    constexpr og::var<"q"> q;
    auto const check_terms = [&](auto e, auto wanted, auto slope) {
        INFO(og::to_text(e));
        og::evaluate(e, y, x = p);
        og::backward(e, dy, x = p, og::grad(x) = dp);
        for (std::size_t i = 0; i < p.size(); ++i) {
            INFO("at " << p[i] << ": " << y[i] << ", " << dp[i]);
            double const v = static_cast<double>(p[i]), w = wanted(v), s = slope(v);
            CHECK(std::fabs(static_cast<double>(y[i]) - w) <= 1e-6 * std::fabs(w));
            if (std::isinf(s))
                CHECK(dp[i] == static_cast<float>(s));
            else
                CHECK(std::fabs(static_cast<double>(dp[i]) - s) <= 2e-6 * std::fabs(s));
        }
    };
    auto const term = [](double v) { return v == 0 ? 0 : v * std::log(v); };
    auto const complement = [](double v) { return v == 1 ? 0 : (1 - v) * std::log1p(-v); };
    check_terms(x * og::log(x), term, [](double v) { return std::log(v) + 1; });
    check_terms(-x * og::log(x) - (1_c - x) * og::log(1_c - x), [=](double v) { return -term(v) - complement(v); },
                [](double v) { return std::log1p(-v) - std::log(v); });
    og::evaluate(x * (og::log(x) - q), y, x = p, q = log_q);
    og::backward(x * (og::log(x) - q), dy, x = p, q = log_q, og::grad(q) = dq);
    for (std::size_t i = 0; i < p.size(); ++i) {
        double const v = static_cast<double>(p[i]), w = term(v) - v * static_cast<double>(log_q[i]);
        CHECK(std::fabs(static_cast<double>(y[i]) - w) <= 1e-6 * std::fabs(w));
        CHECK(dq[i] == -p[i]);
    }
}

TEST_CASE("tanh written as a quotient is tanh") {
    auto const slope = [](double v) {
        double const e = std::exp(-2 * std::fabs(v));
        return 4 * e / ((1 + e) * (1 + e));
    };
    auto const tanh = [](double v) { return std::tanh(v); };
    check_against((og::exp(x) - og::exp(-x)) / (og::exp(x) + og::exp(-x)), tanh, slope);
    check_against((og::exp(2_c * x) - 1_c) / (og::exp(2_c * x) + 1_c), tanh, slope);
    check_against((1_c - og::exp(og::c<-2> * x)) / (1_c + og::exp(og::c<-2> * x)), tanh, slope);
}

TEST_CASE("log(1 + x^2) is right where x^2 overflows") {
    check_against(og::log(1_c + x * x),
                  [](double v) { return std::fabs(v) > 1e9 ? 2 * std::log(std::fabs(v)) : std::log1p(v * v); },
                  [](double v) { return std::fabs(v) > 1 ? 2 / v / (1 + 1 / v / v) : 2 * v / (1 + v * v); });
}

TEST_CASE("a mean weighted by exponentials is right where they overflow") {
    check_against((x * og::exp(x) - x * og::exp(-x)) / (og::exp(x) + og::exp(-x)), [](double v) { return v * std::tanh(v); },
                  [](double v) { return std::tanh(v) + damped(v, 4 / (std::exp(2 * v) + 2 + std::exp(-2 * v))); }, 0.5);
}

TEST_CASE("logarithms of what overflows or comes to 0 exponentially have their values") {
    auto const sigmoid = [](double v) { return v < 0 ? std::exp(v) / (1 + std::exp(v)) : 1 / (1 + std::exp(-v)); };
    auto const softplus = [](double v) { return std::max(v, 0.0) + std::log1p(std::exp(-std::fabs(v))); };
    check_against(og::log(3_c + og::exp(x)), [=](double v) { return std::log(3) + softplus(v - std::log(3)); },
                  [=](double v) { return v > 0 ? 1 / (1 + 3 * std::exp(-v)) : std::exp(v) / (3 + std::exp(v)); });
    check_against(og::log(og::softplus(x)), [=](double v) { return v < -40 ? v : std::log(softplus(v)); },
                  [=](double v) { return v < -40 ? 1 : v == infinity ? 0 : sigmoid(v) / softplus(v); });
    check_against(og::log(og::square(og::sigmoid(x))), [=](double v) { return -2 * softplus(-v); },
                  [=](double v) { return 2 * sigmoid(-v); });
    check_against(og::log(og::exp(x)), [](double v) { return v; }, [](double) { return 1; });
    auto const larger = [](double v) { return std::fabs(v) + std::log1p(std::exp(-2 * std::fabs(v))); };
    check_against(og::log(og::exp(x) + og::exp(-x)), larger, [](double v) { return std::tanh(v); }, 0.25);
}

TEST_CASE("the logarithm of a sum with an exponential is NaN where a term is, and counts a term that overflows alone") {
    constexpr og::var<"z"> z;
    std::vector<float> const one{1}, nan{std::numeric_limits<float>::quiet_NaN()}, far{-100}, dy{1};
    std::vector<float> y(1), dx(1), dz(1);
    og::evaluate(og::log(og::exp(x) + og::sigmoid(z)), y, x = one, z = nan);
    CHECK(std::isnan(y[0]));
    og::backward(og::log(og::exp(x) + og::sigmoid(z)), dy, x = one, z = nan, og::grad(x) = dx, og::grad(z) = dz);
    CHECK(std::isnan(dx[0]));
    CHECK(std::isnan(dz[0]));
    og::backward(og::log1p(og::expm1(x) + 2_c), dy, x = nan, og::grad(x) = dx);
    CHECK(std::isnan(dx[0]));
    og::evaluate(og::log(og::exp(x) + 1_c / og::normal_cdf(z)), y, x = one, z = far);
    CHECK(y[0] == infinity);
}

TEST_CASE("quotients by an exponential keep the digits of their derivatives where it is large") {
    check_against(x / og::exp(x), [](double v) { return damped(v, std::exp(-v)); },
                  [](double v) { return damped(1 - v, std::exp(-v)); });
    auto const bell = [](double v) { return std::exp(-v * v); };
    check_against<float>(og::tanh(x) / og::exp(x * x), [=](double v) { return std::tanh(v) * bell(v); }, [=](double v) {
        return (1 - std::tanh(v) * std::tanh(v)) * bell(v) - 2 * std::tanh(v) * damped(v, bell(v));
    });
    check_against(1_c / og::sigmoid(x), [](double v) { return 1 + std::exp(-v); }, [](double v) { return -std::exp(-v); });
}

TEST_CASE("the logarithm of normal_cdf and its derivative keep their digits in the tail") {
    // normal_pdf(a) / normal_cdf(-a) - a, by its continued fraction.
    auto const excess = [](double a) {
        double below = a;
        for (int k = 400; k > 1; --k) below = a + k / below;
        return 1 / below;
    };
    auto const cdf = [](double v) { return 0.5 * std::erfc(-v * std::sqrt(0.5)); };
    auto const pdf = [](double v) { return std::exp(-0.5 * v * v) / std::sqrt(2 * std::acos(-1.0)); };
    auto const mills = [=](double v) { return v < -4 ? -v + excess(-v) : pdf(v) / cdf(v); };
    auto const slope = [=](double v) {
        return v < -1e100 ? -1 : v < -4 ? -excess(-v) * (-v + excess(-v)) : -damped(v + mills(v), mills(v));
    };
    auto const log_cdf = [=](double v) {
        return v < -4 ? -0.5 * v * v - 0.5 * std::log(2 * std::acos(-1.0)) - std::log(mills(v))
               : v < 0 ? std::log(cdf(v)) : std::log1p(-cdf(-v));
    };
    check_against<float>(og::log(og::normal_cdf(x)), log_cdf, mills);
    check_against<float>(og::log(0.5_c * (1_c + og::erf(x / 1.4142135623730951_c))), log_cdf, mills);
    check_against<float>(og::normal_pdf(x) / og::normal_cdf(x), mills, slope);
    check_against<float>(og::log(og::square(og::normal_cdf(x))), [=](double v) { return 2 * log_cdf(v); },
                         [=](double v) { return 2 * mills(v); });
    check_against<float>(og::log(og::normal_pdf(x)), [](double v) { return -0.91893853320467274 - 0.5 * v * v; },
                         [](double v) { return -v; });
}

TEST_CASE("e^(-x^2 / 2) and 1 - erf keep their digits") {
    auto const bell = [](double v) { return std::exp(-0.5 * v * v); };
    check_against<float>(og::exp(og::c<-0.5> * x * x), bell, [=](double v) { return -damped(v, bell(v)); });
    auto const slope = [](double v) { return -1.1283791670955126 * std::exp(-v * v); };
    check_against<float>(1_c - og::erf(x), [](double v) { return std::erfc(v); }, slope);
    check_against<float>(0.5_c + 0.5_c * og::erf(x), [](double v) { return 0.5 * std::erfc(-v); },
                         [=](double v) { return -0.5 * slope(v); });
}

TEST_CASE("sums with a common factor do not cancel") {
    auto const sigmoid = [](double v) { return v < 0 ? std::exp(v) / (1 + std::exp(v)) : 1 / (1 + std::exp(-v)); };
    auto const value = [=](double v) { return damped(v, sigmoid(v)); };
    auto const slope = [=](double v) { return sigmoid(v) + damped(v, sigmoid(v) * sigmoid(-v)); };
    check_against(x - x / (1_c + og::exp(x)), value, slope);
    check_against(0.5_c * x + 0.5_c * x * og::tanh(x / 2_c), value, slope);
    check_against(2_c * og::sigmoid(x) - 1_c, [](double v) { return std::tanh(v / 2); },
                  [=](double v) { return 2 * sigmoid(v) * sigmoid(-v); });
}

TEST_CASE("a product of exponentials overflows only where it does") {
    std::vector<float> const in{-300, -95, 0, 95, 300}, ones(5, 1.0f);
    std::vector<float> y(5), dx(5);
    og::evaluate(og::exp(x) * og::exp(-x), y, x = in);
    og::backward(og::exp(x) * og::exp(-x), ones, x = in, og::grad(x) = dx);
    CHECK(y == ones);
    CHECK(dx == std::vector<float>(5, 0.0f));
    og::evaluate(og::exp(x + 1_c) / og::exp(x), y, x = in);
    for (float const e : y) CHECK(og::testing::ulps(e, std::exp(1.0)) <= 4);
}

TEST_CASE("log(1 - e^x) keeps its digits near 0 and far from it") {
    std::vector<float> const in{-1e-6f, -0.1f, -0.7f, -1, -20, -80};
    std::vector<float> y(in.size()), other(in.size());
    og::evaluate(og::log(1_c - og::exp(x)), y, x = in);
    og::evaluate(og::log1p(-og::exp(x)), other, x = in);
    for (std::size_t i = 0; i < in.size(); ++i) {
        double const v = in[i];
        CHECK(og::testing::ulps(y[i], v > -0.5 ? std::log(-std::expm1(v)) : std::log1p(-std::exp(v))) <= 4);
    }
    CHECK(other == y);
}

TEST_CASE("algebraic formulas neither overflow nor cancel") {
    auto const root = [](double v) { return std::hypot(1, v); };
    check_against(x / og::sqrt(1_c + x * x), [=](double v) { return std::isinf(v) ? std::copysign(1.0, v) : v / root(v); },
                  [=](double v) { return 1 / root(v) / root(v) / root(v); });
    check_against(x + og::sqrt(x * x + 1_c), [=](double v) { return v < 0 ? 1 / (root(v) - v) : v + root(v); },
                  [=](double v) { return v < 0 ? 1 / (root(v) - v) / root(v) : std::isinf(v) ? 2 : 1 + v / root(v); });
    check_against(x / (3_c + og::abs(x)), [](double v) { return std::isinf(v) ? std::copysign(1.0, v) : v / (3 + std::fabs(v)); },
                  [](double v) { return 3 / (3 + std::fabs(v)) / (3 + std::fabs(v)); });
}

TEST_CASE("quotients of polynomials have their limits, and their digits where a power overflows") {
    // f(v) in terms of 1 / v, where that is the smaller.
    auto const either = [](auto near, auto far) { return [=](double v) { return std::fabs(v) > 1 ? far(1 / v) : near(v); }; };
    check_against(x / (1_c + x * x),
                  either([](double v) { return v / (1 + v * v); }, [](double u) { return u / (1 + u * u); }),
                  either([](double v) { return (1 - v * v) / (1 + v * v) / (1 + v * v); },
                         [](double u) { return u * u * (u * u - 1) / (1 + u * u) / (1 + u * u); }));
    check_against((x * x - 1_c) / (x * x + 1_c),
                  either([](double v) { return (v * v - 1) / (v * v + 1); }, [](double u) { return (1 - u * u) / (1 + u * u); }),
                  either([](double v) { return 4 * v / (1 + v * v) / (1 + v * v); },
                         [](double u) { return 4 * u * u * u / (1 + u * u) / (1 + u * u); }));
    auto const magnitude = [](double v) { return std::fabs(v); };
    check_against<float>(x * og::abs(x) / (1_c + og::abs(x)),
                         [=](double v) { return std::isinf(v) ? v : v * magnitude(v) / (1 + magnitude(v)); },
                         either([=](double v) { return magnitude(v) * (2 + magnitude(v)) / (1 + magnitude(v)) / (1 + magnitude(v)); },
                                [=](double u) { return (1 + 2 * magnitude(u)) / (1 + magnitude(u)) / (1 + magnitude(u)); }));
    check_against<float>(og::power(x, 3_c) / (x * x + 1_c),
                         [](double v) { return std::isinf(v) ? v : v * (v * v / (v * v + 1)); },
                         either([](double v) { return v * v * (v * v + 3) / (1 + v * v) / (1 + v * v); },
                                [](double u) { return (1 + 3 * u * u) / (1 + u * u) / (1 + u * u); }));
    check_against<float>(x * x * x / (1_c + x * x * x * x),
                         either([](double v) { return v * v * v / (1 + v * v * v * v); },
                                [](double u) { return u / (1 + u * u * u * u); }),
                         either([](double v) { return v * v * (3 - v * v * v * v) / std::pow(1 + v * v * v * v, 2); },
                                [](double u) { return u * u * (3 * u * u * u * u - 1) / std::pow(1 + u * u * u * u, 2); }));
    auto const by_sign = [](auto f) { return [=](double v) { return v < 0 ? -f(-v) : f(v); }; };
    check_against<float>(1_c / og::square(1_c + og::abs(x)),
                         [=](double v) { return 1 / (1 + magnitude(v)) / (1 + magnitude(v)); },
                         by_sign([](double v) { return v == 0 ? 0 : -2 / (1 + v) / (1 + v) / (1 + v); }));

    std::vector<float> const far{1e10f, 1e20f, -1e30f, 3e37f, infinity, -infinity};
    std::vector<float> y(far.size()), dx(far.size());
    og::fuse(og::store(x / (1_c + x * x), y), og::store(og::derivative(x / (1_c + x * x), x), dx), x = far);
    for (std::size_t i = 0; i < far.size(); ++i) {
        double const inverse = 1 / static_cast<double>(far[i]);
        CHECK(og::testing::ulps(y[i], inverse) <= 2);
        if (i == 0) CHECK(og::testing::ulps(dx[i], -inverse * inverse) <= 4);
    }
    std::vector<float> nan{std::numeric_limits<float>::quiet_NaN()}, of_nan(1);
    og::evaluate(x / (1_c + x * x), of_nan, x = nan);
    CHECK(std::isnan(of_nan[0]));

    std::vector<float> const tiny{1e-40f, -std::numeric_limits<float>::denorm_min()};
    std::vector<float> of_tiny(2);
    og::evaluate(x / (1_c + x * x), of_tiny, x = tiny);
    CHECK(of_tiny == tiny);

    // One division, but where what is divided by may come to 0: scaled, it would be below the normal range there.
    static_assert(og::explain(x / (1_c + x * x)).divisions == 1 && og::explain(x / og::square(1_c + x)).divisions == 2);

    // In what is squared, where that is no polynomial in one name.
    constexpr og::var<"u"> u;
    constexpr auto apart = x * u - u;
    constexpr auto rational = apart / (1_c + og::square(apart));
    std::vector<float> const half(far.size(), 0.5f);
    og::fuse(og::store(rational, y), og::store(og::derivative(rational, x), dx), x = far, u = half);
    for (std::size_t i = 0; i < far.size(); ++i) {
        double const inverse = 2 / static_cast<double>(far[i]);
        CHECK(og::testing::ulps(y[i], inverse) <= 2);
        if (i == 0) CHECK(og::testing::ulps(dx[i], -inverse * inverse / 2) <= 4);
    }
}

TEST_CASE("sqrt(1 + x^2) - 1 and x / (1 + sqrt(1 + x^2)) keep their digits") {
    auto const half = [](double v) { return std::isinf(v) ? std::copysign(1.0, v) : v / (1 + std::hypot(1, v)); };
    auto const slope = [](double v) { return std::isinf(v) ? std::copysign(1.0, v) : v / std::hypot(1, v); };
    check_against(og::sqrt(1_c + x * x) - 1_c, [=](double v) { return v * half(v); }, slope);
    check_against(x / (1_c + og::sqrt(1_c + x * x)), half,
                  [](double v) { return 1 / std::hypot(1, v) / (1 + std::hypot(1, v)); });
    check_against<float>(x * x / (1_c + og::sqrt(1_c + x * x)), [=](double v) { return v * half(v); }, slope);
}

TEST_CASE("a choice of 0 stays 0 beside what overflows") {
    check_against(og::relu(x) * og::exp(-x), [](double v) { return v > 0 ? damped(v, std::exp(-v)) : 0; },
                  [](double v) { return v > 0 ? damped(1 - v, std::exp(-v)) : 0; });
}

TEST_CASE("derivatives of the second and third order have their limits") {
    constexpr auto by_x = [](auto e) { return og::derivative(e, x); };
    auto const check_ends = [by_x](auto e, float at_the_left, float at_the_right) {
        INFO(og::to_text(by_x(by_x(e))));
        std::vector<float> const in{-infinity, -3e38f, 3e38f, infinity};
        std::vector<float> y(in.size());
        og::evaluate(by_x(by_x(e)), y, x = in);
        CHECK(y == std::vector<float>{at_the_left, at_the_left, at_the_right, at_the_right});
    };
    constexpr auto block = x + og::silu(x);
    check_ends(by_x(og::gaussian(x)), 0, 0);
    check_ends(og::gaussian(og::exp(x)), 0, 0);
    check_ends(block + og::silu(block), 0, 0);
    check_ends(og::tanhexp(x), 0, 0);
    check_ends(by_x(og::power(og::silu(x), 3_c)), 0, 6);
    check_ends(x * og::where(x > 0_c, x, og::exp(x)), 0, 2);
}

TEST_CASE("what is divided by what falls exponentially is not damped to a 0 that looks like a result") {
    auto const is_zero = [](auto e, float at) {
        std::vector<float> v{at}, y(1);
        og::evaluate(e, y, x = v);
        return y[0] == 0;
    };
    CHECK_FALSE(is_zero(og::derivative(og::log(og::softplus(x)), x), -200));                      // 1
    CHECK_FALSE(is_zero(x / og::sigmoid(-x) * og::exp(-x), 200));                                 // 200
    CHECK_FALSE(is_zero(og::normal_pdf(x) * (x / og::normal_cdf(-x)), 40));                       // 1601
    CHECK_FALSE(is_zero(x * og::power(og::sigmoid(-x), og::c<-1>) * og::exp(-x), 200));           // 200
    CHECK_FALSE(is_zero(og::exp(x) * og::power(og::sigmoid(-og::exp(x)), og::c<-1>) * og::exp(-og::exp(x)), 6));
    CHECK(is_zero(x / (1_c + og::exp(-x)) * og::sigmoid(-x), 200));
    CHECK(is_zero(x / 2_c * og::exp(-x), infinity));
    CHECK(is_zero(og::relu(x) * og::exp(-x), infinity));  // a condition on x does not grow with it
    CHECK(is_zero(og::derivative(og::leaky_relu(x) * og::sigmoid(-x), x) - og::c<0.01>, -infinity));
}
