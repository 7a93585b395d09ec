#pragma once
// The shape of an expression, without its graph: what stands for a node is its shape.

#include <ogive/graph/operation.hpp>

#include <cstddef>

namespace ogive {

/// The shape of a name: what a call has bound to it, or what is known before.
constexpr shape leaf_shape_of(operation const* kind, std::uint64_t key, leaf_shape const* leaves, int count) {
    for (int i = 0; i < count; ++i)
        if (leaves[i].key == key) return leaves[i].of;
    return kind == &kind::variable ? shapes::per_element : shapes::open;
}

/// The shape of an operation's result.
constexpr shape result_shape(operation const* op, shape a, shape b, shape c) {
    if (op->shape_of >= 0) return op->shape_of == 0 ? a : op->shape_of == 1 ? b : c;
    return static_cast<shape>(((a | b | c) & op->keeps) | op->sets);
}

struct shapes_alone {
    leaf_shape const* leaves;
    int count;

    constexpr int constant(double) const { return shapes::one; }
    constexpr int leaf(operation const* kind, std::uint64_t key) const { return leaf_shape_of(kind, key, leaves, count); }
    template <std::size_t N>
    constexpr int make(operation const* op, std::uint64_t, int const (&arguments)[N]) const {
        return again(op, arguments[0], N > 1 ? arguments[N > 1 ? 1 : 0] : 0, N > 2 ? arguments[N > 2 ? 2 : 0] : 0);
    }
    constexpr int again(operation const* op, int a, int b, int c) const {
        return result_shape(op, static_cast<shape>(a), op->arity > 1 ? static_cast<shape>(b) : shapes::one,
                            op->arity > 2 ? static_cast<shape>(c) : shapes::one);
    }
    /// What is expanded (primitive/expand.hpp) where a call computes it.
    constexpr int along(int a, int like) const { return a | dimensions(static_cast<shape>(like)); }
    constexpr int remembered(void const*) const { return -1; }
    constexpr int remember(void const*, int of) const { return of; }
};

}  // namespace ogive
