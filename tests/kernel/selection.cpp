// What a plan takes of the instruction set: fused multiply-adds with every compiler, and divisions by a number; and of
// functions of one argument.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"u"> u;
constexpr og::var<"v"> v;
constexpr og::param<"c"> c;

template <class F>
constexpr bool is_fused = og::math::vocabulary<og::simd::batch<F, og::simd::default_arch>>::exact_fma;

/// Its square has a digit too many.
template <class F>
constexpr F factor = 1 + F(3) / F(std::uint64_t(1) << (std::numeric_limits<F>::digits + 1) / 2);

template <class F, class E>
F value(E e) {
    std::vector<F> const a(19, factor<F>), product(19, factor<F> * factor<F>);
    std::vector<F> y(19, F(7));
    og::evaluate(e, y, x = a, u = a, v = product);
    for (F const each : y) CHECK(each == y[0]);
    return y[0];
}
template <class F>
F rest() {
    volatile F const product = factor<F> * factor<F>;
    return std::fma(factor<F>, factor<F>, -product);
}

template <class F>
void a_sum_takes_the_product_before_it_is_rounded() {
    F const lost = is_fused<F> ? rest<F>() : F(0);
    CHECK(rest<F>() != 0);
    CHECK(value<F>(x * u - v) == lost);
    CHECK(value<F>(v - x * u) == -lost);
    CHECK(value<F>(x * u + -v) == lost);
    CHECK(value<F>(og::square(x) - v + 0_c * u) == lost);
}

/// sigmoid(|x|) is 1 - sigmoid(-|x|) as rounded where both come from one exponential.
template <class F>
void sigmoid_and_its_mirror_are_one_exponential() {
    std::vector<F> in(1003), y(in.size()), mirrored(in.size());
    for (std::size_t i = 0; i < in.size(); ++i) in[i] = static_cast<F>(i) / 64 - 7;
    og::fuse(og::store(og::sigmoid(x), y), og::store(og::sigmoid(-x), mirrored), x = in);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < in.size(); ++i) wrong += in[i] < 0 ? mirrored[i] != 1 - y[i] : y[i] != 1 - mirrored[i];
    CHECK(wrong == 0);
}
/// So it is when the derivative is there instead: t (1 - t) for t = sigmoid(-|x|).
template <class F>
void sigmoid_and_its_derivative_are_one_exponential() {
    std::vector<F> in(1003), y(in.size()), slope(in.size());
    for (std::size_t i = 0; i < in.size(); ++i) in[i] = static_cast<F>(i) / 64 - 7;
    auto const count_wrong = [&](auto small) {
        std::size_t wrong = 0;
        for (std::size_t i = 0; i < in.size(); ++i) {
            F const t = y[i];
            wrong += small(in[i]) && slope[i] != (is_fused<F> ? std::fma(-t, t, t) : t - t * t);
        }
        return wrong;
    };
    constexpr auto derivative = og::derivative(og::sigmoid(x), x);
    og::fuse(og::store(og::sigmoid(x), y), og::store(derivative, slope), x = in);
    CHECK(count_wrong([](F z) { return z < 0; }) == 0);
    og::fuse(og::store(og::sigmoid(-x), y), og::store(derivative, slope), x = in);
    CHECK(count_wrong([](F z) { return z > 0; }) == 0);
    og::fuse(og::store(derivative, slope), og::store(og::sigmoid(-x), y), x = in);
    CHECK(count_wrong([](F z) { return z > 0; }) == 0);
}

