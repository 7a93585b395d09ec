// Operands of other libraries: Eigen's maps, matrices and vectors, and what speaks mdspan's interface.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#if __has_include(<Eigen/Core>)
#include <Eigen/Core>
#endif

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::param<"w"> w;

/// mdspan's interface in two dimensions.
struct grid {
    float* data;
    std::array<int, 2> extents, strides;

    float* data_handle() const { return data; }
    int extent(std::size_t k) const { return extents[k]; }
    int stride(std::size_t k) const { return strides[k]; }
    static constexpr std::size_t rank() { return 2; }
};

}  // namespace

TEST_CASE("an mdspan-like matrix with a row stride larger than its row") {
    std::vector<float> in(3 * 7), out(3 * 5, 7.0f), bias{1, 2, 3, 4};
    for (std::size_t i = 0; i < in.size(); ++i) in[i] = static_cast<float>(i);
    grid const from{in.data(), {3, 4}, {7, 1}}, to{out.data(), {3, 4}, {5, 1}};
    og::evaluate(2_c * x + w, to, x = from, w = bias);
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 4; ++j) CHECK(out[5 * i + j] == 2 * in[7 * i + j] + bias[j]);
        CHECK(out[5 * i + 4] == 7);
    }
    grid const slanted{in.data(), {3, 3}, {7, 2}};
    CHECK_THROWS_AS(og::evaluate(x, to, x = slanted), std::invalid_argument);
    grid const overlapping{in.data(), {3, 4}, {0, 1}};
    CHECK_THROWS_AS(og::evaluate(x, to, x = overlapping), std::invalid_argument);
}

TEST_CASE("an mdspan-like matrix whose rows go backwards is refused") {
    std::vector<float> in{1, 2, 3, 4}, out(4, 7.0f);
    CHECK_THROWS_WITH(og::evaluate(x, grid{out.data(), {2, 2}, {2, 1}}, x = grid{in.data() + 2, {2, 2}, {-2, 1}}),
                      Catch::Contains("negative row stride"));
    CHECK(out == std::vector<float>(4, 7.0f));
}

TEST_CASE("an mdspan-like matrix of no rows in column-major order is empty") {
    grid const none{nullptr, {0, 5}, {1, 0}};
    CHECK_NOTHROW(og::evaluate(2_c * x, none, x = none));
}

TEST_CASE("an mdspan-like matrix of one column or one row has no other stride") {
    std::vector<float> in{1, 2, 3}, out(3);
    og::evaluate(2_c * x, grid{out.data(), {3, 1}, {1, 3}}, x = grid{in.data(), {3, 1}, {1, 3}});
    CHECK(out == std::vector<float>{2, 4, 6});
    og::evaluate(3_c * x, grid{out.data(), {1, 3}, {1, 1}}, x = grid{in.data(), {1, 3}, {1, 1}});
    CHECK(out == std::vector<float>{3, 6, 9});
}

#if __has_include(<Eigen/Core>)

namespace {
using row_major = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
}

TEST_CASE("the elements of a column-major matrix of Eigen are one range") {
    Eigen::MatrixXf m(2, 3), y(2, 3);
    m << -1, 2, -3, 4, -5, 6;
    og::evaluate(og::relu(x), y.reshaped(), x = m.reshaped());
    for (int j = 0; j != 3; ++j) {
        CHECK(y(0, j) == std::max(m(0, j), 0.0f));
        CHECK(y(1, j) == std::max(m(1, j), 0.0f));
    }
}

TEST_CASE("Eigen's vectors and row-major matrices") {
    row_major const in = row_major::Random(5, 9);
    Eigen::VectorXf weights = Eigen::VectorXf::Random(9), sums(5), dweights(9);
    row_major out(5, 9);
    og::fuse(og::store(x * w, out), og::store(og::row_sum(x), sums), x = in, w = weights);
    CHECK(out.isApprox(row_major(in.array().rowwise() * weights.transpose().array()), 1e-6f));
    CHECK(sums.isApprox(in.rowwise().sum(), 1e-5f));
    og::backward(x * w, out, x = in, w = weights, og::grad(w) = dweights);
    CHECK(dweights.isApprox((in.array() * out.array()).colwise().sum().matrix().transpose(), 1e-5f));

    Eigen::Matrix<double, 6, 1> fixed = Eigen::Matrix<double, 6, 1>::LinSpaced(-1, 1), cube;
    og::evaluate(x * x * x, cube, x = fixed);
    CHECK(cube.isApprox(fixed.array().cube().matrix()));
}

TEST_CASE("Eigen's maps and blocks, with a row stride larger than the row") {
    row_major in = row_major::Random(6, 10), out = row_major::Constant(6, 10, 7);
    og::evaluate(og::square(x), out.block(1, 2, 3, 4), x = in.block(2, 5, 3, 4));
    CHECK(out.block(1, 2, 3, 4).isApprox(in.block(2, 5, 3, 4).array().square().matrix()));
    CHECK((out(1, 1) == 7 && out(1, 6) == 7 && out(0, 2) == 7 && out(4, 2) == 7));

    std::vector<float> v(24);
    Eigen::Map<row_major, 0, Eigen::OuterStride<>> map(v.data(), 3, 5, Eigen::OuterStride<>(8));
    row_major const block = in.block(0, 0, 3, 5);
    og::evaluate(x + 1_c, map, x = block);
    CHECK(map.isApprox((block.array() + 1).matrix()));
    CHECK((v[5] == 0 && v[13] == 0));
    CHECK_THROWS_AS(og::evaluate(x, in.col(0), x = in.col(1)), std::invalid_argument);  // an inner stride of 10
    row_major const row = row_major::Random(1, 10);
    og::evaluate(2_c * x, out.row(0).col(3), x = row.col(1));  // one value
    CHECK(out(0, 3) == 2 * row(0, 1));
}

#endif
