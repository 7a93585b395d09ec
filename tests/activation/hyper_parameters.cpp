// Gradients by what is learned: each hyper-parameter of the catalogue against difference quotients, and backward, by
// all params at once, against sums of these derivatives.

#include <ogive/algebra/interpret.hpp>
#include <ogive/catalogue.hpp>
#include <ogive/testing.hpp>

#include <catch2/catch.hpp>

#include <boost/hana/for_each.hpp>
#include <boost/hana/second.hpp>

#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace og = ogive;

namespace {

constexpr og::var<"x"> x;
constexpr char letters[] = "abcdefghij";
template <std::size_t K>
constexpr char letter[] = {letters[K], '\0'};
template <std::size_t K>
using hyper = og::param<og::fixed_string(letter<K>)>;
template <std::size_t K>
using input = og::var<og::fixed_string(letter<K>)>;

using function = og::interpreted<double>;

// ---- what is compiled once for each activation: the value and its derivatives by the hyper-parameters, which are the
// ---- last arguments

struct subject {
    std::string name;
    std::size_t inputs;
    std::span<og::hyper_parameter const> hyper_parameters;
    og::interval sample;
    function value;
    std::vector<function> by;
};

template <class F, std::size_t... I, std::size_t... K>
subject subject_of(std::index_sequence<I...>, std::index_sequence<K...>) {
    using E = decltype(F{}(input<I>{}..., hyper<sizeof...(I) + K>{}...));
    return {std::string(F::name),
            sizeof...(I),
            og::parameters_of<F>,
            og::sample_of<F>,
            og::interpret<double>(E{}, input<I>{}..., hyper<sizeof...(I) + K>{}...),
            {og::interpret<double>(og::derivative(E{}, hyper<sizeof...(I) + K>{}), input<I>{}...,
                                   hyper<sizeof...(I) + K>{}...)...}};
}
/// With as few arguments as it takes.
template <class F, std::size_t... I>
consteval bool is_elementwise(std::index_sequence<I...>) {
    return og::the_expression_is_elementwise<decltype(F{}(input<I>{}...))>;
}

/// Called with its inputs alone, and with all that it takes.
struct start {
    function left_out, all;
};
template <class F, std::size_t... I>
start start_of(std::index_sequence<I...>) {
    return {og::interpret<double>(F{}(input<I>{}...), input<I>{}...),
            []<std::size_t... K>(std::index_sequence<K...>) {
                return og::interpret<double>(F{}(input<I>{}..., hyper<sizeof...(I) + K>{}...), input<I>{}...,
                                             hyper<sizeof...(I) + K>{}...);
            }(std::make_index_sequence<og::parameters_of<F>.size()>{})};
}
void check_start(start const& of, og::interval sample, std::size_t inputs,
                 std::span<og::hyper_parameter const> hyper_parameters) {
    std::vector<double> at(inputs, 0.75);
    for (auto const& h : hyper_parameters) at.push_back(h.start);
    for (int k = 0; k <= 20; ++k) {
        at[0] = sample.low + (sample.high - sample.low) * k / 20;
        double const value = of.left_out(at.data());
        CHECK(std::fabs(value - of.all(at.data())) <= 1e-14 * std::fabs(value));
    }
}

void check(subject const& of) {
    constexpr double tolerance = 1e-8;
    std::size_t const arguments = of.inputs + of.hyper_parameters.size();
    std::size_t compared = 0, points = 0;
    std::vector<double> at(arguments);
    for (int k = 0; k < 90; ++k) {
        for (std::size_t j = 0; j < of.inputs; ++j)
            at[j] =
                of.sample.low + (of.sample.high - of.sample.low) * std::fmod(0.5 + 0.618 * (k + 1) * double(j + 1), 1);
        for (std::size_t j = 0; j < of.hyper_parameters.size(); ++j)
            at[of.inputs + j] = of.hyper_parameters[j].start * (1 + k % 3 * 0.125) + k % 2 * 0.0625;
        for (std::size_t j = 0; j < of.hyper_parameters.size(); ++j) {
            double& moved = at[of.inputs + j];
            double const here = moved, got = of.by[j](at.data());
            auto const [wanted, error] = og::testing::quotient(
                [&](double value) {
                    moved = value;
                    return of.value(at.data());
                },
                here, 0x1p-8);
            moved = here;
            double const scale = 1 + std::fabs(at[0]) + std::fabs(wanted) + std::fabs(of.value(at.data()));
            ++points;
            if (!(error <= tolerance * scale / 2)) continue;
            ++compared;
            INFO(of.name << " by " << of.hyper_parameters[j].name << " at " << at[0] << ": " << got << ", not "
                         << wanted);
            CHECK(std::fabs(got - wanted) <= tolerance * scale);
        }
    }
    INFO(of.name << ": " << compared << " of " << points);
    CHECK(2 * compared > points);
}

// ---- backward

constexpr std::size_t rows = 6, columns = 9, n = rows * columns;

struct data {
    std::vector<double> x = std::vector<double>(n), dy = std::vector<double>(n);
    data() {
        for (std::size_t i = 0; i < n; ++i) {
            x[i] = -4.3 + 8.7 * std::fmod(0.618 * double(i + 1), 1);
            dy[i] = 0.25 + std::fmod(0.377 * double(i), 1);
        }
    }
};

/// dy times the derivative of e by a param at each element.
template <class E, class By, class... Param>
std::vector<double> terms(data const& d, By by, std::vector<double> const& at, Param... names) {
    auto const derivative = og::interpret<double>(og::derivative(E{}, by), x, names...);
    std::vector<double> values(1 + at.size()), result(n);
    for (std::size_t k = 0; k < at.size(); ++k) values[k + 1] = at[k];
    for (std::size_t i = 0; i < n; ++i) {
        values[0] = d.x[i];
        result[i] = d.dy[i] * derivative(values.data());
    }
    return result;
}

/// The gradients of e by these params, each one value for all.
template <class E, std::size_t... K, class... Param>
void check_backward(E e, std::vector<double> const& at, std::index_sequence<K...>, Param... names) {
    data const d;
    std::vector<double> got(sizeof...(K));
    og::backward<og::pack<1>>(e, d.dy, x = d.x, names = at[K]..., og::grad(names) = got[K]...);
    std::vector<double> const wanted[] = {terms<E>(d, names, at, names...)...};
    for (std::size_t k = 0; k < got.size(); ++k) {
        double sum = 0, size = 0;
        for (double const term : wanted[k]) sum += term, size += std::fabs(term);
        INFO(og::to_text(e) << " by " << og::parameters(e)[k].name);
        CHECK(size > 0);
        CHECK(got[k] == Approx(sum).margin(1e-13 * size));
    }
}
template <class E, class... Param>
void check_backward(E e, std::vector<double> const& at, Param... names) {
    check_backward(e, at, std::index_sequence_for<Param...>{}, names...);
}

constexpr hyper<0> a;
constexpr hyper<1> b;
constexpr hyper<2> c;
constexpr hyper<3> d;
constexpr hyper<4> f;
constexpr hyper<5> g;

}  // namespace

