#pragma once
// What AVX-512 has beyond xsimd: scaling by an exponent, exponent and fraction in one instruction each,
// three-way logic.

#include <ogive/simd/batch_vocabulary.hpp>

#if defined(__AVX512F__)

#include <climits>

#include <xsimd/xsimd.hpp>

namespace ogive::simd {

OGIVE_INLINE __m512 fused(__m512 a, __m512 b, __m512 c) { return _mm512_fmadd_ps(a, b, c); }
OGIVE_INLINE __m512d fused(__m512d a, __m512d b, __m512d c) { return _mm512_fmadd_pd(a, b, c); }

OGIVE_INLINE __m512 square_root(__m512 x) { return _mm512_maskz_sqrt_ps(all_floats, x); }
OGIVE_INLINE __m512d square_root(__m512d x) { return _mm512_maskz_sqrt_pd(all_doubles, x); }

/// 1/x within 2^-14.
OGIVE_INLINE __m512 estimated_reciprocal(__m512 x) { return _mm512_maskz_rcp14_ps(all_floats, x); }
OGIVE_INLINE __m512d estimated_reciprocal(__m512d x) { return _mm512_maskz_rcp14_pd(all_doubles, x); }

// A Xeon of 2023 (Emerald Rapids) begins a division of 16 floats every 10 cycles and an estimate every 2; a Zen 5 a
// division every 2.5, less than an estimate and its correction take. For a scaled result below the normal numbers, for 0 too
// down to 2^-500, the Xeon takes 75 ns, a Zen 4 no longer than for any other. g++ 12 calls a Zen 4 or 5 a Zen 3.
#if defined(__znver3__) || defined(__znver4__) || defined(__znver5__)
inline constexpr bool division_is_slow = false, small_results_are_slow = false;
#else
inline constexpr bool division_is_slow = true, small_results_are_slow = true;
#endif

OGIVE_INLINE __m512 scale(__m512 x, __m512 n) { return _mm512_maskz_scalef_ps(all_floats, x, n); }
OGIVE_INLINE __m512d scale(__m512d x, __m512d n) { return _mm512_maskz_scalef_pd(all_doubles, x, n); }

// Where small results are slow, lanes that come to 0 are left out.
OGIVE_INLINE __mmask16 reach(__m512 n, float least) { return _mm512_cmp_ps_mask(n, _mm512_set1_ps(least), _CMP_NLT_UQ); }
OGIVE_INLINE __mmask8 reach(__m512d n, double least) { return _mm512_cmp_pd_mask(n, _mm512_set1_pd(least), _CMP_NLT_UQ); }

OGIVE_INLINE __m512 scale_positive(__m512 x, __m512 n, float least) {
    if constexpr (small_results_are_slow) return _mm512_maskz_scalef_ps(reach(n, least), x, n);
    else return scale(x, n);
}
OGIVE_INLINE __m512d scale_positive(__m512d x, __m512d n, double least) {
    if constexpr (small_results_are_slow) return _mm512_maskz_scalef_pd(reach(n, least), x, n);
    else return scale(x, n);
}
OGIVE_INLINE __m512 scale_signed(__m512 x, __m512 n, float least) {
    if constexpr (small_results_are_slow) {
        const __m512i sign = _mm512_and_epi32(_mm512_castps_si512(x), _mm512_set1_epi32(INT_MIN));
        return _mm512_mask_scalef_ps(_mm512_castsi512_ps(sign), reach(n, least), x, n);
    } else {
        return scale(x, n);
    }
}
OGIVE_INLINE __m512d scale_signed(__m512d x, __m512d n, double least) {
    if constexpr (small_results_are_slow) {
        const __m512i sign = _mm512_and_epi64(_mm512_castpd_si512(x), _mm512_set1_epi64(LLONG_MIN));
        return _mm512_mask_scalef_pd(_mm512_castsi512_pd(sign), reach(n, least), x, n);
    } else {
        return scale(x, n);
    }
}

#if defined(__AVX512DQ__)
/// x minus the nearest integer; 0 for an infinity.
OGIVE_INLINE __m512 reduced(__m512 x) { return _mm512_maskz_reduce_ps(all_floats, x, _MM_FROUND_TO_NEAREST_INT); }
OGIVE_INLINE __m512d reduced(__m512d x) { return _mm512_maskz_reduce_pd(all_doubles, x, _MM_FROUND_TO_NEAREST_INT); }

/// The lesser in magnitude, with the sign of x; that of a number and NaN is the number.
OGIVE_INLINE __m512 lesser_magnitude(__m512 x, __m512 limit) { return _mm512_maskz_range_ps(all_floats, x, limit, 0b0010); }
OGIVE_INLINE __m512d lesser_magnitude(__m512d x, __m512d limit) { return _mm512_maskz_range_pd(all_doubles, x, limit, 0b0010); }

/// The lesser magnitude, without a sign; that of a number and NaN is the number.
OGIVE_INLINE __m512 lesser_absolute(__m512 x, __m512 limit) { return _mm512_maskz_range_ps(all_floats, x, limit, 0b1010); }

/// The lesser magnitude with the sign of minus; that of a number and NaN is minus the number.
OGIVE_INLINE __m512 minus_lesser_absolute(__m512 x, __m512 limit) { return _mm512_maskz_range_ps(all_floats, x, limit, 0b1110); }
#endif

/// The lesser; of NaN and a limit, the limit.
OGIVE_INLINE __m512 lesser(__m512 x, __m512 limit) { return _mm512_maskz_min_ps(all_floats, x, limit); }
OGIVE_INLINE __m512d lesser(__m512d x, __m512d limit) { return _mm512_maskz_min_pd(all_doubles, x, limit); }

/// 1, for what is negative -1, for a zero and NaN that: a digit for each kind of number, from the right those of NaN (two
/// kinds), 0, 1, -inf, inf, below 0, above 0; 1 and 2 are the number itself, 9 is -1, a is 1.
OGIVE_INLINE __m512 unit_with_sign(__m512 x) {
    return _mm512_maskz_fixupimm_ps(all_floats, x, x, _mm512_set1_epi32(static_cast<int>(0xa9a9a122u)), 0);
}

/// y for an x below 0, else x, by such digits: 0 is y.
OGIVE_INLINE __m512 below_0_or(__m512 x, __m512 y) {
    return _mm512_maskz_fixupimm_ps(all_floats, y, x, _mm512_set1_epi32(0x10101122), 0);
}
OGIVE_INLINE __m512d below_0_or(__m512d x, __m512d y) {
    return _mm512_maskz_fixupimm_pd(all_doubles, y, x, _mm512_set1_epi64(0x10101122), 0);
}

OGIVE_INLINE __m512 exponent(__m512 x) { return _mm512_maskz_getexp_ps(all_floats, x); }
OGIVE_INLINE __m512d exponent(__m512d x) { return _mm512_maskz_getexp_pd(all_doubles, x); }

/// The first n lanes, n at most all of them.
template <class T>
OGIVE_INLINE auto lane_mask(std::size_t n) {
    return static_cast<std::conditional_t<sizeof(T) == 4, __mmask16, __mmask8>>((1u << n) - 1);
}
OGIVE_INLINE __m512 load_part(const float* from, std::size_t n) { return _mm512_maskz_loadu_ps(lane_mask<float>(n), from); }
OGIVE_INLINE __m512d load_part(const double* from, std::size_t n) { return _mm512_maskz_loadu_pd(lane_mask<double>(n), from); }

OGIVE_INLINE void store_part(float* to, __m512 x, std::size_t n) { _mm512_mask_storeu_ps(to, lane_mask<float>(n), x); }
OGIVE_INLINE void store_part(double* to, __m512d x, std::size_t n) { _mm512_mask_storeu_pd(to, lane_mask<double>(n), x); }

/// In [0.75, 1.5), NaN for a negative x.
OGIVE_INLINE __m512 fraction(__m512 x) {
    return _mm512_maskz_getmant_ps(all_floats, x, _MM_MANT_NORM_p75_1p5, _MM_MANT_SIGN_nan);
}
OGIVE_INLINE __m512d fraction(__m512d x) {
    return _mm512_maskz_getmant_pd(all_doubles, x, _MM_MANT_NORM_p75_1p5, _MM_MANT_SIGN_nan);
}

/// For each bit, mask ? a : b.
OGIVE_INLINE __m512 choose_bits(__m512 mask, __m512 a, __m512 b) {
    return _mm512_castsi512_ps(_mm512_ternarylogic_epi32(_mm512_castps_si512(mask), _mm512_castps_si512(a),
                                                         _mm512_castps_si512(b), 0xca));
}
OGIVE_INLINE __m512d choose_bits(__m512d mask, __m512d a, __m512d b) {
    return _mm512_castsi512_pd(_mm512_ternarylogic_epi64(_mm512_castpd_si512(mask), _mm512_castpd_si512(a),
                                                         _mm512_castpd_si512(b), 0xca));
}

/// One of the constants, chosen by the last bits of each element.
OGIVE_INLINE __m512d choose_entry(const math::table16& t, __m512i index) {
    return _mm512_permutex2var_pd(_mm512_load_pd(t.entry), index, _mm512_load_pd(t.entry + 8));
}
OGIVE_INLINE __m512 choose_entry(const math::single_table16& t, __m512i index) {
    return _mm512_maskz_permutexvar_ps(all_floats, index, _mm512_load_ps(t.entry));
}

OGIVE_INLINE __m512 choose_entry(const math::single_table32& t, __m512i index) {
    return _mm512_permutex2var_ps(_mm512_load_ps(t.entry), index, _mm512_load_ps(t.entry + 16));
}

/// The bits of each element, shifted down.
template <int Position>
OGIVE_INLINE __m512i shifted_bits(__m512 x) {
    if constexpr (Position == 0) return _mm512_castps_si512(x);
    else return _mm512_maskz_srli_epi32(all_floats, _mm512_castps_si512(x), Position);
}
template <int Position>
OGIVE_INLINE __m512i shifted_bits(__m512d x) {
    if constexpr (Position == 0) return _mm512_castpd_si512(x);
    else return _mm512_maskz_srli_epi64(all_doubles, _mm512_castpd_si512(x), Position);
}

/// The last bits of each element as its exponent.
OGIVE_INLINE __m512 bits_as_exponent(__m512 x) {
    return _mm512_castsi512_ps(_mm512_maskz_slli_epi32(all_floats, _mm512_castps_si512(x), 23));
}
OGIVE_INLINE __m512d bits_as_exponent(__m512d x) {
    return _mm512_castsi512_pd(_mm512_maskz_slli_epi64(all_doubles, _mm512_castpd_si512(x), 52));
}

/// The bits of a plus those of b, these shifted up by 48.
OGIVE_INLINE __m512d add_shifted(__m512d a, __m512d b) {
    const __m512i up = _mm512_maskz_slli_epi64(all_doubles, _mm512_castpd_si512(b), 48);
    return _mm512_castsi512_pd(_mm512_add_epi64(_mm512_castpd_si512(a), up));
}

}  // namespace ogive::simd

