// bench_peers --accuracy: the largest error of each library's functions, against long double.

#include "peers.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <string>
#include <vector>

namespace {

using number = long double;

struct reference {
    char const* function;
    number (*value)(number);
};
number sigmoid(number x) { return 1 / (1 + std::exp(-x)); }
number softplus(number x) { return std::max(x, number(0)) + std::log1p(std::exp(-std::abs(x))); }

constexpr reference references[] = {
    {"relu", [](number x) { return std::max(x, number(0)); }},
    {"sigmoid", sigmoid},
    {"tanh", [](number x) { return std::tanh(x); }},
    {"silu", [](number x) { return x * sigmoid(x); }},
    {"swiglu", [](number x) { return x * sigmoid(x); }},  // the value that it multiplies is 1
    {"gelu", [](number x) { return x / 2 * std::erfc(-x / std::sqrt(number(2))); }},
    {"gelu_tanh", [](number x) { return x * sigmoid(2 * 0.797884560802865355879892L * (x + 0.044715L * x * x * x)); }},
    {"elu", [](number x) { return x > 0 ? x : std::expm1(x); }},
    {"mish", [](number x) { return x * std::tanh(softplus(x)); }},
    {"softplus", softplus},
};

/// In units of the last digit of the float nearest to `wanted`.
number error(float got, number wanted) {
    int exponent = 0;
    std::frexp(wanted, &exponent);
    number const digit = std::ldexp(number(1), std::max(exponent, std::numeric_limits<float>::min_exponent) - 24);
    return std::abs(got - wanted) / digit;
}

}  // namespace

void peers::print_accuracy(char const* function, char const* library, maker make) {
    auto const of = std::find_if(std::begin(references), std::end(references),
                                 [&](reference const& r) { return std::string(r.function) == function; });
    if (of == std::end(references)) return;
    constexpr std::size_t n = 1 << 16;
    std::vector<float> x(n), one(n, 1.0f), y(n), unused(n);
    for (std::size_t i = 0; i < n; ++i) x[i] = (static_cast<float>(i) - n / 2) * (20.0f / (n / 2));
    runner const run = make({1, n, x.data(), one.data(), one.data(), y.data(), unused.data()});
    if (!run) return;
    run();
    number largest = 0;
    for (std::size_t i = 0; i < n; ++i) largest = std::max(largest, error(y[i], of->value(x[i])));
    std::printf("%s,%s,%.2Lf\n", function, library, largest);
}
