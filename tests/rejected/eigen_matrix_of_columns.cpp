// expect: ogive: an Eigen matrix must be row-major to be an operand; of any order its elements are one range, m.reshaped()

#include <ogive/ogive.hpp>

#include <cstddef>

namespace og = ogive;

constexpr og::var<"x"> x;

/// Eigen's interface.
template <bool RowMajor>
struct matrix {
    enum { IsRowMajor = RowMajor, IsVectorAtCompileTime = false };
    float* data() { return values; }
    std::ptrdiff_t size() const { return 6; }
    std::ptrdiff_t rows() const { return 2; }
    std::ptrdiff_t cols() const { return 3; }
    std::ptrdiff_t innerStride() const { return 1; }
    std::ptrdiff_t outerStride() const { return RowMajor ? 3 : 2; }
    float values[6];
};

#ifdef OGIVE_REJECTED
void f(matrix<true>& y, matrix<false>& v) { og::evaluate(og::relu(x), y, x = v); }
#else
void f(matrix<true>& y, matrix<true>& v) { og::evaluate(og::relu(x), y, x = v); }
#endif