namespace ogive::math {

template <std::floating_point T, class Arch>
    requires simd::is_avx512<Arch>
struct vocabulary<xsimd::batch<T, Arch>> : simd::batch_vocabulary<T, Arch> {
    using value = xsimd::batch<T, Arch>;
    using typename simd::batch_vocabulary<T, Arch>::format;
    using simd::batch_vocabulary<T, Arch>::number;

    static constexpr bool divides_slowly = simd::division_is_slow;
    static constexpr bool has_table = std::is_same_v<T, double>;
    static constexpr bool has_single_table = std::is_same_v<T, float>;
    static constexpr bool looks_up_at_once = has_single_table;
    static constexpr bool looks_up_eight = false;
    static constexpr bool prefers_tables = looks_up_at_once && divides_slowly;
    static constexpr bool scales_any = true;

    OGIVE_INLINE static value fma(const value& a, const value& b, const value& c) {
        return simd::batched<value>(simd::fused(a.data, b.data, c.data));
    }
    OGIVE_INLINE static value sqrt(const value& x) { return simd::batched<value>(simd::square_root(x.data)); }

    OGIVE_INLINE static value reciprocal_estimate(const value& x) {
        return simd::batched<value>(simd::estimated_reciprocal(x.data));
    }

    OGIVE_INLINE static bool has_nan(const value& x) { return !xsimd::all(x == x); }