/// tanh and its derivative are both by the exponential and the quotient of tanh, whichever of x and -x they are of.
template <class F>
void tanh_and_its_derivative_are_one_exponential() {
    using B = og::simd::batch<F, og::simd::default_arch>;
    std::vector<F> in(64 * og::simd::lanes<B>), y(in.size()), slope(in.size());
    for (std::size_t i = 0; i < in.size(); ++i) in[i] = static_cast<F>(i) / 64 - 4;
    auto const count_wrong = [&](F sign) {
        std::size_t wrong = 0;
        for (std::size_t i = 0; i < in.size(); i += og::simd::lanes<B>) {
            F of[og::simd::lanes<B>], wanted[og::simd::lanes<B>];
            B const z = og::simd::load<B>(in.data() + i);
            og::simd::store(of, og::math::tanh<og::math::rest_is::alone_and_exact, true>(z));
            og::simd::store(wanted, og::math::sech2_beside_tanh(z));
            for (std::size_t k = 0; k < og::simd::lanes<B>; ++k)
                wrong += y[i + k] != sign * of[k] || slope[i + k] != wanted[k];
        }
        return wrong;
    };
    constexpr auto derivative = og::derivative(og::tanh(x), x);
    og::fuse(og::store(og::tanh(x), y), og::store(derivative, slope), x = in);
    CHECK(count_wrong(1) == 0);
    og::fuse(og::store(derivative, slope), og::store(og::tanh(-x), y), x = in);
    CHECK(count_wrong(-1) == 0);
}
/// Beside gelu_tanh its derivative is made of the same exponential: in no pieces or octaves of its own.
template <class F>
void gelu_tanh_and_its_derivative_are_one_exponential() {
    using batch = og::simd::batch<F, og::simd::default_arch>;
    std::vector<F> in(64 * batch::size), y(in.size()), slope(in.size());
    for (std::size_t i = 0; i < in.size(); ++i) in[i] = static_cast<F>(i) / (4 * batch::size) - 8;
    og::fuse(og::store(og::gelu_tanh(x), y), og::store(og::derivative(og::gelu_tanh(x), x), slope), x = in);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < in.size(); i += batch::size) {
        F expected[batch::size];
        og::math::gelu_tanh_derivative_by_quotient(batch::load_unaligned(&in[i])).store_unaligned(expected);
        for (std::size_t k = 0; k < batch::size; ++k) wrong += slope[i + k] != expected[k];
    }
    CHECK(wrong == 0);
}

std::vector<float> some_floats() {
    std::vector<float> all;
    for (std::uint64_t bits = 0; bits < std::uint64_t(1) << 32; bits += 4099)
        all.push_back(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
    for (float const each :
         {0.0f, -0.0f, std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity(),
          std::numeric_limits<float>::max(), std::numeric_limits<float>::denorm_min()})
        all.push_back(each);
    return all;
}
/// softplus(x) and softplus(-x) side by side, of one logarithm, are what each is alone.
template <class F>
void softplus_beside_its_mirror_is_the_same(std::vector<F> const& in) {
    std::vector<F> alone(in.size()), mirrored_alone(in.size()), y(in.size()), mirrored(in.size());
    og::evaluate(og::softplus(x), alone, x = in);
    og::evaluate(og::softplus(-x), mirrored_alone, x = in);
    og::fuse(og::store(og::softplus(x), y), og::store(-og::log_sigmoid(x), mirrored), x = in);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < in.size(); ++i) {
        bool const is_nan = in[i] != in[i];
        wrong += is_nan ? y[i] == y[i] || mirrored[i] == mirrored[i] : y[i] != alone[i] || mirrored[i] != mirrored_alone[i];
    }
    CHECK(wrong == 0);
}
std::vector<double> some_doubles() {
    std::vector<double> all;
    for (std::uint64_t k = 0; k < 1u << 20; ++k) all.push_back(std::bit_cast<double>(k * 0x9e3779b97f4a7c15));
    for (float const each : some_floats()) all.push_back(each);
    return all;
}

/// `by` is one divisor, or a function that gives each.
template <class F, class By>
void are_quotients(std::vector<F> const& in, By by, std::vector<F> const& y) {
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < in.size(); ++i) {
        F divisor{};
        if constexpr (std::is_arithmetic_v<By>) divisor = by;
        else divisor = by(i);
        F const wanted = in[i] / divisor;
        bool const same =
            wanted != wanted ? y[i] != y[i] : y[i] == wanted && std::signbit(y[i]) == std::signbit(wanted);
        // What is corrected is rounded itself where its digits reach below the normal range.
        bool const next = wanted != 0 &&
                          std::fmin(std::fabs(wanted), std::fabs(in[i])) <
                              std::numeric_limits<F>::min() / std::numeric_limits<F>::epsilon() &&
                          (y[i] == std::nextafter(wanted, F(0)) || y[i] == std::nextafter(wanted, 2 * wanted));
        wrong += !same && !next;
    }
    if constexpr (std::is_arithmetic_v<By>) UNSCOPED_INFO(by);
    CHECK(wrong == 0);
}
template <class F, class E>
void is_the_quotient(std::vector<F> const& in, E e, F by) {
    std::vector<F> y(in.size());
    og::evaluate(e, y, x = in);
    are_quotients(in, by, y);
}

