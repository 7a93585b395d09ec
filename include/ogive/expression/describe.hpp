#pragma once
// From a primitive's struct to its static record. What a struct may say:
//
//   name        required
//   value       for numbers and batches alike; required for an elementwise one
//   adjoint or derivative, or differentiable = false
//   arity, text, latex, reads, c99, c99_calls, binds, commutative, condition, conditions, chooses, picks, usually, price,
//   over, compensated, shape_of, admits, folds, resolve
//   equations, above            those with it at the root, and those with it below another root
//   bounded, decays, races, soars, soars_with_all, explodes_with, vanishes_with, vanishes_with_all, fades_with,
//   proportional_to, magnifies  how it behaves where its arguments grow (`operation` says what each is); one that says none
//               of bounded, decays, races, explodes_with, vanishes_with, vanishes_with_all may grow exponentially, and where
//               an argument falls; a condition does not
//   logarithmic_derivative      its derivative over itself, where both come to 0 and this does not
//   beside                      what a product of it and another is
//   fast, as_factor, woven      for the loop: the value of og::fast, that in more digits where it is multiplied by others, and
//                               whether a whole pack is one argument
//   family, shared              for a loop that computes several functions of one argument: the name of what these have in
//                               common, and shared<AsFactor, OfMinus>(x), the value at x or -x by that
//
// and what it leaves out has the default of `operation`.

#include <ogive/expression/function.hpp>
#include <ogive/expression/rule.hpp>

#include <utility>

namespace ogive {

/// The dimensions that a reduction runs over; see `operation`.
struct reduction {
    shape domain, keeps, sets;
};

struct multiply_primitive;  // dy * derivative

template <class P>
inline constexpr bool is_differentiable = !requires { requires !P::differentiable; };

namespace detail {

// From the record's address back to the primitive's type, for the loop and for compact expressions.
template <operation const* Op>
struct record_address {
#if !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#endif
    friend constexpr auto primitive_at(record_address);
#if !defined(__clang__)
#pragma GCC diagnostic pop
#endif
};
template <class P>
struct remember {
    friend constexpr auto primitive_at(record_address<&record<P>>) { return P{}; }
    static constexpr bool done = true;
};

struct no_rule {};

/// What runs where a value of P is only multiplied by others.
template <class P>
struct factor {
    using plain = P;
    static constexpr std::string_view name = P::name;
    static constexpr cost price = P::price;
    static constexpr int arity = ogive::arity<P>;
    static constexpr bool woven = true, bounded = true, differentiable = false;

    OGIVE_INLINE static constexpr auto value(auto... x) { return P::as_factor(x...); }
};

/// What runs beside another function of P's family.
template <class P, bool AsFactor, bool OfMinus>
struct member_of_family {
    static constexpr std::string_view name = P::name;
    static constexpr cost price = P::price;
    static constexpr bool woven = true, bounded = true, differentiable = false;

