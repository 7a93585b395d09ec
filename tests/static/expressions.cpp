// What an expression promises at compile time.

#include <ogive/ogive.hpp>

#include <boost/hana/integral_constant.hpp>

#include <concepts>
#include <limits>
#include <ratio>
#include <type_traits>
#include <variant>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"u"> u;
constexpr og::param<"beta"> beta;

// Empty types: passed by value, nothing to dangle.
constexpr auto block = u + og::swiglu(x, u, beta);
constexpr auto slope = og::derivative(block, x);
static_assert(std::is_empty_v<decltype(block)> && std::is_empty_v<decltype(slope)>);
static_assert(std::is_trivially_copyable_v<decltype(block)>);
static_assert(std::semiregular<decltype(x * x)> && std::semiregular<og::var<"x">> && std::semiregular<og::param<"beta">>);
static_assert(std::is_trivially_copyable_v<og::var<"x">>);
static_assert(std::variant<decltype(block), decltype(slope)>(slope).index() == 1);
static_assert(std::variant<decltype(x * x), double>(x * x).index() == 0);

// Constant expressions where a product or a sum has no value, or overflows.
static_assert(og::pau(0.0) > 0.03 && og::tanh_shrink(1e300) == 1e300 && og::squareplus(1e300) == 1e300);
static_assert(og::where(x != 0_c, og::sin(x) * (1_c / x), 1_c)(x = 0.0) == 1);
static_assert(og::derivative(og::where(x != 0_c, og::sin(x) / x, 1_c), x, x)(x = 0.0) == 0);
static_assert(og::gelu_quick(-std::numeric_limits<double>::infinity()) == 0 && og::serf(-std::numeric_limits<double>::infinity()) == 0);
static_assert(og::xielu(std::numeric_limits<double>::infinity()) > 1e300 && og::smelu(1e300) == 1e300 && og::hard_swish(1e300) == 1e300);

// Constants, of every kind, exactly the compiler's.
static_assert(decltype(0.1_c)::value == 0.1 && decltype(1e-320_c)::value == 1e-320);
static_assert(og::same(0.5_c * x, og::c<0.5> * x));
static_assert(og::same(x * std::ratio<1, 4>{}, 0.25_c * x));
static_assert(og::same(x + std::integral_constant<int, 3>{}, x + 3_c));
static_assert(og::same(x + boost::hana::int_c<3>, x + 3_c));
static_assert(og::same(boost::hana::int_c<3> * (x + 1_c), 3_c * (x + 1_c)));  // of temporaries too, where Hana's fit better
static_assert(og::same((x * x) / boost::hana::int_<3>{} - boost::hana::int_c<1>, (x * x) / 3_c - 1_c));
static_assert(og::same(og::where(og::exp(x) < boost::hana::int_c<1> && x * x == boost::hana::int_c<2>, x, 1_c),
                       og::where(og::exp(x) < 1_c && x * x == 2_c, x, 1_c)));
static_assert(og::same(og::activation<"quarter">([](auto) { return std::ratio<1, 4>{}; })(x), 0.25_c));
static_assert(og::same(std::get<0>(og::vjp(x * x, std::integral_constant<int, 1>{}, x)), 2_c * x));
static_assert(!og::same(x + 0_c, x));  // -0 + 0 is 0
static_assert(og::same(x - 0_c, x) && og::same(x + og::c<-0.0>, x));

// At a point a whole number and a bool count as double.
static_assert((x * beta)(x = 3, beta = true) == 3 && (x * beta)(x = 0.5f, beta = false) == 0);
static_assert(std::is_same_v<decltype((x * beta)(x = 0.5f, beta = true)), double>);

// Simplification is exact, and folding too.
static_assert(og::same(-(-x), x) && og::same(x * x, og::square(x)) && og::same(2_c * 3_c, 6_c));
static_assert(og::same(x * u, u * x) && !og::same(x - u, u - x));

// Derivatives: to any order, mixed, by a name that does not occur.
static_assert(og::same(og::derivative(og::sigmoid(u), u), og::sigmoid(u) * (1_c - og::sigmoid(u))));
static_assert(og::same(og::derivative(x * x * x, x, x, x), 6_c));
static_assert(og::same(og::derivative(x * u * beta, x, u, beta), 1_c));
static_assert(og::same(og::derivative(og::exp(x), u), 0_c));
static_assert(og::same(og::derivative(og::exp(x), x, x, x, x, x), og::exp(x)));

// Points, in constant expressions.
static_assert(block(x = 0.0, u = 2.0, beta = 1.0) == 2.0);
static_assert(og::derivative(og::square(x) + 1_c, x)(x = 3.0) == 6.0);
static_assert(og::relu(-1.0) == 0.0 && og::leaky_relu(-1.0, 0.5_c) == -0.5 && og::maxout(1.0, 3.0, 2.0) == 3.0);
static_assert(std::is_same_v<decltype(og::gelu(0.3f)), float> && std::is_same_v<decltype(og::gelu(0.3)), double>);
static_assert(og::where(x > 0_c && x < 1_c, x, 0_c)(x = 0.5) == 0.5);
static_assert(og::softmax(x)(x = 5.0) == 1.0);  // a row of one column

// An activation of one's own.
constexpr auto mine = og::activation<"mine">([](auto v) { return v * og::sigmoid(1.5_c * v); });
static_assert(og::same(mine(x), x * og::sigmoid(1.5_c * x)) && mine(0.0) == 0.0);

// One that learns: what is left out is where it starts.
constexpr auto learning =
    og::activation<"learning">([](auto v, auto by, auto plus) { return v * og::sigmoid(by * v) + plus; },
                               og::param<"by", 1.5>{}, og::param<"plus", 0>{});
static_assert(og::same(learning(x, beta, u), x * og::sigmoid(beta * x) + u));
static_assert(og::same(learning(x), x * og::sigmoid(1.5_c * x) + 0_c));
static_assert(og::parameters(learning).size() == 2 && og::parameters(learning)[0].name == "by" &&
              og::parameters(learning)[0].start == 1.5 && og::parameters(learning)[1].learned);
static_assert(og::parameters(mine).empty());
static_assert(
    !og::the_activation_takes_these_arguments<og::activation_of<decltype(learning)>, decltype(x), decltype(u)>);

}  // namespace
