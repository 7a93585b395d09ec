// Fast accuracy over the catalogue: within 2^-21 max(1, |f|) of full, and what is special is the same.

#include <ogive/catalogue.hpp>
#include <ogive/ogive.hpp>
#include <ogive/testing.hpp>

#include <catch2/catch.hpp>

#include <boost/hana/for_each.hpp>
#include <boost/hana/second.hpp>

#include <cmath>
#include <limits>
#include <string_view>
#include <type_traits>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;

std::vector<float> inputs() {
    constexpr float infinity = std::numeric_limits<float>::infinity();
    std::vector<float> all{std::numeric_limits<float>::quiet_NaN(), -0.0f, 0.0f};
    for (float const size : {1e-45f, 1e-40f, 1e-20f, 1e-7f, 1e4f, 1e10f, 1e20f, 3.4e38f, infinity}) {
        all.push_back(size);
        all.push_back(-size);
    }
    for (int i = -60000; i <= 60000; ++i) all.push_back(static_cast<float>(i) * 0.0019f);
    return all;
}

bool are_near(float got, float wanted, float at) {
    if (std::isnan(wanted)) return std::isnan(got);
    if (std::isinf(wanted)) return got == wanted;
    if ((at == 0 || std::isinf(at)) && wanted == 0) return got == 0 && std::signbit(got) == std::signbit(wanted);
    double const size = std::fmax(1.0, std::fabs(static_cast<double>(wanted)));
    return std::fabs(static_cast<double>(got) - static_cast<double>(wanted)) <= std::ldexp(size, -21);
}

template <class E>
void check(E e, std::string_view what) {
    std::vector<float> const in = inputs();
    std::vector<float> full(in.size()), fast(in.size());
    og::evaluate<og::pack<1>>(e, full, x = in);
    og::evaluate<og::pack<1>, og::fast>(e, fast, x = in);
    for (std::size_t i = 0; i < in.size(); ++i) {
        if (are_near(fast[i], full[i], in[i])) continue;
        INFO(what << " at " << in[i] << " " << fast[i] << ", not " << full[i]);
        CHECK(false);
    }
}

}  // namespace

TEST_CASE("fast is within 2^-21 of full") {
    int entries = 0;
    boost::hana::for_each(og::catalogue, [&](auto entry) {
        using function = std::remove_cvref_t<decltype(boost::hana::second(entry))>;
        if constexpr (og::testing::arguments_of<function> == 1) {
            constexpr auto f = function{}(x);
            if constexpr (og::the_expression_is_elementwise<std::remove_const_t<decltype(f)>>) {
                check(f, function::name);
                ++entries;
            }
        }
    });
    CHECK(entries >= 45);
}

TEST_CASE("fast is full where something is divided by a function that may be 0 in its tail") {
    check(og::c<1e-9> / og::softplus(x), "number / softplus");
    check(og::derivative(og::c<1e-9> * x / og::sigmoid(x), x), "derivative of x / sigmoid");
    check(og::log(og::sigmoid(x) * og::softplus(x)), "log(sigmoid softplus)");
    check(og::sqrt(og::normal_cdf(x)), "sqrt(normal_cdf)");
    static_assert(!og::explain<og::fast>(x / og::sigmoid(x)).fast);
    static_assert(og::explain<og::fast>(x * og::sigmoid(x)).fast);
    static_assert(og::explain<og::fast>(og::softmax(x)).fast);
    static_assert(og::explain<og::fast>(x / (2_c + og::exp(x))).fast);
}
