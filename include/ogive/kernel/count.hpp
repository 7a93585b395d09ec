#pragma once
// How many instructions the functions of math/ come to: they are called with a value that holds nothing and counts.

#include <ogive/algebra/program.hpp>
#include <ogive/kernel/steps.hpp>

namespace ogive {

/// Instructions of one element, or of one vector of elements.
struct instruction_count {
    int additions = 0, multiplications = 0;
    int fused = 0;      ///< multiply and add in one
    int divisions = 0;  ///< and square roots
    int others = 0;     ///< comparisons, selections, roundings, scalings, table look-ups and the like

    constexpr int total() const { return additions + multiplications + fused + divisions + others; }
    /// The fewest that add or multiply: a compiler may fuse a multiplication with an addition.
    constexpr int arithmetic() const { return fused + (additions > multiplications ? additions : multiplications); }

    constexpr instruction_count& operator+=(instruction_count const& more) {
        additions += more.additions, multiplications += more.multiplications, fused += more.fused;
        divisions += more.divisions, others += more.others;
        return *this;
    }
};

namespace detail {

/// Stands for a V. What is computed of constants alone is a constant, and costs nothing in a loop.
template <class V>
struct counted {
    instruction_count* count = nullptr;  // null: a constant

    template <class... A>
    static constexpr counted after(int instruction_count::*kind, A const&... arguments) {
        instruction_count* to = nullptr;
        ((to = arguments.count ? arguments.count : to), ...);
        if (to) ++(to->*kind);
        return {to};
    }
    using kinds = instruction_count;
    friend constexpr counted operator+(counted a, counted b) { return after(&kinds::additions, a, b); }
    friend constexpr counted operator-(counted a, counted b) { return after(&kinds::additions, a, b); }
    friend constexpr counted operator*(counted a, counted b) { return after(&kinds::multiplications, a, b); }
    friend constexpr counted operator/(counted a, counted b) { return after(&kinds::divisions, a, b); }
    // A condition is counted like a value.
    friend constexpr counted operator<(counted a, counted b) { return after(&kinds::others, a, b); }
    friend constexpr counted operator>(counted a, counted b) { return after(&kinds::others, a, b); }
    friend constexpr counted operator<=(counted a, counted b) { return after(&kinds::others, a, b); }
    friend constexpr counted operator>=(counted a, counted b) { return after(&kinds::others, a, b); }
    friend constexpr counted operator==(counted a, counted b) { return after(&kinds::others, a, b); }
    friend constexpr counted operator&&(counted a, counted b) { return after(&kinds::others, a, b); }
    friend constexpr counted operator||(counted a, counted b) { return after(&kinds::others, a, b); }
};

}  // namespace detail

/// The same paths as those of V.
template <class V>
struct math::vocabulary<detail::counted<V>> {
    using each = math::vocabulary<V>;
    using value = detail::counted<V>;
    using scalar = typename each::scalar;
    using condition = value;
    using format = typename each::format;
    using kinds = instruction_count;

    static constexpr bool exact_fma = each::exact_fma, divides_slowly = each::divides_slowly,
                          has_table = each::has_table, has_single_table = each::has_single_table,
                          looks_up_at_once = each::looks_up_at_once, looks_up_eight = each::looks_up_eight,
                          prefers_tables = each::prefers_tables, scales_any = each::scales_any;
    static constexpr scalar infinity = each::infinity;

    static constexpr value number(double) { return {}; }
    static constexpr value fma(value a, value b, value c) { return value::after(&kinds::fused, a, b, c); }
    static constexpr value multiply(value a, value b) { return a * b; }
    static constexpr value divide(value a, value b) { return a / b; }
    static constexpr value reciprocal_estimate(value x) { return value::after(&kinds::others, x); }
    static constexpr value sqrt(value x) { return value::after(&kinds::divisions, x); }

