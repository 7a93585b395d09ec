#include "said.hpp"

#include <ogive/catalogue.hpp>
#include <ogive/properties.hpp>

#include <catch2/catch.hpp>

#include <boost/hana/for_each.hpp>
#include <boost/hana/second.hpp>

#include <cmath>
#include <limits>
#include <sstream>
#include <string>
#include <type_traits>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

using said::same;

}  // namespace

TEST_CASE("what the catalogue says of an activation is what its numbers say") {
    int with_range = 0, with_lipschitz = 0, with_kinks = 0;
    boost::hana::for_each(og::catalogue, [&](auto entry) {
        using F = std::remove_cvref_t<decltype(boost::hana::second(entry))>;
        for (auto const& sentence : said::wrong<F>()) FAIL_CHECK(sentence);
        with_range += requires { F::activation::range; };
        with_lipschitz += requires { F::activation::lipschitz; };
        with_kinks += !og::kinks_of<F>.empty();
    });
    CHECK(with_range > 40);
    CHECK(with_lipschitz > 30);
    CHECK(with_kinks > 15);
}

TEST_CASE("properties of well-known curves") {
    auto const silu = og::properties(og::silu);
    CHECK(!silu.monotone);
    CHECK(!silu.convex);
    CHECK(silu.smooth());
    CHECK((silu.flat.size() == 1 && same(silu.flat[0], -1.2784645427610738)));
    CHECK((silu.zeros.size() == 1 && silu.zeros[0].low == 0));
    CHECK((silu.bounded_below() && !silu.bounded_above() && silu.saturates()));
    CHECK(same(silu.responds.high, inf));
    CHECK((silu.limits.low == 0 && silu.limits.high == inf));
    CHECK((silu.price.transcendental == 1 && silu.price.division == 1));
    CHECK(same(silu.lipschitz, 1.0998393194485827));

    auto const relu = og::properties(og::relu);
    CHECK((relu.convex && relu.monotone && !relu.zero_centred && !relu.smooth()));
    CHECK((relu.dead.size() == 1 && relu.dead[0].low == -inf && relu.dead[0].high == 0));
    CHECK((relu.lipschitz == 1 && relu.flat.empty()));
    CHECK(std::fabs(relu.mean - 1 / std::sqrt(2 * 3.14159265358979)) < 1e-9);
    CHECK(std::fabs(relu.variance - (0.5 - 0.5 / 3.14159265358979)) < 1e-9);

    auto const shrink = og::properties(og::hard_shrink);
    CHECK((shrink.dead.size() == 1 && shrink.dead[0].low == -0.5 && shrink.dead[0].high == 0.5));
    CHECK((shrink.lipschitz == inf && shrink.monotone && shrink.zero_centred && !shrink.saturates()));

    auto const sigmoid = og::properties(og::activation_function<og::sigmoid_activation>{});
    CHECK(sigmoid.dead.empty());  // though its derivative in double is 0 from -746 on
    CHECK(same(sigmoid.lipschitz, 0.25));
    double const e = std::exp(-sigmoid.responds.high);
    CHECK(std::fabs(e / (1 + e) / (1 + e) - 0x1p-10) < 1e-12);
    CHECK((sigmoid.settled_variance == 0 && std::fabs(sigmoid.settled_mean - 0.6590460684) < 1e-6));

    CHECK(og::properties(og::exponential).convex);
    CHECK(og::properties(og::sinc).range.high == 1);
    CHECK(og::properties(og::sinc).limits.low == 0);
    CHECK(og::properties(og::snake).lipschitz == Approx(2));
}

TEST_CASE("selu alone keeps a standard normal") {
    auto const selu = og::properties(og::selu);
    CHECK(selu.normalises());
    CHECK(std::fabs(selu.settled_mean) < 1e-5);
    CHECK(std::fabs(selu.settled_variance - 1) < 1e-5);
    CHECK(!og::properties(og::elu).normalises());
}

TEST_CASE("properties of activations with more inputs, and of one's own") {
    auto const clip = og::properties(og::activation_function<og::clip_activation>{}, -1, 2);
    CHECK((clip.range.low == -1 && clip.range.high == 2));
    CHECK((clip.kinks.size() == 2 && clip.kinks[0] == -1 && clip.kinks[1] == 2));
    CHECK(og::properties(og::threshold).kinks[0] == -1);          // which it gives itself
    CHECK(og::properties(og::glu, 3).lipschitz == Approx(0.75));  // the value is 3

    auto const mine = og::properties(og::activation<"mine">([](auto x) { return og::abs(x) - 2_c; }));
    CHECK(mine.name == "mine");
    CHECK((mine.range.low == -2 && mine.convex && mine.zeros.size() == 2 && mine.zeros[0].low == -2));
}

TEST_CASE("properties print themselves") {
    std::ostringstream text;
    text << og::properties(og::gelu);
    CHECK(text.str() ==
          "gelu\n"
          "    range               [-0.169971, inf]\n"
          "    limits              0, inf\n"
          "    zero-centred        no\n"
          "    monotone            no\n"
          "    convex              no\n"
          "    kinks               none: smooth\n"
          "    saturated           beyond [-3.81711, inf]\n"
          "    dead                nowhere\n"
          "    zero at             0\n"
          "    flat at             -0.751792\n"
          "    Lipschitz constant  1.1289\n"
          "    of a normal input   mean 0.282095, variance 0.345644\n"
          "    in a long chain     mean 0, variance 0\n"
          "    cost                1 transcendental, 0 divisions\n");
}