    template <class V>
    OGIVE_INLINE static constexpr V value(V x) {
        return P::template shared<AsFactor, OfMinus>(x);
    }
};

template <class P, int J>
constexpr pattern<P, bool(condition_arguments<P> >> J & 1)> slot(scribe& s) {
    return {s, s.slot(J)};
}
template <class P, int... J>
constexpr auto rule(scribe& s, std::integer_sequence<int, J...>) {
    using result = pattern<P, gives_condition<P>>;
    if constexpr (requires { P::adjoint(slot<P, J>(s)..., result(s, 0), pattern<P>(s, 0)); })
        return P::adjoint(slot<P, J>(s)..., result(s, s.slot(result_slot)), pattern<P>(s, s.slot(adjoint_slot)));
    else if constexpr (requires { { P::derivative(slot<P, J>(s)..., result(s, 0)) } -> operand; })
        return function<multiply_primitive>{}(pattern<P>(s, s.slot(adjoint_slot)),
                                              P::derivative(slot<P, J>(s)..., result(s, s.slot(result_slot))));
    else
        return no_rule{};
}
template <class P>
constexpr auto rule_of(scribe& s) {
    return rule<P>(s, std::make_integer_sequence<int, arity<P>>{});
}

template <class R>
inline constexpr int results_of = 1;
template <>
inline constexpr int results_of<no_rule> = 0;
template <int N>
inline constexpr int results_of<each<N>> = N;

}  // namespace detail

template <class P>
inline constexpr bool every_argument_has_a_rule =
    !is_differentiable<P> || detail::results_of<decltype(detail::rule_of<P>(std::declval<scribe&>()))> == arity<P>;
template <int Lines>
inline constexpr bool a_formula_has_at_most_64_lines = Lines <= longest_formula;

namespace detail {

template <class P>
concept has_equations = requires(scribe& s) { P::equations(slot<P, 0>(s), pattern<P>(s, 0), pattern<P>(s, 0)); };
template <class P>
concept has_equations_above = requires(scribe& s) { P::above(slot<P, 0>(s), pattern<P>(s, 0), pattern<P>(s, 0)); };
template <class P, bool Above>
constexpr auto equation_list(scribe& s) {
    if constexpr (Above)
        return P::above(slot<P, 0>(s), pattern<P>(s, s.slot(1)), pattern<P>(s, s.slot(2)));
    else
        return P::equations(slot<P, 0>(s), pattern<P>(s, s.slot(1)), pattern<P>(s, s.slot(2)));
}
template <class Table>
inline constexpr int size_of_table = 0;
template <int N>
inline constexpr int size_of_table<equation_table<N>> = N;
template <class P, bool Above>
inline constexpr int equation_count = 0;
template <has_equations P>
inline constexpr int equation_count<P, false> = size_of_table<decltype(equation_list<P, false>(std::declval<scribe&>()))>;
template <has_equations_above P>
inline constexpr int equation_count<P, true> = size_of_table<decltype(equation_list<P, true>(std::declval<scribe&>()))>;

/// How many lines there is room for when formulas are written the first time.
inline constexpr int usual_lines = 128;

/// Formulas, one behind the other: written as far as there is room for `room` lines, and counted beyond.
class book {
public:
    constexpr book(term* to, int room) : to_(to), room_(room) {}
    constexpr int size() const { return size_; }
    constexpr int longest() const { return longest_; }

    /// A formula whose lines have yet to be pointed to.
    constexpr formula add(scribe& s, part const& p) {
        if (!p) return {};
        int const lines = s.copy(p.in(s), size_ < room_ ? to_ + size_ : nullptr, room_ - size_);
        if (lines > longest_) longest_ = lines;
        size_ += lines;
        return {nullptr, lines};
    }

private:
    term* to_;
    int room_, size_ = 0, longest_ = 0;
};
/// Points formulas to their lines, in the order in which they have been written.
class pointer_to_lines {
public:
    constexpr explicit pointer_to_lines(term const* first) : next_(first) {}
    constexpr void operator()(formula& f) {
        if (f) f.terms = next_, next_ += f.size;
    }

private:
    term const* next_;
};

/// The formulas that the constructor of Formulas writes, and their lines.
template <class Formulas, int Room>
struct written_formulas {
    term line[Room]{};
    Formulas all{line, Room};
};
template <class Formulas>
inline constexpr written_formulas<Formulas, usual_lines> draft_of{};

// Functions: a lambda would be a class for each primitive.

/// As many lines as there are.
template <int Count>
struct exact_lines {
    term line[Count > 0 ? Count : 1]{};
};
template <class Formulas>
constexpr auto lines_of_draft() {
    constexpr int count = draft_of<Formulas>.all.lines;
    exact_lines<count> exact;
    if constexpr (count <= usual_lines) {
        for (int i = 0; i < count; ++i) exact.line[i] = draft_of<Formulas>.line[i];
    } else {
        written_formulas<Formulas, count> const again;
        for (int i = 0; i < count; ++i) exact.line[i] = again.line[i];
    }
    return exact;
}
template <class Formulas>
inline constexpr auto lines_of = lines_of_draft<Formulas>();
/// The formulas, each pointing to its lines.
template <class Formulas>
constexpr Formulas pointed_formulas() {
    Formulas all = draft_of<Formulas>.all;
    all.point(pointer_to_lines(lines_of<Formulas>.line));
    return all;
}
template <class Formulas>
inline constexpr Formulas formulas_of = pointed_formulas<Formulas>();

constexpr adjoint_rule write_flow(book& b, scribe& s, flow const& f) { return {b.add(s, f.value), b.add(s, f.guard)}; }
template <class P>
constexpr void write_rule(book& b, adjoint_rule* to) {
    scribe s;
    auto const rule = rule_of<P>(s);
    if constexpr (requires { rule.result; })
        for (int j = 0; j < arity<P>; ++j) to[j] = write_flow(b, s, rule.result[j]);
    else
        to[0] = write_flow(b, s, flow_of(rule));
}
template <class P, bool Above>
constexpr void write_equations(book& b, rewriting* to) {
    scribe s;
    auto const all = equation_list<P, Above>(s);
    for (int k = 0; k < equation_count<P, Above>; ++k)
        to[k] = {b.add(s, all.line[k].from), b.add(s, all.line[k].to), all.line[k].stabilises};
}

template <class P, int... J>
concept has_a_reading = requires(scribe& s) { P::reads(slot<P, J>(s)...); };
template <class P, int... J>
constexpr formula write_reading(book& b, std::integer_sequence<int, J...>) {
    if constexpr (has_a_reading<P, J...>) {
        scribe s;
        return b.add(s, part_of(to_expression(P::reads(slot<P, J>(s)...))));
    } else {
        return {};
    }
}

template <class P>
constexpr formula write_logarithmic_derivative(book& b) {
    scribe s;
    return b.add(s, part_of(to_expression(P::logarithmic_derivative(slot<P, 0>(s)))));
}

/// The marks of what an equation has as arguments of its root.
constexpr std::uint64_t sought_by(formula f) {
    term const& root = f.root();
    std::uint64_t marks = 0;
    for (int j = 0; j < root.arity; ++j) {
        term const& t = f.terms[root.arg[j]];
        if (t.op == &kind::slot)
            for (int i = 0; i < j; ++i)
                marks |= root.arg[i] == root.arg[j] || f.terms[root.arg[i]].bits == t.bits ? twice_mark : 0;
        else
            marks |= t.op == &kind::number ? kind::number.mark : mark_of(t.bits);
    }
    return marks;
}

/// What the formulas of a primitive come to.
template <class P>
struct formulas {
    adjoint_rule adjoint[3]{};
    rewriting equations[equation_count<P, false> > 0 ? equation_count<P, false> : 1]{};
    rewriting above[equation_count<P, true> > 0 ? equation_count<P, true> : 1]{};
    formula reading{}, logarithmic_derivative{};
    int lines = 0, longest = 0;

