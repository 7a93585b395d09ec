// Rows of any length: a value does not depend on where its column lies, nothing beside a row is read or written, and
// a reduction takes in what a row has and no more.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include <sys/mman.h>
#include <unistd.h>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"g"> g;

template <class F>
std::vector<F> wave(std::size_t n) {
    std::vector<F> v(n);
    for (std::size_t i = 0; i < n; ++i) v[i] = static_cast<F>(3 * std::sin(0.7 * static_cast<double>(i)));
    return v;
}

/// Two pages, the second of which nobody may touch: n values that end where it begins.
template <class F>
class at_the_edge {
public:
    explicit at_the_edge(std::size_t n)
        : n_(n), pages_(mmap(nullptr, 2 * page(), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)) {
        REQUIRE(pages_ != MAP_FAILED);
        REQUIRE(n * sizeof(F) <= page());
        REQUIRE(mprotect(static_cast<char*>(pages_) + page(), page(), PROT_NONE) == 0);
    }
    at_the_edge(at_the_edge const&) = delete;
    at_the_edge& operator=(at_the_edge const&) = delete;
    ~at_the_edge() { munmap(pages_, 2 * page()); }

    F* data() const { return reinterpret_cast<F*>(static_cast<char*>(pages_) + page()) - n_; }
    std::size_t size() const { return n_; }

private:
    static std::size_t page() { return static_cast<std::size_t>(sysconf(_SC_PAGESIZE)); }
    std::size_t n_;
    void* pages_;
};

std::size_t const lengths[] = {1,  2,  3,  4,  7,   8,   9,   15,  16,  17,  31, 33,
                               48, 63, 64, 65, 100, 127, 128, 129, 144, 200, 257};

}  // namespace

TEMPLATE_TEST_CASE("a value does not depend on where its column lies", "", float, double) {
    using F = TestType;
    auto const v = wave<F>(300);
    for (std::size_t const n : lengths) {
        at_the_edge<F> in(n), out(n);
        std::copy_n(v.begin(), n, in.data());
        auto const bits_of = [&](auto e) {
            og::evaluate(e, out, x = in);
            for (std::size_t i = 0; i < n; ++i) {
                F alone = 0;
                og::evaluate(e, og::matrix(&alone, 1, 1), x = og::matrix(in.data() + i, 1, 1));
                CAPTURE(n, i);
                CHECK(out.data()[i] == alone);
            }
        };
        bits_of(og::gelu(x));
        bits_of(og::silu(x));
        bits_of(og::exp(x) * x + og::tanh(x));
    }
}

TEMPLATE_TEST_CASE("nor does the rounding of a product that something is added to", "", float, double) {
    using F = TestType;
    std::size_t const n = 257;
    auto const v = wave<F>(2 * n);
    std::span<F const> const in(v.data(), n), other(v.data() + n, n);
    std::vector<F> out(n);
    auto const bits_of = [&](auto e) {
        og::evaluate(e, out, x = in, g = other);
        for (std::size_t i = 0; i < n; ++i) {
            F alone = 0;
            og::evaluate(e, og::matrix(&alone, 1, 1), x = og::matrix(&in[i], 1, 1), g = og::matrix(&other[i], 1, 1));
            CAPTURE(i);
            CHECK(out[i] == alone);
        }
    };
    bits_of(x * x + og::silu(g));  // the second name is read after the product
    bits_of(x * g + og::silu(g) * x);
}

