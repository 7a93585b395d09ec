#pragma once
// The operators of batches, on their registers. Those of xsimd 8.1 are ordinary functions, and g++ inlines none of
// these in a function that must be inlined itself: whatever they work on would be in memory down to the last function,
// and each level of a loop dearer to compile (docs/design/0019).

#include <type_traits>

#include <xsimd/xsimd.hpp>

#if defined(XSIMD_NO_SUPPORTED_ARCHITECTURE)
#error "ogive: xsimd knows no instruction set of this target: choose one by -march, or include ogive/symbolic.hpp alone"
#endif

#include <ogive/simd/neon.hpp>
#include <ogive/simd/x86.hpp>

namespace ogive::simd {

template <class T, class Arch>
using batch = xsimd::batch<T, Arch>;

/// Whether xsimd has batches of T whose registers the compiler's own operators work on.
template <class T, class Arch>
concept has_vectors = xsimd::types::has_simd_register<T, Arch>::value &&
                      requires(typename batch<T, Arch>::register_type x) { x + x; x[0]; };

/// Whether Arch is one of the 512-bit AVX-512 instruction sets.
template <class Arch>
inline constexpr bool is_avx512 = std::is_base_of_v<xsimd::avx512f, Arch>;

/// Whether Arch is of the SSE or AVX family, below AVX-512.
template <class Arch>
inline constexpr bool is_x86 = std::is_base_of_v<xsimd::sse2, Arch> || std::is_base_of_v<xsimd::avx, Arch>;

/// Whether its conditions are vectors; those of xsimd 14's AVX-512 of 128 and 256 bits are masks.
template <class Arch>
inline constexpr bool has_vector_conditions = std::is_same_v<typename xsimd::batch_bool<float, Arch>::register_type,
                                                             typename batch<float, Arch>::register_type>;

/// Whether x86.hpp has words for its registers.
template <class Arch>
inline constexpr bool has_words = is_avx512<Arch> || (is_x86<Arch> && has_vector_conditions<Arch>);

/// A register as the batch or the condition B.
template <class B>
OGIVE_INLINE B batched(decltype(B::data) x) {
    B r;
    r.data = x;
    return r;
}

/// x, in a register from here on: for x86 g++ loads what is in memory again for each operation that takes it.
template <class B>
OGIVE_INLINE B in_register(B x) {
#if !defined(__clang__) && defined(__AVX512F__)
    asm("" : "+v"(x.data));
#elif !defined(__clang__) && defined(__SSE2__)
    asm("" : "+x"(x.data));
#endif
    return x;
}

// a + b, a - b, a * b, a / b.
#define OGIVE_ARITHMETIC(name, sign)                                                     \
    template <class T, class Arch>                                                       \
    OGIVE_INLINE batch<T, Arch> name(const batch<T, Arch>& a, const batch<T, Arch>& b) { \
        return batched<batch<T, Arch>>(a.data sign b.data);                              \
    }
OGIVE_ARITHMETIC(sum, +)
OGIVE_ARITHMETIC(difference, -)
OGIVE_ARITHMETIC(product, *)
OGIVE_ARITHMETIC(quotient, /)
#undef OGIVE_ARITHMETIC

// a < b, a <= b, a == b: false where either is NaN.
#define OGIVE_COMPARISON(name, sign)                                                                 \
    template <class T, class Arch>                                                                   \
    OGIVE_INLINE xsimd::batch_bool<T, Arch> name(const batch<T, Arch>& a, const batch<T, Arch>& b) { \
        if constexpr (has_words<Arch>)                                                               \
            return batched<xsimd::batch_bool<T, Arch>>(register_##name(a.data, b.data));             \
        else                                                                                         \
            return a sign b;                                                                         \
    }
OGIVE_COMPARISON(less, <)
OGIVE_COMPARISON(less_or_equal, <=)
OGIVE_COMPARISON(equal, ==)
#undef OGIVE_COMPARISON

// a && b, a || b.
#define OGIVE_LOGIC(name, sign)                                                          \
    template <class T, class Arch>                                                       \
    OGIVE_INLINE xsimd::batch_bool<T, Arch> name(const xsimd::batch_bool<T, Arch>& a,    \
                                                 const xsimd::batch_bool<T, Arch>& b) {  \
        if constexpr (has_words<Arch>)                                                   \
            return batched<xsimd::batch_bool<T, Arch>>(register_##name(a.data, b.data)); \
        else                                                                             \
            return a sign b;                                                             \
    }
OGIVE_LOGIC(both, &&)
OGIVE_LOGIC(either, ||)
#undef OGIVE_LOGIC

/// c ? a : b, lane by lane.
template <class T, class Arch>
OGIVE_INLINE batch<T, Arch> choose(const xsimd::batch_bool<T, Arch>& c, const batch<T, Arch>& a,
                                   const batch<T, Arch>& b) {
    if constexpr (has_words<Arch>)
        return batched<batch<T, Arch>>(register_choose(c.data, a.data, b.data));
    else
        return xsimd::select(c, a, b);
}

/// |x|.
template <class T, class Arch>
OGIVE_INLINE batch<T, Arch> absolute(const batch<T, Arch>& x) {
    if constexpr (has_words<Arch>)
        return batched<batch<T, Arch>>(register_absolute(x.data));
    else
        return xsimd::abs(x);
}

/// The same number in every lane.
template <class B>
OGIVE_INLINE B filled(typename B::value_type x) {
    if constexpr (has_words<typename B::arch_type>) {
        B r;
        register_fill(r.data, x);
        return r;
    } else {
        return B(x);
    }
}

/// Reads as many elements as there are lanes, from any address.
template <class B>
OGIVE_INLINE B load(const typename B::value_type* from) {
    if constexpr (has_words<typename B::arch_type>) {
        B r;
        register_load(r.data, from);
        return r;
    } else {
        return B::load_unaligned(from);
    }
}

/// Writes as many elements as there are lanes, to any address.
template <class T, class Arch>
OGIVE_INLINE void store(T* to, const batch<T, Arch>& x) {
    if constexpr (has_words<Arch>)
        register_store(to, x.data);
    else
        x.store_unaligned(to);
}

}  // namespace ogive::simd
