#pragma once
// Divisions by what is the same for a whole row, and by what several have in common, in a plan that computes no long function:
// beside one a division has a unit of its own to run on.

#include <ogive/graph/graph.hpp>
#include <ogive/primitive/divide_by_uniform.hpp>

namespace ogive::detail {

template <class Graph>
class divisors {
public:
    constexpr divisors(node const* nodes, int count) : from_(nodes), count_(count), times_(new int[static_cast<std::size_t>(count)]{}) {
        bool is_long = false;
        for (int i = 0; i < count; ++i) is_long |= from_[i].op->price.is_long();
        for (int i = 0; i < count && !is_long; ++i) {
            if (!divides(from_[i])) continue;
            int const b = from_[i].b, before = times_[b];
            times_[b] += is_uniform(b) ? 2 : 1;
            added_ += before < 2 && is_divisor(b);
        }
    }
    divisors(divisors const&) = delete;
    divisors& operator=(divisors const&) = delete;
    constexpr ~divisors() { delete[] times_; }

    /// How many nodes more there will be.
    constexpr int added() const { return added_; }

    /// Writes all nodes with these, and where each has come to stand.
    constexpr void write(node* to, int* now) const {
        int* const reciprocal_of = new int[static_cast<std::size_t>(count_)];
        int n = 0;
        auto const add = [&](node const& like, operation const* op, int a, int b, int c) {
            to[n] = like;
            to[n].op = op;
            to[n].a = static_cast<std::uint16_t>(a), to[n].b = static_cast<std::uint16_t>(b), to[n].c = static_cast<std::uint16_t>(c);
            return n++;
        };
        for (int i = 0; i < count_; ++i) {
            node const& old = from_[i];
            int const arity = old.op->arity;
            int const a = arity > 0 ? now[old.a] : old.a, b = arity > 1 ? now[old.b] : old.b, c = arity > 2 ? now[old.c] : old.c;
            now[i] = divides(old) && is_divisor(old.b) ? add(old, described<Graph, divide_by_uniform_primitive>, a, b, reciprocal_of[old.b])
                                  : add(old, old.op, a, b, c);
            if (!is_divisor(i)) continue;
            reciprocal_of[i] = add(old, described<Graph, reciprocal_of_uniform_primitive>, now[i], 0, 0);
        }
        delete[] reciprocal_of;
    }

private:
    node const* from_;
    int count_;
    int* times_;  // how often it divides; what is the same for a row, more often than once
    int added_ = 0;

    constexpr bool divides(node const& n) const {
        return n.op->hash == name_key("divide") && n.of & shapes::per_column && !(from_[n.b].of & shapes::late) &&
               from_[n.b].op != &kind::number;
    }
    constexpr bool is_uniform(int i) const { return !(from_[i].of & shapes::per_column); }
    constexpr bool is_divisor(int i) const { return times_[i] > 1; }
};

}  // namespace ogive::detail
