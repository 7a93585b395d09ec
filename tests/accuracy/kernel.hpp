#pragma once
// A loop that is measured: f and f' of one activation.

#include <cstddef>
#include <string_view>

template <class F>
using loop_of = void (*)(F const* x, F* value, F* slope, std::size_t n);

struct kernel {
    std::string_view function;
    std::string_view arch;
    bool fast;
    loop_of<float> run;
    loop_of<double> run_doubles;  ///< fast is full there
};

/// Room for those of one instruction set.
inline constexpr std::size_t most_kernels = 256;
