#pragma once
// OGIVE_MANY marks a function whose loop is to be compiled for vectors, of the widest that the machine has.

#if defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define OGIVE_MANY [[gnu::flatten, gnu::target_clones("avx512f", "avx2", "default")]]
#else
#define OGIVE_MANY
#endif
