#pragma once
// Stores that bypass the cache.

#include <ogive/simd/batch.hpp>

namespace ogive::simd {

#if defined(__SSE2__)
OGIVE_INLINE void register_stream(float* to, __m128 x) { _mm_stream_ps(to, x); }
OGIVE_INLINE void register_stream(double* to, __m128d x) { _mm_stream_pd(to, x); }
#if defined(__AVX__)
OGIVE_INLINE void register_stream(float* to, __m256 x) { _mm256_stream_ps(to, x); }
OGIVE_INLINE void register_stream(double* to, __m256d x) { _mm256_stream_pd(to, x); }
#endif
#if defined(__AVX512F__)
OGIVE_INLINE void register_stream(float* to, __m512 x) { _mm512_stream_ps(to, x); }
OGIVE_INLINE void register_stream(double* to, __m512d x) { _mm512_stream_pd(to, x); }
#endif
#endif

/// Whether `stream` bypasses the cache.
template <class Arch>
inline constexpr bool can_stream = is_x86<Arch> || is_avx512<Arch>;

/// Writes lanes<B> elements to an address that is a multiple of their size.
template <class T, class Arch>
OGIVE_INLINE void stream(T* to, batch<T, Arch> const& x) {
    if constexpr (can_stream<Arch>)
        register_stream(to, x.data);
    else
        simd::store(to, x);
}

/// Waits until what was streamed is in memory.
OGIVE_INLINE void end_streaming() {
#if defined(__SSE2__)
    _mm_sfence();
#endif
}

}  // namespace ogive::simd
