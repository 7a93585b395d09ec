#pragma once
// The instruction set that a translation unit is compiled for.

#include <ogive/simd/batch.hpp>

namespace ogive::simd {

using default_arch = xsimd::default_arch;

/// How many vector registers an instruction set has.
template <class Arch>
inline constexpr int registers = is_avx512<Arch> || std::is_base_of_v<xsimd::neon, Arch> ? 32 : 16;

}  // namespace ogive::simd
