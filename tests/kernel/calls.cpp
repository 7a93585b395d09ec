// The forms of a call: options, policies, several results, rows, values per row.

#include <execution>

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"scale"> scale;
constexpr og::param<"w"> w;

std::vector<float> ramp(std::size_t n) {
    std::vector<float> v(n);
    for (std::size_t i = 0; i < n; ++i) v[i] = static_cast<float>(i % 13) * 0.5f - 3.0f;
    return v;
}

}  // namespace

// Options that say the same twice agree, those that contradict each other do not, wherever they stand.
template <class... Options>
constexpr bool agree = og::options_agree<og::detail::settings<og::simd::default_arch, Options...>>;
static_assert(agree<> && agree<og::pack<2>, og::fast, og::pack<2>, og::arch<xsimd::sse2>, og::fast>);
static_assert(!agree<og::fast, og::pack<2>, og::full> && !agree<og::pack<2>, og::fast, og::pack<1>>);
static_assert(!agree<og::full, og::arch<xsimd::sse2>, og::arch<xsimd::avx2>>);

TEST_CASE("options and policies change how it runs, not what comes out") {
    auto const in = ramp(1000);
    std::vector<float> plain(1000), other(1000);
    og::evaluate(og::tanh(x) * w, plain, x = in, w = 2.0f);
    auto const same = [&] {
        for (std::size_t i = 0; i < 1000; ++i)
            if (!(std::abs(plain[i] - other[i]) <= 1e-6f)) return false;
        return true;
    };
    og::evaluate<og::fast>(og::tanh(x) * w, other, x = in, w = 2.0f);
    CHECK(same());
    og::evaluate<og::pack<1>, og::full>(og::tanh(x) * w, other, x = in, w = 2);
    CHECK(same());
    og::evaluate<og::pack<8>>(std::execution::par, og::tanh(x) * w, other, w = 2.0, x = in);
    CHECK(same());
    og::fuse<og::arch<xsimd::sse2>>(std::execution::seq, og::store(og::tanh(x) * w, other), x = in, w = 2.0f);
    CHECK(same());
}

TEST_CASE("a name is bound to a constant too") {
    auto const in = ramp(20);
    std::vector<float> plain(20), other(20);
    og::evaluate(og::tanh(x) * w, plain, x = in, w = 0.5f);
    og::evaluate(og::tanh(x) * w, other, x = in, w = 0.5_c);
    CHECK(other == plain);
    static_assert((x * w)(x = 3.0f, w = og::c<2>) == 6);
}

TEST_CASE("fuse computes several results in one pass") {
    auto const in = ramp(77);
    std::vector<float> y(77), dy(77, 2.0f), dx(77, 1.0f);
    float sum = 10, mean = 0;
    constexpr og::var<"dy"> flow;
    og::fuse(og::store(og::square(x) * w, y), og::accumulate(og::derivative(og::square(x) * w, x) * flow, dx),
             og::accumulate(og::sum(x), sum), og::store(og::sum(x) / 77_c, mean), x = in, w = 3.0f, flow = dy);
    float total = 0;
    for (std::size_t i = 0; i < 77; ++i) {
        CHECK(y[i] == in[i] * in[i] * 3);
        CHECK(dx[i] == 1 + 12 * in[i]);
        total += in[i];
    }
    CHECK(sum == 10 + total);
    CHECK(mean == Approx(total / 77));
}

TEST_CASE("rows: one value per row as operand and as result, views of a matrix") {
    auto in = ramp(4 * 9);
    std::vector<float> const scales{1, 2, 3, 4};
    std::vector<float> sums(4), y(4 * 3), dscale(4), db(3), bias{1, 2, 3};
    auto const m = og::matrix(in.data(), 4, 9);
    auto const middle = m.columns(3, 6);
    og::fuse(og::store(og::row_sum(x * scale), sums), og::store(x * scale + w, og::matrix(y.data(), 4, 3)), x = middle,
             scale = og::per_row(scales), w = bias);
    og::backward(x * scale + w, 1.0f, x = middle, scale = og::per_row(scales), w = bias,
                 og::grad(scale) = og::per_row(dscale), og::grad(w) = db);
    for (std::size_t i = 0; i < 4; ++i) {
        float sum = 0, plain = 0;
        for (std::size_t j = 0; j < 3; ++j) {
            float const v = in[9 * i + 3 + j];
            CHECK(y[3 * i + j] == v * scales[i] + bias[j]);
            sum += v * scales[i];
            plain += v;
        }
        CHECK(sums[i] == Approx(sum).margin(1e-5));
        CHECK(dscale[i] == Approx(plain).margin(1e-5));
    }
    CHECK(db == std::vector<float>{4, 4, 4});
    CHECK(m.rows(1, 2).data == in.data() + 9);
}

