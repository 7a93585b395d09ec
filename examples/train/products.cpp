#include "products.hpp"

#define EIGEN_DONT_PARALLELIZE
#include <Eigen/Core>

#include <chrono>

namespace train {

namespace {

using storage = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Eigen::Map<storage const> view(matrix m) {
    return {m.data, static_cast<Eigen::Index>(m.rows), static_cast<Eigen::Index>(m.columns)};
}
Eigen::Map<storage> place(float* data, std::size_t rows, std::size_t columns) {
    return {data, static_cast<Eigen::Index>(rows), static_cast<Eigen::Index>(columns)};
}

class stopwatch {
    std::chrono::steady_clock::time_point const start = std::chrono::steady_clock::now();

public:
    stopwatch() = default;
    stopwatch(stopwatch const&) = delete;
    ~stopwatch() {
        seconds_in_products() += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }
};

}  // namespace

void multiply(matrix a, matrix b, float* c) {
    stopwatch const watch;
    place(c, a.rows, b.columns).noalias() = view(a) * view(b);
}
void multiply_transposed_left(matrix a, matrix b, float* c) {
    stopwatch const watch;
    place(c, a.columns, b.columns).noalias() = view(a).transpose() * view(b);
}
void multiply_transposed_right(matrix a, matrix b, float* c) {
    stopwatch const watch;
    place(c, a.rows, b.rows).noalias() = view(a) * view(b).transpose();
}

double& seconds_in_products() {
    thread_local double seconds = 0;
    return seconds;
}

}  // namespace train
