#pragma once
// What differs between compilers, in one place.

#if __cplusplus < 202002L
#error "ogive: a compiler of C++20 is needed: build with -std=c++20"
#endif

// The parts of -ffast-math too, as far as the compiler names them: clang does only the finite one.
#if defined(__FAST_MATH__) || __FINITE_MATH_ONLY__ || defined(__ASSOCIATIVE_MATH__) || defined(__NO_SIGNED_ZEROS__) || \
    defined(__RECIPROCAL_MATH__)
#error "ogive: -ffast-math and its parts break NaN, infinities, signed zeros and rounding: build without them"
#endif

#if defined(min) || defined(max) || defined(I)
#error "ogive: min, max or I is a macro, which the headers of xsimd do not stand: include ogive before it, or #undef it"
#endif

static_assert(sizeof(1.0) == sizeof(double), "ogive: -fsingle-precision-constant takes digits from what is computed in double: "
                                             "build without it");

/// A function whose code may hold instructions of one instruction set only: it is never emitted
/// on its own, so that two translation units with different -m flags can meet in one program.
#define OGIVE_INLINE inline __attribute__((always_inline))

/// The same for a lambda, after its parameter list.
#define OGIVE_INLINE_LAMBDA __attribute__((always_inline))
