#pragma once
// The kernels of an activation. All of it between two products is one Ogive expression: bias, activation, gate,
// residual connection and rms_norm; one pass forward, one backward.

#include "kernel.hpp"

#include <ogive/ogive.hpp>

#include <span>
#include <tuple>
#include <utility>

namespace train {

namespace og = ogive;
using namespace og::literals;

namespace names {

constexpr og::var<"skip"> skip;
constexpr og::param<"weight"> weight;
constexpr og::var<"dnormed"> dnormed;
constexpr og::var<"dhidden"> dhidden;

// The products side by side, their biases, and the learned parameters of an activation.
constexpr std::tuple<og::var<"z0">, og::var<"z1">, og::var<"z2">, og::var<"z3">> z;
constexpr std::tuple<og::param<"b0">, og::param<"b1">, og::param<"b2">, og::param<"b3">> b;
constexpr std::tuple<og::param<"p0">, og::param<"p1">, og::param<"p2">, og::param<"p3">, og::param<"p4">,
                     og::param<"p5">, og::param<"p6">, og::param<"p7">, og::param<"p8">, og::param<"p9">>
    p;

}  // namespace names

inline constexpr std::size_t most_pieces = std::tuple_size_v<decltype(names::z)>;

/// The kernels of F with Pieces arguments that are products and Learned that are parameters, each one value for all or
/// one for each column.
template <class F, std::size_t Pieces, std::size_t Learned, bool PerColumn = false>
class formulas {
    using pieces = std::make_index_sequence<Pieces>;
    using learned = std::make_index_sequence<Learned>;

    template <std::size_t... I, std::size_t... K>
    static constexpr auto activated(std::index_sequence<I...>, std::index_sequence<K...>) {
        return F{}(std::get<I>(names::z) + std::get<I>(names::b)..., std::get<K>(names::p)...);
    }

    static constexpr auto plain = activated(pieces{}, learned{});
    static constexpr auto residual = names::skip + plain;
    template <class E>
    static constexpr auto norm(E hidden) {
        return og::rms_norm(hidden, names::weight);
    }

    template <class T>
    static auto matrix(T* data, auto const& call) {
        return og::matrix(data, call.rows, call.width);
    }
    template <class T>
    static auto column(T* data, auto const& call, std::size_t k = 0) {
        return std::span<T>(data + k * call.width, call.width);
    }

    template <class T>
    static decltype(auto) parameter(T* data, auto const& call, std::size_t k) {
        if constexpr (PerColumn)
            return column(data, call, k);
        else
            return data[k];
    }

    /// Calls run(name = value...) with the products, biases and parameters of the call.
    template <std::size_t... I, std::size_t... K>
    static void bound(auto const& call, auto const& run, std::index_sequence<I...>, std::index_sequence<K...>) {
        auto const products = og::matrix(call.product, call.rows, Pieces * call.width);
        run((std::get<I>(names::z) = products.columns(I * call.width, (I + 1) * call.width))...,
            (std::get<I>(names::b) = column(call.bias, call, I))...,
            (std::get<K>(names::p) = parameter(call.parameters, call, K))...);
    }
    /// Calls run(grad(name) = place...) likewise.
    template <std::size_t... I, std::size_t... K>
    static void gradients(backward_call const& call, auto const& run, std::index_sequence<I...>,
                          std::index_sequence<K...>) {
        auto const products = og::matrix(call.product, call.rows, Pieces * call.width);
        run((og::grad(std::get<I>(names::z)) = products.columns(I * call.width, (I + 1) * call.width))...,
            (og::grad(std::get<I>(names::b)) = column(call.dbias, call, I))...,
            (og::grad(std::get<K>(names::p)) = parameter(call.dparameters, call, K))...);
    }

    static void forward_plain(forward_call const& call) {
        bound(
            call, [&](auto const&... names) { og::evaluate(plain, matrix(call.hidden, call), names...); }, pieces{},
            learned{});
    }
    static void backward_plain(backward_call const& call) {
        bound(
            call,
            [&](auto const&... names) {
                gradients(
                    call,
                    [&](auto const&... places) {
                        og::backward(plain, matrix(call.dhidden, call), names..., places...);
                    },
                    pieces{}, learned{});
            },
            pieces{}, learned{});
    }

    template <class E, class... Names>
    static void forward_normed(E hidden, forward_call const& call, Names const&... names) {
        og::fuse(og::store(hidden, matrix(call.hidden, call)), og::store(norm(hidden), matrix(call.normed, call)),
                 names::weight = column(call.weight, call), names...);
    }
    /// Both results, each weighed by its gradient: a number whose gradient is that of the loss.
    template <class E, class... Arguments>
    static void backward_normed(E hidden, backward_call const& call, Arguments const&... arguments) {
        og::backward(names::dnormed * norm(hidden) + names::dhidden * hidden, 1.0f,
                     og::value(hidden) = matrix(call.hidden, call), names::weight = column(call.weight, call),
                     names::dnormed = matrix(call.dnormed, call), names::dhidden = matrix(call.dhidden, call),
                     og::grad(names::weight) = column(call.dweight, call), arguments...);
    }

    static void forward_residual(forward_call const& call) {
        bound(
            call,
            [&](auto const&... names) {
                forward_normed(residual, call, names::skip = matrix(call.skip, call), names...);
            },
            pieces{}, learned{});
    }
    static void backward_residual(backward_call const& call) {
        bound(
            call,
            [&](auto const&... names) {
                gradients(
                    call,
                    [&](auto const&... places) {
                        backward_normed(residual, call, og::grad(names::skip) = matrix(call.dhidden, call), names...,
                                        places...);
                    },
                    pieces{}, learned{});
            },
            pieces{}, learned{});
    }

    static void forward_stem(forward_call const& call) {
        bound(
            call, [&](auto const&... names) { forward_normed(plain, call, names...); }, pieces{}, learned{});
    }
    static void backward_stem(backward_call const& call) {
        bound(
            call,
            [&](auto const&... names) {
                gradients(
                    call, [&](auto const&... places) { backward_normed(plain, call, names..., places...); }, pieces{},
                    learned{});
            },
            pieces{}, learned{});
    }

public:
    /// f(x W + b).
    static constexpr kernel without_norm{forward_plain, backward_plain, Pieces, false, false};
    /// h + f(x W + b), and its rms_norm.
    static constexpr kernel with_residual{forward_residual, backward_residual, Pieces, true, true};
    /// f(x W + b), and its rms_norm: what stands before the first residual connection.
    static constexpr kernel with_norm{forward_stem, backward_stem, Pieces, false, true};
};

}  // namespace train
