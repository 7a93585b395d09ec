#pragma once
// The vocabulary of <ogive/math/vocabulary.hpp> for batches: one general form, and a shorter one for AVX-512.

#include <ogive/simd/avx512.hpp>
#include <ogive/simd/batch_vocabulary.hpp>
