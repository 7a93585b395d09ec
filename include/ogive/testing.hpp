#pragma once
// The library's generic tests, for any activation, one's own too:
//
//   auto const report = og::testing::check(og::activation<"my">([](auto x) { return x * og::sigmoid(x); }));
//   if (!report) std::cerr << report;
//
// Needs no test framework. Not included by <ogive/ogive.hpp>.

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"  // see <ogive/ogive.hpp>
#pragma GCC diagnostic ignored "-Wsign-conversion"

#include <ogive/ogive.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <ostream>
#include <span>
#include <sstream>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace ogive::testing {

/// What `check` found.
struct report {
    std::string name;                   ///< the activation's
    std::size_t checks = 0;             ///< how many comparisons were made
    std::vector<std::string> failures;  ///< a sentence for each thing that is wrong; empty: all is well

    explicit operator bool() const { return failures.empty(); }

    friend std::ostream& operator<<(std::ostream& to, report const& r) {
        to << r.name << ": " << r.checks << " checks, " << r.failures.size() << " failures\n";
        for (auto const& sentence : r.failures) to << "  " << sentence << '\n';
        return to;
    }
};

/// The distance of y from `exact` in units in the last place of `exact`; infinite where y is wrong in
/// kind: NaN, an infinity or a zero of the other sign.
template <class F>
double ulps(F y, long double exact) {
    constexpr double wrong = std::numeric_limits<double>::infinity();
    if (std::isnan(exact)) return std::isnan(y) ? 0 : wrong;
    if (std::isnan(y)) return wrong;
    bool const beyond = std::fabs(exact) > static_cast<long double>(std::numeric_limits<F>::max());
    if (std::isinf(y)) return beyond && (y > 0) == (exact > 0) ? 0 : wrong;
    if (std::isinf(exact)) return wrong;
    if (y == 0 && exact == 0) return std::signbit(y) == std::signbit(exact) ? 0 : wrong;
    int exponent = 0;
    std::frexp(exact, &exponent);
    exponent = std::max(exponent, std::numeric_limits<F>::min_exponent) - std::numeric_limits<F>::digits;
    return static_cast<double>(std::fabs(static_cast<long double>(y) - exact) / std::ldexp(1.0L, exponent));
}

/// A derivative by central differences with steps h, h / 2 and h / 4, extrapolated to h = 0: exact to
/// about h^6. `error` is far above its error, and large where a kink is nearer than h or at x itself.
struct difference_quotient {
    double value = 0, error = 0;
};
template <class G>
difference_quotient quotient(G const& g, double x, double h = 0x1p-6) {
    auto const central = [&](double step) { return (g(x + step) - g(x - step)) / ((x + step) - (x - step)); };
    double const a = central(h), b = central(h / 2), c = central(h / 4);
    double const ab = (4 * b - a) / 3, bc = (4 * c - b) / 3, all = (16 * bc - ab) / 15;
    // Half of what the slopes of both sides differ by, odd in the step where x is no kink.
    double const here = g(x);
    auto const bend = [&](double step) { return (g(x + step) - 2 * here + g(x - step)) / (2 * step); };
    double const near = bend(h / 4), middle = bend(h / 2), far = bend(h);
    return {all, std::fabs(all - bc) + std::fabs(8 * (2 * near - middle) - (2 * middle - far)) / 7};
}

namespace detail {

/// One thing that is checked at many points: its failures become one sentence.
class subject {
public:
    subject(report& r, std::string what) : to_(r), what_(std::move(what)) {}
    subject(subject const&) = delete;
    ~subject() {
        if (failed_ == 0) return;
        if (failed_ > 1) first_ += " (and " + std::to_string(failed_ - 1) + " more)";
        to_.failures.push_back(what_ + ": " + first_);
    }

    template <class... Words>
    void expect(bool good, Words const&... words) {
        ++to_.checks;
        if (good || failed_++ > 0) return;
        std::ostringstream text;
        text.precision(17);
        (text << ... << words);
        first_ = text.str();
    }

private:
    report& to_;
    std::string what_, first_;
    std::size_t failed_ = 0;
};

template <class F>
constexpr char const* type_name = std::is_same_v<F, float> ? "float" : "double";

inline std::string shown(double const* x, int arguments) {
    std::ostringstream text;
    text.precision(17);
    for (int j = 0; j < arguments; ++j) text << (j ? ", " : "(") << x[j];
    text << ')';
    return text.str();
}

// ---- an activation as plain functions: what follows is compiled once, not once for each activation

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

// ---- inputs

/// Columns of values, one for each argument, each off by one element from an aligned address.
template <class F>
struct operands {
    std::vector<F> values[most_arguments];
    F* at[most_arguments]{};
    std::size_t size;

