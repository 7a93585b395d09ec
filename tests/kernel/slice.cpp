// One formula through all floors: a softmax over a gate, with a param of one value and one of a value
// per column, over a matrix with a row stride, forward and backward, in place and not.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <random>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"u"> u;
constexpr og::param<"beta"> beta;
constexpr og::param<"bias"> bias;
constexpr auto e = og::softmax(x * og::sigmoid(beta * x) * u + bias);

// The same by hand in long double.
struct reference {
    std::vector<long double> y, dx, du, dbias;
    long double dbeta = 0;
};

template <class F>
reference by_hand(std::vector<F> const& xs, std::vector<F> const& us, F b, std::vector<F> const& biases,
                  std::vector<F> const& dys, std::size_t rows, std::size_t columns, std::size_t stride) {
    reference r;
    r.y = r.dx = r.du = std::vector<long double>(rows * stride);
    r.dbias = std::vector<long double>(columns);
    std::vector<long double> s(columns), t(columns), z(columns), p(columns);
    for (std::size_t i = 0; i < rows; ++i) {
        auto const at = [&](std::vector<F> const& v, std::size_t j) { return static_cast<long double>(v[i * stride + j]); };
        long double largest = -INFINITY, sum = 0, flow = 0;
        for (std::size_t j = 0; j < columns; ++j) {
            s[j] = 1 / (1 + std::exp(-static_cast<long double>(b) * at(xs, j)));
            z[j] = at(xs, j) * s[j] * at(us, j) + static_cast<long double>(biases[j]);
            largest = std::max(largest, z[j]);
        }
        for (std::size_t j = 0; j < columns; ++j) sum += p[j] = std::exp(z[j] - largest);
        for (std::size_t j = 0; j < columns; ++j) p[j] /= sum, flow += p[j] * at(dys, j);
        for (std::size_t j = 0; j < columns; ++j) {
            long double const dz = p[j] * (at(dys, j) - flow), xi = at(xs, j), ui = at(us, j), ds = s[j] * (1 - s[j]);
            r.y[i * stride + j] = p[j];
            r.du[i * stride + j] = dz * xi * s[j];
            r.dx[i * stride + j] = dz * ui * (s[j] + xi * ds * static_cast<long double>(b));
            r.dbeta += dz * ui * xi * xi * ds;
            r.dbias[j] += dz;
        }
    }
    return r;
}

template <class F>
F worst(std::vector<F> const& got, std::vector<long double> const& wanted, std::size_t rows, std::size_t columns,
        std::size_t stride) {
    long double most = 0;
    for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t j = 0; j < columns; ++j)
            most = std::max(most, std::abs(static_cast<long double>(got[i * stride + j]) - wanted[i * stride + j]));
    return static_cast<F>(most);
}

template <class F>
void check(std::size_t rows, std::size_t columns, std::size_t stride, bool in_place) {
    CAPTURE(rows, columns, stride, in_place, sizeof(F));
    F const tolerance = sizeof(F) == 4 ? F(1e-5) : F(1e-13);
    std::mt19937 random(1);
    std::normal_distribution<double> normal(0, 2);
    auto const filled = [&](std::size_t n) {
        std::vector<F> v(n);
        for (F& a : v) a = static_cast<F>(normal(random));
        return v;
    };
    auto xs = filled(rows * stride), us = filled(rows * stride), dys = filled(rows * stride), biases = filled(columns);
    F const b = F(0.75);
    reference const wanted = by_hand(xs, us, b, biases, dys, rows, columns, stride);
    auto const view = [&](std::vector<F>& v) { return og::matrix(v.data(), rows, columns, stride); };

    std::vector<F> y(rows * stride, F(7)), dbias(columns);
    auto x_copy = xs;
    og::evaluate(e, view(in_place ? x_copy : y), x = view(in_place ? x_copy : xs), u = view(us), beta = b, bias = biases);
    CHECK(worst(in_place ? x_copy : y, wanted.y, rows, columns, stride) < tolerance);
    if (!in_place && stride > columns) CHECK(y[columns] == F(7));  // nothing is written beside the matrix

    std::vector<F> dx(rows * stride), du(rows * stride);
    F dbeta = 0;
    auto dy_copy = dys;
    if (in_place)
        og::backward(e, view(dy_copy), x = view(xs), u = view(us), beta = b, bias = biases, og::grad(x) = view(dy_copy),
                     og::grad(u) = view(us), og::grad(beta) = dbeta, og::grad(bias) = dbias);
    else
        og::backward(e, view(dys), x = view(xs), u = view(us), beta = b, bias = biases, og::grad(x) = view(dx),
                     og::grad(u) = view(du), og::grad(beta) = dbeta, og::grad(bias) = dbias);
    CHECK(worst(in_place ? dy_copy : dx, wanted.dx, rows, columns, stride) < tolerance);
    CHECK(worst(in_place ? us : du, wanted.du, rows, columns, stride) < tolerance);
    CHECK(worst(dbias, wanted.dbias, 1, columns, columns) < tolerance);
    CHECK(std::abs(static_cast<double>(dbeta) - static_cast<double>(wanted.dbeta)) <
          static_cast<double>(tolerance) * (1 + std::abs(static_cast<double>(wanted.dbeta))));
}

}  // namespace

TEST_CASE("a softmax over a gate runs forward and backward through the general mechanism") {
    for (bool const in_place : {false, true})
        for (std::size_t const columns : {1u, 3u, 16u, 63u, 64u, 65u, 200u})
            for (std::size_t const gap : {0u, 5u}) {
                check<float>(7, columns, columns + gap, in_place);
                check<double>(7, columns, columns + gap, in_place);
            }
}
