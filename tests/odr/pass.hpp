#pragma once
// The same calls in every translation unit, each compiled with flags of its own: what they share must
// be safe to share.

#include <ogive/ogive.hpp>

#include <vector>

namespace odr {

namespace og = ogive;

inline constexpr og::var<"x"> x;
inline constexpr og::param<"bias"> bias;
inline constexpr auto formula = og::softmax(og::gelu(x) + bias);

struct results {
    std::vector<float> y, dx, dbias;
    bool threw = false;
};

inline std::vector<float> input() {
    std::vector<float> v(50);
    for (std::size_t i = 0; i < v.size(); ++i) v[i] = static_cast<float>(i % 7) - 3.0f;
    return v;
}

}  // namespace odr

// Each translation unit defines one of these.
#define ODR_PASS(name)                                                                                             \
    odr::results name() {                                                                                          \
        using namespace odr;                                                                                       \
        results r;                                                                                                 \
        auto const values = input();                                                                               \
        std::vector<float> const biases(10, 0.25f);                                                                \
        r.y.resize(50), r.dx.resize(50), r.dbias.resize(10);                                                       \
        auto const in = og::matrix(values.data(), 5, 10);                                                          \
        og::evaluate(formula, og::matrix(r.y.data(), 5, 10), x = in, bias = biases);                               \
        og::backward(formula, in, x = in, bias = biases, og::grad(x) = og::matrix(r.dx.data(), 5, 10),             \
                     og::grad(bias) = r.dbias);                                                                    \
        try {                                                                                                      \
            og::evaluate(formula, og::matrix(r.y.data(), 5, 10), x = og::matrix(values.data(), 4, 10),             \
                         bias = biases);                                                                           \
        } catch (std::invalid_argument const&) {                                                                   \
            r.threw = true;                                                                                        \
        }                                                                                                          \
        return r;                                                                                                  \
    }