    operands(int arguments, std::size_t n) : size(n) {
        for (int j = 0; j < arguments; ++j) {
            values[j].resize(n + 1);
            at[j] = values[j].data() + 1;
        }
    }
    operands(operands const&) = delete;
    operands& operator=(operands const&) = delete;

    /// Points that fill the sample range evenly, the first few of them too; never a round number.
    void fill(int arguments, interval sample) {
        constexpr double steps[] = {0.6180339887498949, 0.4142135623730951, 0.7320508075688772,
                                    0.2360679774997896};
        for (int j = 0; j < arguments; ++j)
            for (std::size_t i = 0; i < size; ++i) {
                double const along = (static_cast<double>(i) + 0.37) * steps[j];
                at[j][i] =
                    static_cast<F>(sample.low + (sample.high - sample.low) * (along - std::floor(along)));
            }
    }

    /// The i-th point, as F and as double.
    void point(int arguments, std::size_t i, F* x, double* as_double) const {
        for (int j = 0; j < arguments; ++j) as_double[j] = static_cast<double>(x[j] = at[j][i]);
    }
};

inline double largest(double const* x, int arguments) {
    double most = 1;
    for (int j = 0; j < arguments; ++j) most = std::max(most, std::fabs(x[j]));
    return most;
}

inline bool is_near_a_kink(double x, std::span<double const> kinks, double step) {
    for (double const kink : kinks)
        if (std::fabs(x - kink) <= 2 * step) return true;
    return false;
}

// ---- elementwise

template <class F>
class elementwise_checks {
    report& to;
    subject_of_tests const& of;
    elementwise_form<F> const& f;
    int const arguments = of.arguments;
    std::string const suffix = std::string(" (") + type_name<F> + ")";

    // 4 ULP, or what 4 ULP of the arguments make of the value.
    bool agree(F y, F wanted, double const* x) const {
        if (ulps(y, static_cast<long double>(wanted)) <= 4) return true;
        if (!std::isfinite(y) || !std::isfinite(wanted)) return false;
        double swing = 0;
        for (int j = 0; j < arguments; ++j) swing += std::fabs(x[j] * f.first(j, x));
        return std::fabs(static_cast<double>(y) - static_cast<double>(wanted)) <=
               4 * static_cast<double>(std::numeric_limits<F>::epsilon()) * swing;
    }

    static bool identical(F a, F b) {
        return std::isnan(b) ? std::isnan(a) : a == b && std::signbit(a) == std::signbit(b);
    }

public:
    elementwise_checks(report& r, subject_of_tests const& s, elementwise_form<F> const& form)
        : to(r), of(s), f(form) {}

    void values(operands<F> const& x, std::vector<F> const& y) {
        subject simd(to, "evaluate differs from the function on numbers" + suffix);
        F at[most_arguments];
        double as_double[most_arguments];
        for (std::size_t i = 0; i < x.size; ++i) {
            x.point(arguments, i, at, as_double);
            F const wanted = f.number(at);
            simd.expect(agree(y[i], wanted, as_double), "at ", shown(as_double, arguments), " ", y[i],
                        ", not ", wanted);
        }
    }

    // Every length up to two full packs: whatever the pack, every tail. Each buffer is unaligned for one of
    // the two offsets, and nothing beside the result is written.
    void tails(operands<F> const& x, std::vector<F> const& y, std::size_t lengths) {
        subject tail(to, "a range of another length or address has other values" + suffix);
        subject outside(to, "something beside the result is written" + suffix);
        std::vector<F> result(lengths + 3);
        for (std::size_t offset = 0; offset < 2; ++offset)
            for (std::size_t n = 0; n + offset <= lengths; ++n) {
                F* from[most_arguments]{};
                for (int j = 0; j < arguments; ++j) from[j] = x.at[j] + offset;
                std::fill(result.begin(), result.end(), F(7));
                f.evaluate(from, result.data() + 1 - offset, n);
                bool same = true;
                for (std::size_t i = 0; i < n; ++i)
                    same = same && identical(result[1 - offset + i], y[offset + i]);
                tail.expect(same, n, " values, ", offset, " elements on");
                outside.expect((offset == 1 || result[0] == F(7)) && result[1 - offset + n] == F(7), n,
                               " values");
            }
    }

