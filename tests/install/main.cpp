#include <ogive/ogive.hpp>

#include <cmath>
#include <cstddef>
#include <cstdio>
#include <vector>

namespace og = ogive;

int main() {
    constexpr og::var<"gate"> gate;
    constexpr og::var<"up">   up;

    std::vector<float> const g{-3.0f, -0.5f, 0.0f, 0.5f, 3.0f}, u{1.0f, 2.0f, 3.0f, 4.0f, 5.0f};
    std::vector<float>       y(g.size());
    og::evaluate(og::swiglu(gate, up), y, gate = g, up = u);

    for (std::size_t i = 0; i < y.size(); ++i) {
        double const x        = g[i];
        double const expected = x / (1.0 + std::exp(-x)) * u[i];
        if (!(std::abs(y[i] - expected) <= 1e-6 * std::abs(expected))) {
            std::printf("swiglu(%g, %g) gives %g, not %g\n", x, u[i], y[i], expected);
            return 1;
        }
    }
}
