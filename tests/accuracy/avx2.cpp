#include "kernels.hpp"

std::size_t avx2_kernels(kernel* to) { return fill<xsimd::fma3<xsimd::avx2>>(to); }
std::size_t avx2_rows(row_kernel* to) { return fill_rows<xsimd::fma3<xsimd::avx2>>(to); }
