#pragma once
// What SSE and AVX have beyond xsimd.
//
// The minimum and maximum instructions themselves: the second operand when either is NaN or both are equal.
// xsimd's min and max order their operands one way in 8.1 and the other way in 14.

#if defined(__SSE2__)

#include <immintrin.h>

#include <ogive/math/vocabulary.hpp>

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

#if defined(__AVX2__)
/// One of sixteen constants, chosen by the last four bits of each element.
OGIVE_INLINE __m256 choose_entry(const math::single_table16& t, __m256i index) {
    const __m256 low  = _mm256_permutevar8x32_ps(_mm256_load_ps(t.entry), index);
    const __m256 high = _mm256_permutevar8x32_ps(_mm256_load_ps(t.entry + 8), index);
    return _mm256_blendv_ps(low, high, _mm256_castsi256_ps(_mm256_slli_epi32(index, 28)));
}
#endif

}  // namespace ogive::simd

#endif
