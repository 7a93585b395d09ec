// Learns activations that approximate a function: a parabola as the largest of k lines (maxout), and GELU as a quotient
// of polynomials (PAU) that starts as a leaky ReLU. The squared error is a formula too; og::backward gives its
// gradients by all parameters in one pass.

#include <ogive/ogive.hpp>

#include <cmath>
#include <cstddef>
#include <cstdio>
#include <iostream>
#include <numbers>
#include <utility>
#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;
constexpr og::var<"target"> target;

// Parameters with a number in their name: slope0, slope1, ...
template <std::size_t K>
constexpr char slope_name[] = {'s', 'l', 'o', 'p', 'e', static_cast<char>('0' + K), '\0'};
template <std::size_t K>
constexpr char offset_name[] = {'o', 'f', 'f', 's', 'e', 't', static_cast<char>('0' + K), '\0'};
template <std::size_t K>
constexpr og::param<og::fixed_string(slope_name<K>)> slope;
template <std::size_t K>
constexpr og::param<og::fixed_string(offset_name<K>)> offset;
template <std::size_t K>
constexpr char coefficient_name[] = {'p', static_cast<char>('0' + K), '\0'};
template <std::size_t K>
constexpr og::param<og::fixed_string(coefficient_name<K>), og::parameters(og::pau)[K].start> coefficient;

/// n points from low to high, and the function there.
struct samples {
    std::vector<double> x, y;

    samples(std::size_t n, double low, double high, auto const& function) : x(n), y(n) {
        for (std::size_t i = 0; i < n; ++i) {
            x[i] = low + (high - low) * double(i) / double(n - 1);
            y[i] = function(x[i]);
        }
    }
};

/// Gradient descent with a step of its own for each parameter (Adam, arXiv:1412.6980).
class descent {
public:
    explicit descent(std::size_t parameters) : mean_(parameters), square_(parameters) {}

    void step(std::vector<double>& at, std::vector<double> const& gradient, double rate) {
        constexpr double keep_mean = 0.9, keep_square = 0.999;
        mean_left_ *= keep_mean;
        square_left_ *= keep_square;
        for (std::size_t k = 0; k < at.size(); ++k) {
            mean_[k] = keep_mean * mean_[k] + (1 - keep_mean) * gradient[k];
            square_[k] = keep_square * square_[k] + (1 - keep_square) * gradient[k] * gradient[k];
            at[k] -= rate * (mean_[k] / (1 - mean_left_)) / (std::sqrt(square_[k] / (1 - square_left_)) + 1e-12);
        }
    }

private:
    std::vector<double> mean_, square_;
    double mean_left_ = 1, square_left_ = 1;
};

/// Prints the root of the mean squared error as it falls, and returns the last.
template <class Curve, class... Param>
double learn(Curve curve, samples const& data, std::vector<double>& at, int steps, double rate, Param... param) {
    constexpr auto loss = og::square(Curve{} - target);
    descent descends(at.size());
    std::vector<double> gradient(at.size());

    return [&]<std::size_t... K>(std::index_sequence<K...>) {
        double rms = 0;
        std::printf("step   error\n");
        for (int step = 0; step <= steps; ++step) {
            if (step % (steps / 8) == 0) {
                double sum = 0;
                og::evaluate(og::sum(loss), sum, x = data.x, target = data.y, param = at[K]...);
                rms = std::sqrt(sum / double(data.x.size()));
                std::printf("%4d   %.6f\n", step, rms);
            }
            og::backward(og::sum(loss), 1 / double(data.x.size()), x = data.x, target = data.y, param = at[K]...,
                         og::grad(param) = gradient[K]...);
            descends.step(at, gradient, rate * (1 + std::cos(std::numbers::pi * step / steps)) / 2);
        }
        static_cast<void>(curve);
        return rms;
    }
    (std::index_sequence_for<Param...>{});
}

/// The largest of k lines: the tangents of a parabola, when they have been learned.
template <std::size_t... K>
double learn_maxout(std::index_sequence<K...>) {
    constexpr auto curve = og::maxout(slope<K> * x + offset<K>...);
    std::cout << "x^2 / 2 as " << og::to_text(curve) << "\n";

    samples const data(2001, -2, 2, [](double t) { return t * t / 2; });
    // A line that is nowhere the largest learns nothing, so each one is somewhere: they are tangents of x^2 / 4.
    constexpr auto at_first = [](std::size_t j) { return 2 * double(j) / double(sizeof...(K) - 1) - 1; };
    std::vector<double> at{at_first(K)..., (-at_first(K) * at_first(K))...};
    double const error = learn(curve, data, at, 4000, 0.02, slope<K>..., offset<K>...);
    constexpr std::size_t k = sizeof...(K);
    for (std::size_t j = 0; j < k; ++j) std::printf("  %9.5f x %+9.5f\n", at[j], at[k + j]);
    return error;
}

template <std::size_t... K>
double learn_pau(std::index_sequence<K...>) {
    constexpr auto curve = og::pau(x, coefficient<K>...);
    std::cout << "\ngelu as a quotient of polynomials, whose parameters are\n" << og::parameters(curve);

    samples const data(1001, -3, 3, og::gelu);
    std::vector<double> at{coefficient<K>.start...};
    return learn(curve, data, at, 8000, 0.01, coefficient<K>...);
}

int main() {
    double const lines = learn_maxout(std::make_index_sequence<5>{}),
                 quotient = learn_pau(std::make_index_sequence<10>{});

    // Five tangents of x^2 / 2 over [-2, 2], each 0.8 wide, are off by 0.8^2 / 8 at most.
    if (!(lines < 0.04) || !(quotient < 0.005)) {
        std::fprintf(stderr, "learned_activation: the error is still %g and %g\n", lines, quotient);
        return 1;
    }
}
