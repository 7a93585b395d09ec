// Activations along a row against long double: values and gradients of ordinary rows, of +-1e30, of an offset, with
// -inf, of one column.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace og = ogive;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"label"> label;
constexpr og::param<"weight"> weight;
constexpr og::param<"bias"> bias;

using real = long double;
using row = std::vector<real>;

/// A row, what flows into it, its reference; `scale` and `gradient_scale`: how large the terms of the results are.
struct problem {
    row x, dy, weight, bias;
    std::size_t label = 0;
    row y, dx, dweight;
    real scale = 1, gradient_scale = 1;
};

real largest(row const& v) {
    real most = 0;
    for (real const a : v) most = std::max(most, std::isfinite(a) ? std::fabs(a) : 0);
    return most;
}

row softmax(row const& v) {
    real const most = *std::max_element(v.begin(), v.end());
    row y(v.size());
    real sum = 0;
    for (std::size_t i = 0; i < v.size(); ++i) sum += y[i] = std::exp(v[i] - (std::isfinite(most) ? most : 0));
    for (real& a : y) a = sum == 0 ? 0 : a / sum;
    return y;
}
real logsumexp(row const& v) {
    real const most = *std::max_element(v.begin(), v.end());
    if (!std::isfinite(most)) return most;
    real sum = 0;
    for (real const a : v) sum += std::exp(a - most);
    return most + std::log(sum);
}
real dot(row const& a, row const& b) {
    real sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

void softmax_reference(problem& p) {
    p.y = softmax(p.x);
    real const flow = dot(p.y, p.dy);
    for (std::size_t i = 0; i < p.x.size(); ++i) p.dx.push_back(p.y[i] * (p.dy[i] - flow));
    p.gradient_scale = largest(p.dy);
}
void softmin_reference(problem& p) {
    for (real& a : p.x) a = -a;
    softmax_reference(p);
    for (real& a : p.x) a = -a;
    for (real& a : p.dx) a = -a;
}
void log_softmax_reference(problem& p) {
    row const s = softmax(p.x), ones(p.x.size(), 1);
    real const flow = dot(p.dy, ones);
    real const all = logsumexp(p.x);
    for (std::size_t i = 0; i < p.x.size(); ++i) {
        p.y.push_back(std::isfinite(all) ? p.x[i] - all : -INFINITY);
        p.dx.push_back(p.dy[i] - s[i] * flow);
    }
    p.scale = 1 + largest(p.y);
    p.gradient_scale = largest(p.dy) * static_cast<real>(p.x.size());
}
void logsumexp_reference(problem& p) {
    p.y = {logsumexp(p.x)};
    for (real const s : softmax(p.x)) p.dx.push_back(p.dy[0] * s);
    p.scale = 1 + largest(p.y);
}
void cross_entropy_reference(problem& p) {
    row const s = softmax(p.x);
    real const most = *std::max_element(p.x.begin(), p.x.end());
    row shifted = p.x;
    for (real& a : shifted) a -= std::isfinite(most) ? most : 0;
    p.y = {(std::isfinite(most) ? logsumexp(shifted) : 0) - shifted[p.label]};
    for (std::size_t i = 0; i < p.x.size(); ++i) p.dx.push_back(p.dy[0] * (s[i] - (i == p.label ? 1 : 0)));
    p.scale = 1 + largest(p.y);
}
void norm_reference(problem& p, bool centre, bool weighted, bool shifted) {
    std::size_t const n = p.x.size();
    real mean = 0, size = 0, flow = 0, along = 0;
    for (real const a : p.x) mean += centre ? a / static_cast<real>(n) : 0;
    for (real const a : p.x) size += (a - mean) * (a - mean) / static_cast<real>(n);
    real const r = 1 / std::sqrt(size + 1e-5L);
    row hat(n), g(n);
    for (std::size_t i = 0; i < n; ++i) {
        hat[i] = (p.x[i] - mean) * r, g[i] = p.dy[i] * (weighted ? p.weight[i] : 1);
        flow += centre ? g[i] / static_cast<real>(n) : 0, along += g[i] * hat[i] / static_cast<real>(n);
    }
    for (std::size_t i = 0; i < n; ++i) {
        p.y.push_back(hat[i] * (weighted ? p.weight[i] : 1) + (shifted ? p.bias[i] : 0));
        p.dx.push_back(r * (g[i] - flow - hat[i] * along));
        p.dweight.push_back(p.dy[i] * hat[i]);
    }
    // x is rounded before its mean is taken off.
    p.scale = (1 + largest(p.x) * r) * 4, p.gradient_scale = r * largest(g) * p.scale;
}

enum class rows { ordinary, huge, offset, masked, all_masked };

template <class F>
problem make(rows kind, std::size_t columns, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> normal(0, 3);
    auto const rounded = [&](double v) { return static_cast<real>(static_cast<F>(v)); };
    problem p;
    for (std::size_t i = 0; i < columns; ++i) {
        double v = normal(random);
        if (kind == rows::huge) v = i % 3 == 0 ? 1e30 : i % 3 == 1 ? -1e30 : v;
        if (kind == rows::offset) v += 1000;
        if (kind == rows::all_masked || (kind == rows::masked && i % 3 == 0 && i + 1 < columns)) v = -INFINITY;
        p.x.push_back(rounded(v));
        p.dy.push_back(rounded(normal(random)));
        p.weight.push_back(rounded(1 + normal(random) / 8));
        p.bias.push_back(rounded(normal(random)));
    }
    p.label = columns / 2;
    return p;
}

template <class F>
std::vector<F> numbers(row const& v) {
    std::vector<F> n;
    for (real const a : v) n.push_back(static_cast<F>(a));
    return n;
}

template <class F>
void compare(std::string const& what, std::vector<F> const& got, row const& wanted, real scale) {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        CAPTURE(what, i, got[i], wanted[i], scale);
        auto const y = static_cast<real>(got[i]);
        bool const good = std::isfinite(wanted[i]) ? std::fabs(y - wanted[i]) <= 12 * scale * std::numeric_limits<F>::epsilon()
                                                   : y == wanted[i];
        CHECK(good);
    }
}

