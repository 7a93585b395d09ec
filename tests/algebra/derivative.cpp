// Guards, ties and sums of the reverse pass.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"u"> u;
constexpr og::param<"w"> w;

template <class E>
std::vector<double> gradient(E e, std::vector<double> const& at) {
    std::vector<double> d(at.size());
    og::backward(e, 1.0, x = at, og::grad(x) = d);
    return d;
}

}  // namespace

TEST_CASE("the arm of a where that is not taken contributes nothing") {
    CHECK(gradient(og::where(x > 0_c, og::log(x), 0_c), {-1, 0, 2}) == std::vector<double>{0, 0, 0.5});
    CHECK(gradient(og::where(x > 0_c, og::sqrt(x), x), {-1, 0, 4}) == std::vector<double>{1, 1, 0.25});
    // Through operations below, and through a where in a where.
    CHECK(gradient(og::where(x > 0_c, og::exp(og::log(x) * 2_c), 0_c), {-1, 0}) == std::vector<double>{0, 0});
    CHECK(gradient(og::where(x > -2_c, og::where(x > 0_c, 1_c / x, x), og::log(x)), {-3, -1, 0, 2}) ==
          std::vector<double>{1 / -3.0, 1, 1, -0.25});
    // Two guards that meet at a node whose own derivative is infinite.
    auto const root = og::sqrt(x);
    CHECK(gradient(og::where(x > 1_c, root, 0_c) + og::where(x > 2_c, root, 0_c), {0, 4}) ==
          std::vector<double>{0, 0.5});
    constexpr auto second = og::derivative(og::where(x > 0_c, og::log(x), 0_c), x, x);
    CHECK(second(x = -1.0) == 0);
    CHECK(second(x = 2.0) == -0.25);
}

TEST_CASE("a guard goes through a sum along the row") {
    // Where no element of the row asks for the logarithm of the sum, its derivative must not matter.
    std::vector<double> const in{0, 0, 0}, on{-1, -1, -1};
    std::vector<double> d(3);
    og::backward(og::where(u > 0_c, og::log(og::row_sum(x)), 0_c), 1.0, x = in, u = on, og::grad(x) = d);
    CHECK(d == std::vector<double>{0, 0, 0});
}

TEST_CASE("a guard goes down to a param") {
    std::vector<double> const in{-1, -2};
    double dw = 7;
    og::backward(og::where(x > 0_c, og::log(w) * x, 0_c), 1.0, x = in, w = 0.0, og::grad(w) = dw);
    CHECK(dw == 0);
}

TEST_CASE("subgradients are PyTorch's") {
    CHECK(gradient(og::relu(x), {-1, 0, 1}) == std::vector<double>{0, 0, 1});
    CHECK(gradient(og::clip(x, -1_c, 1_c), {-2, -1, 0, 1, 2}) == std::vector<double>{0, 1, 1, 1, 0});
    CHECK(gradient(og::abs(x), {-2, 0, 2}) == std::vector<double>{-1, 0, 1});
    CHECK(gradient(og::maximum(x, 1_c), {0, 1, 2}) == std::vector<double>{0, 0.5, 1});
    CHECK(gradient(og::row_max(x), {1, 3, 3}) == std::vector<double>{0, 0.5, 0.5});
}

TEST_CASE("a broadcast's gradient counts what it was broadcast to") {
    std::vector<double> const in{1, 2, 3, 4, 5, 6};
    double dw = 0;
    og::backward(og::sum(w + x), 1.0, x = in, w = 0.5, og::grad(w) = dw);  // 1 flows, six times
    CHECK(dw == 6);
    std::vector<double> const biases{0, 0, 0};
    std::vector<double> db(3), rows{10, 20};
    auto const m = og::matrix(in.data(), 2, 3);
    og::backward(og::row_sum(w + x), rows, x = m, w = biases, og::grad(w) = db);
    CHECK(db == std::vector<double>{30, 30, 30});
    og::backward(og::row_sum(w + x), rows, x = m, w = 0.0, og::grad(w) = dw);
    CHECK(dw == 90);
}

TEST_CASE("vjp gives the gradients that backward computes") {
    constexpr auto e = og::softmax(w * x);
    constexpr og::var<"dy"> dy;
    std::vector<double> const in{0.1, -2, 3, 0.5, 0.25, 1}, flow{1, 2, -1, 0.5, 3, 1};
    auto const m = og::matrix(in.data(), 2, 3), f = og::matrix(flow.data(), 2, 3);
    std::vector<double> d1(6), d2(6), w1(3), w2(3);
    std::vector<double> const weights{0.5, 1, 2};
    og::backward(e, f, x = m, w = weights, og::grad(x) = og::matrix(d1.data(), 2, 3), og::grad(w) = w1);
    auto const [dx, dw] = og::vjp(e, dy, x, w);
    og::fuse(og::store(dx, og::matrix(d2.data(), 2, 3)), og::store(dw, w2), x = m, dy = f, w = weights);
    for (std::size_t i = 0; i < 6; ++i) CHECK(d1[i] == Approx(d2[i]).margin(1e-14));
    for (std::size_t i = 0; i < 3; ++i) CHECK(w1[i] == Approx(w2[i]).margin(1e-14));
}
