// expect: ogive: a matrix is given by a pointer: og::matrix(v.data(), rows, columns)

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

#ifdef OGIVE_REJECTED
auto f(std::vector<float>& v) { return og::matrix(v, 2, 3); }
#else
auto f(std::vector<float>& v) { return og::matrix(v.data(), 2, 3); }
#endif
