#pragma once
// What a plan comes to: a list of instructions in blocks, for the kernel to unroll.

#include <ogive/graph/graph.hpp>

namespace ogive {

/// `to`, `a`, `b`, `c` are places in a block's values, or numbers of uniform values, streams and
/// accumulators, as the operation says.
struct instruction {
    operation const* op = nullptr;
    std::uint16_t to = 0, a = 0, b = 0, c = 0;
    std::uint64_t bits = 0;
};

// Instructions beside the primitives. A stream is an operand, an output or a scratch row; a uniform
// value is one for the whole row.
namespace machine {
inline constexpr operation load{.name = "load"};                    ///< to = stream a; bits: for several short operations
inline constexpr operation load_sum{.name = "load sum"};            ///< to = the sums down the columns in streams a, a + 1
inline constexpr operation broadcast{.name = "broadcast"};          ///< to = uniform value a
inline constexpr operation broadcast_condition{.name = "broadcast condition"};
inline constexpr operation load_number{.name = "load number"};      ///< uniform value to = number bound to operand a
inline constexpr operation load_row{.name = "load row"};            ///< uniform value to = this row's value of operand a
inline constexpr operation store{.name = "store"};                  ///< stream b = a
inline constexpr operation store_row{.name = "store row"};          ///< output b at this row = uniform value a; bits: add
inline constexpr operation store_number{.name = "store number"};    ///< output b = uniform value a; bits: add
}  // namespace machine

/// Of a sum down the columns: its running value, what its roundings lost, and what is added up plainly before it takes that.
inline constexpr int streams_of_a_sum = 3;

struct code_block {
    int first = 0, last = 0;
    int loop = 0;    ///< of a loop over the columns: what stands before it is the same for the whole row
    int sinks = 0;   ///< from here on: reductions and stores
    int values = 0;
    int alive = 0;   ///< of a loop: the most values that are needed at one time
    int sharing = 0;  ///< of a loop: the most long functions of one argument
    int pack = 4;     ///< and the fewest vectors side by side with which one of its long functions runs best
    int asked_by = -1;       ///< of a loop: the uniform condition of the rows that need it; -1: each row does
    bool asked_when = true;  ///< what that condition is then

    constexpr bool is_seldom() const { return asked_by >= 0; }
    /// How many instructions a step of the loop has, of one that every row needs.
    constexpr int usual_instructions() const { return is_seldom() ? 0 : last - loop; }
    constexpr bool empty() const { return first == last; }
};

/// Of more values than this the long functions are calls.
inline constexpr int large_body = 100;

/// Reductions deeper than this in one another are refused.
inline constexpr int most_stages = 24;

/// Everything about a program but its instructions.
template <int Outputs>
struct program_layout {
    int size = 0;

    code_block checks{};  ///< what operands must hold: `a` is the operand, `op` admits its values

    // Once; then for each row, stage by stage, its uniform values and its loop over the columns;
    // the row's end; and after the last row.
    code_block before_rows{};
    code_block before_columns[most_stages]{};
    code_block columns[most_stages]{};
    code_block peeks[most_stages]{};    ///< a loop for what the stage's guesses depend on
    code_block guesses[most_stages]{};  ///< uniform values that the stage begins with as they usually are: what they are
    code_block row_end{};
    code_block after_rows{}, late_columns{}, at_last{};

    shape stored[Outputs]{};  ///< the shape that each output has where it is stored
    bool storable[Outputs]{};
    int stages = 0;
    int uniforms = 0, streams = 0, accumulators = 0;
    int scratch_rows = 0;  ///< the last `scratch_rows` streams; of these the last `sums` add up down the columns
    int sums = 0;
    int lender = -1;  ///< the stream that may lend the first scratch row, of an output that is apart from all operands; -1: none
    bool fast = false;  ///< by the functions that trade the last digits for speed
    bool flat = false;  ///< rows and columns do not matter: a matrix without gaps is one long row
    bool one_pass = true;  ///< no value of an element needs a sum over all rows
    bool shallow = true;   ///< at most `most_stages` stages
};

template <int Capacity, int Outputs>
struct program : program_layout<Outputs> {
    instruction code[Capacity]{};  ///< more than Capacity in `size`: they did not fit
};

}  // namespace ogive
