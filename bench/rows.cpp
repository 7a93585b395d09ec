// Row operations beside loops written by hand: plain xsimd over math's exp, four vectors in flight, plain sums, for
// rows of a multiple of four vectors. The names are <operation>/<ogive|hand>/<rows>x<columns>; bench/pairs.sh makes the
// table.

#include <ogive/ogive.hpp>

#include <benchmark/benchmark.h>

#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;

struct buffers {
    std::size_t rows, columns;
    std::vector<float> x, y, dy, dx, mean, inverse;

    buffers(std::size_t r, std::size_t c) : rows(r), columns(c), mean(r), inverse(r) {
        std::mt19937 random(1);
        std::normal_distribution<float> normal;
        for (auto* v : {&x, &y, &dy, &dx}) v->resize(r * c);
        for (auto* v : {&x, &dy})
            for (auto& value : *v) value = normal(random);
    }
    auto matrix(std::vector<float>& v) { return og::matrix(v.data(), rows, columns); }
};

namespace by_hand {

using vector = xsimd::batch<float>;
constexpr std::size_t width = vector::size;

template <class Step>
[[gnu::always_inline]] inline void along(std::size_t columns, Step step) {
    for (std::size_t j = 0; j < columns; j += 4 * width)
        for (std::size_t k = 0; k < 4; ++k) step(j + k * width, k);
}
vector at(float const* p) { return vector::load_unaligned(p); }
float sum_of(vector const& v) {
    return ogive::simd::reduce(v, [](vector const& a, vector const& b) { return a + b; });
}
float largest_of(vector const& v) {
    return ogive::simd::reduce(v, [](vector const& a, vector const& b) { return xsimd::max(a, b); });
}

/// The sum of term(j) over a row.
template <class Term>
[[gnu::always_inline]] inline float sum(std::size_t columns, Term term) {
    vector s[4] = {vector(0), vector(0), vector(0), vector(0)};
    along(columns, [&](std::size_t j, std::size_t k) { s[k] += term(j); });
    return sum_of((s[0] + s[1]) + (s[2] + s[3]));
}

void softmax(buffers& m) {
    for (std::size_t i = 0; i < m.rows; ++i) {
        float const* const in = &m.x[i * m.columns];
        float* const out = &m.y[i * m.columns];
        vector high[4] = {at(in), at(in), at(in), at(in)};
        along(m.columns, [&](std::size_t j, std::size_t k) { high[k] = xsimd::max(high[k], at(in + j)); });
        vector const most(largest_of(xsimd::max(xsimd::max(high[0], high[1]), xsimd::max(high[2], high[3]))));
        vector const scale(1 / sum(m.columns, [&](std::size_t j) {
                               vector const e = ogive::math::exp(vector(at(in + j) - most));
                               e.store_unaligned(out + j);
                               return e;
                           }));
        along(m.columns, [&](std::size_t j, std::size_t) { (at(out + j) * scale).store_unaligned(out + j); });
    }
}

void softmax_backward(buffers& m) {  // from the saved output
    for (std::size_t i = 0; i < m.rows; ++i) {
        float const *const y = &m.y[i * m.columns], *const dy = &m.dy[i * m.columns];
        float* const dx = &m.dx[i * m.columns];
        vector const dot(sum(m.columns, [&](std::size_t j) { return at(y + j) * at(dy + j); }));
        along(m.columns, [&](std::size_t j, std::size_t) { (at(y + j) * (at(dy + j) - dot)).store_unaligned(dx + j); });
    }
}

void standardize(buffers& m) {
    for (std::size_t i = 0; i < m.rows; ++i) {
        float const* const in = &m.x[i * m.columns];
        float* const out = &m.y[i * m.columns];
        auto const n = static_cast<float>(m.columns);
        vector const mean(sum(m.columns, [&](std::size_t j) { return at(in + j); }) / n);
        float const variance = sum(m.columns,
                                   [&](std::size_t j) {
                                       vector const d = at(in + j) - mean;
                                       return d * d;
                                   }) /
                               n;
        vector const scale(1 / std::sqrt(variance + 1e-5f));
        along(m.columns, [&](std::size_t j, std::size_t) { ((at(in + j) - mean) * scale).store_unaligned(out + j); });
    }
}

void standardize_backward(buffers& m) {  // from the saved mean and reciprocal deviation
    for (std::size_t i = 0; i < m.rows; ++i) {
        float const *const in = &m.x[i * m.columns], *const dy = &m.dy[i * m.columns];
        float* const dx = &m.dx[i * m.columns];
        auto const n = static_cast<float>(m.columns);
        vector const mean(m.mean[i]), scale(m.inverse[i]);
        vector s[4] = {vector(0), vector(0), vector(0), vector(0)}, t[4] = {vector(0), vector(0), vector(0), vector(0)};
        along(m.columns, [&](std::size_t j, std::size_t k) {
            vector const d = at(dy + j);
            s[k] += d;
            t[k] = xsimd::fma(d, vector((at(in + j) - mean) * scale), t[k]);
        });
        vector const level(sum_of((s[0] + s[1]) + (s[2] + s[3])) / n);
        vector const slope(sum_of((t[0] + t[1]) + (t[2] + t[3])) / n);
        along(m.columns, [&](std::size_t j, std::size_t) {
            vector const normal = (at(in + j) - mean) * scale;
            (scale * (at(dy + j) - xsimd::fma(normal, slope, level))).store_unaligned(dx + j);
        });
    }
}

void rms_norm(buffers& m) {
    for (std::size_t i = 0; i < m.rows; ++i) {
        float const* const in = &m.x[i * m.columns];
        float* const out = &m.y[i * m.columns];
        float const squares = sum(m.columns, [&](std::size_t j) { return at(in + j) * at(in + j); });
        vector const scale(1 / std::sqrt(squares / static_cast<float>(m.columns) + 1e-5f));
        along(m.columns, [&](std::size_t j, std::size_t) { (at(in + j) * scale).store_unaligned(out + j); });
    }
}

void rms_norm_backward(buffers& m) {  // from x
    for (std::size_t i = 0; i < m.rows; ++i) {
        float const *const in = &m.x[i * m.columns], *const dy = &m.dy[i * m.columns];
        float* const dx = &m.dx[i * m.columns];
        auto const n = static_cast<float>(m.columns);
        vector s[4] = {vector(0), vector(0), vector(0), vector(0)}, t[4] = {vector(0), vector(0), vector(0), vector(0)};
        along(m.columns, [&](std::size_t j, std::size_t k) {
            vector const a = at(in + j);
            s[k] = xsimd::fma(a, a, s[k]);
            t[k] = xsimd::fma(a, at(dy + j), t[k]);
        });
        float const squares = sum_of((s[0] + s[1]) + (s[2] + s[3]));
        float const dot = sum_of((t[0] + t[1]) + (t[2] + t[3]));
        float const inverse = 1 / std::sqrt(squares / n + 1e-5f);
        vector const scale(inverse), back(dot / n * inverse * inverse * inverse);
        along(m.columns,
              [&](std::size_t j, std::size_t) { (at(dy + j) * scale - at(in + j) * back).store_unaligned(dx + j); });
    }
}

}  // namespace by_hand

