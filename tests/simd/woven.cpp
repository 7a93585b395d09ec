// Several batches as one value mean what each of them means.

#include <ogive/math/math.hpp>
#include <ogive/simd/woven.hpp>

#include <catch2/catch.hpp>

#include <cstring>

namespace math = ogive::math;
namespace simd = ogive::simd;

namespace {

template <class T, class Function>
void woven_is_each(Function f) {
    using batch = xsimd::batch<T>;
    using woven = simd::woven<batch, std::make_integer_sequence<int, 3>>;
    T numbers[3 * batch::size];
    for (std::size_t i = 0; i < 3 * batch::size; ++i) numbers[i] = static_cast<T>(i) * T(0.37) - T(4.1);
    woven const together{{simd::load<batch>(numbers), simd::load<batch>(numbers + batch::size),
                          simd::load<batch>(numbers + 2 * batch::size)}};
    woven const y = f(together);
    for (int u = 0; u < 3; ++u) {
        T got[batch::size], wanted[batch::size];
        simd::store(got, y.v[u]);
        simd::store(wanted, f(together.v[u]));
        CHECK(std::memcmp(got, wanted, sizeof got) == 0);
    }
}

}  // namespace

TEMPLATE_TEST_CASE("woven vectors mean what each of them means", "", float, double) {
    woven_is_each<TestType>([](auto x) { return math::exp(x); });
    woven_is_each<TestType>([](auto x) { return math::sigmoid(x); });
    woven_is_each<TestType>([](auto x) { return math::silu_derivative(x); });
    woven_is_each<TestType>([](auto x) { return math::tanh(x); });
    woven_is_each<TestType>([](auto x) { return math::gelu(x); });
    woven_is_each<TestType>([](auto x) { return math::gelu_tanh(x); });
    woven_is_each<TestType>([](auto x) { return math::mish_derivative(x); });
    woven_is_each<TestType>([](auto x) { return math::softplus(x); });
    woven_is_each<TestType>([](auto x) { return math::log(math::absolute(x)); });
    woven_is_each<TestType>([](auto x) { return math::sin(x); });
    woven_is_each<TestType>([](auto x) { return math::fast::silu(x); });
    woven_is_each<TestType>([](auto x) { return math::fast::gelu(x); });
    woven_is_each<TestType>([](auto x) { return math::sqrt(math::absolute(x)); });
}
