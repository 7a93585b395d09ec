#pragma once
// Streams with gaps between their columns: read as they lie, written through a buffer of one step.

#include <ogive/simd/interleave.hpp>

#include <cstddef>

namespace ogive::detail {

/// The distances of a body's streams from column to column.
template <class F, class Arch, int Pack>
struct stream_strides {
    using B = simd::batch<F, Arch>;
    static constexpr std::size_t width = simd::lanes<B>, step = width * Pack;

    std::size_t const* of;
    F (*given)[step];

    /// `left` columns from `at` on are to be read; of a stream with gaps what lies behind the last of them is not.
    OGIVE_INLINE B load(F const* stream, int s, std::size_t at, int vector, std::size_t left) const {
        std::size_t const stride = of[s], first = (at + static_cast<std::size_t>(vector) * width) * stride;
        bool const whole = Pack > 1 || left > width;
        if (stride == 1) return simd::load_first<B>(stream + first, whole ? width : left);
        if (!whole) return collect(stream + first, stride, left);
        switch (stride) {
            case 2: return simd::load_every<2, B>(stream + first);
            case 3: return simd::load_every<3, B>(stream + first);
            case 4: return simd::load_every<4, B>(stream + first);
            default: return apart(stream + first, stride);
        }
    }
    OGIVE_INLINE void store(F* stream, int s, std::size_t at, int vector, B const& value, std::size_t left) const {
        std::size_t const from = static_cast<std::size_t>(vector) * width;
        if (of[s] == 1) simd::store_first(stream + at + from, value, Pack > 1 || left > width ? width : left);
        else simd::store(given[s] + from, value);
    }

    /// Puts where they belong what the streams with gaps have been given; two that fill one row in turn together.
    template <int Streams>
    OGIVE_INLINE void put(F* const (&stream)[Streams], bool const (&written)[Streams], std::size_t at, std::size_t left) const {
        for (int s = 0; s < Streams; ++s) {
            if (!written[s] || of[s] == 1) continue;
            bool const whole = left >= step;
            if (whole && of[s] == 2 && fills_a_gap(stream, written, s, -1) >= 0) continue;  // goes with the other
            F* const to = stream[s] + at * of[s];
            if (int const other = whole && of[s] == 2 ? fills_a_gap(stream, written, s, 1) : -1; other >= 0)
                for (std::size_t i = 0; i < step; i += width)
                    simd::store_in_turn(to + 2 * i, simd::load<B>(given[s] + i), simd::load<B>(given[other] + i));
            else
                for (std::size_t i = 0; i < (whole ? step : left); ++i) to[i * of[s]] = given[s][i];
        }
    }

private:
    [[gnu::noinline]] static B apart(F const* from, std::size_t stride) { return simd::load_apart<B>(from, stride); }
    [[gnu::noinline, gnu::cold]] static B collect(F const* from, std::size_t stride, std::size_t count) {
        alignas(64) F side_by_side[width]{};
        for (std::size_t i = 0; i < count; ++i) side_by_side[i] = from[i * stride];
        return simd::load<B>(side_by_side);
    }

    /// The stream that is written `away` from this one, in its gaps, or -1.
    template <int Streams>
    OGIVE_INLINE int fills_a_gap(F* const (&stream)[Streams], bool const (&written)[Streams], int s, int away) const {
        for (int t = 0; t < Streams; ++t)
            if (written[t] && of[t] == 2 && stream[t] == stream[s] + away) return t;
        return -1;
    }
};

/// Of streams whose columns all lie side by side.
template <int Streams>
struct unit_strides {
    std::size_t of[Streams];
    OGIVE_INLINE constexpr unit_strides() : of{} {
        for (auto& stride : of) stride = 1;
    }
};

}  // namespace ogive::detail
