// expect: ogive: properties are those of a curve: an activation along a row has none
#include <ogive/ogive.hpp>
#include <ogive/properties.hpp>

namespace og = ogive;

#ifdef OGIVE_REJECTED
auto const p = og::properties(og::softmax);
#else
auto const p = og::properties(og::silu);
#endif
