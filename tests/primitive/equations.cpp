// The stabilising equations of all primitives: both sides say the same, and the right one is never less exact.

#include <ogive/testing.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <type_traits>
#include <utility>
#include <vector>

namespace og = ogive;

namespace {

/// The equations of a primitive, and then those that it has above it.
template <class P>
inline constexpr int equation_count = og::record<P>.equation_count + og::record<P>.above_count;
template <class P, int K>
inline constexpr og::rewriting const* equation =
    K < og::record<P>.equation_count ? og::record<P>.equations + K : og::record<P>.above + (K - og::record<P>.equation_count);

/// The value of a formula at these arguments, operation by operation; `largest` is that of the values on the way.
template <class P, int K, bool Right>
struct side {
    static constexpr og::formula written = Right ? equation<P, K>->to : equation<P, K>->from;

    template <int I = written.size - 1, class F>
    static auto at(F const* arguments, F& largest) {
        constexpr og::term t = written.terms[I];
        auto const y = [&] {
            if constexpr (t.op == &og::kind::slot)
                return arguments[t.bits];
            else if constexpr (t.op == &og::kind::number)
                return static_cast<F>(std::bit_cast<double>(t.bits));
            else if constexpr (t.arity == 1)
                return og::primitive_of<t.op>::value(at<t.arg[0]>(arguments, largest));
            else if constexpr (t.arity == 2)
                return og::primitive_of<t.op>::value(at<t.arg[0]>(arguments, largest), at<t.arg[1]>(arguments, largest));
            else
                return og::primitive_of<t.op>::value(at<t.arg[0]>(arguments, largest), at<t.arg[1]>(arguments, largest),
                                                     at<t.arg[2]>(arguments, largest));
        }();
        // What has left the normal numbers on the way is wrong: as what overflows.
        if constexpr (!t.op->condition) largest =
            std::max(largest, y != 0 && std::fabs(y) < F(1e-290) ? std::numeric_limits<F>::infinity() : std::fabs(y));
        return y;
    }
    template <class F>
    static F of(F const* arguments) {
        F largest = 0;
        return at(arguments, largest);
    }
};

/// Of all sizes, and close together where functions bend.
std::vector<float> inputs() {
    std::vector<float> all;
    for (int i = -960; i <= 960; ++i) all.push_back(static_cast<float>(i) * 0.11f + 0.003f);
    for (int exponent = -140; exponent <= 126; exponent += 7)
        for (float const sign : {-1.37f, 1.37f}) all.push_back(std::ldexp(sign, exponent));
    return all;
}

template <class P, int K>
void right_is_better() {
    using from = side<P, K, false>;
    using to = side<P, K, true>;
    og::rule_list text;
    text.add(equation<P, K>);
    INFO(text[0]);
    double worse = 0, apart = 0;
    for (float const x : inputs())
        for (float const y : {0.75f, -2.5f}) {
            float const single[] = {x, y, 1};
            double const wide[] = {x, y, 1};
            double largest = 0;
            double const left = from::at(wide, largest), right = to::of(wide);
            if (!std::isfinite(left) || !std::isfinite(largest)) continue;  // there the right side is all there is
            apart = std::max(apart, std::fabs(left - right) / (largest + 0x1p-1000));
            double const before = og::testing::ulps(from::of(single), right),
                         after = og::testing::ulps(to::of(single), right);
            worse = std::max(worse, after - std::max(before, 2.0));
        }
    CHECK(apart <= 1e-14);
    CHECK(worse <= 0);
}

/// Checks those of a primitive; returns how many there are.
template <class P, int... K>
int check_each(std::integer_sequence<int, K...>) {
    int count = 0;
    const auto check = [&]<int I>(std::integral_constant<int, I>) {
        if constexpr (equation<P, I>->stabilises) {
            right_is_better<P, I>();
            ++count;
        }
    };
    (check(std::integral_constant<int, K>{}), ...);
    return count;
}
template <class... P>
int check_all() {
    return (check_each<P>(std::make_integer_sequence<int, equation_count<P>>{}) + ...);
}

}  // namespace

TEST_CASE("no stabilising equation loses digits") {
    CHECK(check_all<og::add_primitive, og::subtract_primitive, og::multiply_primitive, og::divide_primitive,
                    og::exp_primitive, og::log_primitive, og::log1p_primitive, og::sigmoid_primitive, og::tanh_primitive,
                    og::erf_primitive, og::normal_cdf_primitive, og::expm1_primitive, og::sech2_primitive,
                    og::silu_primitive, og::gelu_primitive, og::softplus_primitive, og::share_primitive,
                    og::root_of_square_plus_primitive, og::erfc_primitive, og::normal_pdf_primitive,
                    og::maximum_primitive, og::sqrt_primitive, og::sin_primitive>() == 84);
}
