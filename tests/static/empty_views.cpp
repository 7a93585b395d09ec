// Views of what is empty and may be nowhere, or begin behind the end: a constant expression admits no distance from a null
// pointer, and none beyond an array.

#include <ogive/ogive.hpp>

namespace og = ogive;

namespace {

constexpr auto nothing = og::matrix(static_cast<float*>(nullptr), 0, 8);

static_assert(nothing.columns(4, 8).data == nullptr);
static_assert(nothing.columns(4, 8).column_count == 4);
static_assert(nothing.interleaved(1, 2).data == nullptr);
static_assert(nothing.interleaved(0, 2).columns(1, 4).data == nullptr);
static_assert(nothing.interleaved(1, 2).interleaved(1, 2).column_count == 2);

constexpr float values[11] = {};
constexpr auto gapped = og::matrix(values, 2, 3, 8);

static_assert(gapped.rows(2, 2).row_count == 0);
static_assert(gapped.columns(3, 3).rows(1, 2).column_count == 0);
static_assert(gapped.interleaved(0, 2).columns(2, 2).column_count == 0);
static_assert(gapped.interleaved(0, 2).rows(2, 2).row_count == 0);
static_assert(gapped.interleaved(7, 9).column_count == 0);
static_assert(gapped.interleaved(0, static_cast<std::size_t>(-1)).column_count == 1);
static_assert(gapped.interleaved(1, 2).interleaved(0, static_cast<std::size_t>(-1)).column_count == 1);

}  // namespace
