#pragma once
// Words for the registers of 64-bit ARM, where xsimd has estimates or nothing.

#if defined(__aarch64__)

#include <arm_neon.h>

#include <cstdint>

#include <ogive/math/vocabulary.hpp>

namespace ogive::simd {

/// Correctly rounded; xsimd's of floats is two steps of Newton's method, NaN at infinity.
OGIVE_INLINE float32x4_t register_sqrt(float32x4_t x) { return vsqrtq_f32(x); }
OGIVE_INLINE float64x2_t register_sqrt(float64x2_t x) { return vsqrtq_f64(x); }

/// The four bytes of each entry that the last bits of an element name.
template <std::uint32_t Last>
OGIVE_INLINE uint8x16_t bytes_of_entry(uint32x4_t index) {
    const uint32x4_t first = vandq_u32(index, vdupq_n_u32(Last));
    return vreinterpretq_u8_u32(vmlaq_u32(vdupq_n_u32(0x03020100), first, vdupq_n_u32(0x04040404)));
}

/// One of sixteen constants, chosen by the last four bits of each element.
OGIVE_INLINE float32x4_t choose_entry(const math::single_table16& t, uint32x4_t index) {
    const uint8x16x4_t table = vld1q_u8_x4(reinterpret_cast<const std::uint8_t*>(t.entry));
    return vreinterpretq_f32_u8(vqtbl4q_u8(table, bytes_of_entry<15>(index)));
}

/// One of eight, by the last three bits.
OGIVE_INLINE float32x4_t choose_entry(const math::single_table8& t, uint32x4_t index) {
    const uint8x16x2_t table = vld1q_u8_x2(reinterpret_cast<const std::uint8_t*>(t.entry));
    return vreinterpretq_f32_u8(vqtbl2q_u8(table, bytes_of_entry<7>(index)));
}

}  // namespace ogive::simd

#endif
