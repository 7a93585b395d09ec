#pragma once
// Functions of one argument that have most of their work in common, in one loop: each in the form that shares it. What is the
// same in them the compiler finds, if it is written in the same way.

#include <ogive/algebra/program.hpp>

namespace ogive::detail {

/// For a loop whose values have been written, and that does not call its functions. -x shares with x.
constexpr void share_work(instruction* code, code_block const& b) {
    if (b.values > large_body) return;
    auto const unsigned_argument = [&](instruction const& f) {
        instruction const& of = code[b.first + f.a];  // a value stands where its number says
        return of.op->hash == name_key("negate") && of.op->is_of_library() ? of.a : f.a;
    };
    auto const share = [&](instruction const& f, instruction const& g) {
        return f.op->family == g.op->family &&
               (g.op->shared ? unsigned_argument(f) == unsigned_argument(g) : f.a == g.a);
    };
    bool* const shares = new bool[static_cast<std::size_t>(b.sinks - b.loop)]{};
    for (int i = b.loop; i < b.sinks; ++i)
        for (int k = b.loop; k < b.sinks && code[i].op->shared; ++k) shares[i - b.loop] |= i != k && share(code[i], code[k]);
    for (int i = b.loop; i < b.sinks; ++i) {
        if (!shares[i - b.loop]) continue;
        instruction& f = code[i];
        auto const x = unsigned_argument(f);
        f.op = x == f.a ? f.op->shared : f.op->shared_of_minus;
        f.a = x;
    }
    delete[] shares;
}

}  // namespace ogive::detail
