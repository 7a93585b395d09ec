#pragma once
// The logarithm near 1, and sixteen numbers whose logarithms are known.

#include <ogive/math/polynomial.hpp>

namespace ogive::math {

/// Near the reciprocal of each fraction f in [0.75, 1.5), by its first four digits; 1 on both sides of 1.
/// The logarithms are multiples of 2^-43 to 2^-59.
inline constexpr table16 reciprocals_of_fraction{
    0x1p0, 0x1.d4277dae80118p-1, 0x1.bad93f88572b8p-1, 0x1.a42370cb09bap-1, 0x1.8fa4d56f4986p-1,
    0x1.7d0e488a29a5p-1, 0x1.6c1eb71687dd8p-1, 0x1.5ca021acba3c8p-1, 0x1.4e6559c5e574p0, 0x1.414847311787p0,
    0x1.352891c9eb458p0, 0x1.29ea95cc3b7cp0, 0x1.1f76908b164a4p0, 0x1.15b7f81d1498p0, 0x1.0c9cf42e67e8p0,
    0x1p0};

/// Minus the logarithms of those.
inline constexpr table16 logs_of_fraction{
    0, 0x1.6eb39df206p-4, 0x1.29286a28b4p-3, 0x1.94f8e46ebep-3, 0x1.fb64c178d3p-3, 0x1.2e77c8f966p-2,
    0x1.5d057944c68p-2, 0x1.898cd5bf55p-2, -0x1.118f4ad1e9p-2, -0x1.d130448204p-3, -0x1.8268dbb189p-3,
    -0x1.368c90602ap-3, -0x1.dacc00fbb2p-4, -0x1.4d8aa08468p-4, -0x1.89fdb6dc3cp-5, 0};

/// The same for numbers in [1, 2).
inline constexpr table16 reciprocals_from_one{
    0x1p0, 0x1.d4277dae80118p-1, 0x1.bad93f88572b8p-1, 0x1.a42370cb09bap-1, 0x1.8fa4d56f4986p-1,
    0x1.7d0e488a29a5p-1, 0x1.6c1eb71687dd8p-1, 0x1.5ca021acba3c8p-1, 0x1.4e6559c50b108p-1,
    0x1.414847331a788p-1, 0x1.352891cc738dp-1, 0x1.29ea95cb78eb8p-1, 0x1.1f76908a94f18p-1,
    0x1.15b7f81fa81bp-1, 0x1.0c9cf42f3f338p-1, 0x1.0415f07edbae8p-1};
inline constexpr table16 logs_from_one{
    0, 0x1.6eb39df206p-4, 0x1.29286a28b4p-3, 0x1.94f8e46ebep-3, 0x1.fb64c178d3p-3, 0x1.2e77c8f966p-2,
    0x1.5d057944c68p-2, 0x1.898cd5bf55p-2, 0x1.b439150ffbp-2, 0x1.dd303d97dcp-2, 0x1.0249f8ff0fcp-1,
    0x1.15410bd8e78p-1, 0x1.278aafd113cp-1, 0x1.3932dbda56cp-1, 0x1.4a445480458p-1, 0x1.5ac8d368eb8p-1};

/// log(1 + r) - r + added, for r in [-1/32, 1/16]: r^2 P(r), P of degree 8 (error of log(1 + r) 2^-56.2).
template <class V>
OGIVE_INLINE constexpr V log1p_reduced(V r, V added) {
    using v   = vocabulary<V>;
    const V s = r * r;
    const V p = math::polynomial_by_parity(r, s, -0x1.ffffffffffffdp-2, 0x1.5555555556192p-2, -0x1.000000000d201p-2,
                                           0x1.9999997ee7a34p-3, -0x1.5555534c78e58p-3, 0x1.2492c93f90d3dp-3,
                                           -0x1.000ccf81a3e84p-3, 0x1.c60ca807f3295p-4, -0x1.69b795528c2a4p-4);
    return v::fma(s, p, added);
}

}  // namespace ogive::math
