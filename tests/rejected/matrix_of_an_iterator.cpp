// expect: ogive: a matrix is given by a pointer

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

#ifdef OGIVE_REJECTED
auto f(std::vector<float>& v) { return og::matrix(v.begin(), 2, 3); }
#else
auto f(std::vector<float>& v) { return og::matrix(v.data(), 2, 3); }
#endif
