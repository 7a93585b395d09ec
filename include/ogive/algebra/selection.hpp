#pragma once
// Which operations a plan takes for those of the graph: such as instruction sets have and formulas do not (docs/design/0034).

#include <ogive/graph/graph.hpp>
#include <ogive/primitive/divide_by_number.hpp>
#include <ogive/primitive/multiply_add.hpp>

namespace ogive::detail {

/// For the nodes of a plan. Those that nobody needs any longer stay where they are.
template <class Graph>
class selection {
public:
    constexpr selection(node* nodes, int count, int const* roots, int root_count)
        : g_(nodes), count_(count), needed_by_(new int[static_cast<std::size_t>(count)]{}) {
        for (int k = 0; k < root_count; ++k) ++needed_by_[roots[k]];
        for (int i = 0; i < count; ++i) {
            for (int j = 0; j < g_[i].op->arity; ++j) ++needed_by_[g_[i].argument(j)];
            is_long_ |= g_[i].op->price.is_long();
        }
    }
    selection(selection const&) = delete;
    selection& operator=(selection const&) = delete;
    constexpr ~selection() { delete[] needed_by_; }

    constexpr void run() {
        for (int i = 0; i < count_; ++i) {
            node& n = g_[i];
            if (n.op == described<Graph, add_primitive>)
                join(n, n.a, n.b, described<Graph, multiply_add_primitive>) ||
                    join(n, n.b, n.a, described<Graph, multiply_add_primitive>);
            else if (n.op == described<Graph, subtract_primitive>)
                join(n, n.a, n.b, described<Graph, multiply_subtract_primitive>) ||
                    join(n, n.b, n.a, described<Graph, subtract_product_primitive>);
            else if (n.op->hash == name_key("divide") && !is_long_ && is_divisor(g_[n.b]))  // whose rules need not be written
                n.op = described<Graph, divide_by_number_primitive>;
        }
    }

private:
    node* g_;
    int count_;
    int* needed_by_;        // by how many operations and results
    bool is_long_ = false;  // a long function is computed, beside which a division takes no time

    /// A product that only one sum needs becomes part of it. One for a whole row is computed before its loop.
    constexpr bool join(node& sum, int product, int other, operation const* op) {
        node const& p = g_[product];
        bool const is_square = p.op == described<Graph, square_primitive>;
        if (!is_square && p.op != described<Graph, multiply_primitive>) return false;
        if (needed_by_[product] > 1 || !(p.of & shapes::per_column)) return false;
        sum.op = op;
        sum.a = p.a;
        sum.b = is_square ? p.a : p.b;
        sum.c = static_cast<std::uint16_t>(other);
        return true;
    }
    /// One whose reciprocal is a normal number, and no quotient by which overflows. By one below 0 the zeros would have the
    /// other sign.
    static constexpr bool is_divisor(node const& n) {
        double const v = n.op == &kind::number ? std::bit_cast<double>(n.bits) : 0;
        return v >= 1 && v < 0x1p100;
    }
};

}  // namespace ogive::detail
