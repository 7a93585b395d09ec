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

constexpr double pi = 3.14159265358979323846;

using said::same;

template <class Formula>
og::curve_properties properties_of(Formula formula) {
    return og::properties(og::activation<"mine">(formula));
}

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
    CHECK(with_range > 45);
    CHECK(with_lipschitz > 45);
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
    CHECK(same(silu.lipschitz, 1.099839320128867));

    auto const relu = og::properties(og::relu);
    CHECK((relu.convex && relu.monotone && !relu.zero_centred && !relu.smooth()));
    CHECK((relu.dead.size() == 1 && relu.dead[0].low == -inf && relu.dead[0].high == 0));
    CHECK((relu.lipschitz == 1 && relu.flat.empty()));
    CHECK(std::fabs(relu.mean - 1 / std::sqrt(2 * 3.14159265358979)) < 1e-9);
    CHECK(std::fabs(relu.variance - (0.5 - 0.5 / 3.14159265358979)) < 1e-9);

    auto const shrink = og::properties(og::hard_shrink);
    CHECK((shrink.dead.size() == 1 && shrink.dead[0].low == -0.5 && shrink.dead[0].high == 0.5));
    CHECK((shrink.lipschitz == inf && shrink.monotone && shrink.zero_centred && !shrink.saturates()));

    auto const sigmoid = og::properties(og::sigmoid);
    CHECK(sigmoid.dead.empty());  // though its derivative in double is 0 from -746 on
    CHECK(same(sigmoid.lipschitz, 0.25));
    double const e = std::exp(-sigmoid.responds.high);
    CHECK(std::fabs(e / (1 + e) / (1 + e) - 0x1p-10) < 1e-12);
    CHECK((sigmoid.settled_variance == 0 && std::fabs(sigmoid.settled_mean - 0.6590460684) < 1e-6));

    CHECK(og::properties(og::exponential).convex);
    CHECK(og::properties(og::snake).lipschitz == Approx(2));
}

TEST_CASE("curves that oscillate") {
    auto const sinc = og::properties(og::sinc);
    CHECK((sinc.range.high == 1 && sinc.limits.low == 0));
    // The last peak of cos(x) / x above 2^-10 is that at 325 pi, and f' falls below it a little beyond.
    CHECK(sinc.responds.low == -sinc.responds.high);
    CHECK((sinc.responds.high > 325 * pi && sinc.responds.high < 325 * pi + 0.08));
    double const x = sinc.responds.high;
    CHECK(std::fabs(std::fabs(std::cos(x) / x - std::sin(x) / x / x) - 0x1p-10) < 1e-9);
    CHECK(sinc.zeros.size() == 14);  // from -7 pi to 7 pi
    CHECK((std::fabs(sinc.zeros[0].low + 7 * pi) < 1e-12 && std::fabs(sinc.zeros[13].low - 7 * pi) < 1e-12));

    auto const rising = properties_of([](auto y) { return y - og::sin(y); });
    CHECK((rising.limits.low == -inf && rising.limits.high == inf));
    CHECK((!rising.bounded_below() && !rising.bounded_above() && rising.monotone));
    auto const wave = properties_of([](auto y) { return og::sin(y); });
    CHECK((wave.limits.low != wave.limits.low && wave.limits.high != wave.limits.high));
    CHECK((wave.range.low == -1 && wave.range.high == 1 && !wave.saturates()));
    auto const growing = properties_of([](auto y) { return y * og::sin(y); });
    CHECK((growing.limits.high != growing.limits.high && !growing.bounded_below() && !growing.bounded_above()));
    CHECK((growing.smooth() && growing.kinks.empty()));
    auto const settling = properties_of([](auto y) { return (y - og::sin(y)) / (1_c + og::abs(y)); });
    CHECK((std::fabs(settling.limits.low + 1) < 1e-6 && std::fabs(settling.limits.high - 1) < 1e-6));
}

