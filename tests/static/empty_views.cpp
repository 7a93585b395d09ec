// Views of what is empty and may be nowhere: a constant expression admits no distance from a null pointer.

#include <ogive/ogive.hpp>

namespace og = ogive;

namespace {

constexpr auto nothing = og::matrix(static_cast<float*>(nullptr), 0, 8);

static_assert(nothing.columns(4, 8).data == nullptr);
static_assert(nothing.columns(4, 8).column_count == 4);
static_assert(nothing.interleaved(1, 2).data == nullptr);
static_assert(nothing.interleaved(0, 2).columns(1, 4).data == nullptr);
static_assert(nothing.interleaved(1, 2).interleaved(1, 2).column_count == 2);

}  // namespace
