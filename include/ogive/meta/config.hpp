#pragma once
// What differs between compilers, in one place.

#if defined(__FAST_MATH__)
#error "ogive: -ffast-math breaks NaN, infinities and signed zeros: build without it"
#endif

/// A function whose code may hold instructions of one instruction set only: it is never emitted
/// on its own, so that two translation units with different -m flags can meet in one program.
#define OGIVE_INLINE inline __attribute__((always_inline))

/// The same for a lambda, after its parameter list.
#define OGIVE_INLINE_LAMBDA __attribute__((always_inline))