TEST_CASE("derivatives by every hyper-parameter are difference quotients") {
    std::size_t activations = 0;
    boost::hana::for_each(og::catalogue, [&](auto entry) {
        using F = std::remove_cvref_t<decltype(boost::hana::second(entry))>;
        constexpr std::size_t count = og::parameters_of<F>.size(), fewest = og::testing::arguments_of<F>;
        if constexpr (count > 0 && is_elementwise<F>(std::make_index_sequence<fewest>{})) {
            check(
                subject_of<F>(std::make_index_sequence<og::inputs_of<F>.size()>{}, std::make_index_sequence<count>{}));
            ++activations;
        }
    });
    CHECK(activations > 20);
}

TEST_CASE("a call without hyper-parameters has them where they start") {
    boost::hana::for_each(og::catalogue, [&](auto entry) {
        using F = std::remove_cvref_t<decltype(boost::hana::second(entry))>;
        if constexpr (!og::parameters_of<F>.empty()) {
            INFO(F::name);
            constexpr std::size_t inputs = og::inputs_of<F>.size();
            constexpr bool takes_inputs_alone = og::testing::arguments_of<F> <= inputs;
            CHECK(takes_inputs_alone);
            if constexpr (takes_inputs_alone)
                if constexpr (is_elementwise<F>(std::make_index_sequence<inputs>{}))
                    check_start(start_of<F>(std::make_index_sequence<inputs>{}), og::sample_of<F>, inputs,
                                og::parameters_of<F>);
        }
    });
}

