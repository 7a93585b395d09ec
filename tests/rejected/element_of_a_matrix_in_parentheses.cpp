// expect: ogive: a matrix is a view without elements of its own: that of row i and column j is m.data[i * m.row_stride + j]

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& v) {
    auto const m = og::matrix(v.data(), 2, v.size() / 2);
    m(1, 0) = 1;
}
#else
void f(std::vector<float>& v) {
    auto const m = og::matrix(v.data(), 2, v.size() / 2);
    m.data[m.row_stride] = 1;
}
#endif
