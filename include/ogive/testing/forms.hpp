#pragma once
// An activation as plain functions: the tests of them are compiled once, not once for each activation.

#include <ogive/ogive.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <type_traits>
#include <utility>

namespace ogive::testing::detail {

inline constexpr int most_arguments = 4;

template <class F>
struct elementwise_form {
    F (*number)(F const* x);  // f(x)
    void (*evaluate)(F* const* x, F* y, std::size_t n);
    void (*backward)(F* const* x, F* dy, F* const* dx, std::size_t n);
    double (*first)(int i, double const* x);  // og::derivative
    double (*second)(int i, int j, double const* x);
    // The last argument as a param, which is one number for all.
    void (*evaluate_param)(F* const* x, F alpha, F* y, std::size_t n);
    void (*backward_param)(F* const* x, F alpha, F* dy, F* dalpha, std::size_t n);
};

template <class F>
struct row_form {
    F (*number)(F const* x);
    void (*evaluate)(F* const* x, F* y, std::size_t rows, std::size_t columns);
    void (*backward)(F* const* x, F* dy, F* const* dx, std::size_t rows, std::size_t columns);
};

struct subject_of_tests {
    int arguments;
    interval sample;
    std::span<double const> kinks;
    std::string text;
    bool indexes[most_arguments];  // whether an argument holds indices of columns
};

template <std::size_t K>
inline constexpr char argument_characters[] = {'x', static_cast<char>('0' + K), '\0'};
template <std::size_t K>
using argument = var<fixed_string(argument_characters<K>)>;
using param_argument = param<"alpha">;

/// How many arguments f needs at least.
template <class Activation, std::size_t... K>
consteval bool takes(std::index_sequence<K...>) {
    if constexpr (requires { typename Activation::activation; })
        return the_activation_takes_these_arguments<typename Activation::activation, argument<K>...>;
    else if constexpr (requires { typename Activation::primitive; })
        return arity<typename Activation::primitive> == static_cast<int>(sizeof...(K));
    else
        return std::is_invocable_v<Activation, argument<K>...>;
}
template <class Activation, std::size_t N = 1>
consteval std::size_t fewest_arguments() {
    if constexpr (N > static_cast<std::size_t>(most_arguments))
        return 0;
    else if constexpr (takes<Activation>(std::make_index_sequence<N>{}))
        return N;
    else
        return fewest_arguments<Activation, N + 1>();
}

template <class Activation>
std::string name_of() {
    if constexpr (requires { Activation::name; })
        return std::string(Activation::name);
    else if constexpr (requires { Activation::primitive::name; })
        return std::string(Activation::primitive::name);
    else
        return "an activation without a name";
}

/// e at each element, where it is one value for each row.
template <class E>
constexpr auto at_each_element() {
    constexpr bool of_rows = [] {
        graph g;
        return dimensions(g[E::lower(g)].of) == shapes::per_row;
    }();
    if constexpr (of_rows)
        return where(column() >= c<0>, E{}, c<0>);
    else
        return E{};
}

/// Whether X holds indices of columns.
template <class E, class X>
inline constexpr bool indexes_columns = [] {
    graph g;
    E::lower(g);
    for (int i = 0; i < g.size(); ++i)
        if (g[i].op == &record<as_column_primitive> && g[g[i].a].bits == X::key) return true;
    return false;
}();

/// The forms of one activation.
template <class Arch, class Activation, class Arguments>
struct forms;
template <class Arch, class Activation, std::size_t... K>
struct forms<Arch, Activation, std::index_sequence<K...>> {
    static constexpr std::size_t arguments = sizeof...(K);
    using formula = decltype(std::declval<Activation const&>()(argument<K>{}...));
    using expression = decltype(at_each_element<formula>());
    using leaves = types<argument<K>...>;

    static subject_of_tests subject() {
        return {static_cast<int>(arguments), sample_of<Activation>, kinks_of<Activation>, to_text(formula{}),
                {indexes_columns<formula, argument<K>>...}};
    }

    template <std::size_t J>
    static constexpr auto argument_or_param() {
        if constexpr (J + 1 == arguments)
            return param_argument{};
        else
            return argument<J>{};
    }

