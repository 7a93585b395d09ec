#pragma once

#include <ogive/primitive/damped.hpp>
#include <ogive/primitive/functions.hpp>
#include <ogive/primitive/known_condition.hpp>
#include <ogive/math/elementary.hpp>

namespace ogive {

/// a where the condition holds, else b. The condition travels with the adjoint, down to the leaf: an
/// arm not taken never poisons.
struct where_primitive {
    static constexpr std::string_view name = "where"sv,
                                      latex = R"(\begin{cases} {1} & {0} \\ {2} & \text{else} \end{cases})"sv;
    static constexpr std::string_view c99 = "({0} ? {1} : {2})"sv;
    static constexpr int arity = 3;
    static constexpr unsigned conditions = 0b1;
    static constexpr bool chooses = true, picks = true;
    static constexpr unsigned vanishes_with_all = 0b110;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto c, auto a, auto b) { return math::select(c, a, b); }
    /// What both arms are; and the same choice in an arm of it. Not where a sum would then count fewer of them, which is
    /// nothing to a reader.
    template <class Graph>
    static constexpr int resolve(Graph& g, int c, int a, int b) {
        auto const counts_as = [&](int simpler) {
            shape const lost = (g[c].of | g[a].of) & ~g[simpler].of;
            return !lost || !(g.binds() && (g.stabilises() || lost & shapes::open));
        };
        if (a == b) return counts_as(a) ? a : -1;
        if (detail::holds const known = detail::known_condition(g, c); known != detail::holds::sometimes) {
            int const chosen = known == detail::holds::always ? a : b;
            return !(g[b].of & ~g[chosen].of) && counts_as(chosen) ? chosen : -1;
        }
        if (g[a].op != described<Graph, where_primitive> || g[a].a != c || !g.is_zero(b)) return -1;
        int const simpler = g.make(g[a].op, c, g[a].b, b);
        return counts_as(simpler) ? simpler : -1;
    }
    /// 0 in one arm is 0 beside what overflows too, but not beside NaN.
    template <class Graph>
    static constexpr int beside(Graph& g, int choice, int z) {
        auto const n = g[choice];
        if (!g[z].races || (!g.is_zero(n.b) && !g.is_zero(n.c))) return -1;
        auto const arm = [&](int a) {
            return g.is_zero(a) ? g.make(described<Graph, stop_gradient_primitive>,
                                         g.make(described<Graph, damped_primitive>, z, a))
                                : g.make(described<Graph, multiply_primitive>, a, z);
        };
        int const first = arm(n.b), second = arm(n.c);
        return g.make(n.op, n.a, first, second);
    }
    static constexpr auto adjoint(auto c, auto, auto, auto, auto dy) {
        return to_each(nothing, when(c, dy), when(!c, dy));
    }
    static constexpr auto equations(auto condition, auto y, auto z) {
        return table(exact(where(!condition, y, z), where(condition, z, y)),
                     stabilising(where(condition, sigmoid(y), sigmoid(z)), sigmoid(where(condition, y, z))));
    }
};

}  // namespace ogive