TEST_CASE("row compositions that are in no catalogue get their gradients from the rules") {
    constexpr auto centred = x - og::row_sum(x) / og::row_sum(1_c);
    constexpr auto norm = centred / og::sqrt(og::row_sum(og::square(centred)) / og::row_sum(1_c) + 1e-5_c);
    constexpr og::var<"dy"> dy;
    std::vector<double> in(2 * 5), flow(2 * 5), dx(2 * 5), y(2 * 5);
    for (std::size_t i = 0; i < 10; ++i) in[i] = std::sin(3.0 * static_cast<double>(i)), flow[i] = std::cos(static_cast<double>(i));
    auto const at = [](std::vector<double>& v) { return og::matrix(v.data(), 2, 5); };
    og::backward(norm, at(flow), x = at(in), og::grad(x) = at(dx));
    for (std::size_t i = 0; i < 10; ++i) {
        double loss[2];
        for (int side = 0; side < 2; ++side) {
            auto moved = in;
            moved[i] += side ? 1e-6 : -1e-6;
            og::fuse(og::store(og::sum(norm * dy), loss[side]), x = at(moved), dy = at(flow));
        }
        CHECK(dx[i] == Approx((loss[1] - loss[0]) / 2e-6).margin(1e-6));
    }
}

TEST_CASE("the address of a result changes no bit, nor that of a sum") {
    auto const same = []<class F>(F) {
        constexpr std::size_t n = 9001, vector = 64 / sizeof(F), room = 8;
        std::vector<F> in(n + vector), y(n + vector + 2 * room), dx(n + vector), first(n), first_dx(n);
        F first_sum = 0;
        for (std::size_t off = 0; off <= vector; ++off) {
            for (std::size_t i = 0; i < n; ++i) in[off + i] = std::sin(static_cast<F>(i));
            std::span<F const> const from(in.data() + off, n);
            std::span<F> const to(y.data() + room + off, n), dto(dx.data() + vector - off, n);
            std::fill(y.begin(), y.end(), F(7));
            F sum = 0, dw = 0;
            og::fuse(og::store(x * w, to), og::store(og::sum(x * x), sum), x = from, w = F(3));
            og::backward(og::tanh(x * w), F(1), x = from, w = F(3), og::grad(x) = dto, og::grad(w) = dw);
            og::fuse(og::store(x * w, to), og::store(og::derivative(og::tanh(x), x), dto), x = from, w = F(3));
            if (off == 0)
                std::copy(to.begin(), to.end(), first.begin()), std::copy(dto.begin(), dto.end(), first_dx.begin()),
                    first_sum = sum + dw;
            REQUIRE(std::equal(to.begin(), to.end(), first.begin()));
            REQUIRE(std::equal(dto.begin(), dto.end(), first_dx.begin()));
            REQUIRE(sum + dw == first_sum);
            for (std::size_t i = 0; i < room; ++i) REQUIRE((y[off + i] == 7 && y[room + off + n + i] == 7));
        }
        for (std::size_t i = 0; i < n; ++i) REQUIRE(first[i] == std::sin(static_cast<F>(i)) * 3);
    };
    same(1.0f);
    same(1.0);
}