    constexpr formulas(term* to, int room) {
        book b(to, room);
        if constexpr (is_differentiable<P>) write_rule<P>(b, adjoint);
        if constexpr (equation_count<P, false> > 0) write_equations<P, false>(b, equations);
        if constexpr (equation_count<P, true> > 0) write_equations<P, true>(b, above);
        reading = write_reading<P>(b, std::make_integer_sequence<int, arity<P>>{});
        if constexpr (requires { P::logarithmic_derivative; }) logarithmic_derivative = write_logarithmic_derivative<P>(b);
        lines = b.size();
        longest = b.longest();
    }
    constexpr void point(pointer_to_lines at) {
        for (auto& rule : adjoint) at(rule.value), at(rule.guard);
        for (auto& line : equations) point(at, line);
        for (auto& line : above) point(at, line);
        at(reading), at(logarithmic_derivative);
    }

private:
    static constexpr void point(pointer_to_lines& at, rewriting& line) {
        at(line.from), at(line.to);
        if (line.from) line.sought = sought_by(line.from);
    }
};

template <class P>
constexpr int resolve_with(graph& g, int a, int b, int c) {
    return P::resolve(g, a, b, c);
}
template <class P>
constexpr int beside_with(graph& g, int quotient, int factor) {
    return P::beside(g, quotient, factor);
}
template <class P, std::size_t... J>
constexpr bool fold_with(double const* x, double& result, std::index_sequence<J...>) {
    if (!P::folds(x[J]...)) return false;
    result = P::value(x[J]...);
    return true;
}
template <class P>
constexpr bool fold_with(double const* x, double& result) {
    return fold_with<P>(x, result, std::make_index_sequence<static_cast<std::size_t>(arity<P>)>{});
}

}  // namespace detail

template <operation const* Op>
using primitive_of = decltype(primitive_at(detail::record_address<Op>{}));

namespace detail {
template <class P>
inline constexpr bool says_how_it_behaves =
    requires { P::bounded; } || requires { P::decays; } || requires { P::races; } || requires { P::explodes_with; } ||
    requires { P::vanishes_with; } || requires { P::vanishes_with_all; } || gives_condition<P>;
}  // namespace detail

template <class P>
constexpr operation describe() {
    static_assert(detail::remember<P>::done);
    static_assert(arity_is_one_to_three<P>, "ogive: a primitive needs value(x...) with one to three arguments");
    static_assert(every_argument_has_a_rule<P>,
                  "ogive: a primitive needs derivative(x..., y) or adjoint(x..., y, dy) with one result for "
                  "each argument, or differentiable = false");
    operation o{.name = P::name, .hash = detail::name_key_of<P>, .arity = arity<P>, .condition = gives_condition<P>, .bounded = gives_condition<P>};
    if constexpr (requires { P::text; }) o.text = P::text;
    if constexpr (requires { P::latex; }) o.latex = P::latex;
    if constexpr (requires { P::c99; }) o.c99 = P::c99;
    if constexpr (requires { typename P::c99_calls; }) o.c99_calls = &record<typename P::c99_calls>;
    if constexpr (requires { P::binds; }) o.binds = P::binds;
    if constexpr (requires { P::commutative; }) o.commutative = P::commutative;
    if constexpr (requires { P::picks; }) o.picks = P::picks;
    if constexpr (requires { P::chooses; }) o.chooses = P::chooses;
    if constexpr (requires { P::usually; }) o.usually = P::usually;
    if constexpr (requires { P::shape_of; }) o.shape_of = P::shape_of;
    if constexpr (requires { P::bounded; }) o.bounded = P::bounded;
    if constexpr (requires { P::decays; }) o.decays = P::decays;
    if constexpr (requires { P::races; }) o.races = P::races;
    else o.races = !detail::says_how_it_behaves<P>;
    if constexpr (requires { P::soars; }) o.soars = P::soars;
    if constexpr (requires { P::soars_with_all; }) o.soars_with_all = P::soars_with_all;
    if constexpr (requires { P::explodes_with; }) o.explodes_with = P::explodes_with;
    else if (!detail::says_how_it_behaves<P>) o.explodes_with = 0b111;
    if constexpr (requires { P::vanishes_with; }) o.vanishes_with = P::vanishes_with;
    if constexpr (requires { P::magnifies; }) o.magnifies = P::magnifies;
    if constexpr (requires { P::fades_with; }) o.fades_with = P::fades_with;
    if constexpr (requires { P::proportional_to; }) o.proportional_to = P::proportional_to;
    if constexpr (requires { P::vanishes_with_all; }) o.vanishes_with_all = P::vanishes_with_all;
    if constexpr (requires { P::price; }) o.price = P::price;
    else o.price = {.transcendental = 1};
    if constexpr (requires { P::over; }) {
        o.domain = P::over.domain;
        o.keeps = P::over.keeps;
        o.sets = P::over.sets;
        if constexpr (requires { P::compensated; }) o.compensated = P::compensated;
    }
    if constexpr (requires { &P::admits; }) o.admits_some = true;
    if constexpr (requires { P::template resolve<graph>; }) o.resolve = &detail::resolve_with<P>;
    if constexpr (requires { P::template beside<graph>; }) o.beside = &detail::beside_with<P>;
    if constexpr (requires { P::as_factor; }) o.as_factor = &record<detail::factor<P>>;
    if constexpr (requires { P::family; }) o.family = name_key(P::family);
    else if constexpr (requires { P::plain::family; }) o.family = name_key(P::plain::family);
    if constexpr (requires { P::template shared<false, false>(1.0); }) {
        o.shared = &record<detail::member_of_family<P, false, false>>;
        o.shared_of_minus = &record<detail::member_of_family<P, false, true>>;
    } else if constexpr (requires { P::plain::template shared<true, false>(1.0); }) {
        o.shared = &record<detail::member_of_family<typename P::plain, true, false>>;
        o.shared_of_minus = &record<detail::member_of_family<typename P::plain, true, true>>;
    }
    if constexpr (requires { &P::folds; }) o.fold = &detail::fold_with<P>;
    if constexpr (arity_is_one_to_three<P> && every_argument_has_a_rule<P>) {
        constexpr auto& written = detail::formulas_of<detail::formulas<P>>;
        static_assert(a_formula_has_at_most_64_lines<written.longest>,
                      "ogive: a rule or an equation has at most 64 operations");
        for (int j = 0; j < 3; ++j) o.adjoint[j] = written.adjoint[j];
        o.reads = written.reading;
        o.logarithmic_derivative = written.logarithmic_derivative;
        o.equations = written.equations;
        o.equation_count = detail::equation_count<P, false>;
        o.above = written.above;
        o.above_count = detail::equation_count<P, true>;
        for (int k = 0; k < o.above_count; ++k) o.roots_above |= mark_of(o.above[k].from.root().bits);
        for (int k = 0; k < o.equation_count; ++k) o.sought |= o.equations[k].sought;
    }
    return o;
}

}  // namespace ogive
