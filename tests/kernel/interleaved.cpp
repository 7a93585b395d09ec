// Every n-th column of a matrix as an operand and as a result: values, in place, overlap, views of views.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"gate"> gate;
constexpr og::var<"up"> up;
constexpr og::param<"beta"> beta;
constexpr auto block = og::swiglu(gate, up, beta);

template <class F>
std::vector<F> wave(std::size_t n, double speed) {
    std::vector<F> v(n);
    for (std::size_t i = 0; i < n; ++i) v[i] = static_cast<F>(3 * std::sin(speed * static_cast<double>(i)));
    return v;
}

// Column j of part k of n is column j n + k.
template <class F>
std::vector<F> woven(std::vector<std::vector<F>> const& parts, std::size_t rows, std::size_t columns, std::size_t stride,
                     F beside) {
    std::size_t const n = parts.size();
    std::vector<F> all(rows * stride, beside);
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t i = 0; i < rows; ++i)
            for (std::size_t j = 0; j < columns; ++j) all[i * stride + j * n + k] = parts[k][i * columns + j];
    return all;
}

// Forward and backward from and to one woven matrix against the same from and to three plain ones.
template <class F>
void check(std::size_t n, std::size_t rows, std::size_t columns, std::size_t gap) {
    CAPTURE(n, rows, columns, gap, sizeof(F));
    std::size_t const stride = n * columns + gap, size = rows * columns;
    auto const g = wave<F>(size, 0.7), u = wave<F>(size, 1.3), other = wave<F>(size, 0.1), dy = wave<F>(size, 2.9);
    std::vector<F> y(size), dg(size), du(size);
    F dbeta = 0;
    auto const plain = [&](auto& v) { return og::matrix(v.data(), rows, columns); };
    og::evaluate(block, plain(y), gate = plain(g), up = plain(u), beta = F(0.75));
    og::backward(block, plain(dy), gate = plain(g), up = plain(u), beta = F(0.75), og::grad(gate) = plain(dg),
                 og::grad(up) = plain(du), og::grad(beta) = dbeta);

    F size_of_terms = 0;  // of dbeta: rows with gaps are added up one by one, others as one long row
    for (std::size_t i = 0; i < size; ++i) size_of_terms += std::abs(dy[i] * u[i] * g[i] * g[i]) / 4;

    std::vector<std::vector<F>> parts{g, u};
    while (parts.size() < n) parts.push_back(other);
    auto const projection = woven(parts, rows, columns, stride, F(7));
    auto const of = [&](std::vector<F>& v, std::size_t k) {
        return og::matrix(v.data(), rows, n * columns, stride).interleaved(k, n);
    };

    auto packed = projection;
    std::vector<F> y2(size);
    og::evaluate(block, plain(y2), gate = of(packed, 0), up = of(packed, 1), beta = F(0.75));
    CHECK(y2 == y);

    // The result over the gate, nothing else.
    og::evaluate(block, of(packed, 0), gate = of(packed, 0), up = of(packed, 1), beta = F(0.75));
    auto wanted = parts;
    wanted[0] = y;
    CHECK(packed == woven(wanted, rows, columns, stride, F(7)));

    // The gradients over the projection itself; one of them added to what is there.
    packed = projection;
    F dbeta2 = 0;
    og::backward(block, plain(dy), gate = of(packed, 0), up = of(packed, 1), beta = F(0.75), og::grad(up) = of(packed, 1),
                 og::grad(gate) += of(packed, 0), og::grad(beta) = dbeta2);
    for (std::size_t i = 0; i < size; ++i) dg[i] = g[i] + dg[i];
    wanted[0] = dg, wanted[1] = du;
    CHECK(packed == woven(wanted, rows, columns, stride, F(7)));
    CHECK(std::abs(dbeta2 - dbeta) <= 16 * std::numeric_limits<F>::epsilon() * size_of_terms);
}

