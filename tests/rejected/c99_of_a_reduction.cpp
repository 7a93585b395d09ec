// expect: ogive: to_c prints the function of one element: a formula with a reduction along a row (row_sum, row_max, softmax) or with column() has none
#include <ogive/ogive.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
auto const code = og::to_c<"softmax">(og::softmax(x), x);
#else
auto const code = og::to_c<"silu">(og::silu(x), x);
#endif
