// expect: ogive: a matrix has rows and columns

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

#ifdef OGIVE_REJECTED
auto f(std::vector<float>& v) { return og::matrix(v.data(), 2, 3, 6, 2); }
#else
auto f(std::vector<float>& v) { return og::matrix(v.data(), 2, 6).interleaved(0, 2); }
#endif
