#pragma once
// Writing an expression type down as a formula, for the rules and equations of a primitive, its Owner.
// Reads no record: a rule may use the very operation that it belongs to. Two owners share no formula: the
// record of one may be needed while that of the other is being written.

#include <ogive/graph/operation.hpp>

#include <array>
#include <bit>
#include <cstddef>

namespace ogive {

/// Takes a formula's lines in order and keeps each once.
template <class Owner>
struct scribe {
    static constexpr int capacity = 64;

    term lines[capacity]{};
    int size = 0;

    constexpr int add(term const& line) {
        for (int i = 0; i < size; ++i)
            if (lines[i] == line) return i;
        if (size < capacity) lines[size] = line;
        return size++;
    }
    template <std::size_t N>
    constexpr int make(operation const* op, int const (&arguments)[N]) {
        term line{.op = op, .arity = N};
        for (std::size_t j = 0; j < N; ++j) line.arg[j] = static_cast<std::uint8_t>(arguments[j]);
        return add(line);
    }
    constexpr int constant(double v) { return add({.op = &kind::number, .bits = std::bit_cast<std::uint64_t>(v)}); }
    constexpr int slot(int k) { return add({.op = &kind::slot, .bits = static_cast<std::uint64_t>(k)}); }
};

namespace detail {

template <class Owner, class E>
constexpr scribe<Owner> written() {
    scribe<Owner> s;
    E::lower(s);
    return s;
}

template <class Owner, class E>
inline constexpr auto lines_of = [] {
    constexpr scribe<Owner> s = written<Owner, E>();
    static_assert(s.size <= scribe<Owner>::capacity, "ogive: a rule or an equation has at most 64 operations");
    std::array<term, static_cast<std::size_t>(s.size)> lines{};
    for (std::size_t i = 0; i < lines.size(); ++i) lines[i] = s.lines[i];
    return lines;
}();

}  // namespace detail

/// The formula of an expression over slots.
template <class Owner, class E>
constexpr formula formula_of() {
    return {detail::lines_of<Owner, E>.data(), static_cast<int>(detail::lines_of<Owner, E>.size())};
}

}  // namespace ogive
