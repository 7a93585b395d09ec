#pragma once
// What can be learned: the params of an expression, the hyper-parameters of an activation, with their start values.

#include <ogive/activation/activation.hpp>
#include <ogive/print/text.hpp>

namespace ogive {

/// What can be learned: a param of an expression, or a hyper-parameter of an activation.
struct parameter {
    std::string_view name{};
    shape of = shapes::open;  ///< open: one value for all, or one per column, as a call binds it
    double start = 0;         ///< NaN: none is known
    bool learned = false;     ///< usually
};

/// A list of N of them, which `parameters` returns.
template <std::size_t N>
struct named_parameters {
    parameter item[N + 1]{};

    static constexpr std::size_t size() { return N; }
    static constexpr bool empty() { return N == 0; }
    constexpr parameter const& operator[](std::size_t k) const { return item[k]; }
    constexpr parameter const* begin() const { return item; }
    constexpr parameter const* end() const { return item + N; }

    /// A line for each: "alpha: one value or one per column, learned from 0.25 on".
    std::string text() const {
        std::string lines;
        for (parameter const& p : *this) {
            lines.append(p.name).append(": one value or one per column");
            if (p.learned) lines.append(", learned");
            if (p.start == p.start)
                lines.append(p.learned ? " from " : ", ")
                    .append(printing::text_number(p.start).characters)
                    .append(p.learned ? " on" : " by default");
            lines.append("\n");
        }
        return lines;
    }
    template <class Stream>
        requires requires(Stream& s, std::string const& text) { s << text; }
    friend Stream& operator<<(Stream& s, named_parameters const& all) {
        s << all.text();
        return s;
    }
};

namespace detail {

template <class... Leaf>
constexpr auto params_of(types<Leaf...>) {
    named_parameters<(0 + ... + std::size_t(Leaf::kind == &kind::parameter))> all;
    std::size_t n = 0;
    auto const add = [&]<class Name>(Name) {
        if constexpr (Name::kind == &kind::parameter) all.item[n++] = {Name::name, shapes::open, Name::start, true};
    };
    (add(Leaf{}), ...);
    return all;
}

}  // namespace detail

/// The params of an expression, in order of appearance: names, shapes, and start values, those that
/// `og::param<"alpha", 0.25>` gives.
///
/// Shape       a constant expression: a list with `size()`, `[k]`, begin and end; prints itself to a stream
/// Errors      compile time only: the argument is neither an expression nor an activation
template <expression E>
constexpr auto parameters(E) {
    return detail::params_of(typename E::leaves{});
}

/// The hyper-parameters of an activation, its last arguments in this order: `og::parameters(og::prelu)[0].start` is
/// 0.25. A start value of one that is not learned is its default.
template <class A>
constexpr auto parameters(activation_function<A>) {
    constexpr auto known = parameters_of<activation_function<A>>;
    named_parameters<known.size()> all;
    for (std::size_t k = 0; k < known.size(); ++k)
        all.item[k] = {known[k].name, shapes::open, known[k].start, known[k].learned};
    return all;
}
/// og::sigmoid, og::tanh and og::clip, primitives that are activations by themselves, have none.
template <class P>
constexpr auto parameters(function<P>) {
    return named_parameters<0>{};
}

template <class T>
inline constexpr bool what_has_parameters_is_an_expression_or_an_activation = !requires { sizeof(T); };
/// Refused.
template <class T>
    requires(!expression<T>)
constexpr auto parameters(T const&) {
    static_assert(what_has_parameters_is_an_expression_or_an_activation<T>,
                  "ogive: parameters are those of an expression or of an activation: og::parameters(e), "
                  "og::parameters(og::prelu)");
    return named_parameters<0>{};
}

}  // namespace ogive
