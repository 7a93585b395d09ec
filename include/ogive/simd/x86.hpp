#pragma once
// Words for the registers of SSE, AVX and AVX-512.
//
// Maximum and minimum are the instructions themselves: the second operand when either is NaN or both are equal. xsimd's
// order their operands one way in 8.1 and the other way in 14.

#if defined(__SSE2__)

#include <xsimd/xsimd.hpp>

#include <ogive/math/vocabulary.hpp>

namespace ogive::simd {

#define OGIVE_WORDS(R, T, mm, suffix)                                                       \
    OGIVE_INLINE void register_fill(R& r, T x) { r = mm##_set1_##suffix(x); }               \
    OGIVE_INLINE void register_load(R& r, const T* from) { r = mm##_loadu_##suffix(from); } \
    OGIVE_INLINE void register_store(T* to, R x) { mm##_storeu_##suffix(to, x); }
#define OGIVE_WORDS_TO_256(R, T, mm, suffix)                                                \
    OGIVE_WORDS(R, T, mm, suffix)                                                           \
    OGIVE_INLINE R register_max(R a, R b) { return mm##_max_##suffix(a, b); }               \
    OGIVE_INLINE R register_min(R a, R b) { return mm##_min_##suffix(a, b); }               \
    OGIVE_INLINE R register_absolute(R x) {                                                 \
        return mm##_andnot_##suffix(mm##_set1_##suffix(-T(0)), x);                          \
    }                                                                                       \
    OGIVE_INLINE R register_less(R a, R b) { return reinterpret_cast<R>(a < b); }           \
    OGIVE_INLINE R register_less_or_equal(R a, R b) { return reinterpret_cast<R>(a <= b); } \
    OGIVE_INLINE R register_equal(R a, R b) { return reinterpret_cast<R>(a == b); }         \
    OGIVE_INLINE R register_both(R a, R b) { return mm##_and_##suffix(a, b); }              \
    OGIVE_INLINE R register_either(R a, R b) { return mm##_or_##suffix(a, b); }
OGIVE_WORDS_TO_256(__m128, float, _mm, ps)
OGIVE_WORDS_TO_256(__m128d, double, _mm, pd)

/// c ? a : b.
#if defined(__SSE4_1__)
OGIVE_INLINE __m128 register_choose(__m128 c, __m128 a, __m128 b) { return _mm_blendv_ps(b, a, c); }
OGIVE_INLINE __m128d register_choose(__m128d c, __m128d a, __m128d b) { return _mm_blendv_pd(b, a, c); }
#else
OGIVE_INLINE __m128 register_choose(__m128 c, __m128 a, __m128 b) {
    return _mm_or_ps(_mm_and_ps(c, a), _mm_andnot_ps(c, b));
}
OGIVE_INLINE __m128d register_choose(__m128d c, __m128d a, __m128d b) {
    return _mm_or_pd(_mm_and_pd(c, a), _mm_andnot_pd(c, b));
}
#endif

#if defined(__AVX__)
#define OGIVE_WORDS_256(R, T, suffix)        \
    OGIVE_WORDS_TO_256(R, T, _mm256, suffix) \
    OGIVE_INLINE R register_choose(R c, R a, R b) { return _mm256_blendv_##suffix(b, a, c); }
OGIVE_WORDS_256(__m256, float, ps)
OGIVE_WORDS_256(__m256d, double, pd)
#undef OGIVE_WORDS_256
#endif

#if defined(__AVX512F__)
// The zero-masking forms with a full mask give the plain instructions; g++ 12 warns of its own undefined
// pass-through operand in the unmasked ones.
inline constexpr __mmask16 all_floats = 0xffff;
inline constexpr __mmask8 all_doubles = 0xff;

#define OGIVE_WORDS_512(R, T, suffix, M, all)                                                                \
    OGIVE_WORDS(R, T, _mm512, suffix)                                                                        \
    OGIVE_INLINE R register_max(R a, R b) { return _mm512_maskz_max_##suffix(all, a, b); }                   \
    OGIVE_INLINE R register_min(R a, R b) { return _mm512_maskz_min_##suffix(all, a, b); }                   \
    OGIVE_INLINE M register_less(R a, R b) { return _mm512_cmp_##suffix##_mask(a, b, _CMP_LT_OQ); }          \
    OGIVE_INLINE M register_less_or_equal(R a, R b) { return _mm512_cmp_##suffix##_mask(a, b, _CMP_LE_OQ); } \
    OGIVE_INLINE M register_equal(R a, R b) { return _mm512_cmp_##suffix##_mask(a, b, _CMP_EQ_OQ); }         \
    OGIVE_INLINE R register_choose(M c, R a, R b) { return _mm512_mask_blend_##suffix(c, b, a); }            \
    OGIVE_INLINE M register_both(M a, M b) { return static_cast<M>(a & b); }                                 \
    OGIVE_INLINE M register_either(M a, M b) { return static_cast<M>(a | b); }
OGIVE_WORDS_512(__m512, float, ps, __mmask16, all_floats)
OGIVE_WORDS_512(__m512d, double, pd, __mmask8, all_doubles)
#undef OGIVE_WORDS_512

OGIVE_INLINE __m512 register_absolute(__m512 x) {
    return _mm512_castsi512_ps(_mm512_and_epi32(_mm512_castps_si512(x), _mm512_set1_epi32(0x7fffffff)));
}
OGIVE_INLINE __m512d register_absolute(__m512d x) {
    return _mm512_castsi512_pd(_mm512_and_epi64(_mm512_castpd_si512(x), _mm512_set1_epi64(0x7fffffffffffffff)));
}
#endif

#undef OGIVE_WORDS
#undef OGIVE_WORDS_TO_256

#if defined(__AVX2__)
/// One of sixteen constants, chosen by the last four bits of each element.
OGIVE_INLINE __m256 choose_entry(const math::single_table16& t, __m256i index) {
    const __m256 low = _mm256_permutevar8x32_ps(_mm256_load_ps(t.entry), index);
    const __m256 high = _mm256_permutevar8x32_ps(_mm256_load_ps(t.entry + 8), index);
    return _mm256_blendv_ps(low, high, _mm256_castsi256_ps(_mm256_slli_epi32(index, 28)));
}

/// One of eight, by the last three bits.
OGIVE_INLINE __m256 choose_entry(const math::single_table8& t, __m256i index) {
    return _mm256_permutevar8x32_ps(_mm256_load_ps(t.entry), index);
}
#endif

}  // namespace ogive::simd

#endif
