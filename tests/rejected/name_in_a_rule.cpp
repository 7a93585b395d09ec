// expect: ogive: a rule is written in its arguments, its result and dy; it holds no var and no param

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::param<"beta"> beta;

struct ramp_primitive {
    static constexpr std::string_view name = "ramp";
    static constexpr auto value(auto x) { return x; }
#ifdef OGIVE_REJECTED
    static constexpr auto adjoint(auto x, auto, auto dy) { return static_cast<void>(x), og::when(beta > 0_c, dy); }
#else
    static constexpr auto adjoint(auto x, auto, auto dy) { return og::when(x > 0_c, dy); }
#endif
};
inline constexpr og::function<ramp_primitive> ramp{};

constexpr og::var<"x"> x;
static_assert(!og::same(og::derivative(ramp(x), x), x));