// Results that bypass the caches, of which the first and the last columns do not, and those that stand otherwise.
TEST_CASE("what is larger than the caches comes to the same bits") {
    std::size_t const n = og::detail::bytes_worth_bypassing / (2 * sizeof(float)) + 37;
    auto const expected = [](std::size_t i) { return static_cast<float>(i % 13) * 0.5f - 3.0f > 0 ? 2.0f : -1.0f; };
    auto const is_right = [&](float const* y) {
        for (std::size_t i = 0; i < n; ++i)
            if (y[i] != expected(i)) return false;
        return true;
    };
    constexpr auto e = og::where(x > 0_c, 2_c, -1_c);
    auto in = ramp(n);
    std::vector<float> out(n + 32, 7.0f), other(n + 32, 7.0f);

    for (unsigned const from : {0u, 5u, 16u}) {
        og::evaluate(e, std::span(out).subspan(from, n), x = in);
        CHECK(is_right(out.data() + from));
        CHECK((out[from + n] == 7.0f && (from == 0 || out[from - 1] == 7.0f)));
        std::fill(out.begin(), out.end(), 7.0f);
    }
    og::evaluate(std::execution::par, e, std::span(out).subspan(1, n), x = in);
    CHECK((is_right(out.data() + 1) && out[0] == 7.0f && out[n + 1] == 7.0f));

    // Two results, of which the second stands otherwise; then in the place of the operand.
    og::fuse(og::store(e, std::span(out).subspan(2, n)), og::store(e, std::span(other).subspan(9, n)), x = in);
    CHECK((is_right(out.data() + 2) && is_right(other.data() + 9) && other[8] == 7.0f && other[n + 9] == 7.0f));
    og::evaluate(e, in, x = in);
    CHECK(is_right(in.data()));
}

// Their last loop bypasses the caches, where rows stand at their alignment; a scratch row is kept apart then, up to a size.
TEST_CASE("so do rows that are larger than the caches") {
    constexpr std::size_t line = 16, spare = 64;
    std::size_t const n = og::detail::bytes_worth_bypassing / (2 * sizeof(float)) + 200000;
    std::vector<float> in(n + spare), out(n + spare), some(n / 16);
    for (std::size_t i = 0; i < in.size(); ++i) in[i] = static_cast<float>(i * 7919 % 1021) * 0.01f - 5.0f;
    // At a cache line, or so many floats behind one.
    auto const at_line = [](std::vector<float>& v, std::size_t behind) {
        return v.data() + (line - reinterpret_cast<std::uintptr_t>(v.data()) / sizeof(float) % line) + behind;
    };
    auto const is_as_in_parts = [&](auto e, std::size_t columns, std::size_t stride, std::size_t behind, auto const&... policy) {
        CAPTURE(og::to_text(e), columns, stride, behind);
        std::size_t const rows = n / stride, part = rows / 40 + 1;
        float const* const from = at_line(in, 0);
        float* const to = at_line(out, behind);
        std::fill(out.begin(), out.end(), 7.0f);
        og::evaluate(policy..., e, og::matrix(to, rows, columns, stride), x = og::matrix(from, rows, columns, stride));
        bool right = to[-1] == 7;
        for (std::size_t row = 0; row < rows; row += part) {
            std::size_t const count = std::min(part, rows - row);
            og::evaluate(e, og::matrix(some.data(), count, columns), x = og::matrix(from + row * stride, count, columns, stride));
            for (std::size_t r = 0; r < count; ++r) {
                float const* const y = to + (row + r) * stride;
                right = right && std::equal(y, y + columns, some.data() + r * columns) && (stride == columns || y[columns] == 7);
            }
        }
        CHECK(right);
    };
    is_as_in_parts(og::standardize(x), 1024, 1024, 0);
    is_as_in_parts(og::standardize(x), 1000, 1000, 0);
    is_as_in_parts(og::standardize(x), 1024, 1024, 3);
    is_as_in_parts(og::sigmoid(x), 1023, 1024, 0);
    is_as_in_parts(og::softmax(x), 1023, 1024, 0);
    is_as_in_parts(og::softmax(x), 20000, 20000, 0);
    is_as_in_parts(og::softmax(x), 100000, 100000, 0);
    is_as_in_parts(og::softmax(x), 1024, 1024, 0, std::execution::par);
}
