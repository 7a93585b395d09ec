// What minimum, maximum, clip, where, sign, abs and power do at ties, at bounds, at 0 and with NaN, and
// what their subgradients are there.

#include "math/accuracy.hpp"

#include <ogive/ogive.hpp>

namespace og = ogive;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"y"> y;
constexpr og::var<"z"> z;

template <class E>
constexpr double by_x(E e, double at) {
    return og::derivative(e, x)(x = at);
}

// Subgradients: half for each side of a tie, 1 at the bounds of clip, 0 at the kink of abs.
static_assert(og::same(og::max(x, y), og::maximum(x, y)) && og::same(og::min(x, y), og::minimum(x, y)));
static_assert(og::derivative(og::maximum(x, y), x)(x = 1.0, y = 1.0) == 0.5);
static_assert(og::derivative(og::maximum(x, y), y)(x = 1.0, y = 1.0) == 0.5);
static_assert(og::derivative(og::maximum(x, y), x)(x = 2.0, y = 1.0) == 1 &&
              og::derivative(og::maximum(x, y), y)(x = 2.0, y = 1.0) == 0);
static_assert(og::derivative(og::minimum(x, y), x)(x = 1.0, y = 1.0) == 0.5);
static_assert(og::derivative(og::minimum(x, y), y)(x = 1.0, y = 1.0) == 0.5);
static_assert(og::derivative(og::minimum(x, y), x)(x = 2.0, y = 1.0) == 0 &&
              og::derivative(og::minimum(x, y), y)(x = 2.0, y = 1.0) == 1);
static_assert(by_x(og::clip(x, -1_c, 1_c), -1) == 1 && by_x(og::clip(x, -1_c, 1_c), 1) == 1);
static_assert(by_x(og::clip(x, -1_c, 1_c), -1.5) == 0 && by_x(og::clip(x, -1_c, 1_c), 1.5) == 0);
static_assert(og::derivative(og::clip(x, y, z), y)(x = 1.0, y = 2.0, z = 3.0) == 1);
static_assert(og::derivative(og::clip(x, y, z), z)(x = 4.0, y = 2.0, z = 3.0) == 1);
static_assert(og::derivative(og::clip(x, y, z), y)(x = 2.0, y = 2.0, z = 3.0) == 0);
static_assert(by_x(og::abs(x), 0) == 0 && by_x(og::abs(x), -0.0) == 0 && by_x(og::abs(x), 2) == 1 &&
              by_x(og::abs(x), -2) == -1);

// The arm of a where that is not taken never poisons.
constexpr auto guarded_log = og::where(x > 0_c, og::log(x), 0_c);
static_assert(by_x(guarded_log, -1) == 0 && by_x(guarded_log, 0) == 0 && by_x(guarded_log, 2) == 0.5);

// Powers.
static_assert(og::power(-2.0, 3_c) == -8 && og::power(-2.0, 4_c) == 16 && og::power(2.0, -2_c) == 0.25 &&
              og::power(3.0, 1_c) == 3);
static_assert(og::same(og::pow(x, 3_c), og::power(x, 3_c)));
static_assert(og::power(5.0, 0_c) == 1 && og::power(0.0, 0_c) == 1);
static_assert(og::power(-2.0, -3_c) == -0.125 && og::power(0.0, -1_c) == infinity);
static_assert(by_x(og::power(x, 3_c), -2) == 12 && by_x(og::power(x, -2_c), 2) == -0.25 &&
              by_x(og::power(x, 1_c), 7) == 1);
static_assert(by_x(og::power(x, 2_c), 0) == 0 && by_x(og::power(x, 3_c), 0) == 0);
static_assert(og::same(og::power(x, 2_c), x * x) && og::same(og::power(x, 1_c), x));
static_assert(og::same(og::derivative(og::power(x, 3_c), x), 3_c * og::square(x)));
static_assert(by_x(og::power(x, 40_c), -1) == -40 && by_x(og::power(x, 33_c), -1) == 33 && by_x(og::power(x, 999_c), 0) == 0);

// f of two numbers is the same for batches of them.
template <class F>
bool gives_two(F f, double a, double b, double wanted) {
    auto const with_a = [&]<class V>(V e) { return f(V(static_cast<og::simd::scalar_of<V>>(a)), e); };
    return gives(with_a, b, wanted);
}

}  // namespace

