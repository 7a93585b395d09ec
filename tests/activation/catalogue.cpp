#include <ogive/catalogue.hpp>

#include <boost/hana/at_key.hpp>
#include <boost/hana/contains.hpp>
#include <boost/hana/first.hpp>
#include <boost/hana/for_each.hpp>
#include <boost/hana/insert.hpp>
#include <boost/hana/second.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <type_traits>

namespace og = ogive;
namespace hana = boost::hana;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;

template <char... C>
constexpr hana::string<C...> named{};
constexpr auto gelu = named<'g', 'e', 'l', 'u'>;
constexpr auto mine = named<'m', 'i', 'n', 'e'>;

constexpr auto my = og::activation<"mine">([](auto e) { return e * og::sigmoid(1.5_c * e); });

// An entry is the function object itself, on expressions and on numbers.
static_assert(og::same(og::catalogue[gelu](x), og::gelu(x)));
static_assert(og::catalogue[gelu](0.5) == og::gelu(0.5));
static_assert(og::same(og::catalogue[named<'t', 'a', 'n', 'h'>](x), og::tanh(x)));

// A residual connection stands there around gelu, its default.
static_assert(og::same(og::catalogue[named<'r', 'e', 's', 'i', 'd', 'u', 'a', 'l'>](x), og::residual(og::gelu, x)));
static_assert(og::same(og::residual(x), og::residual(og::gelu, x)) && og::residual(0.5) == 0.5 + og::gelu(0.5));
static_assert(og::same(og::residual(og::relu, x), x + og::relu(x)) && og::residual(og::relu, -0.5f) == -0.5f);

// An activation of one's own joins it.
constexpr auto with_mine = hana::insert(og::catalogue, og::entry(my));
static_assert(!decltype(hana::contains(og::catalogue, mine))::value);
static_assert(og::same(with_mine[mine](x), x* og::sigmoid(1.5_c * x)));

// Sample ranges and kinks have defaults.
static_assert(og::kinks_of<decltype(my)>.empty() && og::sample_of<decltype(my)>.low == -10);
static_assert(og::kinks_of<std::remove_const_t<decltype(og::relu)>>.size() == 1);

// Hyper-parameters with their start values.
template <auto const& F>
constexpr auto parameters = og::parameters_of<std::remove_cvref_t<decltype(F)>>;
static_assert(og::parameters_of<decltype(my)>.empty() && parameters<og::relu>.empty());
static_assert(parameters<og::prelu>[0].name == "alpha" && parameters<og::prelu>[0].start == 0.25 &&
              parameters<og::prelu>[0].learned);
static_assert(parameters<og::pau>.size() == 10 && !parameters<og::softcap>[0].learned);

}  // namespace

TEST_CASE("every entry of the catalogue has a source and a sample range, and stands under its own name") {
    hana::for_each(og::catalogue, [&](auto entry) {
        using activation = og::activation_of<std::remove_cvref_t<decltype(hana::second(entry))>>;
        CAPTURE(std::string(activation::name));
        CHECK(hana::first(entry).c_str() == activation::name);
        CHECK(!activation::source.empty());
        CHECK(activation::sample.low < activation::sample.high);
    });
}
