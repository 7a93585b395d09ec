// Learns an activation from noisy samples of it: the slope of a PReLU and the beta of a swish, by gradient
// descent. The squared error and its gradients are formulas too; all three sums come out of one pass.

#include <ogive/ogive.hpp>

#include <cmath>
#include <cstddef>
#include <cstdio>
#include <random>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace model {

constexpr og::var<"x"> x;
constexpr og::var<"target"> target;
constexpr og::param<"alpha"> alpha;
constexpr og::param<"beta"> beta;

constexpr auto curve = og::prelu(x, alpha) + og::swish(x, beta);
constexpr auto loss = og::square(curve - target);

}  // namespace model

struct parameters {
    double alpha, beta;
};

struct samples {
    std::vector<double> x, y;
};

/// x is normal with deviation 2, y the curve with a little noise.
samples draw(std::size_t n, parameters truth, double noise) {
    std::mt19937_64 random(1);
    std::normal_distribution<double> normal;
    samples s{std::vector<double>(n), std::vector<double>(n)};
    for (double& x : s.x) x = 2 * normal(random);
    og::evaluate(model::curve, s.y, model::x = s.x, model::alpha = truth.alpha, model::beta = truth.beta);
    for (double& y : s.y) y += noise * normal(random);
    return s;
}

/// og::backward gives the same gradients, where the loss itself is not wanted.
parameters gradient_by_backward(samples const& data, parameters at) {
    using model::alpha, model::beta, model::target, model::x;
    parameters gradient{};
    og::backward(og::sum(model::loss), 1.0, x = data.x, target = data.y, alpha = at.alpha, beta = at.beta,
                 og::grad(alpha) = gradient.alpha, og::grad(beta) = gradient.beta);
    return gradient;
}

int main() {
    using model::alpha, model::beta, model::target, model::x;

    std::printf("curve          %s\n", og::to_text(model::curve).c_str());
    std::printf("loss           %s\n", og::to_text(model::loss).c_str());
    std::printf("  d/d alpha    %s\n", og::to_text(og::derivative(model::loss, alpha)).c_str());
    std::printf("  d/d beta     %s\n\n", og::to_text(og::derivative(model::loss, beta)).c_str());

    constexpr parameters truth{.alpha = 0.1, .beta = 1.7}, start{.alpha = 0.25, .beta = 1.0};
    constexpr std::size_t n = 100'000;
    constexpr double noise = 0.05;
    samples const data = draw(n, truth, noise);

    parameters now = start, gradient{};
    std::printf("step       loss     alpha      beta\n");
    constexpr int steps = 200;
    for (int step = 0; step <= steps; ++step) {
        double loss = 0;
        og::fuse(og::store(og::sum(model::loss), loss),
                 og::store(og::sum(og::derivative(model::loss, alpha)), gradient.alpha),
                 og::store(og::sum(og::derivative(model::loss, beta)), gradient.beta), x = data.x,
                 target = data.y, alpha = now.alpha, beta = now.beta);

        if (step % 20 == 0)
            std::printf("%4d  %9.6f  %8.5f  %8.5f\n", step, loss / double(n), now.alpha, now.beta);
        if (step < steps) {
            now.alpha -= 0.2 * gradient.alpha / double(n);
            now.beta -= 2.0 * gradient.beta / double(n);
        }
    }
    std::printf("truth%10.6f  %8.5f  %8.5f\n", noise * noise, truth.alpha, truth.beta);

    parameters const same = gradient_by_backward(data, now);
    std::printf("\ngradient at the end: by alpha %.6g, by beta %.6g; by og::backward: %.6g, %.6g\n",
                gradient.alpha, gradient.beta, same.alpha, same.beta);

    auto const near = [](double a, double b, double tolerance) { return std::abs(a - b) < tolerance; };
    if (!near(now.alpha, truth.alpha, 0.01) || !near(now.beta, truth.beta, 0.05)) {
        std::fprintf(stderr, "learn_activation: the parameters are still far from the truth\n");
        return 1;
    }
    if (!near(gradient.alpha, same.alpha, 1e-6) || !near(gradient.beta, same.beta, 1e-6)) {
        std::fprintf(stderr, "learn_activation: fuse and backward give different gradients\n");
        return 1;
    }
    return 0;
}
