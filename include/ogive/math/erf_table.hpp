#pragma once
// erf in sixteen pieces.

#include <ogive/math/pieces.hpp>

namespace ogive::math {

inline constexpr double erf_piece_width = 0x1.88p-2;

/// Where the pieces have their middle, k times the width; the second is in powers of a, as the first.
inline constexpr table16 erf_middles = [] {
    table16 t{};
    for (int k = 2; k < 16; ++k) t.entry[k] = k * erf_piece_width;
    return t;
}();

/// erf(middle + h) - h, a in [(k - 1/2) w, (k + 1/2) w]: the coefficient of h^i is erf_pieces[i].entry[k]. 15.5 w
/// is 5.93, where erf is 1. Errors 2^-53.8 to 2^-56.8 of the value, mostly the rounding of the first coefficient.
inline constexpr table16 erf_pieces[14] = {
    {{0x0p0, 0x0p0, 0x1.7131e5f496a5ap-1, 0x1.ca930e0e2a825p-1, 0x1.f0762fde45ee6p-1, 0x1.fc85cf56ecd38p-1,
      0x1.ff67d08401202p-1, 0x1.ffec39ff380b9p-1, 0x1.fffe0e0140857p-1, 0x1.ffffdb01e8546p-1,
      0x1.fffffdedf37edp-1, 0x1.ffffffe9aeb97p-1, 0x1.ffffffff4b453p-1, 0x1.fffffffffbb58p-1,
      0x1.ffffffffffec7p-1, 0x1.ffffffffffffcp-1}},
    {{0x1.06eba8214db69p-3, 0x1.06eba81f3a7eap-3, -0x1.7d0be77f6c05fp-2, -0x1.657fd6bd6ec08p-1,
      -0x1.c89c6d1a1b836p-1, -0x1.f12fffd0d06b9p-1, -0x1.fd0b8a4326e98p-1, -0x1.ff8f6e8ad199fp-1,
      -0x1.fff3811f26918p-1, -0x1.fffef71e4520fp-1, -0x1.ffffefa37fc1bp-1, -0x1.ffffff3f0241p-1,
      -0x1.fffffff95de11p-1, -0x1.ffffffffd4763p-1, -0x1.ffffffffff2adp-1, -0x1.fffffffffffcfp-1}},
    {{0x0p0, 0x1.45c4f0e199d25p-29, -0x1.ec42e2c2714c3p-2, -0x1.62de5ec4e59e3p-2, -0x1.5341e3c0177a8p-3,
      -0x1.c5a205a511226p-5, -0x1.b25f9b70a7ec7p-7, -0x1.2da5c80255808p-9, -0x1.322484cf12d06p-12,
      -0x1.c84cdaea426c6p-16, -0x1.f510d77363e08p-20, -0x1.965641148cf6ap-24, -0x1.e78be33f94ae7p-29,
      -0x1.b157bbefd61f6p-34, -0x1.1d9d951473eabp-39, -0x1.176ac91037eb9p-45}},
    {{-0x1.812746b0379dfp-2, -0x1.8127498859745p-2, 0x1.278631edc4025p-5, 0x1.51644a1a13459p-3,
      0x1.107929f6e7525p-3, 0x1.f3dabe384ec46p-5, 0x1.2d0c4b23df9f7p-6, 0x1.f55bacea096a6p-9,
      0x1.27dc1bc6cfecep-11, 0x1.f5f573d671687p-15, 0x1.34c8694cc3c46p-18, 0x1.1522a10d15fc8p-22,
      0x1.6c6ef0b684fd1p-27, 0x1.602b774078405p-32, 0x1.f55bb148ca631p-38, 0x1.075b1bc7f91c6p-43}},
    {{0x0p0, 0x1.eadd2c3e42ae7p-22, 0x1.2be43f650cdc3p-3, 0x1.56bd4507b1e78p-6, -0x1.7e1b362eb5c69p-5,
      -0x1.472a562a321ecp-5, -0x1.1156d9b869b16p-6, -0x1.1d989e5668ab2p-8, -0x1.9202f465f3fc1p-11,
      -0x1.8a5382b29a336p-14, -0x1.12a3192175fe3p-17, -0x1.12d1b1d5612a3p-21, -0x1.8e36e9aa25fep-26,
      -0x1.a417c17a1bcdp-31, -0x1.43f85ca8b01e1p-36, -0x1.6e6ad82a26754p-42}},
    {{0x1.ce2f21a03f747p-4, 0x1.ce2ba6caf66b1p-4, -0x1.c80643097e303p-5, -0x1.e397d1fa43bd5p-5,
      -0x1.73b61e4858a0cp-7, 0x1.921e5d374789p-7, 0x1.41a1cfc6f2216p-7, 0x1.cdd6df8fcc9f1p-9,
      0x1.93b4c9746c706p-11, 0x1.d42311f149419p-14, 0x1.76387b7cbdf1bp-17, 0x1.a55402940e84dp-21,
      0x1.5286ee3536ce5p-25, 0x1.87b5fbf09b48p-30, 0x1.48745fa5a67a6p-35, 0x1.910e44a74e215p-41}},
    {{0x0p0, 0x1.1f3bdd8f46bfap-16, -0x1.97019957f57b4p-6, 0x1.16da90bcfd8f1p-6, 0x1.2aa7641f4d987p-6,
      0x1.71aa581b4042bp-9, -0x1.91dfde07b1dedp-9, -0x1.0435de29ee1fdp-9, -0x1.30e9e60e9b67bp-11,
      -0x1.b078f09affa46p-14, -0x1.9448d9220ca34p-17, -0x1.030e22457a8bbp-20, -0x1.d146377653ab8p-25,
      -0x1.28e3acc3f7f8ap-29, -0x1.0fc97b1b2c439p-34, -0x1.6764ffe8745f4p-40}},
    {{-0x1.b82ce30a20267p-6, -0x1.b93bb063da6e4p-6, 0x1.322fe727c352ap-6, 0x1.1591284123dd8p-7,
      -0x1.59a38b6b4fb2dp-8, -0x1.2490c081cf23bp-8, -0x1.54b067a1080f6p-12, 0x1.650c238417225p-11,
      0x1.555b9d5a4b7dfp-12, 0x1.3a40fc546ac26p-14, 0x1.611609e82da62p-17, 0x1.0584872a4389ep-20,
      0x1.090911681e6e4p-24, 0x1.7781e340abf7cp-29, 0x1.791284a59e438p-34, 0x1.0ef198beded68p-39}},
    {{0x0p0, 0x1.79be239bdcd2p-13, 0x1.c9c0bedb1f062p-10, -0x1.8e66d09ce4424p-8, -0x1.eeb27cd3f87c8p-10,
      0x1.918f827f6de6p-10, 0x1.ba477375863ecp-11, -0x1.0280c8599c042p-15, -0x1.05598a9035cep-13,
      -0x1.640183683a4f1p-15, -0x1.f690507e6fbfcp-18, -0x1.b798087e7959cp-21, -0x1.fd0dc7c05e20ap-25,
      -0x1.9391f2b401833p-29, -0x1.befdbaa8792c5p-34, -0x1.5e77505a15ed5p-39}},
    {{0x1.565bc2d01cd65p-8, 0x1.3e068f9e97873p-8, -0x1.019da69495f55p-8, -0x1.911cae153aed7p-14,
      0x1.b52a1f7a176c3p-10, 0x1.c5fc96ab0cb96p-13, -0x1.813f81933bf22p-12, -0x1.de70a60eda93ep-14,
      0x1.68e6e1ba794dap-16, 0x1.2cb6ef7c3e51fp-16, 0x1.22379041a5be8p-18, 0x1.35a78b80f2db7p-21,
      0x1.a0968ce93c82dp-25, 0x1.754a4d09755afp-29, 0x1.cb067111d014ep-34, 0x1.8a82f53a6e236p-39}},
    {{0x0p0, 0x1.23f7b90baac14p-11, 0x1.317cfa3fcde7p-12, 0x1.210d68b8bce74p-10, -0x1.6f4d2b4b99e0cp-13,
      -0x1.7476a8923e354p-12, 0x1.3b321efeeeee2p-16, 0x1.176a158ab2715p-14, 0x1.2d5b4cb7c5e61p-17,
      -0x1.42909d500742cp-18, -0x1.09bac645f670cp-19, -0x1.6d41a2b6f90cdp-22, -0x1.2427181ffa993p-25,
      -0x1.2b9554ba8d86fp-29, -0x1.9c062eca25b56p-34, -0x1.85f5477115cbcp-39}},
    {{-0x1.c020e247cb5f5p-11, -0x1.79bfa0796785bp-10, 0x1.3bf295c9059f1p-11, -0x1.c1f33bde5bd43p-13,
      -0x1.d5fe8c779cd72p-13, 0x1.71d65eb8d012cp-14, 0x1.b67f369180737p-15, -0x1.cea41aa7c7eb7p-17,
      -0x1.1de8cc33ced49p-17, 0x1.4d015500b3b31p-24, 0x1.67de392792825p-21, 0x1.64a7b7d21dff7p-23,
      0x1.5fcaf81cf1c61p-26, 0x1.a430dea4fa455p-30, 0x1.46a1ba3fff402p-34, 0x1.56f4da80533bfp-39}},
    {{0x0p0, 0x1.a3bd66d38a1c4p-12, -0x1.ef2ebe56844e6p-14, -0x1.0615d27ad7509p-13, 0x1.57f6087ac5bc8p-14,
      0x1.b3468f7d2f2aep-16, -0x1.7982b29404f31p-16, -0x1.0f3aec87d24ap-18, 0x1.8bcedad927b7p-19,
      0x1.75683f59edaacp-21, -0x1.0a93efd5eeec5p-23, -0x1.18a9e748d12fp-24, -0x1.70b276f59f0e9p-27,
      -0x1.0a1ff46f90966p-30, -0x1.dfa37231f9a66p-35, -0x1.1d3176d6a49bfp-39}},
    {{0x1.f1aba9c3781bep-14, -0x1.76a59adfcc27bp-16, -0x1.2545e7680cd5ep-14, 0x1.b060b75fed5e6p-15,
      0x1.940831918f089p-17, -0x1.4b5f3ab4111e3p-16, 0x1.3b0b578cfb45ep-21, 0x1.dc442bfaac23dp-19,
      -0x1.922e54872039p-23, -0x1.905639c2655ddp-22, -0x1.658ede9a279b9p-26, 0x1.3f5b14c18d105p-26,
      0x1.3c56232f7a551p-28, 0x1.1ac9c6d162c61p-31, 0x1.2856990d5eea2p-35, 0x1.8d14873b3c57cp-40}}};

template <class V>
OGIVE_INLINE constexpr V erf_by_table(V a) {
    using v         = vocabulary<V>;
    const V limited = v::smaller(v::number(15.5 * erf_piece_width), a);
    const V digits  = v::fma(limited, v::number(1 / erf_piece_width), v::number(0x1.8p52));  // last digit 1
    const V h       = limited - v::template by_bits<0>(erf_middles, digits);
    const V slope   = math::polynomial_in_pieces<0, 1>(h, digits, erf_pieces);
    return v::fma(h, slope, V(h + v::template by_bits<0>(erf_pieces[0], digits)));
}

}  // namespace ogive::math
