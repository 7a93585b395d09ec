// What activations along a row are, in double by libm alone, and how far the loops are from it.

#include "rows.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <numeric>

namespace {

/// A row, its results and what flows to it, and the largest of the terms that each is made of.
struct row {
    std::size_t n;
    std::vector<double> x, dy, value, gradient;
    double value_term = 0, gradient_term = 0;

    explicit row(std::size_t columns) : n(columns), x(n), dy(n), value(n), gradient(n) {}
};

double largest(std::vector<double> const& all) {
    double most = 0;
    for (double const one : all) most = std::fmax(most, std::fabs(one));
    return most;
}
double product(std::vector<double> const& a, std::vector<double> const& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}
double sum(std::vector<double> const& a) { return std::accumulate(a.begin(), a.end(), 0.0); }

/// The softmax of sign x, the largest of sign x, and the logarithm of the sum of e^(sign x - largest).
struct exponentials {
    std::vector<double> softmax;
    double most, log_of_sum;
};
exponentials exponentials_of(std::vector<double> const& x, double sign) {
    exponentials e{x, 0, 0};
    for (double& one : e.softmax) one *= sign;
    auto const first = std::max_element(e.softmax.begin(), e.softmax.end());
    e.most = *first;
    double rest = 0;
    for (auto at = e.softmax.begin(); at != e.softmax.end(); ++at) {
        *at = std::exp(*at - e.most);
        if (at != first) rest += *at;
    }
    for (double& one : e.softmax) one /= 1 + rest;
    e.log_of_sum = std::log1p(rest);
    return e;
}

/// The sum of the exponentials has a 1 in it, which rounds off what the others add to its logarithm.
constexpr double one_of_sum = 1;

template <int Sign>
void softmax(row& r) {
    exponentials const e = exponentials_of(r.x, Sign);
    r.value = e.softmax, r.value_term = largest(r.value);
    double const mean = product(e.softmax, r.dy);
    for (std::size_t i = 0; i < r.n; ++i) {
        r.gradient[i] = Sign * e.softmax[i] * (r.dy[i] - mean);
        double const exponent = std::fmax(1, e.most - Sign * r.x[i]);  // it is rounded too
        r.gradient_term =
            std::fmax(r.gradient_term, e.softmax[i] * exponent * std::fmax(std::fabs(r.dy[i]), std::fabs(mean)));
    }
}
void log_softmax(row& r) {
    exponentials const e = exponentials_of(r.x, 1);
    double const flow = sum(r.dy);
    for (std::size_t i = 0; i < r.n; ++i) {
        r.value[i] = r.x[i] - e.most - e.log_of_sum;
        r.gradient[i] = r.dy[i] - e.softmax[i] * flow;
    }
    r.value_term = largest(r.value);
    r.gradient_term = std::fmax(largest(r.dy), largest(e.softmax) * std::fabs(flow));
}
void logsumexp(row& r) {
    exponentials const e = exponentials_of(r.x, 1);
    double const flow = sum(r.dy);
    for (std::size_t i = 0; i < r.n; ++i) r.value[i] = e.most + e.log_of_sum, r.gradient[i] = e.softmax[i] * flow;
    r.value_term = std::fmax(one_of_sum, std::fmax(std::fabs(e.most), e.log_of_sum));
    r.gradient_term = largest(r.gradient);
}
/// By the label 0.
void cross_entropy(row& r) {
    exponentials const e = exponentials_of(r.x, 1);
    double const flow = sum(r.dy);
    for (std::size_t i = 0; i < r.n; ++i) {
        r.value[i] = e.log_of_sum + (e.most - r.x[0]);
        r.gradient[i] = (e.softmax[i] - (i == 0 ? 1 : 0)) * flow;
    }
    r.value_term = std::fmax(one_of_sum, largest(r.value));
    r.gradient_term = std::fabs(flow);
}
/// Of the row less so much.
void normalised(row& r, double less) {
    constexpr double eps = static_cast<double>(1e-5f);
    double const n = static_cast<double>(r.n);
    for (std::size_t i = 0; i < r.n; ++i) r.value[i] = r.x[i] - less;
    double const scale = 1 / std::sqrt(product(r.value, r.value) / n + eps);
    for (double& one : r.value) one *= scale;
    double const along = product(r.value, r.dy) / n;
    for (std::size_t i = 0; i < r.n; ++i) r.gradient[i] = scale * (r.dy[i] - r.value[i] * along);
    r.value_term = scale * std::fmax(largest(r.x), std::fabs(less));
    r.gradient_term = scale * largest(r.dy) * std::fmax(1, r.value_term);
}
void rms_norm(row& r) { normalised(r, 0); }
void standardize(row& r) {
    double const n = static_cast<double>(r.n);
    normalised(r, sum(r.x) / n);
    double const mean = sum(r.gradient) / n;
    for (double& one : r.gradient) one -= mean;
}

struct row_reference {
    std::string_view name;
    void (*at)(row&);
};
constexpr row_reference references_of_rows[] = {
    {"softmax", softmax<1>},      {"softmin", softmax<-1>},    {"log_softmax", log_softmax},
    {"logsumexp", logsumexp},     {"rms_norm", rms_norm},      {"cross_entropy", cross_entropy},
    {"standardize", standardize}, {"layer_norm", standardize},
};
/// What is no failure, in units of 2^-24 of the largest term.
constexpr double most_units = 6;

row_reference const* reference_of(std::string_view name) {
    for (row_reference const& r : references_of_rows)
        if (r.name == name) return &r;
    return nullptr;
}

constexpr std::size_t lengths[] = {1, 2, 3, 7, 16, 64, 257, 1000};
constexpr std::uint64_t rows_of_each = std::uint64_t{1} << 18;

/// Numbers from -1 to 1 by their place.
double number(std::uint64_t place) {
    std::uint64_t z = (place + 1) * 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return static_cast<double>(static_cast<std::int64_t>(z ^ (z >> 31)) >> 10) * 0x1p-53;
}

struct worst_row {
    double error = 0;
    std::size_t columns = 0;
    void add(std::vector<float> const& got, std::vector<double> const& exact, double term) {
        double const unit = std::fmax(0x1p-24 * term, 0x1p-149);
        for (std::size_t i = 0; i < got.size(); ++i) {
            double const away = std::fabs(static_cast<double>(got[i]) - exact[i]) / unit;
            if (!(away <= error)) error = away == away ? away : HUGE_VAL, columns = got.size();
        }
    }
};

/// Row number `which` of so many columns: up to 2^6, down to 2^-10; one of four about a number of its own. What flows
/// to it flows to its first column.
row sampled(std::uint64_t which, std::size_t columns) {
    row r(columns);
    std::uint64_t const place = which * 4096 + columns * (std::uint64_t{1} << 40);
    double const size = std::exp2(8 * number(place) - 2), about = which % 4 == 0 ? 4 * size * number(place + 1) : 0;
    for (std::size_t i = 0; i < columns; ++i)
        r.x[i] = static_cast<double>(static_cast<float>(about + size * number(place + 2 + i)));
    r.dy[0] = 1;
    return r;
}

bool print(row_kernel const& k, char const* dash, worst_row const& w) {
    std::printf("| %.*s%s | float | full | %.*s | %.2f | %zu columns |\n", static_cast<int>(k.function.size()),
                k.function.data(), dash, static_cast<int>(k.arch.size()), k.arch.data(), w.error, w.columns);
    if (w.error <= most_units) return true;
    std::fprintf(stderr, "%.*s%s: more than %g units\n", static_cast<int>(k.function.size()), k.function.data(), dash,
                 most_units);
    return false;
}

}  // namespace

bool measure_rows(std::vector<row_kernel> const& all, options const& o) {
    if (all.empty()) return true;
    std::printf(
        "\n| function | type | accuracy | instruction set | max error | at |\n| --- | --- | --- | --- | --- | --- |\n");
    bool good = true;
    for (row_kernel const& k : all) {
        row_reference const* const reference = reference_of(k.function);
        if (!reference) {
            std::fprintf(stderr, "%.*s has no reference\n", static_cast<int>(k.function.size()), k.function.data());
            continue;
        }
        worst_row value, gradient;
        for (std::size_t const columns : lengths)
            for (std::uint64_t which = 0; which < rows_of_each; which += o.step) {
                row r = sampled(which, columns);
                reference->at(r);
                std::vector<float> const x(r.x.begin(), r.x.end()), dy(r.dy.begin(), r.dy.end());
                std::vector<float> y(columns), dx(columns);
                k.run(x.data(), dy.data(), y.data(), dx.data(), 1, columns);
                value.add(y, r.value, r.value_term);
                gradient.add(dx, r.gradient, r.gradient_term);
            }
        good &= print(k, "", value);
        good &= print(k, "'", gradient);
        std::fflush(stdout);
    }
    return good;
}
