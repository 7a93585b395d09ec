// Views of every kind, made in a function NAME: for shared.sh.

#include <ogive/ogive.hpp>

namespace og = ogive;

namespace {

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

/// mdspan's interface in two dimensions.
struct grid {
    float* data;
    std::size_t extents[2], strides[2];

    float* data_handle() const { return data; }
    std::size_t extent(std::size_t k) const { return extents[k]; }
    std::size_t stride(std::size_t k) const { return strides[k]; }
    static constexpr std::size_t rank() { return 2; }
};

}  // namespace

void NAME(float* from, float* to, std::size_t rows, std::size_t n, std::size_t stride) {
    auto const packed = og::matrix(from, rows, 2 * n, stride);
    og::evaluate(og::softmax(x), og::matrix(to, rows, n, n + 1), x = packed.columns(n, 2 * n).rows(0, rows));
    og::evaluate(x + x, og::matrix(to, rows, n, n + 1), x = packed.interleaved(n % 2, 2));
    og::evaluate(og::tanh(x), grid{to, {rows, n}, {n, 1}}, x = grid{from, {rows, n}, {stride, 1}});
    float by_beta = 0;
    og::backward(beta * og::tanh(x), 1.0f, og::value(og::tanh(x)) = grid{from, {rows, n}, {stride, 1}}, beta = 2.0f,
                 og::grad(x) = grid{to, {rows, n}, {n, 1}}, og::grad(beta) += by_beta);
    og::fuse(og::store(og::sum(x), by_beta), x = packed);
}