    void in_place(operands<F> const& x, std::vector<F> const& y) {
        subject place(to, "the result in place of an argument differs" + suffix);
        for (int j = 0; j < arguments; ++j) {
            std::vector<F> own = x.values[j];
            F* from[most_arguments]{};
            for (int k = 0; k < arguments; ++k) from[k] = k == j ? own.data() + 1 : x.at[k];
            f.evaluate(from, from[j], x.size);
            for (std::size_t i = 0; i < x.size; ++i)
                place.expect(identical(from[j][i], y[i]), "argument ", j, ", element ", i, ": ", from[j][i],
                             ", not ", y[i]);
        }
    }

    // NaN in the first argument, or in another one that matters there, is NaN in the value.
    void nan(operands<F>& x) {
        subject lost(to, "NaN in an argument is lost" + suffix);
        F const nan = std::numeric_limits<F>::quiet_NaN();
        std::size_t const n = std::min<std::size_t>(x.size, 67);
        std::vector<F> y(n);
        for (int j = 0; j < arguments; ++j) {
            std::vector<F> own(n, nan);
            F* from[most_arguments]{};
            for (int k = 0; k < arguments; ++k) from[k] = k == j ? own.data() : x.at[k];
            f.evaluate(from, y.data(), n);
            for (std::size_t i = 0; i < n; ++i) {
                F at[most_arguments];
                double as_double[most_arguments];
                x.point(arguments, i, at, as_double);
                if (j > 0 && !(std::fabs(f.first(j, as_double)) > 0)) continue;
                at[j] = nan, as_double[j] = std::numeric_limits<double>::quiet_NaN();
                lost.expect(std::isnan(y[i]) && std::isnan(f.number(at)), "at ", shown(as_double, arguments),
                            " evaluate gives ", y[i], ", the function on numbers ", f.number(at));
            }
        }
    }

    // Extremes of one argument, and all arguments small.
    void extremes() {
        subject limit(to, "NaN at an extreme argument" + suffix), zero(to, "not finite at 0" + suffix);
        subject simd(to, "evaluate differs from the function on numbers at an extreme argument" + suffix);
        constexpr F infinity = std::numeric_limits<F>::infinity(),
                    least = std::numeric_limits<F>::denorm_min(), small = std::numeric_limits<F>::min();
        F const all[] = {F(0),  -F(0),  least,   -least,   small / 3, -small / 3,
                         small, -small, F(1e30), F(-1e30), infinity,  -infinity};
        std::size_t const n = arguments == 1 ? std::size(all) : std::size(all) - 4;
        operands<F> x(arguments, n);
        std::vector<F> y(n);
        for (int j = 0; j < arguments; ++j)
            for (std::size_t i = 0; i < n; ++i) x.at[j][i] = all[i];
        f.evaluate(x.at, y.data(), n);
        for (std::size_t i = 0; i < n; ++i) {
            F at[most_arguments];
            double as_double[most_arguments];
            x.point(arguments, i, at, as_double);
            F const number = f.number(at);
            limit.expect(!std::isnan(number) && !std::isnan(y[i]), "at ", shown(as_double, arguments));
            if (std::fabs(all[i]) <= small)
                zero.expect(std::isfinite(number) && std::isfinite(y[i]), "at ", shown(as_double, arguments));
            simd.expect(agree(y[i], number, as_double) || (std::isnan(y[i]) && std::isnan(number)), "at ",
                        shown(as_double, arguments), " ", y[i], ", not ", number);
        }
    }

    // backward against og::derivative in double, in place too.
    void gradients(operands<F> const& x) {
        subject backward(to, "backward differs from og::derivative" + suffix);
        subject place(to, "backward in place of an argument differs" + suffix);
        double const tolerance = std::is_same_v<F, float> ? 2e-6 : 1e-14;
        std::vector<F> dy(x.size);
        for (std::size_t i = 0; i < x.size; ++i) dy[i] = static_cast<F>(i % 3) - F(0.75);
        operands<F> dx(arguments, x.size), own(arguments, x.size);
        for (int j = 0; j < arguments; ++j) own.values[j] = x.values[j], own.at[j] = own.values[j].data() + 1;
        f.backward(x.at, dy.data(), dx.at, x.size);
        f.backward(own.at, dy.data(), own.at, x.size);
        for (std::size_t i = 0; i < x.size; ++i) {
            F at[most_arguments];
            double as_double[most_arguments];
            x.point(arguments, i, at, as_double);
            for (int j = 0; j < arguments; ++j) {
                double const wanted = f.first(j, as_double) * static_cast<double>(dy[i]),
                             scale = largest(as_double, arguments) + std::fabs(wanted);
                F const got = dx.at[j][i];
                backward.expect(std::fabs(static_cast<double>(got) - wanted) <= tolerance * scale,
                                "by argument ", j, " at ", shown(as_double, arguments), " ", got, ", not ",
                                wanted);
                place.expect(identical(own.at[j][i], got), "by argument ", j, " at ",
                             shown(as_double, arguments), " ", own.at[j][i], ", not ", got);
            }
        }
    }

