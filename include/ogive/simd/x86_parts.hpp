#pragma once
// Registers of SSE and AVX of which only the first lanes are in memory. One that is loaded from a copy on the stack waits
// until all stores of the copy have reached the cache (docs/design/0024).

#include <cstddef>

#include <ogive/simd/x86.hpp>

#if defined(__SSE2__)

namespace ogive::simd {

/// Reads n elements, fewer than there are lanes; the lanes behind them are 0.
OGIVE_INLINE void register_load_first(__m128& r, const float* from, std::size_t n) {
    r = _mm_setzero_ps();
    if (n & 2) {
        r = _mm_loadl_pi(r, reinterpret_cast<const __m64*>(from));
        if (n & 1) r = _mm_movelh_ps(r, _mm_load_ss(from + 2));
    } else if (n & 1) {
        r = _mm_load_ss(from);
    }
}
OGIVE_INLINE void register_load_first(__m128d& r, const double* from, std::size_t n) {
    r = n & 1 ? _mm_load_sd(from) : _mm_setzero_pd();
}

/// Writes the first n lanes, fewer than there are.
OGIVE_INLINE void register_store_first(float* to, __m128 x, std::size_t n) {
    if (n & 2) {
        _mm_storel_pi(reinterpret_cast<__m64*>(to), x);
        to += 2, x = _mm_movehl_ps(x, x);
    }
    if (n & 1) _mm_store_ss(to, x);
}
OGIVE_INLINE void register_store_first(double* to, __m128d x, std::size_t n) {
    if (n & 1) _mm_store_sd(to, x);
}

#if defined(__AVX__)
/// From element 8 - n on: ones for the first n of eight lanes.
alignas(64) inline constexpr int first_of_eight[16] = {-1, -1, -1, -1, -1, -1, -1, -1};
OGIVE_INLINE __m256i first_of_eight_lanes(std::size_t n) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(first_of_eight + 8 - n));
}
OGIVE_INLINE void register_load_first(__m256& r, const float* from, std::size_t n) {
    r = _mm256_maskload_ps(from, first_of_eight_lanes(n));
}
OGIVE_INLINE void register_load_first(__m256d& r, const double* from, std::size_t n) {
    r = _mm256_maskload_pd(from, first_of_eight_lanes(2 * n));
}

// Half by half: with masked stores a short row takes a Zen 4 up to 1.6 times as long (docs/design/0024).
OGIVE_INLINE void register_store_first(float* to, __m256 x, std::size_t n) {
    __m128 part = _mm256_castps256_ps128(x);
    if (n & 4) {
        _mm_storeu_ps(to, part);
        to += 4, part = _mm256_extractf128_ps(x, 1);
    }
    register_store_first(to, part, n);
}
OGIVE_INLINE void register_store_first(double* to, __m256d x, std::size_t n) {
    __m128d part = _mm256_castpd256_pd128(x);
    if (n & 2) {
        _mm_storeu_pd(to, part);
        to += 2, part = _mm256_extractf128_pd(x, 1);
    }
    register_store_first(to, part, n);
}
#endif

}  // namespace ogive::simd

#endif