TEMPLATE_TEST_CASE("a reduction takes in the columns of its row", "", float, double) {
    using F = TestType;
    for (std::size_t const n : lengths) {
        CAPTURE(n);
        // Beside each row stands what would be seen in any reduction.
        std::size_t const rows = 3, stride = n + 1;
        auto m = wave<F>(rows * stride);
        for (std::size_t r = 0; r < rows; ++r) m[r * stride + n] = F(1e6);
        std::vector<F> y(rows * stride, F(7)), sums(rows), largest(rows), smallest(rows);
        auto const of = [&](std::vector<F>& a) { return og::matrix(a.data(), rows, n, stride); };
        og::fuse(og::store(og::softmax(x), of(y)), og::store(og::row_sum(x), sums), og::store(og::row_max(x), largest),
                 og::store(og::row_min(x), smallest), x = of(m));
        for (std::size_t r = 0; r < rows; ++r) {
            F const* row = m.data() + r * stride;
            long double total = 0, exact = 0;
            for (std::size_t i = 0; i < n; ++i) total += std::exp(static_cast<long double>(row[i])), exact += row[i];
            for (std::size_t i = 0; i < n; ++i)
                CHECK(static_cast<double>(y[r * stride + i]) ==
                      Approx(static_cast<double>(std::exp(static_cast<long double>(row[i])) / total)).epsilon(1e-5));
            CHECK(static_cast<double>(sums[r]) == Approx(static_cast<double>(exact)).margin(1e-6));
            CHECK(largest[r] == *std::max_element(row, row + n));
            CHECK(smallest[r] == *std::min_element(row, row + n));
            CHECK(y[r * stride + n] == F(7));
        }
    }
}

TEMPLATE_TEST_CASE("a row with gaps between its columns ends where it ends", "", float, double) {
    using F = TestType;
    for (std::size_t const apart : {2u, 3u})
        for (std::size_t const n : lengths) {
            std::size_t const size = (n - 1) * apart + 1;
            if (size * sizeof(F) > 4096) continue;
            at_the_edge<F> in(size), out(size);
            auto const v = wave<F>(size);
            std::copy_n(v.begin(), size, in.data());
            std::fill_n(out.data(), size, F(7));
            og::evaluate(x + 1_c, og::matrix(out.data(), 1, size).interleaved(0, apart),
                         x = og::matrix(in.data(), 1, size).interleaved(0, apart));
            CAPTURE(n, apart);
            for (std::size_t i = 0; i < size; ++i) CHECK(out.data()[i] == (i % apart == 0 ? v[i] + 1 : F(7)));
        }
}

TEMPLATE_TEST_CASE("what is kept in the row of an output does not disturb what is read there", "", float, double) {
    using F = TestType;
    constexpr og::var<"u"> u;
    constexpr og::param<"bias"> bias;
    std::size_t const rows = 6;
    for (std::size_t const columns : {std::size_t(5), std::size_t(16), std::size_t(77), std::size_t(300)}) {
        auto const values = wave<F>(rows * columns), other = wave<F>(rows * columns + 1);
        auto const m = [&](auto& v) { return og::matrix(v.data(), rows, columns); };
        /// The call that writes to a matrix of its own, and over one that it reads.
        auto const agree = [&](auto const& call) {
            std::vector<F> from = values, apart(rows * columns), over = values;
            call(from, apart), call(over, over);
            CHECK(over == apart);
        };
        std::vector<F> const steady(other.begin(), other.begin() + static_cast<std::ptrdiff_t>(rows * columns)),
            weights(columns, F(0.5));
        agree([&](auto& in, auto& out) { og::evaluate(og::softmax(x), m(out), x = m(in)); });
        agree([&](auto& in, auto& out) { og::evaluate(og::softmax(x) * x, m(out), x = m(in)); });
        agree([&](auto& in, auto& out) {
            og::evaluate(og::softmax(og::silu(x) * u + bias) * u, m(out), x = m(in), u = m(steady), bias = weights);
        });
        agree([&](auto& in, auto& out) {
            og::evaluate(og::softmax(og::silu(x) * u) * u, m(out), x = m(steady), u = m(in));
        });
        agree([&](auto& dy, auto& out) { og::backward(og::softmax(x), m(dy), x = m(steady), og::grad(x) = m(out)); });
        agree([&](auto& in, auto& out) { og::backward(og::softmax(x), m(steady), x = m(in), og::grad(x) = m(out)); });
    }
}

