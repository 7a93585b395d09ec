#pragma once
// The three matrix products of a layer, by Eigen, in one thread; matrices are row by row.

#include <cstddef>

namespace train {

struct matrix {
    float const* data;
    std::size_t rows, columns;
};

/// c = a b.
void multiply(matrix a, matrix b, float* c);
/// c = a^T b, the gradient by the weights.
void multiply_transposed_left(matrix a, matrix b, float* c);
/// c = a b^T, the gradient by the input.
void multiply_transposed_right(matrix a, matrix b, float* c);

/// Seconds that this thread has spent in the products.
double& seconds_in_products();

}  // namespace train
