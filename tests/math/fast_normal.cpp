#include "accuracy.hpp"
#include "normal_reference.hpp"

#include <cstddef>
#include <type_traits>

namespace fast = ogive::math::fast;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto cdf_of             = [](auto x) { return fast::normal_cdf(x); };
constexpr auto erf_of             = [](auto x) { return fast::erf(x); };
constexpr auto gelu_of            = [](auto x) { return fast::gelu(x); };
constexpr auto gelu_tanh_of       = [](auto x) { return fast::gelu_tanh(x); };
constexpr auto gelu_slope_of      = [](auto x) { return fast::gelu_derivative(x); };
constexpr auto gelu_tanh_slope_of = [](auto x) { return fast::gelu_tanh_derivative(x); };

/// f by vectors of that instruction set.
template <class Arch, class F>
auto in_vectors_of(F f) {
    return [f](auto x) {
        if constexpr (std::is_arithmetic_v<decltype(x)>) {
            decltype(x) lanes[xsimd::batch<decltype(x), Arch>::size];
            f(xsimd::batch<decltype(x), Arch>(x)).store_unaligned(lanes);
            return lanes[0];
        } else {
            using T = typename decltype(x)::value_type;
            using vector = xsimd::batch<T, Arch>;
            T lanes[decltype(x)::size];
            x.store_unaligned(lanes);
            for (std::size_t i = 0; i < decltype(x)::size; i += vector::size)
                f(vector::load_unaligned(lanes + i)).store_unaligned(lanes + i);
            return decltype(x)::load_unaligned(lanes);
        }
    };
}

/// The special values of gelu and gelu_tanh, of what rises from 0 to 1, and of erf.
template <class F>
void check_curve(F f) {
    CHECK(gives(f, 0.0, 0.0));
    CHECK(gives(f, -0.0, -0.0));
    CHECK(gives(f, infinity, infinity));
    CHECK(gives(f, -infinity, -0.0));
    CHECK(gives(f, not_a_number, not_a_number));
}
template <class F>
void check_rise(F f) {
    CHECK(gives(f, 0.0, 0.5));
    CHECK(gives(f, -0.0, 0.5));
    CHECK(gives(f, infinity, 1));
    CHECK(f(-std::numeric_limits<float>::infinity()) == 0);
    CHECK(gives(f, not_a_number, not_a_number));
}
template <class F>
void check_erf(F f) {
    CHECK(gives(f, -0.0, -0.0));
    CHECK(gives(f, infinity, 1));
    CHECK(gives(f, -infinity, -1));
    CHECK(gives(f, not_a_number, not_a_number));
}

static_assert(fast::gelu(-1e30f) == 0 && fast::gelu(3e38f) == 3e38f && fast::erf(9.0f) == 1);

}  // namespace

TEST_CASE("fast functions of the normal distribution are within 2^-21") {
    accuracy::check_fast(cdf_of, reference::normal_cdf);
    accuracy::check_fast(erf_of, [](long double x) { return std::erf(x); });
    accuracy::check_fast(gelu_of, reference::gelu);
    accuracy::check_fast(gelu_tanh_of, reference::gelu_tanh);
    accuracy::check_fast(gelu_slope_of, reference::gelu_derivative);
    accuracy::check_fast(gelu_tanh_slope_of, reference::gelu_tanh_derivative);
}

TEST_CASE("fast functions of the normal distribution at special values") {
    check_curve(gelu_of);
    check_curve(gelu_tanh_of);
    check_rise(gelu_slope_of);
    check_rise(gelu_tanh_slope_of);
    check_rise(cdf_of);
    check_erf(erf_of);
}

#if defined(__AVX2__) && defined(__FMA__)
// Without look-ups, and by look-ups of eight entries.
TEMPLATE_TEST_CASE("fast functions of the normal distribution in shorter vectors", "", xsimd::sse2,
                   xsimd::fma3<xsimd::avx2>) {
    const auto gelu            = in_vectors_of<TestType>(gelu_of);
    const auto gelu_tanh       = in_vectors_of<TestType>(gelu_tanh_of);
    const auto gelu_slope      = in_vectors_of<TestType>(gelu_slope_of);
    const auto gelu_tanh_slope = in_vectors_of<TestType>(gelu_tanh_slope_of);
    const auto cdf             = in_vectors_of<TestType>(cdf_of);
    const auto erf             = in_vectors_of<TestType>(erf_of);
    accuracy::check_fast(gelu, reference::gelu);
    accuracy::check_fast(gelu_tanh, reference::gelu_tanh);
    accuracy::check_fast(gelu_slope, reference::gelu_derivative);
    accuracy::check_fast(gelu_tanh_slope, reference::gelu_tanh_derivative);
    accuracy::check_fast(cdf, reference::normal_cdf);
    accuracy::check_fast(erf, [](long double x) { return std::erf(x); });
    check_curve(gelu);
    check_curve(gelu_tanh);
    check_rise(gelu_slope);
    check_rise(gelu_tanh_slope);
    check_rise(cdf);
    check_erf(erf);
}
#endif