namespace by_ogive {

void softmax(buffers& m) { og::evaluate(og::softmax(x), m.matrix(m.y), x = m.matrix(m.x)); }
void softmax_backward(buffers& m) {
    og::backward(og::softmax(x), m.matrix(m.dy), og::value(og::softmax(x)) = m.matrix(m.y),
                 og::grad(x) = m.matrix(m.dx));
}
void standardize(buffers& m) { og::evaluate(og::standardize(x), m.matrix(m.y), x = m.matrix(m.x)); }

constexpr auto mean = og::row_mean(x);
constexpr auto inverse = 1_c / og::sqrt(og::row_mean(og::square(x - mean)) + 1e-5_c);

void standardize_backward(buffers& m) {
    og::backward((x - mean) * inverse, m.matrix(m.dy), og::value(mean) = og::per_row(m.mean),
                 og::value(inverse) = og::per_row(m.inverse), x = m.matrix(m.x), og::grad(x) = m.matrix(m.dx));
}
void rms_norm(buffers& m) { og::evaluate(og::rms_norm(x, 1_c), m.matrix(m.y), x = m.matrix(m.x)); }
void rms_norm_backward(buffers& m) {
    og::backward(og::rms_norm(x, 1_c), m.matrix(m.dy), x = m.matrix(m.x), og::grad(x) = m.matrix(m.dx));
}

}  // namespace by_ogive

[[maybe_unused]] bool const added = [] {
    auto const add = [](std::string const& name, void (*pass)(buffers&)) {
        for (auto const& [rows, columns] : {std::pair(512, 128), std::pair(64, 1024), std::pair(4, 32000)})
            benchmark::RegisterBenchmark((name + "/" + std::to_string(rows) + "x" + std::to_string(columns)).c_str(),
                                         [pass, r = static_cast<std::size_t>(rows),
                                          c = static_cast<std::size_t>(columns)](benchmark::State& state) {
                                             buffers m(r, c);
                                             og::fuse(og::store(by_ogive::mean, m.mean),
                                                      og::store(by_ogive::inverse, m.inverse), x = m.matrix(m.x));
                                             by_ogive::softmax(m);
                                             for (auto _ : state) {
                                                 pass(m);
                                                 benchmark::ClobberMemory();
                                             }
                                         });
    };
#define BOTH(operation)                            \
    add(#operation "/ogive", by_ogive::operation); \
    add(#operation "/hand", by_hand::operation)
    BOTH(softmax);
    BOTH(softmax_backward);
    BOTH(standardize);
    BOTH(standardize_backward);
    BOTH(rms_norm);
    BOTH(rms_norm_backward);
    return true;
}();

}  // namespace