    /// A condition that is the same for the whole row is none in the loop.
    static constexpr value select(value c, value a, value b) {
        return c.count ? value::after(&kinds::others, c, a, b) : value{a.count ? a.count : b.count};
    }
    static constexpr value larger(value a, value b) { return value::after(&kinds::others, a, b); }
    static constexpr value smaller(value a, value b) { return value::after(&kinds::others, a, b); }
    static constexpr value negate(value x) { return value::after(&kinds::others, x); }
    static constexpr value absolute(value x) { return value::after(&kinds::others, x); }
    static constexpr value copysign(value a, value b) { return value::after(&kinds::others, a, b); }
    static constexpr value held(value x, value limit) { return value::after(&kinds::others, x, limit); }
    static constexpr value held_absolute(value x, value limit) { return held(x, limit); }
    static constexpr value minus_held_absolute(value x, value limit) { return held(x, limit); }
    static constexpr value sign(value x) { return value::after(&kinds::others, x); }
    static constexpr value below_0_or(value x, value y) { return value::after(&kinds::others, x, y); }
    static constexpr value round(value x) { return value::after(&kinds::others, x); }
    static constexpr value head(value x) { return value::after(&kinds::others, x); }
    static constexpr value power_of_two(value n, int = 0) { return value::after(&kinds::others, n); }
    static constexpr value as_exponent(value x) { return value::after(&kinds::others, x); }
    template <int Power>
    static constexpr value times_power(value x) {
        return value::after(&kinds::others, x);
    }
    static constexpr value raised(value x, value digits) { return value::after(&kinds::others, x, digits); }
    static constexpr value scale(value x, value n) { return value::after(&kinds::others, x, n); }
    static constexpr value scale_positive(value x, value n) { return scale(x, n); }
    static constexpr value scale_to_normal(value x, value n) { return scale(x, n); }
    static constexpr value lowered(value x, value n) { return scale(x, n); }
    static constexpr value lowered_positive(value x, value n) { return scale(x, n); }
    static constexpr value scale_by(value x, value n) { return value::after(&kinds::others, x, n); }
    static constexpr value add_digits(value x, value digits) { return value::after(&kinds::others, x, digits); }
    static constexpr math::power_and_rest<value> nearest(value x) {
        value const whole = round(x);
        return {whole, x - whole};
    }
    static constexpr math::fraction_and_exponent<value> split(value x) { return {head(x), round(x)}; }
    template <int Position, class Table>
    static constexpr value by_bits(Table const&, value x) {
        return value::after(&kinds::others, x);
    }
};

namespace detail {

/// Bit j of Uniform is set where argument j is the same for the whole row: what is computed of it alone stands before the
/// loop.
template <class P, bool Fast, class V, unsigned Uniform, int... J>
constexpr instruction_count count_of_function(std::integer_sequence<int, J...>) {
    instruction_count n;
    counted<V> const x[] = {counted<V>{Uniform >> J & 1 ? nullptr : &n}...};
    static_cast<void>(computed<P, Fast>(x[J]...));
    return n;
}
/// Of one operation. A function that is not written in the words of math/ alone counts as one, and its divisions.
template <class P, bool Fast, class V, unsigned Uniform>
inline constexpr instruction_count count_of = [] {
    if constexpr (is_woven<P>)
        return count_of_function<P, Fast, V, Uniform>(std::make_integer_sequence<int, arity<P>>{});
    int const divisions = record<P>.price.division;
    instruction_count n;
    (divisions > 0 ? n.divisions : n.others) = divisions > 0 ? divisions : 1;
    return n;
}();

/// Of an instruction of a block, whose first `Uniforms` values are the same for the whole row.
template <auto const& Program, class V, int Uniforms, int I>
constexpr instruction_count count_of_instruction() {
    constexpr instruction in = Program.code[I];
    if constexpr (in.op->reduces())
        return {.additions = 1};
    else if constexpr (in.op->arity > 0)
        return count_of<primitive_of<in.op>, Program.fast, V,
                        (in.a < Uniforms ? 1u : 0u) | (in.b < Uniforms ? 2u : 0u) | (in.c < Uniforms ? 4u : 0u)>;
    else
        return {};
}
constexpr void raise(int& to, int value) {
    if (to < value) to = value;
}
template <auto const& Program, class V, code_block Block, int... I>
constexpr instruction_count count_of_loop(std::integer_sequence<int, I...>) {
    constexpr int size = sizeof...(I);
    instruction_count of[size + 1] = {count_of_instruction<Program, V, Block.loop - Block.first, Block.loop + I>()...}, all;
    instruction const* const code = Program.code + Block.loop;
    for (int i = 0; i < size; ++i) {
        // The compiler computes once what functions of one argument share: of these the largest counts.
        for (int j = i + 1; j < size; ++j)
            if (code[i].op->price.is_long() && code[j].op->price.is_long() && code[i].a == code[j].a) {
                raise(of[j].additions, of[i].additions), raise(of[j].multiplications, of[i].multiplications);
                raise(of[j].fused, of[i].fused), raise(of[j].divisions, of[i].divisions),
                    raise(of[j].others, of[i].others);
                of[i] = {};
                break;
            }
        all += of[i];
    }
    return all;
}
/// The fewest of all loops over the columns that every row needs, for each element.
template <auto const& Program, class V>
inline constexpr instruction_count count_of_program = []<int... K>(std::integer_sequence<int, K...>) {
    instruction_count n;
    ((n += count_of_loop<Program, V, Program.columns[K]>(
          std::make_integer_sequence<int, Program.columns[K].usual_instructions()>{})),
     ...);
    return n;
}
(std::make_integer_sequence<int, Program.stages>{});

}  // namespace detail

}  // namespace ogive
