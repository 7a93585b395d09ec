#pragma once
// The value of an expression at a point by a loop over its operations. Each operation is compiled once, whatever the
// number of expressions: slower to run than e(x = 1.0), quicker to compile for those who look at many expressions.

#include <ogive/algebra/point.hpp>
#include <ogive/meta/buffer.hpp>

namespace ogive {

/// An expression as a function of the values of its names.
template <class F>
struct interpreted {
    using step = void (*)(F (*value)[1], bool (*condition)[1], instruction const&);

    instruction const* code;
    step const* steps;
    std::size_t size;
    std::uint64_t const* keys;  ///< of the names, in the order in which their values are given

    F operator()(F const* bound) const {
        buffer<F[1]> value(size);
        buffer<bool[1]> condition(size);
        run(bound, value.data(), condition.data());
        return value[size - 1][0];
    }
    /// The values of all operations, the last one that of the expression.
    void run(F const* bound, F (*value)[1], bool (*condition)[1]) const {
        for (std::size_t i = 0; i < size; ++i) {
            instruction const& in = code[i];
            if (in.op == &kind::number)
                value[i][0] = math::number<F>(std::bit_cast<double>(in.bits));
            else if (in.op->arity > 0)
                steps[i](value, condition, in);
            else
                value[i][0] = bound[place(in.bits)];
        }
    }

private:
    std::size_t place(std::uint64_t key) const {
        std::size_t k = 0;
        while (keys[k] != key) ++k;
        return k;
    }
};

namespace detail {

template <class P, class F>
void interpreted_step(F (*value)[1], bool (*condition)[1], instruction const& in) {
    step<P>(registers<F, bool, 1>{value, condition}, in.to, in.a, in.b, in.c, std::make_integer_sequence<int, 1>{});
}

template <class E, class F, std::size_t I>
constexpr typename interpreted<F>::step interpreted_step_at() {
    constexpr operation const* op = point_of<E>.code[I].op;
    if constexpr (op->arity > 0)
        return &interpreted_step<primitive_of<op>, F>;
    else
        return nullptr;
}
template <class E, class F, class Indices>
inline constexpr int interpreted_steps = 0;
template <class E, class F, std::size_t... I>
inline constexpr typename interpreted<F>::step interpreted_steps<E, F, std::index_sequence<I...>>[] = {
    interpreted_step_at<E, F, I>()...};

template <class Names>
inline constexpr std::uint64_t keys_of[1]{};
template <class... Name>
    requires(sizeof...(Name) > 0)
inline constexpr std::uint64_t keys_of<types<Name...>>[] = {Name::key...};

}  // namespace detail

/// E as a function of the values of these names, among which are all of E.
template <class F, expression E, expression... Name>
constexpr interpreted<F> interpret(E, Name...) {
    constexpr auto size = static_cast<std::size_t>(detail::point_of<E>.size);
    return {detail::point_of<E>.code, detail::interpreted_steps<E, F, std::make_index_sequence<size>>, size,
            detail::keys_of<types<Name...>>};
}

}  // namespace ogive
