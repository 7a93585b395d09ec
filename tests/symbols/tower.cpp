// limits: 16000000 16384
// 64 residual blocks on top of one another, forward and backward. Each uses the one below twice: a nested
// type would have 2^64 parts in its name.

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;
constexpr og::param<"w"> w;

template <int N>
constexpr auto tower() {
    if constexpr (N == 0) {
        return x * w;
    } else {
        constexpr auto p = tower<N - 1>();
        return p + og::tanh(p) * og::sigmoid(p);
    }
}

void run(std::vector<float> const& in, std::vector<float>& y, std::vector<float>& dx, float& dw) {
    og::evaluate(tower<64>(), y, x = in, w = 0.5f);
    og::backward(tower<64>(), y, x = in, w = 0.5f, og::grad(x) = dx, og::grad(w) = dw);
}
