#include "kernels.hpp"

std::size_t sse2_kernels(kernel* to) { return fill<xsimd::sse2>(to); }
std::size_t sse2_rows(row_kernel* to) { return fill_rows<xsimd::sse2>(to); }
