#pragma once
// Functions of one argument that have most of their work in common, in one loop: each in the form that shares it. What is the
// same in them the compiler finds, if it is written in the same way.

#include <ogive/algebra/program.hpp>

namespace ogive::detail {

/// For a loop whose values have been written, and that does not call its functions. What is of -x shares with what is of x.
constexpr void share_work(instruction* code, code_block const& b) {
    if (b.values > large_body) return;
    auto const unsigned_argument = [&](instruction const& f) {
        instruction const& of = code[b.first + f.a];  // a value stands where its number says
        return of.op->hash == name_key("negate") ? of.a : f.a;
    };
    // What all of a family are computed from: the argument of one that has no other form, if it is there in time.
    auto const common_argument = [&](int i) {
        int x = -1;
        for (int k = b.loop; k < b.sinks; ++k) {
            instruction const &f = code[i], &g = code[k];
            if (k == i || g.op->family != f.op->family || unsigned_argument(g) != unsigned_argument(f)) continue;
            if (g.op->shared) x = x < 0 ? unsigned_argument(f) : x;
            else if (g.a < f.to) return int(g.a);
        }
        return x;
    };
    int* const from = new int[static_cast<std::size_t>(b.sinks - b.loop)];
    for (int i = b.loop; i < b.sinks; ++i) from[i - b.loop] = code[i].op->shared ? common_argument(i) : -1;
    for (int i = b.loop; i < b.sinks; ++i) {
        int const x = from[i - b.loop];
        if (x < 0) continue;
        instruction& f = code[i];
        f.op = x == f.a ? f.op->shared : f.op->shared_of_minus;
        f.a = static_cast<std::uint16_t>(x);
    }
    delete[] from;
}

}  // namespace ogive::detail