TEST_CASE("backward sums the gradient by every learned param") {
    check_backward(og::prelu(x, a), {0.25}, a);
    check_backward(og::swish(x, a), {1.25}, a);
    check_backward(og::snake(x, a), {0.75}, a);
    check_backward(og::star_relu(x, a, b), {0.8944, -0.4472}, a, b);
    check_backward(og::xielu(x, a, b), {0.8, 0.75}, a, b);
    check_backward(og::acon_c(x, a, b, c), {1.125, 0.25, 0.875}, a, b, c);
}

TEST_CASE("backward sums the gradient by the pieces of maxout and by the coefficients of pau") {
    check_backward(og::maxout(a * x + b, c * x + d, f * x + g), {-1, -0.5, 0.25, 0.125, 1.5, -2}, a, b, c, d, f, g);
    constexpr hyper<6> h;
    constexpr hyper<7> i;
    constexpr hyper<8> j;
    constexpr hyper<9> k;
    check_backward(og::pau(x, a, b, c, d, f, g, h, i, j, k), {0.04, 0.5, 1.5, 1.7, 0.76, 0.12, 0.1, 3.4, -0.05, 0.24},
                   a, b, c, d, f, g, h, i, j, k);
}

TEST_CASE("pau has the derivatives of a quotient, whatever its coefficients") {
    constexpr hyper<6> h;
    constexpr hyper<7> i;
    constexpr hyper<8> j;
    constexpr hyper<9> k;
    constexpr auto curve = og::pau(x, a, b, c, d, f, g, h, i, j, k);
    double const sets[][10] = {{0.04, 0.5, 1.5, 1.7, 0.76, 0.12, 0.1, 3.4, -0.05, 0.24},
                               {1, -2, 0.5, 0.3, -0.7, 0.2, -1, 0.5, -0.25, 0.125},
                               {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0, 0},
                               {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0, 0, 0, 0}};
    for (auto const& set : sets)
        for (double const size : {0.3, 0.9, 1.5, 5.0, 8.5, 30.0, 1e4})
            for (double const at : {size, -size}) {
                INFO(at << " " << set[0]);
                long double p[3]{}, q[3]{};  // with their derivatives
                for (int e = 5; e >= 0; --e) {
                    p[2] = p[2] * at + 2 * p[1], p[1] = p[1] * at + p[0], p[0] = p[0] * at + set[e];
                    q[2] = q[2] * at + 2 * q[1], q[1] = q[1] * at + q[0];
                    q[0] = q[0] * at + (e > 0 && e < 5 ? set[5 + e] : 0);
                }
                long double const sign = q[0] > 0 ? 1 : q[0] < 0 ? -1 : 0;
                long double const below = 1 + std::fabs(q[0]), y = p[0] / below;
                long double const slope = (p[1] - y * sign * q[1]) / below;
                long double const bend = (p[2] - 2 * slope * sign * q[1] - y * sign * q[2]) / below;
                long double const by_i = -sign * y * at * at / below;
                long double const by_both = -sign * (slope * at * at + 2 * y * at) / below - by_i * sign * q[1] / below;
                auto const value = [&](auto e) {
                    return e(x = at, a = set[0], b = set[1], c = set[2], d = set[3], f = set[4], g = set[5], h = set[6],
                             i = set[7], j = set[8], k = set[9]);
                };
                auto const near = [](long double wanted) {
                    return Approx(double(wanted)).epsilon(1e-11).margin(1e-11);
                };
                CHECK(value(curve) == near(y));
                CHECK(value(og::derivative(curve, x)) == near(slope));
                CHECK(value(og::derivative(curve, x, x)) == near(bend));
                CHECK(value(og::derivative(curve, i)) == near(by_i));
                CHECK(value(og::derivative(curve, i, x)) == near(by_both));
                CHECK(value(og::derivative(curve, x, i)) == near(by_both));
            }
}

TEST_CASE("prelu with a slope for each channel has a gradient for each") {
    data const drawn;
    std::vector<double> slope(columns), got(columns, -1), wanted(columns);
    for (std::size_t k = 0; k < columns; ++k) slope[k] = 0.25 + 0.01 * double(k);
    og::backward<og::pack<1>>(og::prelu(x, a), og::matrix(drawn.dy.data(), rows, columns),
                              x = og::matrix(drawn.x.data(), rows, columns), a = slope, og::grad(a) = got);
    auto const term = terms<decltype(og::prelu(x, a))>(drawn, a, {0}, a);
    for (std::size_t i = 0; i < n; ++i) wanted[i % columns] += term[i];
    for (std::size_t k = 0; k < columns; ++k) CHECK(got[k] == Approx(wanted[k]).margin(1e-13));
}
