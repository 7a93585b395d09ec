#pragma once
// What the passes know of a primitive: one static record, reached by its address. The address is
// the operation: nothing numbers the operations, and no pass switches over them.

#include <ogive/graph/shape.hpp>
#include <ogive/meta/fixed_string.hpp>
#include <ogive/meta/string_literals.hpp>

#include <cstdint>
#include <limits>
#include <string_view>

namespace ogive {

struct operation;
class graph;

/// One line of a formula: an operation on earlier lines, a number, or a slot to be filled in.
struct term {
    operation const* op = nullptr;
    std::uint16_t arity = 0;
    std::uint16_t arg[3]{};
    std::uint64_t bits = 0;  ///< of a number: its double; of a slot: which; else the hash of the operation's name
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

/// One bit of 61 for an operation or a leaf, by the hash of its name.
constexpr std::uint64_t mark_of(std::uint64_t key) { return std::uint64_t(1) << key % 61; }
/// The mark of an equation whose root has one argument twice.
inline constexpr std::uint64_t twice_mark = std::uint64_t(1) << 63;

/// One equation, read from left to right.
struct rewriting {
    formula from, to;
    bool stabilises = false;  ///< changes the result, for the better
    std::uint64_t sought = 0;  ///< the marks of what it has as arguments of the root
};

/// What one evaluation costs: calls of an exp-like function, and divisions.
struct cost {
    int transcendental = 0;
    int division = 0;
    int pack = 4;  ///< as how many vectors side by side it runs best: more of them spill (bench/packs.cpp)

    constexpr bool is_long() const { return transcendental > 0; }
};

/// How tightly an operation's text holds together, for the parentheses around it.
namespace precedence {
inline constexpr int unknown = 0, any_of = 1, all_of = 2, comparison = 3, sum = 4, product = 5, sign = 6, power = 7,
                     call = 8;
}

struct operation {
    std::string_view name{};
    std::uint64_t hash = key_of(name);
    std::uint64_t mark = mark_of(hash);
    int arity = 0;
    std::string_view text{};   ///< with {0}, {1}, {2} for the arguments; empty: name(arguments)
    std::string_view latex{};  ///< likewise
    std::string_view c99{};    ///< likewise, with {f} for the suffix of a float and {real} for the type; or with `return`:
                               ///< the body of a function of x, y, z; empty: a call of a function of this name
    operation const* c99_calls = nullptr;  ///< what this body calls
    formula reads{};  ///< what it is in real numbers, in simpler operations: what a reader is shown
    int binds = precedence::call;
    bool commutative = false;
    bool condition = false;       ///< the result is a condition, not a value
    bool picks = false;           ///< the result is one of its arguments
    bool chooses = false;         ///< its first argument, a condition, says which of the others is the result
    double usually = std::numeric_limits<double>::quiet_NaN();  ///< what it nearly always is; NaN: nothing such
    shape domain = shapes::one;   ///< a reduction: the dimensions it runs over
    shape keeps = shapes::per_element | shapes::open | shapes::late;  ///< a reduction: which bits of the argument stay
    shape sets = shapes::one;     ///< a reduction: which bits the result has in any case
    bool compensated = false;     ///< a sum that is kept with what its roundings lost
    int shape_of = -1;            ///< the argument whose shape the result has; -1: see above
    bool admits_some = false;     ///< of its argument, an operand, not every value is admitted
    bool bounded = false;        ///< the result is bounded
    bool decays = false;         ///< it falls exponentially to 0 where the argument grows, one way at least
    bool races = false;          ///< it grows exponentially where the argument grows, one way at least
    bool soars = false;          ///< it is infinite only where it has grown exponentially
    bool soars_with_all = false;  ///< so it is where all arguments that grow are
    unsigned explodes_with = 0;  ///< bit j: it is infinite where argument j is 0, and grows as fast as that falls
    unsigned vanishes_with = 0;  ///< bit j: it is 0 where argument j is, and falls with it
    unsigned fades_with = 0;     ///< bit j: it is 0 where argument j is infinite, and falls as fast as that grows
    unsigned proportional_to = 0;  ///< bit j: it is argument j times something
    unsigned magnifies = 0;      ///< bit j: an error of argument j may be enlarged without bound, as by a logarithm
    unsigned vanishes_with_all = 0;  ///< it is 0 where all these arguments are, and falls with them
    cost price{};
    bool (*fold)(double const*, double&) = nullptr;  ///< the value at numbers, where it has one
    int (*resolve)(graph&, int, int, int) = nullptr;  ///< what it is at these arguments; -1: nothing else
    int (*beside)(graph&, int, int) = nullptr;  ///< what a product of it (a node) and another is; -1: nothing else
    adjoint_rule adjoint[3]{};
    formula logarithmic_derivative{};  ///< of one argument: its derivative over itself, which is finite where both have come to 0
    operation const* as_factor = nullptr;  ///< the same in more digits, for a value that is only multiplied by others
    std::uint64_t family = 0;  ///< the key of what functions of one argument have most of their work in common with; 0: none
    operation const* shared = nullptr;  ///< the same by what the family has in common, for a loop that computes another of it
    operation const* shared_of_minus = nullptr;  ///< that of -x, given x
    rewriting const* equations = nullptr;  ///< those with this operation at the root
    int equation_count = 0;
    std::uint64_t sought = 0;  ///< the marks that these equations seek
    rewriting const* above = nullptr;  ///< those with another operation at the root and this one as its argument
    int above_count = 0;
    std::uint64_t roots_above = 0;  ///< the marks of their roots

    constexpr bool is_of_library() const { return hash == key_of(name); }
    constexpr bool reduces() const { return domain != shapes::one; }
    constexpr bool reduces_rows() const { return reduces() && !(sets & shapes::late); }  ///< each to one value
    constexpr bool sums_columns() const { return reduces() && sets & shapes::per_column; }
    constexpr bool sums_all(shape over) const { return reduces() && sets == shapes::late && domain == over; }
    constexpr bool can_be_guessed() const { return usually == usually; }
    /// Its argument, along more dimensions; a reader is shown that.
    constexpr bool expands() const { return sets != shapes::one && keeps != shapes::one && !reduces(); }
    /// Says something of the row, not of its argument.
    constexpr bool asks_the_row() const { return keeps == shapes::one && !reduces(); }
};

/// What is known of sums of exponentials, to a graph of formulas that have some: nobody else should pay for it. Each is a
/// node, or -1: nothing.
struct sums_of_exponentials {
    int (*quotient)(graph&, int, int, int) = nullptr;  ///< a / b, or a z / b where z is a node
    /// A power of one: of the sum, an operation on it, the exponent, or no node of a root, and whether it is 1 / that.
    int (*power)(graph&, operation const*, int, int, bool) = nullptr;
    int (*share)(graph&, int, int) = nullptr;  ///< z / (z + rest)
};

/// What is known of exponentials along rows, likewise.
struct exponentials_along_rows {
    int (*quotient)(graph&, int, int) = nullptr;  ///< a / b, b the sum of a row
};

/// What is known of e^x - 1, likewise.
struct exponentials_less_one {
    int (*quotient)(graph&, int, int) = nullptr;  ///< a / b, where one of them has it as a factor
};

/// The leaves.
namespace kind {
inline constexpr operation slot{.name = "slot"};
inline constexpr operation variable{.name = "variable"};
inline constexpr operation parameter{.name = "parameter"};
inline constexpr operation number{.name = "number"};
}  // namespace kind

}  // namespace ogive