TEST_CASE("zeros without a change of sign") {
    auto const snake = og::properties(og::snake);
    CHECK((snake.monotone && snake.flat.size() == 15 && snake.least_slope == 0));  // 3/4 pi + k pi
    for (std::size_t k = 0; k < snake.flat.size(); ++k)
        CHECK(std::fabs(snake.flat[k] - pi * (static_cast<double>(k) - 7.25)) < 1e-9);
    auto const square = properties_of([](auto x) { return og::square(x - 0.3_c); });
    CHECK((square.zeros.size() == 1 && std::fabs(square.zeros[0].low - 0.3) < 1e-9));
    auto const edge = properties_of([](auto x) { return og::abs(x - 0.3_c); });
    CHECK((edge.zeros.size() == 1 && std::fabs(edge.zeros[0].low - 0.3) < 1e-9 && edge.flat.empty()));
    auto const two = properties_of([](auto x) { return og::square(x - 0.3_c) - 0.000001_c; });
    CHECK((two.zeros.size() == 2 && same(two.zeros[0].low, 0.299) && same(two.zeros[1].low, 0.301)));
    CHECK(properties_of([](auto x) { return og::square(x - 0.3_c) + 0.000001_c; }).zeros.empty());
}

TEST_CASE("steep curves and poles") {
    auto const step = og::properties(og::step);
    CHECK((step.saturates() && step.responds.low != step.responds.low && step.shown_saturation() == "everywhere"));
    auto const clip = og::properties(og::clip, 0, 0.01);
    CHECK((clip.responds.low == 0 && clip.responds.high == 0.01));
    auto const tanh = properties_of([](auto x) { return og::tanh(1000_c * x); });
    double const last = std::acosh(std::sqrt(1000 * 1024.0)) / 1000;  // 1000 sech^2(1000 x) is 2^-10
    CHECK((std::fabs(tanh.responds.high - last) < 1e-12 && std::fabs(tanh.responds.low + last) < 1e-12));
    auto const hidden = properties_of([](auto x) { return og::tanh(100000_c * (x - 0.003_c)); });
    CHECK((hidden.responds.low > 0.0029 && hidden.responds.high < 0.0031 && !hidden.convex && hidden.dead.empty()));

    auto const inverse = properties_of([](auto x) { return 1_c / x; });
    CHECK((inverse.poles.size() == 1 && inverse.poles[0] == 0 && inverse.kinks.empty()));
    CHECK((inverse.range.low == -inf && inverse.range.high == inf && inverse.limits.high == 0));
    CHECK((!inverse.monotone && !inverse.smooth() && inverse.lipschitz == inf && inverse.mean != inverse.mean));
    auto const moved = properties_of([](auto x) { return 1_c / (x - 0.3_c); });
    CHECK((moved.poles.size() == 1 && same(moved.poles[0], 0.3)));
}

TEST_CASE("how often a curve is continuously differentiable") {
    auto const once = [](og::curve_properties const& p, double at) {
        return p.smoothness == 1 && !p.smooth() && p.kinks.empty() && p.bends.size() == 1 && p.bends[0] == at;
    };
    CHECK(once(og::properties(og::elu), 0));
    CHECK(once(og::properties(og::celu), 0));
    CHECK(once(og::properties(og::squared_relu), 0));
    CHECK(once(og::properties(og::softsign), 0));
    auto const smelu = og::properties(og::smelu);
    CHECK((smelu.smoothness == 1 && smelu.bends.size() == 2 && smelu.bends[0] == -1 && smelu.bends[1] == 1));
    CHECK(og::properties(og::isrlu).smooth());  // its third derivative jumps
    CHECK(og::properties(og::pau).smooth());    // f'' has a value of its own at 0 alone, where a sign is 0
    CHECK(og::properties(og::relu).smoothness == 0);
    CHECK(og::properties(og::step).smoothness == -1);
}

