#pragma once
// What the passes know of a primitive: one static record, reached by its address. The address is
// the operation: nothing numbers the operations, and no pass switches over them.

#include <ogive/graph/shape.hpp>
#include <ogive/meta/fixed_string.hpp>

#include <cstdint>
#include <limits>
#include <string_view>

namespace ogive {

struct operation;

/// One line of a formula: an operation on earlier lines, a number, or a slot to be filled in.
struct term {
    operation const* op = nullptr;
    std::uint8_t arity = 0;
    std::uint8_t arg[3]{};
    std::uint64_t bits = 0;  ///< of a number: its double; of a slot: which

    constexpr bool operator==(term const&) const = default;
};

/// A formula of the language, written down once: its lines in order, the last one its value.
struct formula {
    term const* terms = nullptr;
    int size = 0;

    constexpr explicit operator bool() const { return size > 0; }
    constexpr term const& root() const { return terms[size - 1]; }
};

/// Slots of a rule's formulas: the arguments are 0, 1, 2.
inline constexpr int result_slot = 3, adjoint_slot = 4, slots = 5;

/// What flows to one argument: a value, and the condition under which the argument matters.
struct adjoint_rule {
    formula value;
    formula guard;  ///< empty: always

    constexpr explicit operator bool() const { return bool(value); }
};

/// One equation, read from left to right.
struct rewriting {
    formula from, to;
    bool stabilises = false;  ///< changes the result, for the better
};

struct interval {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
};

/// What one evaluation costs, in calls of an exp-like function and in divisions.
struct cost {
    int transcendental = 0;
    int division = 0;
};

/// How tightly an operation's text holds together, for the parentheses around it.
namespace precedence {
inline constexpr int any_of = 1, all_of = 2, comparison = 3, sum = 4, product = 5, sign = 6, power = 7,
                     call = 8;
}

struct operation {
    std::string_view name{};
    std::uint64_t hash = name_key(name);
    int arity = 0;
    std::string_view text{};   ///< with {0}, {1}, {2} for the arguments; empty: name(arguments)
    std::string_view latex{};  ///< likewise
    int binds = precedence::call;
    bool commutative = false;
    bool condition = false;       ///< the result is a condition, not a value
    shape domain = shapes::one;   ///< a reduction: the dimensions it runs over
    shape keeps = shapes::per_element | shapes::open | shapes::late;  ///< a reduction: which bits of the argument stay
    shape sets = shapes::one;     ///< a reduction: which bits the result has in any case
    int shape_of = -1;            ///< the argument whose shape the result has; -1: see above
    cost price{};
    bool (*fold)(double const*, double&) = nullptr;  ///< the value at numbers, where it has one
    adjoint_rule adjoint[3]{};
    rewriting const* equations = nullptr;  ///< those with this operation at the root
    int equation_count = 0;

    constexpr bool reduces() const { return domain != shapes::one; }
};

/// The leaves.
namespace kind {
inline constexpr operation slot{.name = "slot"};
inline constexpr operation variable{.name = "variable"};
inline constexpr operation parameter{.name = "parameter"};
inline constexpr operation number{.name = "number"};
}  // namespace kind

}  // namespace ogive