std::string sentence(auto call) {
    try {
        call();
    } catch (std::invalid_argument const& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("interleaved operands and results are the plain ones, bit by bit") {
    for (std::size_t const columns : {1u, 2u, 15u, 16u, 17u, 64u, 100u, 511u, 512u, 513u, 1300u})
        for (std::size_t const gap : {0u, 3u}) {
            check<float>(2, 3, columns, gap);
            check<double>(2, 3, columns, gap);
            for (std::size_t const n : {3u, 4u, 5u}) {
                check<float>(n, 2, columns, gap);
                check<double>(n, 2, columns, gap);
            }
        }
}

TEST_CASE("rows of an interleaved matrix are reduced as others are") {
    std::size_t const rows = 3, columns = 1100;
    auto const g = wave<double>(rows * columns, 0.3), u = wave<double>(rows * columns, 0.9);
    auto packed = woven<double>({g, u}, rows, columns, 2 * columns, 0);
    std::vector<double> y(rows * columns);
    og::evaluate(og::softmax(gate) * up, og::matrix(y.data(), rows, columns),
                 gate = og::matrix(g.data(), rows, columns), up = og::matrix(u.data(), rows, columns));
    auto const m = og::matrix(packed.data(), rows, 2 * columns);
    og::evaluate(og::softmax(gate) * up, m.interleaved(1, 2), gate = m.interleaved(0, 2), up = m.interleaved(1, 2));
    CHECK(packed == woven<double>({g, y}, rows, columns, 2 * columns, 0));
}

TEST_CASE("a matrix and its views say how many rows and columns they have") {
    float values[12] = {};
    auto const m = og::matrix(values, 2, 5, 6);
    CHECK((m.rows() == 2 && m.columns() == 5));
    CHECK((m.interleaved(1, 2).rows() == 2 && m.interleaved(1, 2).columns() == 2));
}

TEST_CASE("views of interleaved views") {
    std::vector<float> v(4 * 24);
    auto const m = og::matrix(v.data(), 4, 24);
    auto const third = m.interleaved(2, 3);
    CHECK((third.column_count == 8 && third.column_stride == 3 && third.data == v.data() + 2));
    CHECK((third.columns(2, 5).data == v.data() + 8 && third.columns(2, 5).column_count == 3));
    CHECK((third.rows(1, 3).data == v.data() + 26 && third.rows(1, 3).row_count == 2));
    CHECK((third.interleaved(1, 2).data == v.data() + 5 && third.interleaved(1, 2).column_stride == 6));
    CHECK(third.interleaved(1, 2).column_count == 4);
    CHECK(m.columns(1, 6).interleaved(1, 2).column_count == 2);
    CHECK(m.columns(1, 6).interleaved(0, 2).column_count == 3);
    CHECK(sentence([&] { m.interleaved(2, 2); }).find("interleaved(2, 2)") != std::string::npos);
    CHECK(sentence([&] { third.columns(3, 9); }).find("columns(3, 9)") != std::string::npos);
    CHECK(sentence([&] { third.rows(3, 5); }).find("rows(3, 5)") != std::string::npos);
}

TEST_CASE("interleaved windows overlap where they share an element") {
    constexpr og::var<"x"> x;
    std::vector<float> v(8 * 40, 1.0f);
    auto const fine = [&](auto to, auto from) {
        auto const s = sentence([&] { og::evaluate(og::relu(x), to, x = from); });
        CHECK((s == "" || s.find("overlap") != std::string::npos));
        return s == "";
    };
    for (std::size_t const stride : {40u, 37u, 33u}) {  // stride % 2 and stride % 3 of every kind
        CAPTURE(stride);
        auto const m = og::matrix(v.data(), 8, 32, stride);
        CHECK(fine(m.interleaved(0, 2), m.interleaved(0, 2)));
        CHECK(fine(m.interleaved(0, 2), m.interleaved(1, 2)));
        CHECK(fine(m.interleaved(1, 2), m.interleaved(0, 2)));
        CHECK(fine(m.interleaved(2, 4), m.interleaved(3, 4)));
        CHECK(fine(m.columns(0, 16).interleaved(0, 2), m.columns(16, 32).interleaved(0, 2)));
        CHECK(fine(m.rows(0, 4).interleaved(1, 4), m.rows(4, 8).interleaved(1, 4)));
        CHECK(!fine(m.columns(0, 30).interleaved(0, 2), m.columns(2, 32).interleaved(0, 2)));
        CHECK(!fine(m.rows(0, 7).interleaved(0, 2), m.rows(1, 8).interleaved(0, 2)));
        CHECK(!fine(m.columns(0, 16).interleaved(0, 2), m.columns(0, 8)));
        CHECK(!fine(m.columns(8, 16), m.interleaved(1, 4)));
        CHECK(fine(m.columns(3, 4), m.interleaved(3, 32)));  // one column, exactly
        CHECK(!fine(m.rows(2, 3).columns(2, 18).interleaved(0, 2), m.rows(2, 3).columns(4, 20).interleaved(0, 2)));
        CHECK(fine(m.rows(2, 3).columns(2, 18).interleaved(0, 2), m.rows(2, 3).columns(3, 19).interleaved(0, 2)));
        CHECK(fine(m.rows(2, 3).columns(1, 17).interleaved(0, 2), m.columns(0, 32).interleaved(1, 2).rows(2, 3).columns(8, 16)));
    }
}