    // The last argument as a param, which has one value for all and whose gradient is a sum.
    void params(operands<F> const& x) {
        if (!f.evaluate_param) return;
        subject value(to, "the last argument as a param gives another value" + suffix);
        subject sum(to,
                    "the gradient by the last argument as a param is not the sum over the elements" + suffix);
        int const last = arguments - 1;
        F const alpha = static_cast<F>(0.25 * of.sample.high + 0.75 * of.sample.low);
        std::vector<F> y(x.size), dy(x.size, F(0.5));
        f.evaluate_param(x.at, alpha, y.data(), x.size);
        F got = 0;
        f.backward_param(x.at, alpha, dy.data(), &got, x.size);
        double wanted = 0, size = 1;
        for (std::size_t i = 0; i < x.size; ++i) {
            F at[most_arguments];
            double as_double[most_arguments];
            x.point(arguments, i, at, as_double);
            as_double[last] = static_cast<double>(at[last] = alpha);
            value.expect(agree(y[i], f.number(at), as_double), "at ", shown(as_double, arguments), " ", y[i],
                         ", not ", f.number(at));
            double const part = f.first(last, as_double) * 0.5;
            wanted += part, size += std::fabs(part);
        }
        sum.expect(std::fabs(static_cast<double>(got) - wanted) <= 1e-13 * size, got, ", not ", wanted);
    }

