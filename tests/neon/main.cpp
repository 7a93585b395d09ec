// The generic tests of a gate, a row and a whole function, and what xsimd only estimates there, built for NEON and run by
// qemu-aarch64.

#include <ogive/testing.hpp>

#include <bit>
#include <cmath>
#include <cstdint>
#include <iostream>
#include <limits>
#include <type_traits>
#include <vector>

namespace {

/// Whether square roots of floats are those of the standard library, to the bit.
bool roots_are_exact() {
    constexpr ogive::var<"x"> x;
    std::vector<float> in{std::numeric_limits<float>::infinity(), -0.0f, 1e-40f};
    for (float v = 1e-30f; v < 1e30f; v *= 1.0173f) in.push_back(v);
    std::vector<float> out(in.size());
    ogive::evaluate(ogive::sqrt(x), out, x = in);
    for (std::size_t i = 0; i < in.size(); ++i)
        if (std::bit_cast<std::uint32_t>(out[i]) != std::bit_cast<std::uint32_t>(std::sqrt(in[i]))) {
            std::cout << "sqrt(" << in[i] << ") is " << out[i] << "\n";
            return false;
        }
    return true;
}

}  // namespace

int main() {
    static_assert(std::is_same_v<ogive::simd::default_arch, xsimd::neon64>);
    bool good = roots_are_exact();
    auto const check = [&](auto activation) {
        auto const report = ogive::testing::check(activation);
        std::cout << report;
        good = good && report;
    };
    check(ogive::swiglu);
    check(ogive::gelu);
    check(ogive::softmax);
    return good ? 0 : 1;
}