TEST_CASE("minimum and maximum are NaN where either side is") {
    auto const least = [](auto a, auto b) { return og::minimum(a, b); };
    auto const most = [](auto a, auto b) { return og::maximum(a, b); };
    CHECK(gives_two(least, 1, 2, 1));
    CHECK(gives_two(least, 2, 1, 1));
    CHECK(gives_two(most, 1, 2, 2));
    CHECK(gives_two(most, 2, 1, 2));
    CHECK(gives_two(least, -infinity, infinity, -infinity));
    CHECK(gives_two(most, -infinity, infinity, infinity));
    for (auto const a : {1.0, infinity, -infinity}) {
        CHECK(gives_two(least, not_a_number, a, not_a_number));
        CHECK(gives_two(least, a, not_a_number, not_a_number));
        CHECK(gives_two(most, not_a_number, a, not_a_number));
        CHECK(gives_two(most, a, not_a_number, not_a_number));
    }
}

TEST_CASE("clip keeps NaN and the bounds") {
    auto const clip = [](auto e) { return og::clip(e, -1_c, 2_c); };
    CHECK(gives(clip, -3, -1));
    CHECK(gives(clip, 0.5, 0.5));
    CHECK(gives(clip, 3, 2));
    CHECK(gives(clip, -infinity, -1));
    CHECK(gives(clip, infinity, 2));
    CHECK(gives(clip, not_a_number, not_a_number));
}

TEST_CASE("sign and abs at zeros, infinities and NaN") {
    auto const sign = [](auto e) { return og::sign(e); };
    CHECK(gives(sign, -3, -1));
    CHECK(gives(sign, 3, 1));
    CHECK(gives(sign, accuracy::tiny_float, 1));
    CHECK(gives(sign, 0.0, 0.0));
    CHECK(gives(sign, -0.0, -0.0));
    CHECK(gives(sign, -infinity, -1));
    CHECK(gives(sign, not_a_number, not_a_number));
    auto const abs = [](auto e) { return og::abs(e); };
    CHECK(gives(abs, -3, 3));
    CHECK(gives(abs, -0.0, 0.0));
    CHECK(gives(abs, -infinity, infinity));
    CHECK(gives(abs, not_a_number, not_a_number));
}

TEST_CASE("comparisons with NaN are false, and it differs from everything") {
    double const xs[] = {1, 1, 2, not_a_number, 1, not_a_number},
                 ys[] = {1, 2, 1, 1, not_a_number, not_a_number};
    auto const holds = [&](auto condition) {
        double r[6];
        og::evaluate(og::where(condition, 1_c, 0_c), r, x = xs, y = ys);
        int bits = 0;
        for (int i = 0; i < 6; ++i) {
            bits = 2 * bits + (r[i] != 0);
            CHECK(condition(x = xs[i], y = ys[i]) == (r[i] != 0));
        }
        return bits;
    };
    CHECK(holds(x < y) == 0b010000);
    CHECK(holds(x <= y) == 0b110000);
    CHECK(holds(x > y) == 0b001000);
    CHECK(holds(x >= y) == 0b101000);
    CHECK(holds(x == y) == 0b100000);
    CHECK(holds(x != y) == 0b011111);
    CHECK(holds(!(x < y)) == 0b101111);
    CHECK(holds(x < y || x > y) == 0b011000);
    CHECK(holds(x <= y && x >= y) == 0b100000);
}

TEST_CASE("where takes one arm or the other, whatever the other is") {
    float const xs[] = {-1, 0, 1, std::numeric_limits<float>::quiet_NaN()};
    float r[4], dx[4];
    og::evaluate(guarded_log, r, x = xs);
    CHECK((r[0] == 0 && r[1] == 0 && r[2] == 0 && r[3] == 0));
    og::backward(guarded_log, 1.0f, x = xs, og::grad(x) = dx);
    CHECK((dx[0] == 0 && dx[1] == 0 && dx[2] == 1 && dx[3] == 0));
}

TEST_CASE("a power of 0 and of infinity") {
    auto const inverse = [](auto e) { return og::power(e, -3_c); };
    CHECK(gives(inverse, 0.0, infinity));
    CHECK(gives(inverse, -0.0, -infinity));
    CHECK(gives(inverse, -infinity, -0.0));
    CHECK(gives([](auto e) { return og::power(e, 3_c); }, -infinity, -infinity));
    CHECK(gives([](auto e) { return og::power(e, 0_c); }, not_a_number, 1));
    CHECK(gives([](auto e) { return og::power(e, 3_c); }, not_a_number, not_a_number));
}

TEST_CASE("a tie shares the gradient in backward too") {
    double const xs[] = {1, 2, 1}, ys[] = {1, 1, 2};
    double dx[3], dy[3];
    og::backward(og::maximum(x, y), 2.0, x = xs, y = ys, og::grad(x) = dx, og::grad(y) = dy);
    CHECK((dx[0] == 1 && dx[1] == 2 && dx[2] == 0));
    CHECK((dy[0] == 1 && dy[1] == 0 && dy[2] == 2));
}
