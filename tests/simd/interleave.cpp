#include <utility>

#include <catch2/catch.hpp>

#include <ogive/simd/arch.hpp>
#include <ogive/simd/interleave.hpp>

namespace simd = ogive::simd;

namespace {

template <class B>
void is_every(std::size_t step, B const& x) {
    simd::scalar_of<B> lane[simd::lanes<B>];
    simd::store(lane, x);
    CAPTURE(step);
    for (std::size_t i = 0; i < simd::lanes<B>; ++i) CHECK(lane[i] == static_cast<simd::scalar_of<B>>(i * step + 1));
}

template <class T, class Arch>
void values_apart() {
    using batch = simd::batch<T, Arch>;
    constexpr std::size_t size = simd::lanes<batch>;
    T values[6 * size + 1];
    for (std::size_t i = 0; i <= 6 * size; ++i) values[i] = static_cast<T>(i);

    is_every(2, simd::load_every<2, batch>(values + 1));
    is_every(3, simd::load_every<3, batch>(values + 1));
    is_every(4, simd::load_every<4, batch>(values + 1));
    is_every(6, simd::load_every<6, batch>(values + 1));
    for (std::size_t step = 1; step <= 6; ++step) is_every(step, simd::load_apart<batch>(values + 1, step));

    T turns[2 * size];
    simd::store_in_turn(turns, simd::load_every<2, batch>(values), simd::load_every<2, batch>(values + 1));
    for (std::size_t i = 0; i < 2 * size; ++i) CHECK(turns[i] == values[i]);
}

template <class T, class... Arch>
void with_each(xsimd::arch_list<Arch...>) {
    (values_apart<T, Arch>(), ...);
}

}  // namespace

TEST_CASE("values that lie apart, for each instruction set") {
    with_each<float>(xsimd::supported_architectures{});
    with_each<double>(xsimd::supported_architectures{});
}