// Calls e on one row and hands out its value, and its gradients by x and by the weight.
template <class F, class E, class Reference, class... Bound>
void check(E e, Reference reference, bool one_per_row, rows kind, std::size_t columns) {
    CAPTURE(og::to_text(e), static_cast<int>(kind), columns, sizeof(F));
    problem p = make<F>(kind, columns, static_cast<unsigned>(columns));
    reference(p);
    auto in = numbers<F>(p.x), dy = numbers<F>(p.dy), w = numbers<F>(p.weight), b = numbers<F>(p.bias);
    std::vector<F> y(one_per_row ? 1 : columns), dx(columns), dw(columns);
    F const l[] = {static_cast<F>(p.label)};
    auto const m = og::matrix(in.data(), 1, columns);
    auto const run = [&](auto const&... more) {
        og::evaluate(e, y, x = m, more...);
        dy.resize(y.size());
        if constexpr (og::contains_v<decltype(og::param<"weight">{}), typename E::leaves>)
            og::backward(e, dy, x = m, more..., og::grad(x) = dx, og::grad(weight) = dw);
        else
            og::backward(e, dy, x = m, more..., og::grad(x) = dx);
    };
    if constexpr (og::contains_v<decltype(og::var<"label">{}), typename E::leaves>)
        run(label = og::per_row(l));
    else if constexpr (og::contains_v<decltype(og::param<"bias">{}), typename E::leaves>)
        run(weight = w, bias = b);
    else if constexpr (og::contains_v<decltype(og::param<"weight">{}), typename E::leaves>)
        run(weight = w);
    else
        run();
    compare("value", y, p.y, p.scale);
    compare("gradient", dx, p.dx, p.gradient_scale);
    if (og::contains_v<decltype(og::param<"weight">{}), typename E::leaves>)
        compare("gradient by the weight", dw, p.dweight, p.scale * largest(p.dy));
}

template <class E, class Reference>
void check_all(E e, Reference reference, bool one_per_row, std::vector<rows> const& kinds) {
    for (rows const kind : kinds)
        for (std::size_t const columns : {1u, 2u, 7u, 64u, 200u}) {
            check<float>(e, reference, one_per_row, kind, columns);
            check<double>(e, reference, one_per_row, kind, columns);
        }
}

}  // namespace

TEST_CASE("the softmax family is exact in every kind of row") {
    std::vector<rows> const all{rows::ordinary, rows::huge, rows::offset, rows::masked, rows::all_masked};
    check_all(og::softmax(x), softmax_reference, false, all);
    check_all(og::softmin(x), softmin_reference, false, {rows::ordinary, rows::huge, rows::offset});
    check_all(og::log_softmax(x), log_softmax_reference, false, all);
    check_all(og::logsumexp(x), logsumexp_reference, true, all);
    check_all(og::cross_entropy(x, label), cross_entropy_reference, true, all);
}

TEST_CASE("the norms are exact in every kind of row") {
    std::vector<rows> const all{rows::ordinary, rows::huge, rows::offset};
    check_all(og::rms_norm(x, weight), [](problem& p) { norm_reference(p, false, true, false); }, false, all);
    check_all(og::layer_norm(x, weight, bias), [](problem& p) { norm_reference(p, true, true, true); }, false, all);
    check_all(og::standardize(x), [](problem& p) { norm_reference(p, true, false, false); }, false, all);
}