    void all(std::size_t lanes) {
        operands<F> x(arguments, 2000);
        x.fill(arguments, of.sample);
        std::vector<F> y(x.size);
        f.evaluate(x.at, y.data(), x.size);
        values(x, y);
        tails(x, y, 10 * lanes + 1);
        in_place(x, y);
        nan(x);
        extremes();
        gradients(x);
        params(x);
    }
};

/// Float values against double values of the same arguments.
inline void precision_check(report& to, subject_of_tests const& of, elementwise_form<float> const& single,
                            elementwise_form<double> const& full) {
    subject value(to, "the float value is far from the double value");
    operands<float> x(of.arguments, 2000);
    x.fill(of.arguments, of.sample);
    for (std::size_t i = 0; i < x.size; ++i) {
        float at[most_arguments];
        double as_double[most_arguments];
        x.point(of.arguments, i, at, as_double);
        float const y = single.number(at);
        double const wanted = full.number(as_double);
        bool const same_kind = std::isnan(y) == std::isnan(wanted);
        double const difference = std::fabs(static_cast<double>(y) - wanted),
                     scale = largest(as_double, of.arguments) + std::fabs(wanted);
        value.expect(same_kind && (std::isnan(y) || ulps(y, static_cast<long double>(wanted)) <= 4 || difference <= 1e-6 * scale),
                     "at ", shown(as_double, of.arguments), " ", y, ", not ", wanted);
    }
}

/// The derivatives against difference quotients of the values, the second ones against those of the first.
inline void derivative_checks(report& to, subject_of_tests const& of, elementwise_form<double> const& f) {
    constexpr double step = 0x1p-6, tolerance = 1e-8;
    subject first(to, "the derivative differs from the difference quotient");
    subject second(to, "the second derivative differs from the difference quotient of the first");
    std::size_t compared = 0, points = 0;
    operands<double> x(of.arguments, 300);
    x.fill(of.arguments, of.sample);
    double at[most_arguments], copy[most_arguments];
    auto const compare = [&](subject& s, int by, double got, auto const& g, auto const&... words) {
        auto const along = [&](double moved) {
            copy[by] = moved;
            double const value = g(copy);
            copy[by] = at[by];
            return value;
        };
        auto const [wanted, error] = quotient(along, at[by], step);
        double const scale = largest(at, of.arguments) + std::fabs(g(at)) + std::fabs(wanted);
        ++points;
        if (!std::isfinite(wanted) || (by == 0 && is_near_a_kink(at[0], of.kinks, step)) ||
            !(error <= tolerance * scale / 2))
            return;
        ++compared;
        s.expect(std::fabs(got - wanted) <= tolerance * scale, words..., " at ", shown(at, of.arguments),
                 " is ", got, ", not ", wanted);
    };
    for (std::size_t i = 0; i < x.size; ++i) {
        x.point(of.arguments, i, copy, at);
        for (int j = 0; j < of.arguments; ++j) {
            compare(first, j, f.first(j, at), f.number, "by argument ", j);
            for (int k = 0; k < of.arguments; ++k)
                compare(
                    second, k, f.second(j, k, at), [&](double const* p) { return f.first(j, p); },
                    "by arguments ", j, " and ", k);
        }
    }
    subject enough(to, "too few points are smooth enough for a difference quotient");
    enough.expect(2 * compared >= points, compared, " of ", points);
}

inline void text_check(report& to, subject_of_tests const& of) {
    subject text(to, "the formula has no text");
    text.expect(!of.text.empty(), "empty");
}

// ---- rows

template <class F>
void row_checks(report& to, subject_of_tests const& of, row_form<F> const& f, row_form<double> const& exact,
                std::size_t lanes) {
    std::string const suffix = std::string(" (") + type_name<F> + ")";
    subject value(to, "a row's values differ from the double values" + suffix),
        alone(to, "a row alone has other values" + suffix),
        place(to, "the result in place of an argument differs" + suffix),
        lost(to, "NaN in an element is lost" + suffix),
        number(to, "a row of one column differs from the function on numbers" + suffix),
        gradient(to, "backward differs from the difference quotient" + suffix),
        gradient_place(to, "backward in place of an argument differs" + suffix);
    double const tolerance = std::is_same_v<F, float> ? 2e-6 : 1e-14,
                 gradient_tolerance = std::is_same_v<F, float> ? 1e-5 : 1e-8;
    constexpr std::size_t rows = 3;
    int const arguments = of.arguments;
    auto const identical = [](F a, F b) { return std::isnan(b) ? std::isnan(a) : a == b; };

    for (std::size_t const columns : {std::size_t(1), lanes > 1 ? lanes - 1 : 1, lanes, 2 * lanes + 1}) {
        std::size_t const n = rows * columns;
        operands<F> x(arguments, n), dx(arguments, n);
        operands<double> d(arguments, n);
        x.fill(arguments, of.sample);
        for (int j = 0; j < arguments; ++j)
            for (std::size_t i = 0; of.indexes[j] && i < n; ++i) x.at[j][i] = static_cast<F>(i / columns % columns);
        for (int j = 0; j < arguments; ++j)
            for (std::size_t i = 0; i < n; ++i) d.at[j][i] = static_cast<double>(x.at[j][i]);
        auto const where = [&](std::size_t i) {
            return "row " + std::to_string(i / columns) + ", column " + std::to_string(i % columns) + " of " +
                   std::to_string(columns);
        };

        std::vector<F> y(n), one(n), dy(n);
        std::vector<double> wanted(n);
        f.evaluate(x.at, y.data(), rows, columns);
        exact.evaluate(d.at, wanted.data(), rows, columns);
        for (std::size_t i = 0; i < n; ++i)
            value.expect(
                std::fabs(static_cast<double>(y[i]) - wanted[i]) <= tolerance * (1 + std::fabs(wanted[i])),
                where(i), ": ", y[i], ", not ", wanted[i]);

        F* from[most_arguments]{};
        for (std::size_t r = 0; r < rows; ++r) {
            for (int j = 0; j < arguments; ++j) from[j] = x.at[j] + r * columns;
            f.evaluate(from, one.data() + r * columns, 1, columns);
        }
        for (std::size_t i = 0; i < n; ++i)
            alone.expect(identical(one[i], y[i]), where(i), ": ", one[i], ", not ", y[i]);

        if (columns == 1)
            for (std::size_t i = 0; i < n; ++i) {
                F at[most_arguments];
                double as_double[most_arguments];
                x.point(arguments, i, at, as_double);
                F const single = f.number(at);
                number.expect(ulps(y[i], static_cast<long double>(single)) <= 4, shown(as_double, arguments),
                              ": ", y[i], ", not ", single);
            }

        for (int j = 0; j < arguments; ++j) {
            std::vector<F> own = x.values[j];
            for (int k = 0; k < arguments; ++k) from[k] = k == j ? own.data() + 1 : x.at[k];
            f.evaluate(from, from[j], rows, columns);
            for (std::size_t i = 0; i < n; ++i)
                place.expect(identical(from[j][i], y[i]), where(i), ": ", from[j][i], ", not ", y[i]);

            if (of.indexes[j]) continue;
            own = x.values[j];
            own[1 + n / 2] = std::numeric_limits<F>::quiet_NaN();
            f.evaluate(from, one.data(), rows, columns);
            lost.expect(std::isnan(one[n / 2]), where(n / 2), ": ", one[n / 2]);
        }

        // The loss sum(dy * f(x)), moved along one element of each argument.
        for (std::size_t i = 0; i < n; ++i) dy[i] = static_cast<F>(i % 5) - F(1.75);
        f.backward(x.at, dy.data(), dx.at, rows, columns);
        std::vector<double> moved(n);
        for (int j = 0; j < arguments; ++j)
            for (std::size_t i = 0; !of.indexes[j] && i < n; ++i) {
                double const here = d.at[j][i];
                auto const loss = [&](double there) {
                    d.at[j][i] = there;
                    exact.evaluate(d.at, moved.data(), rows, columns);
                    double sum = 0;
                    for (std::size_t k = 0; k < n; ++k) sum += static_cast<double>(dy[k]) * moved[k];
                    return sum;
                };
                auto const [slope, error] = quotient(loss, here);
                d.at[j][i] = here;
                if (!(error <= gradient_tolerance)) continue;
                gradient.expect(std::fabs(static_cast<double>(dx.at[j][i]) - slope) <=
                                    gradient_tolerance * (1 + std::fabs(slope)),
                                "by argument ", j, ", ", where(i), ": ", dx.at[j][i], ", not ", slope);
            }
        operands<F> own(arguments, n);
        for (int j = 0; j < arguments; ++j) own.values[j] = x.values[j], own.at[j] = own.values[j].data() + 1;
        f.backward(own.at, dy.data(), own.at, rows, columns);
        for (int j = 0; j < arguments; ++j)
            for (std::size_t i = 0; i < n; ++i)
                gradient_place.expect(identical(own.at[j][i], dx.at[j][i]), where(i));
    }
}

}  // namespace detail

