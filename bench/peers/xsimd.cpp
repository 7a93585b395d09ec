// Loops over plain xsimd, four vectors in flight.

#include "peers.hpp"

#include <xsimd/xsimd.hpp>

namespace {

using peers::problem, peers::runner;
using batch = xsimd::batch<float>;

template <class F>
void offer(char const* function, F) {
    peers::offer(function, "xsimd", [](problem const& p) -> runner {
        if (p.size() % (4 * batch::size) != 0) return {};
        return [p] {
            for (std::size_t i = 0; i < p.size(); i += 4 * batch::size)
                for (std::size_t k = i; k < i + 4 * batch::size; k += batch::size)
                    F{}(batch::load_unaligned(p.x + k), batch::load_unaligned(p.up + k),
                        batch::load_unaligned(p.dy + k))
                        .store_unaligned(p.y + k);
        };
    });
}
batch sigmoid(batch const& x) { return 1.0f / (1.0f + xsimd::exp(-x)); }
batch normal_cdf(batch const& x) { return 0.5f * (1.0f + xsimd::erf(x * 0.70710678f)); }

[[maybe_unused]] bool const offered = [] {
    offer("relu", [](batch const& x, batch const&, batch const&) { return xsimd::max(x, batch(0.0f)); });
    offer("sigmoid", [](batch const& x, batch const&, batch const&) { return sigmoid(x); });
    offer("tanh", [](batch const& x, batch const&, batch const&) { return xsimd::tanh(x); });
    offer("silu", [](batch const& x, batch const&, batch const&) { return x * sigmoid(x); });
    offer("gelu", [](batch const& x, batch const&, batch const&) { return x * normal_cdf(x); });
    offer("gelu_tanh", [](batch const& x, batch const&, batch const&) {
        return 0.5f * x * (1.0f + xsimd::tanh(0.7978845608f * (x + 0.044715f * x * x * x)));
    });
    offer("elu",
          [](batch const& x, batch const&, batch const&) { return xsimd::select(x > 0.0f, x, xsimd::expm1(x)); });
    offer("mish",
          [](batch const& x, batch const&, batch const&) { return x * xsimd::tanh(xsimd::log1p(xsimd::exp(x))); });
    offer("softplus", [](batch const& x, batch const&, batch const&) { return xsimd::log1p(xsimd::exp(x)); });
    offer("swiglu", [](batch const& x, batch const& up, batch const&) { return x * sigmoid(x) * up; });
    offer("silu_backward", [](batch const& x, batch const&, batch const& dy) {
        batch const s = sigmoid(x);
        return dy * s * (1.0f + x * (1.0f - s));
    });
    offer("gelu_backward", [](batch const& x, batch const&, batch const& dy) {
        return dy * (normal_cdf(x) + x * 0.3989422804f * xsimd::exp(-0.5f * x * x));
    });
    return true;
}();

}  // namespace