/// By one value for all, and by one for a row.
template <class F>
void is_the_quotient_by_any(std::vector<F> const& in) {
    using limits = std::numeric_limits<F>;
    std::vector<F> y(in.size());
    std::size_t const columns = in.size() / 3;
    for (F const size : {F(1), F(0.3), F(6), F(1e25), F(1e-25), limits::max(), limits::min(), limits::min() / 4,
                         limits::denorm_min(), F(0), limits::infinity(), limits::quiet_NaN()})
        for (F const by : {size, -size}) {
            og::evaluate(x / c, y, x = in, c = by);
            are_quotients(in, by, y);
            std::vector<F> const divisors(3, by);
            std::fill(y.begin(), y.end(), F(0));
            og::evaluate(x / u, og::matrix(y.data(), 3, columns), x = og::matrix(in.data(), 3, columns), u = og::per_row(divisors));
            are_quotients({in.begin(), in.begin() + std::ptrdiff_t(3 * columns)}, by, y);
        }
}

/// By a value of each element, of which several quotients are made.
template <class F>
void are_the_quotients_by_each(std::vector<F> const& in) {
    std::size_t const n = in.size();
    std::vector<F> divisors(n), others(n), y(n), z(n);
    for (std::size_t i = 0; i < n; ++i) divisors[i] = in[i * 7919 % n], others[i] = in[(i + n / 3) % n];
    og::fuse(og::store(x / u, y), og::store(v / u, z), x = in, u = divisors, v = others);
    are_quotients(in, [&](std::size_t i) { return divisors[i]; }, y);
    are_quotients(others, [&](std::size_t i) { return divisors[i]; }, z);
}

}  // namespace

TEST_CASE("a sum takes the product before it is rounded") {
    a_sum_takes_the_product_before_it_is_rounded<float>();
    a_sum_takes_the_product_before_it_is_rounded<double>();
}

TEST_CASE("a product that is needed elsewhere too is computed once") {
    constexpr og::explanation once = og::explain(x * u + 1_c), twice = og::explain((x * u + 1_c) * (x * u));
    CHECK(once.operations == 1);
    CHECK(twice.operations == 3);
    CHECK(once.text().find("fused in loop 1: multiply_add\n") != std::string::npos);
}

TEST_CASE("a product that is the same for the whole row stands before the loop") {
    CHECK(og::explain(og::square(c) + x).operations == 1);
}

TEST_CASE("a division by a number is the quotient") {
    is_the_quotient(some_floats(), x / 6_c, 6.0f);
    is_the_quotient(some_floats(), x / 3_c, 3.0f);
    is_the_quotient(some_floats(), x / -1.7_c, -1.7f);
    is_the_quotient(some_floats(), x / 1e20_c, 1e20f);
    is_the_quotient(some_floats(), x / 0.3_c, 0.3f);
    is_the_quotient(some_doubles(), x / 6_c, 6.0);
    is_the_quotient(some_doubles(), x / -1.7_c, -1.7);
    is_the_quotient(some_doubles(), x / 1e25_c, 1e25);
}

TEST_CASE("functions of one argument share their exponential") {
    sigmoid_and_its_mirror_are_one_exponential<float>();
    sigmoid_and_its_mirror_are_one_exponential<double>();
    sigmoid_and_its_derivative_are_one_exponential<float>();
    sigmoid_and_its_derivative_are_one_exponential<double>();
    tanh_and_its_derivative_are_one_exponential<float>();
    tanh_and_its_derivative_are_one_exponential<double>();
    softplus_beside_its_mirror_is_the_same(some_floats());
    softplus_beside_its_mirror_is_the_same(some_doubles());
    gelu_tanh_and_its_derivative_are_one_exponential<float>();
    gelu_tanh_and_its_derivative_are_one_exponential<double>();
}

TEST_CASE("a division by a value of the call or of the row is the quotient") {
    is_the_quotient_by_any(some_floats());
    is_the_quotient_by_any(some_doubles());
}

TEST_CASE("what several divide by gives the quotients of each") {
    are_the_quotients_by_each(some_floats());
    are_the_quotients_by_each(some_doubles());
}

TEST_CASE("no element of a row is more than 1 over its largest") {
    std::vector<float> in(3 * 160), y(in.size());
    for (std::size_t i = 0; i < in.size(); ++i) in[i] = static_cast<float>(i % 160 + 1) / 7 * std::exp2(static_cast<float>(i / 160) * 70 - 140);
    og::evaluate(x / og::row_max(og::abs(x)), og::matrix(y.data(), 3, 160), x = og::matrix(in.data(), 3, 160));
    for (std::size_t i = 159; i < in.size(); i += 160) CHECK(y[i] == 1);
    CHECK(*std::max_element(y.begin(), y.end()) == 1);
}
