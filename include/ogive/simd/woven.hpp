#pragma once
// Several batches as one value, for the functions of math/: every operation is on all of them before the next. One
// alone waits for its own results; and compilers do not interleave what stands one behind the other.
//
// The batches are mutable because g++ keeps a local aggregate that is const in memory, whole and stored in pieces, where
// none of its members can change (docs/design/0009).

#include <ogive/simd/batch.hpp>

#include <utility>

namespace ogive::simd {

template <class C, class Sequence>
struct woven_condition;
template <class C, int... U>
struct woven_condition<C, std::integer_sequence<int, U...>> {
    mutable C c[sizeof...(U)];

    OGIVE_INLINE friend woven_condition operator||(woven_condition const& a, woven_condition const& b) {
        return {{simd::either(a.c[U], b.c[U])...}};
    }
    OGIVE_INLINE friend woven_condition operator&&(woven_condition const& a, woven_condition const& b) {
        return {{simd::both(a.c[U], b.c[U])...}};
    }
};

template <class B, class Sequence>
struct woven;
template <class B, int... U>
struct woven<B, std::integer_sequence<int, U...>> {
    using condition = woven_condition<condition_of<B>, std::integer_sequence<int, U...>>;

    mutable B v[sizeof...(U)];

    OGIVE_INLINE friend woven operator+(woven const& a, woven const& b) { return {{simd::sum(a.v[U], b.v[U])...}}; }
    OGIVE_INLINE friend woven operator-(woven const& a, woven const& b) { return {{simd::difference(a.v[U], b.v[U])...}}; }
    OGIVE_INLINE friend woven operator*(woven const& a, woven const& b) { return {{simd::product(a.v[U], b.v[U])...}}; }
    OGIVE_INLINE friend woven operator/(woven const& a, woven const& b) { return {{simd::quotient(a.v[U], b.v[U])...}}; }
    OGIVE_INLINE friend condition operator<(woven const& a, woven const& b) { return {{simd::less(a.v[U], b.v[U])...}}; }
    OGIVE_INLINE friend condition operator>(woven const& a, woven const& b) { return {{simd::less(b.v[U], a.v[U])...}}; }
    OGIVE_INLINE friend condition operator<=(woven const& a, woven const& b) { return {{simd::less_or_equal(a.v[U], b.v[U])...}}; }
    OGIVE_INLINE friend condition operator>=(woven const& a, woven const& b) { return {{simd::less_or_equal(b.v[U], a.v[U])...}}; }
    OGIVE_INLINE friend condition operator==(woven const& a, woven const& b) { return {{simd::equal(a.v[U], b.v[U])...}}; }
};

}  // namespace ogive::simd

namespace ogive::math {

template <class B, int... U>
struct vocabulary<simd::woven<B, std::integer_sequence<int, U...>>> {
    using each = vocabulary<B>;
    using value = simd::woven<B, std::integer_sequence<int, U...>>;
    using scalar = typename each::scalar;
    using condition = typename value::condition;
    using format = typename each::format;

    static constexpr bool exact_fma = each::exact_fma, divides_slowly = each::divides_slowly,
                          has_table = each::has_table, has_single_table = each::has_single_table,
                          looks_up_at_once = each::looks_up_at_once, looks_up_eight = each::looks_up_eight,
                          prefers_tables = each::prefers_tables, scales_any = each::scales_any;
    static constexpr scalar infinity = each::infinity;

    OGIVE_INLINE static value number(double x) {
        B same = each::number(x);
        return {{(static_cast<void>(U), same)...}};
    }
    OGIVE_INLINE static value fma(value const& a, value const& b, value const& c) {
        return {{each::fma(a.v[U], b.v[U], c.v[U])...}};
    }
    OGIVE_INLINE static value select(condition const& c, value const& a, value const& b) {
        return {{each::select(c.c[U], a.v[U], b.v[U])...}};
    }

#define OGIVE_ONE(word) \
    OGIVE_INLINE static value word(value const& x) { return {{each::word(x.v[U])...}}; }
#define OGIVE_TWO(word) \
    OGIVE_INLINE static value word(value const& a, value const& b) { return {{each::word(a.v[U], b.v[U])...}}; }
    OGIVE_ONE(negate)
    OGIVE_ONE(absolute)
    OGIVE_ONE(sqrt)
    OGIVE_ONE(round)
    OGIVE_ONE(head)
    OGIVE_ONE(reciprocal_estimate)
    OGIVE_ONE(as_exponent)
    OGIVE_ONE(sign)
    OGIVE_TWO(larger)
    OGIVE_TWO(smaller)
    OGIVE_TWO(copysign)
    OGIVE_TWO(multiply)
    OGIVE_TWO(divide)
    OGIVE_TWO(held)
    OGIVE_TWO(held_absolute)
    OGIVE_TWO(minus_held_absolute)
    OGIVE_TWO(scale)
    OGIVE_TWO(scale_positive)
    OGIVE_TWO(lowered)
    OGIVE_TWO(lowered_positive)
    OGIVE_TWO(scale_to_normal)
    OGIVE_TWO(scale_by)
    OGIVE_TWO(raised)
    OGIVE_TWO(below_0_or)
    OGIVE_TWO(add_digits)
#undef OGIVE_ONE
#undef OGIVE_TWO

    OGIVE_INLINE static value power_of_two(value const& n, int offset = 0) {
        return {{each::power_of_two(n.v[U], offset)...}};
    }
    template <int Power>
    OGIVE_INLINE static value times_power(value const& x) {
        return {{each::template times_power<Power>(x.v[U])...}};
    }
    template <int Position, class Table>
    OGIVE_INLINE static value by_bits(Table const& t, value const& x) {
        return {{each::template by_bits<Position>(t, x.v[U])...}};
    }
    OGIVE_INLINE static power_and_rest<value> nearest(value const& x) {
        power_and_rest<B> const parts[] = {each::nearest(x.v[U])...};
        return {value{{parts[U].power...}}, value{{parts[U].rest...}}};
    }
    OGIVE_INLINE static fraction_and_exponent<value> split(value const& x) {
        fraction_and_exponent<B> const parts[] = {each::split(x.v[U])...};
        return {value{{parts[U].fraction...}}, value{{parts[U].exponent...}}};
    }
};

}  // namespace ogive::math