/// How many arguments it needs at least, hyper-parameters with a default left out; 0: none of 1 to 4.
template <class Activation>
inline constexpr std::size_t arguments_of = detail::fewest_arguments<Activation>();

template <class Activation>
inline constexpr bool the_activation_takes_one_to_four_expressions = [] {
    if constexpr (expression<Activation>)
        return false;
    else
        return arguments_of<Activation> > 0 && std::is_empty_v<Activation>;
}();

/// The library's generic tests, on any activation: a function object of the library, of
/// `og::activation<"name">(...)`, or any callable without state that takes expressions and numbers.
///
/// Looks at  values by SIMD against values of numbers, every tail, unaligned, in place; NaN, infinities,
///           denormals and zeros; derivatives to the second order against difference quotients; backward
///           against derivatives; float against double; params; along rows where it reduces rows
/// Where     in the activation's sample range (-10 to 10 if it has none), with as few arguments as it takes
template <class Arch = simd::default_arch, class Activation>
report check(Activation) {
    report r;
    r.name = detail::name_of<Activation>();
    if constexpr (!the_activation_takes_one_to_four_expressions<Activation>) {
        static_assert(the_activation_takes_one_to_four_expressions<Activation>,
                      "ogive: what is tested is a callable without state that takes one to four expressions: "
                      "check(og::gelu)");
    } else {
        using forms = detail::forms<Arch, Activation, std::make_index_sequence<arguments_of<Activation>>>;
        detail::subject_of_tests const of = forms::subject();
        detail::text_check(r, of);
        if constexpr (the_expression_is_elementwise<typename forms::expression>) {
            constexpr auto single = forms::template elementwise<float>();
            constexpr auto full = forms::template elementwise<double>();
            detail::elementwise_checks<float>(r, of, single).all(simd::lanes<simd::batch<float, Arch>>);
            detail::elementwise_checks<double>(r, of, full).all(simd::lanes<simd::batch<double, Arch>>);
            detail::precision_check(r, of, single, full);
            detail::derivative_checks(r, of, full);
        } else {
            constexpr auto single = forms::template rows<float>();
            constexpr auto full = forms::template rows<double>();
            detail::row_checks<float>(r, of, single, full, simd::lanes<simd::batch<float, Arch>>);
            detail::row_checks<double>(r, of, full, full, simd::lanes<simd::batch<double, Arch>>);
        }
    }
    return r;
}

}  // namespace ogive::testing

#pragma GCC diagnostic pop
