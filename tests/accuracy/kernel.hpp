#pragma once
// A loop that is measured: f and f' of one activation.

#include <cstddef>
#include <string_view>

struct kernel {
    std::string_view function;
    std::string_view arch;
    bool fused;  ///< the instruction set has a fused multiply-add
    bool fast;
    void (*run)(float const* x, float* value, float* slope, std::size_t n);
};

/// Room for those of one instruction set.
inline constexpr std::size_t most_kernels = 256;
