// Primitives of a user's own, in a namespace of his own: one, two and three arguments, a condition, one
// without a derivative, one whose rule uses itself.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace mine {

// The name's hash falls together with that of `number` in the five bits by which equations are chosen.
struct cube_primitive {
    static constexpr std::string_view name = "cube";
    static constexpr auto value(auto x) { return x * x * x; }
    static constexpr auto derivative(auto x, auto) { return 3_c * x * x; }
};
inline constexpr og::function<cube_primitive> cube{};

struct hypotenuse_primitive {
    static constexpr std::string_view name = "hypotenuse";
    static constexpr bool commutative = true;
    static constexpr auto value(auto a, auto b) { return og::sqrt(a * a + b * b); }
    static constexpr auto adjoint(auto a, auto b, auto y, auto dy) { return og::to_each(dy * a / y, dy * b / y); }
};
inline constexpr og::function<hypotenuse_primitive> hypotenuse{};

struct mix_primitive {
    static constexpr std::string_view name = "mix";
    static constexpr auto value(auto a, auto b, auto t) { return a + (b - a) * t; }
    static constexpr auto adjoint(auto a, auto b, auto t, auto, auto dy) {
        return og::to_each(dy * (1_c - t), dy * t, dy * (b - a));
    }
};
inline constexpr og::function<mix_primitive> mix{};

struct step_primitive {
    static constexpr std::string_view name = "step";
    static constexpr bool differentiable = false;
    static constexpr auto value(auto x) { return og::where(x > decltype(x)(0), decltype(x)(1), decltype(x)(0)); }
};
inline constexpr og::function<step_primitive> step{};

inline constexpr og::function<struct growth_primitive> growth{};
struct growth_primitive {
    static constexpr std::string_view name = "growth";
    static constexpr auto value(auto x) { return og::exp(x); }
    static constexpr auto derivative(auto x, auto) { return growth(x); }
};

struct inverse_primitive {
    static constexpr std::string_view name = "inverse";
    static constexpr auto value(auto x) { return decltype(x)(1) / x; }
    static constexpr auto derivative(auto, auto y) { return -(y * y); }
};
inline constexpr og::function<inverse_primitive> inverse{};

struct positive_primitive {
    static constexpr std::string_view name = "positive";
    static constexpr bool condition = true, differentiable = false;
    static constexpr auto value(auto x) { return x > decltype(x)(0); }
};
inline constexpr og::function<positive_primitive> positive{};

}  // namespace mine

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"u"> u;
constexpr og::param<"beta"> beta;

// The loop against the value at a point, gradients against finite differences.
template <class E>
void check(E e) {
    constexpr std::size_t n = 37;
    constexpr double b = 0.7, h = 1e-6;
    std::vector<double> xs(n), us(n), y(n), dx(n), dy(n, 1.0);
    for (std::size_t i = 0; i < n; ++i) {
        xs[i] = 0.13 * static_cast<double>(i) - 2.1;
        us[i] = 1.5 - 0.11 * static_cast<double>(i);
    }
    double dbeta = 0, sum = 0;
    og::evaluate(e, y, x = xs, u = us, beta = b);
    og::backward(e, dy, x = xs, u = us, beta = b, og::grad(x) = dx, og::grad(beta) = dbeta);
    for (std::size_t i = 0; i < n; ++i) {
        auto const at = [&](double p, double q) { return e(x = p, u = us[i], beta = q); };
        CHECK(y[i] == Approx(at(xs[i], b)));
        CHECK(dx[i] == Approx((at(xs[i] + h, b) - at(xs[i] - h, b)) / (2 * h)).margin(1e-7));
        sum += (at(xs[i], b + h) - at(xs[i], b - h)) / (2 * h);
    }
    CHECK(dbeta == Approx(sum).margin(1e-6));
}

}  // namespace

static_assert(mine::cube(2.0) == 8 && mine::cube(x)(x = 2.0) == 8);
static_assert(og::same(og::derivative(mine::cube(x), x), 3_c * x * x));
static_assert(og::same(og::derivative(mine::step(x), x), 0_c));
static_assert(og::same(mine::hypotenuse(x, u), mine::hypotenuse(u, x)));
static_assert(og::where(true, 1.0, 2.0) == 1.0);

TEST_CASE("primitives of one's own in formulas, loops and gradients") {
    check(mine::cube(x * beta) + u);
    check(mine::hypotenuse(x, beta) * u);
    check(mine::mix(x, u, beta));
    check(mine::growth(x * beta) * u);
    check(x * beta + u + mine::step(x - 0.05_c));
    check(og::where(mine::positive(x - beta), mine::cube(x), x) * u + beta);
}

TEST_CASE("an operation that shares the bit of numbers is not taken for a number") {
    check(mine::mix(x * x, mine::cube(u), mine::cube(x * beta)));
    check((1_c - mine::cube(x)) * beta * u);
}

TEST_CASE("primitives of one's own on batches") {
    CHECK(mine::cube(ogive::simd::batch<float, ogive::simd::default_arch>(2.0f)).get(0) == 8);
    CHECK(mine::mix(0.0, 1.0, 0.5_c) == 0.5);
}

TEST_CASE("a formula may hold more than 64 different operations") {
    constexpr auto e = []<int... N>(std::integer_sequence<int, N...>) {
        return (og::power(x, og::c<N + 2>) + ...);
    }(std::make_integer_sequence<int, 80>{});
    CHECK(e(x = 0.5) == Approx(0.5));
    CHECK(og::derivative(e, x)(x = 0.5) == Approx(3.0));
}

TEST_CASE("a gradient to a name that a param not yet bound is multiplied with") {
    constexpr auto e = og::softmax(x * beta);
    auto const [dx, dbeta] = og::vjp(e, 1_c, x, beta);  // the sum of a softmax is 1: nothing flows
    std::vector<double> xs{1, 2, 4, 0}, y(4, 7);
    double b = 7;
    og::fuse(og::store(dx, y), og::store(dbeta, b), x = xs, beta = 0.5);
    for (double const d : y) CHECK(d == Approx(0).margin(1e-15));
    CHECK(b == Approx(0).margin(1e-15));
}

TEST_CASE("a primitive that does not say how it grows is not damped to a 0 that looks like a result") {
    std::vector<double> xs{800}, y(1);
    og::evaluate(mine::growth(x) * og::exp(-x), y, x = xs);  // 1
    CHECK(y[0] != 0);
    og::evaluate(x * mine::inverse(og::sigmoid(-x)) * og::exp(-x), y, x = xs);  // 800
    CHECK(y[0] != 0);
}
