// The generic tests of a gate, a row and a whole function, built for NEON and run by qemu-aarch64.

#include <ogive/testing.hpp>

#include <iostream>
#include <type_traits>

int main() {
    static_assert(std::is_same_v<ogive::simd::default_arch, xsimd::neon64>);
    bool good = true;
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
