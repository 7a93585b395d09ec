#include "kernels.hpp"

std::size_t sse2_kernels(kernel* to) { return fill<xsimd::sse2>(to); }
