#include "kernels.hpp"

std::size_t avx512_kernels(kernel* to) { return fill<xsimd::avx512bw>(to); }
std::size_t avx512_rows(row_kernel* to) { return fill_rows<xsimd::avx512bw>(to); }