TEMPLATE_TEST_CASE("a row does not depend on the rows beside it", "", float, double) {
    using F = TestType;
    constexpr og::param<"weight"> weight;
    constexpr og::param<"beta"> beta;
    constexpr og::var<"shift"> shift;
    constexpr auto logits = beta * x * weight + shift;
    constexpr auto block = og::where(og::row_max(logits) > 1_c, og::softmax(logits), logits / og::row_sum(og::exp(x)));
    for (std::size_t const columns : {1u, 2u, 5u, 8u, 15u, 16u, 17u, 24u, 32u, 33u})
        for (std::size_t const rows : {1u, 2u, 3u, 5u, 8u, 9u, 19u}) {
            CAPTURE(columns, rows);
            auto in = wave<F>(rows * columns), dy = wave<F>(rows * columns + 3), weights = wave<F>(columns + 9),
                 shifts = wave<F>(rows);
            dy.resize(rows * columns), weights.resize(columns);
            /// Values and gradients of the rows from `first` on.
            struct results {
                std::vector<F> y, largest, by_x, by_weight;
                F by_beta = 0, sum = 0;
            };
            auto const of = [&](std::size_t first, std::size_t count) {
                auto const part = [&](auto& v) { return og::matrix(v.data() + first * columns, count, columns); };
                results r{std::vector<F>(count * columns), std::vector<F>(count), std::vector<F>(count * columns),
                          std::vector<F>(columns)};
                auto const t = og::per_row(std::span(shifts).subspan(first, count));
                og::fuse(og::store(block, og::matrix(r.y.data(), count, columns)),
                         og::store(og::row_max(logits), r.largest), og::store(og::sum(og::row_max(logits)), r.sum),
                         x = part(in), weight = weights, beta = F(1.5), shift = t);
                og::backward(block, part(dy), x = part(in), weight = weights, beta = F(1.5), shift = t,
                             og::grad(x) = og::matrix(r.by_x.data(), count, columns), og::grad(weight) = r.by_weight,
                             og::grad(beta) = r.by_beta);
                return r;
            };
            results const all = of(0, rows);
            // Columns with gaps are never side by side.
            std::vector<F> apart(columns);
            og::backward(block, og::matrix(dy.data(), rows, columns),
                         x = og::matrix(in.data(), rows, columns).interleaved(0, 1), weight = weights, beta = F(1.5),
                         shift = og::per_row(shifts), og::grad(weight) = apart);
            for (std::size_t j = 0; j < columns; ++j)
                CHECK(static_cast<double>(all.by_weight[j]) ==
                      Approx(static_cast<double>(apart[j])).epsilon(1e-5).margin(1e-5));
            std::vector<double> by_weight(columns);
            double by_beta = 0, sum = 0;
            for (std::size_t i = 0; i < rows; ++i) {
                results const one = of(i, 1);
                auto const here = static_cast<std::ptrdiff_t>(i * columns),
                           next = here + static_cast<std::ptrdiff_t>(columns);
                CHECK(std::vector<F>(all.y.begin() + here, all.y.begin() + next) == one.y);
                CHECK(std::vector<F>(all.by_x.begin() + here, all.by_x.begin() + next) == one.by_x);
                CHECK(all.largest[i] == one.largest[0]);
                for (std::size_t j = 0; j < columns; ++j) by_weight[j] += static_cast<double>(one.by_weight[j]);
                by_beta += static_cast<double>(one.by_beta), sum += static_cast<double>(one.sum);
            }
            for (std::size_t j = 0; j < columns; ++j)
                CHECK(static_cast<double>(all.by_weight[j]) == Approx(by_weight[j]).epsilon(1e-5).margin(1e-5));
            CHECK(static_cast<double>(all.sum) == Approx(sum).epsilon(1e-5));
            CHECK(static_cast<double>(all.by_beta) == Approx(by_beta).epsilon(1e-5).margin(1e-5));
        }
}