TEST_CASE("zero-centred is of mean 0 for a standard normal input") {
    CHECK(og::properties(og::tanh).zero_centred);
    CHECK(og::properties(og::selu).zero_centred);
    CHECK(og::properties(og::star_relu).zero_centred);
    CHECK(!og::properties(og::leaky_relu).zero_centred);  // whose range is all numbers
    CHECK(!og::properties(og::snake).zero_centred);
    CHECK(!og::properties(og::sigmoid).zero_centred);
}

TEST_CASE("where a long chain settles") {
    auto const at_0 = [](og::curve_properties const& p) { return p.settled_mean == 0 && p.settled_variance == 0; };
    CHECK(at_0(og::properties(og::softsign)));
    CHECK(at_0(og::properties(og::tanh)));
    CHECK(at_0(og::properties(og::isru)));
    CHECK(at_0(og::properties(og::hard_tanh)));
    CHECK(og::properties(og::identity).settled_variance == Approx(1));
    auto const steep = properties_of([](auto x) { return 2_c * og::tanh(x); });
    CHECK((steep.settled_mean == 0 && steep.settled_variance > 2 && steep.settled_variance < 3));
    auto const slow = properties_of([](auto x) { return og::abs(og::tanh(x)); });  // as 1 / n
    CHECK(slow.settled_mean != slow.settled_mean);
}

TEST_CASE("the cost is that of a call with the defaults") {
    CHECK(og::properties(og::xielu).price.transcendental == 1);
    CHECK(og::properties(og::hard_sigmoid).price.division == 1);
    CHECK(og::properties(og::snake).price.division == 0);
    CHECK(og::properties(og::squareplus).price.division == 2);  // one of them a square root
}

TEST_CASE("selu alone keeps a standard normal") {
    auto const selu = og::properties(og::selu);
    CHECK(selu.normalises());
    CHECK(std::fabs(selu.settled_mean) < 1e-5);
    CHECK(std::fabs(selu.settled_variance - 1) < 1e-5);
    CHECK(!og::properties(og::elu).normalises());
}

TEST_CASE("properties of activations with more inputs, and of one's own") {
    auto const clip = og::properties(og::clip, -1, 2);
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
          "    kinks               none\n"
          "    smoothness          C2 or smoother\n"
          "    saturated           beyond [-3.81711, inf]\n"
          "    dead                nowhere\n"
          "    zero at             0\n"
          "    flat at             -0.751792\n"
          "    Lipschitz constant  1.1289\n"
          "    of a normal input   mean 0.282095, variance 0.345644\n"
          "    in a long chain     mean 0, variance 0\n"
          "    cost                1 transcendental, 0 divisions and square roots\n");
}

TEST_CASE("properties of curves that end, stand upright, grow slowly or are steep") {
    auto const half = properties_of([](auto x) { return og::tanh(og::sqrt(x)); });
    CHECK((half.range.low == 0 && half.range.high == 1 && half.bounded_below() && half.bounded_above()));

    auto const upright = properties_of([](auto x) { return og::sign(x) * og::sqrt(og::abs(x)); });
    CHECK(same(upright.lipschitz, inf));
    CHECK(upright.smoothness == 0);

    CHECK(same(properties_of([](auto x) { return og::abs(x) * og::log1p(og::abs(x)); }).lipschitz, inf));
    CHECK(same(properties_of([](auto x) { return og::square(x); }).lipschitz, inf));
    CHECK(same(properties_of([](auto x) { return og::c<1e10> * x; }).lipschitz, 1e10));

    auto const symlog = properties_of([](auto x) { return og::sign(x) * og::log1p(og::abs(x)); });
    CHECK((symlog.kinks.empty() && symlog.smoothness == 1));

    CHECK(properties_of([](auto x) { return 1000_c * x; }).convex);
    CHECK(properties_of([](auto x) { return 100_c * og::abs(x); }).convex);
    CHECK(properties_of([](auto x) { return 3_c * x + og::c<1e5>; }).convex);
    CHECK(!properties_of([](auto x) { return og::min(3_c * x, x); }).convex);
}
