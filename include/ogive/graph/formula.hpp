#pragma once
// Writing formulas down, line by line. A line is an operation's address and earlier lines: no record is read,
// so that a rule may use the very operation that it belongs to.

#include <ogive/graph/operation.hpp>

#include <bit>
#include <cstddef>

namespace ogive {

/// Takes the lines of formulas as they are written.
class scribe {
public:
    constexpr scribe() = default;
    scribe(scribe const&) = delete;
    scribe& operator=(scribe const&) = delete;
    constexpr ~scribe() { delete[] lines_; }

    /// `key`: the hash of the operation's name.
    template <std::size_t N>
    constexpr int make(operation const* op, std::uint64_t key, int const (&arguments)[N]) {
        term line{.op = op, .arity = N, .bits = key};
        for (std::size_t j = 0; j < N; ++j) line.arg[j] = static_cast<std::uint16_t>(arguments[j]);
        return add(line);
    }
    constexpr int constant(double v) { return add({.op = &kind::number, .bits = std::bit_cast<std::uint64_t>(v)}); }
    constexpr int slot(int k) { return add({.op = &kind::slot, .bits = static_cast<std::uint64_t>(k)}); }

    /// Copies what line `root` needs to `to`, renumbered, as far as there is room; returns how many lines.
    constexpr int copy(int root, term* to, int room) const {
        int* const at = new int[static_cast<std::size_t>(root) + 1]{};
        at[root] = 1;
        int n = 0;
        for (int i = root; i >= 0; --i)
            if (at[i])
                for (int j = 0; j < lines_[i].arity; ++j) at[lines_[i].arg[j]] = 1;
        for (int i = 0; i <= root; ++i) {
            if (!at[i]) continue;
            if (n < room) {
                to[n] = lines_[i];
                for (int j = 0; j < to[n].arity; ++j) to[n].arg[j] = static_cast<std::uint16_t>(at[to[n].arg[j]]);
            }
            at[i] = n++;
        }
        delete[] at;
        return n;
    }

private:
    int size_ = 0, capacity_ = 8;  // a compiler pays for what is not used
    term* lines_ = new term[8];

    constexpr int add(term const& line) {
        if (size_ == capacity_) {
            term* const more = new term[static_cast<std::size_t>(capacity_) * 4];
            for (int i = 0; i < size_; ++i) more[i] = lines_[i];
            delete[] lines_;
            lines_ = more;
            capacity_ *= 4;
        }
        lines_[size_] = line;
        return size_++;
    }
};

/// Longer formulas are refused.
inline constexpr int longest_formula = 64;

}  // namespace ogive
