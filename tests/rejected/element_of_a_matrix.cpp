// expect: ogive: a matrix is a view without elements of its own: its first row is m.rows(0, 1)

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

#ifdef OGIVE_REJECTED
float f(std::vector<float>& v) { return og::matrix(v.data(), 1, v.size())[0][0]; }
#else
float f(std::vector<float>& v) { return og::matrix(v.data(), 1, v.size()).data[0]; }
#endif
