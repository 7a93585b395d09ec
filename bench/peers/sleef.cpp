// Loops over SLEEF's vector functions, within 1.0 ULP, four vectors in flight.

#include "peers.hpp"

#include <immintrin.h>
#include <sleef.h>

namespace {

using peers::problem, peers::runner;

#if defined(__AVX512F__)
using vector = __m512;
constexpr std::size_t lanes = 16;
vector load(float const* p) { return _mm512_loadu_ps(p); }
void store(float* p, vector v) { _mm512_storeu_ps(p, v); }
vector exp_of(vector v) { return Sleef_expf16_u10(v); }
vector tanh_of(vector v) { return Sleef_tanhf16_u10(v); }
vector erf_of(vector v) { return Sleef_erff16_u10(v); }
vector log1p_of(vector v) { return Sleef_log1pf16_u10(v); }
vector expm1_of(vector v) { return Sleef_expm1f16_u10(v); }
#else
using vector = __m256;
constexpr std::size_t lanes = 8;
vector load(float const* p) { return _mm256_loadu_ps(p); }
void store(float* p, vector v) { _mm256_storeu_ps(p, v); }
vector exp_of(vector v) { return Sleef_expf8_u10(v); }
vector tanh_of(vector v) { return Sleef_tanhf8_u10(v); }
vector erf_of(vector v) { return Sleef_erff8_u10(v); }
vector log1p_of(vector v) { return Sleef_log1pf8_u10(v); }
vector expm1_of(vector v) { return Sleef_expm1f8_u10(v); }
#endif

template <class F>
void offer(char const* function, F) {
    peers::offer(function, "SLEEF", [](problem const& p) -> runner {
        if (p.size() % (4 * lanes) != 0) return {};
        return [p] {
            for (std::size_t i = 0; i < p.size(); i += 4 * lanes)
                for (std::size_t k = i; k < i + 4 * lanes; k += lanes)
                    store(p.y + k, F{}(load(p.x + k), load(p.up + k)));
        };
    });
}
vector sigmoid(vector x) { return 1.0f / (1.0f + exp_of(-x)); }

[[maybe_unused]] bool const offered = [] {
    offer("sigmoid", [](vector x, vector) { return sigmoid(x); });
    offer("tanh", [](vector x, vector) { return tanh_of(x); });
    offer("silu", [](vector x, vector) { return x * sigmoid(x); });
    offer("gelu", [](vector x, vector) { return 0.5f * x * (1.0f + erf_of(x * 0.70710678f)); });
    offer("gelu_tanh",
          [](vector x, vector) { return 0.5f * x * (1.0f + tanh_of(0.7978845608f * (x + 0.044715f * x * x * x))); });
    offer("elu", [](vector x, vector) { return x > 0.0f ? x : expm1_of(x); });
    offer("softplus", [](vector x, vector) { return log1p_of(exp_of(x)); });
    offer("mish", [](vector x, vector) { return x * tanh_of(log1p_of(exp_of(x))); });
    offer("swiglu", [](vector x, vector up) { return x * sigmoid(x) * up; });
    return true;
}();

}  // namespace
