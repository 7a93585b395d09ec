#pragma once
// The yardstick: loops as an engineer writes them by hand, plain xsimd over Ogive's mathematical
// functions and no other header of it, with several vectors in flight; gradients worked out by hand.

#include <ogive/math/math.hpp>
#include <ogive/simd/vocabulary.hpp>

#include <cstddef>
#include <utility>

#define HAND_INLINE [[gnu::always_inline]] inline

namespace hand_written {

namespace math = ogive::math;

template <class F>
using vector = xsimd::batch<F>;

/// A pack of vectors, and operations on all of them before the next operation.
template <class F, int N>
struct pack {
    vector<F> v[N];
};

template <class F, int... U>
HAND_INLINE pack<F, sizeof...(U)> load(F const* p, std::integer_sequence<int, U...>) {
    return {{vector<F>::load_unaligned(p + U * vector<F>::size)...}};
}
template <class F, int... U>
HAND_INLINE void store(F* p, pack<F, sizeof...(U)> const& x, std::integer_sequence<int, U...>) {
    (x.v[U].store_unaligned(p + U * vector<F>::size), ...);
}
/// The pack of op(0), op(1), ...
template <class F, class Op, int... U>
HAND_INLINE pack<F, sizeof...(U)> each(std::integer_sequence<int, U...>, Op op) {
    return {{op(U)...}};
}

/// Runs body(offset, sequence) over n values; n is a multiple of N vectors.
template <int N, class F, class Body>
HAND_INLINE void over(std::size_t n, Body body) {
    for (std::size_t i = 0; i < n; i += N * vector<F>::size) body(i, std::make_integer_sequence<int, N>{});
}

#define HAND_OP(...) [&](__VA_ARGS__) __attribute__((always_inline))

/// y = silu(x)
template <int N, class F>
[[gnu::noinline]] void silu(std::size_t n, F const* x, F* y) {
    over<N, F>(n, HAND_OP(std::size_t i, auto u) {
        auto const a = load(x + i, u);
        store(y + i, each<F>(u, HAND_OP(int k) { return math::silu(a.v[k]); }), u);
    });
}

/// dx = dy silu'(x)
template <int N, class F>
[[gnu::noinline]] void silu_backward(std::size_t n, F const* x, F const* dy, F* dx) {
    over<N, F>(n, HAND_OP(std::size_t i, auto u) {
        auto const a = load(x + i, u), d = load(dy + i, u);
        auto const slope = each<F>(u, HAND_OP(int k) { return math::silu_derivative(a.v[k]); });
        store(dx + i, each<F>(u, HAND_OP(int k) { return d.v[k] * slope.v[k]; }), u);
    });
}

/// y = silu(gate) up
template <int N, class F>
[[gnu::noinline]] void swiglu(std::size_t n, F const* gate, F const* up, F* y) {
    over<N, F>(n, HAND_OP(std::size_t i, auto u) {
        auto const g = load(gate + i, u), b = load(up + i, u);
        auto const s = each<F>(u, HAND_OP(int k) { return math::silu(g.v[k]); });
        store(y + i, each<F>(u, HAND_OP(int k) { return s.v[k] * b.v[k]; }), u);
    });
}

/// dgate = dy up silu'(gate), dup = dy silu(gate)
template <int N, class F>
[[gnu::noinline]] void swiglu_backward(std::size_t n, F const* gate, F const* up, F const* dy, F* dgate, F* dup) {
    over<N, F>(n, HAND_OP(std::size_t i, auto u) {
        auto const g = load(gate + i, u), b = load(up + i, u), d = load(dy + i, u);
        auto const value = each<F>(u, HAND_OP(int k) { return math::silu(g.v[k]); });
        auto const slope = each<F>(u, HAND_OP(int k) { return math::silu_derivative(g.v[k]); });
        store(dgate + i, each<F>(u, HAND_OP(int k) { return d.v[k] * b.v[k] * slope.v[k]; }), u);
        store(dup + i, each<F>(u, HAND_OP(int k) { return d.v[k] * value.v[k]; }), u);
    });
}

/// y = x + gelu(x)
template <int N, class F>
[[gnu::noinline]] void residual_gelu(std::size_t n, F const* x, F* y) {
    over<N, F>(n, HAND_OP(std::size_t i, auto u) {
        auto const a = load(x + i, u);
        auto const p = each<F>(u, HAND_OP(int k) { return math::gelu(a.v[k]); });
        store(y + i, each<F>(u, HAND_OP(int k) { return a.v[k] + p.v[k]; }), u);
    });
}

/// dx = dy (1 + gelu'(x))
template <int N, class F>
[[gnu::noinline]] void residual_gelu_backward(std::size_t n, F const* x, F const* dy, F* dx) {
    vector<F> const one(F(1));
    over<N, F>(n, HAND_OP(std::size_t i, auto u) {
        auto const a = load(x + i, u), d = load(dy + i, u);
        auto const p = each<F>(u, HAND_OP(int k) { return math::gelu_derivative(a.v[k]); });
        auto const slope = each<F>(u, HAND_OP(int k) { return one + p.v[k]; });
        store(dx + i, each<F>(u, HAND_OP(int k) { return d.v[k] * slope.v[k]; }), u);
    });
}

}  // namespace hand_written