    // Whole packs in float; in double one vector at a time, half as dear to compile.
    template <class F>
    using vectors = std::conditional_t<std::is_same_v<F, float>, arch<Arch>, pack<1>>;

    template <class F>
    static F number(F const* x) {
        return Activation{}(x[K]...);
    }

    template <class F>
    static void evaluate(F* const* x, F* y, std::size_t n) {
        ogive::evaluate<arch<Arch>, vectors<F>>(expression{}, std::span<F>(y, n),
                                    argument<K>{} = std::span<F>(x[K], n)...);
    }
    template <class F>
    static void backward(F* const* x, F* dy, F* const* dx, std::size_t n) {
        ogive::backward<arch<Arch>, vectors<F>>(expression{}, std::span<F>(dy, n),
                                    argument<K>{} = std::span<F>(x[K], n)...,
                                    grad(argument<K>{}) = std::span<F>(dx[K], n)...);
    }

    template <std::size_t J, class F>
    static auto bound_or_param(F* const* x, F alpha, std::size_t n) {
        if constexpr (J + 1 == arguments)
            return param_argument{} = alpha;
        else
            return argument<J>{} = std::span<F>(x[J], n);
    }
    template <class F>
    static void evaluate_param(F* const* x, F alpha, F* y, std::size_t n) {
        ogive::evaluate<arch<Arch>, vectors<F>>(Activation{}(argument_or_param<K>()...), std::span<F>(y, n),
                                    bound_or_param<K>(x, alpha, n)...);
    }
    template <class F>
    static void backward_param(F* const* x, F alpha, F* dy, F* dalpha, std::size_t n) {
        ogive::backward<arch<Arch>, vectors<F>>(Activation{}(argument_or_param<K>()...), std::span<F>(dy, n),
                                    bound_or_param<K>(x, alpha, n)..., grad(param_argument{}) = *dalpha);
    }

    // As a table of functions, so that each derivative is compiled by itself.
    template <class E>
    static double at(double const* x) {
        return ogive::detail::value_of<E, leaves, double>(x);
    }
    template <std::size_t I>
    using by = decltype(derivative(expression{}, argument<I>{}));
    static double first(int i, double const* x) {
        constexpr double (*table[])(double const*) = {at<by<K>>...};
        return table[i](x);
    }
    template <std::size_t I, std::size_t J>
    using by_both =
        decltype(derivative(expression{}, argument<(I < J ? I : J)>{}, argument<(I < J ? J : I)>{}));
    template <std::size_t I>
    static double second_by(int j, double const* x) {
        constexpr double (*table[])(double const*) = {at<by_both<I, K>>...};
        return table[j](x);
    }
    static double second(int i, int j, double const* x) {
        constexpr double (*table[])(int, double const*) = {second_by<K>...};
        return table[i](j, x);
    }

    template <class F>
    static constexpr elementwise_form<F> elementwise() {
        elementwise_form<F> f{number<F>, evaluate<F>, backward<F>, first, second, nullptr, nullptr};
        if constexpr (arguments > 1 && std::is_same_v<F, double>) {
            f.evaluate_param = evaluate_param<F>;
            f.backward_param = backward_param<F>;
        }
        return f;
    }

    template <class F>
    static void evaluate_rows(F* const* x, F* y, std::size_t rows, std::size_t columns) {
        ogive::evaluate<arch<Arch>>(expression{}, matrix(y, rows, columns),
                                    argument<K>{} = matrix(x[K], rows, columns)...);
    }
    template <class F>
    static void backward_rows(F* const* x, F* dy, F* const* dx, std::size_t rows, std::size_t columns) {
        ogive::backward<arch<Arch>>(expression{}, matrix(dy, rows, columns),
                                    argument<K>{} = matrix(x[K], rows, columns)...,
                                    grad(argument<K>{}) = matrix(dx[K], rows, columns)...);
    }
    template <class F>
    static constexpr row_form<F> rows() {
        return {number<F>, evaluate_rows<F>, backward_rows<F>};
    }
};

}  // namespace ogive::testing::detail
