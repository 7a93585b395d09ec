#include "kernels.hpp"

std::size_t avx512_kernels(kernel* to) { return fill<xsimd::avx512bw>(to); }
