#pragma once
// The minimum and maximum instructions themselves: the second operand when either is NaN or both are equal.
// xsimd's min and max order their operands one way in 8.1 and the other way in 14.

#if defined(__SSE2__)

#include <immintrin.h>

#include <ogive/meta/config.hpp>

namespace ogive::simd {

OGIVE_INLINE __m128 register_max(__m128 a, __m128 b) { return _mm_max_ps(a, b); }
OGIVE_INLINE __m128d register_max(__m128d a, __m128d b) { return _mm_max_pd(a, b); }
OGIVE_INLINE __m128 register_min(__m128 a, __m128 b) { return _mm_min_ps(a, b); }
OGIVE_INLINE __m128d register_min(__m128d a, __m128d b) { return _mm_min_pd(a, b); }

#if defined(__AVX__)
OGIVE_INLINE __m256 register_max(__m256 a, __m256 b) { return _mm256_max_ps(a, b); }
OGIVE_INLINE __m256d register_max(__m256d a, __m256d b) { return _mm256_max_pd(a, b); }
OGIVE_INLINE __m256 register_min(__m256 a, __m256 b) { return _mm256_min_ps(a, b); }
OGIVE_INLINE __m256d register_min(__m256d a, __m256d b) { return _mm256_min_pd(a, b); }
#endif

}  // namespace ogive::simd

#endif