    OGIVE_INLINE static value copysign(const value& magnitude, const value& sign) {
        return simd::batched<value>(simd::choose_bits(number(-0.0).data, sign.data, magnitude.data));
    }
    OGIVE_INLINE static value power_of_two(const value& n, int offset = 0) {
        using plain = vocabulary<T>;
        return simd::batched<value>(simd::scale(number(double(plain::power_of_two(static_cast<T>(offset)))).data, n.data));
    }
    OGIVE_INLINE static value held(const value& x, const value& limit) {
#if defined(__AVX512DQ__)
        return simd::batched<value>(simd::lesser_magnitude(x.data, limit.data));
#else
        return copysign(held_absolute(x, limit), x);
#endif
    }
    OGIVE_INLINE static value held_absolute(const value& x, const value& limit) {
#if defined(__AVX512DQ__)
        return simd::batched<value>(simd::lesser_absolute(x.data, limit.data));
#else
        return simd::batched<value>(simd::lesser(simd::absolute(x).data, limit.data));
#endif
    }
    OGIVE_INLINE static value minus_held_absolute(const value& x, const value& limit) {
#if defined(__AVX512DQ__)
        return simd::batched<value>(simd::minus_lesser_absolute(x.data, limit.data));
#else
        return simd::batch_vocabulary<T, Arch>::negate(held_absolute(x, limit));
#endif
    }
    OGIVE_INLINE static value sign(const value& x) { return simd::batched<value>(simd::unit_with_sign(x.data)); }
    OGIVE_INLINE static value below_0_or(const value& x, const value& y) {
        return simd::batched<value>(simd::below_0_or(x.data, y.data));
    }
    OGIVE_INLINE static value as_exponent(const value& x) {
        return simd::batched<value>(simd::bits_as_exponent(x.data));
    }
    OGIVE_INLINE static value scale(const value& x, const value& n) {
        return simd::batched<value>(simd::scale_signed(x.data, n.data, vanishing));
    }
    OGIVE_INLINE static value scale_positive(const value& x, const value& n) {
        return simd::batched<value>(simd::scale_positive(x.data, n.data, vanishing));
    }
#if defined(__AVX512DQ__)
    OGIVE_INLINE static power_and_rest<value> nearest(const value& x) {
        const auto rest = simd::reduced(x.data);
        return {simd::batched<value>(x.data - rest), simd::batched<value>(rest)};
    }
#endif
    OGIVE_INLINE static value lowered(const value& x, const value& n) { return scale(x, n); }
    OGIVE_INLINE static value lowered_positive(const value& x, const value& n) { return scale_positive(x, n); }
    OGIVE_INLINE static value scale_to_normal(const value& x, const value& n) {
        return simd::batched<value>(simd::scale(x.data, n.data));
    }
    OGIVE_INLINE static value scale_by(const value& x, const value& n) {
        return simd::batched<value>(simd::scale_positive(x.data, n.data, T(1 - format::bias)));
    }

    OGIVE_INLINE static fraction_and_exponent<value> split(const value& x) {
        const auto reduced = simd::fraction(x.data);
        return {simd::batched<value>(reduced), simd::batched<value>(simd::exponent(x.data) - simd::exponent(reduced))};
    }

    template <int Position, class Table>
    OGIVE_INLINE static value by_bits(const Table& t, const value& x) {
        return simd::batched<value>(simd::choose_entry(t, simd::shifted_bits<Position>(x.data)));
    }

    OGIVE_INLINE static value add_digits(const value& x, const value& digits) {
        return simd::batched<value>(simd::add_shifted(x.data, digits.data));
    }

private:
    /// From here on 2^n times at most 2^10 rounds to 0.
    static constexpr T vanishing = -format::bias - format::fraction_bits - 8;
};

}  // namespace ogive::math

#endif
