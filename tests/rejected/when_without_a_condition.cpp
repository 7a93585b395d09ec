// expect: ogive: when(condition, dy) needs a condition first

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;


struct ramp_primitive {
    static constexpr std::string_view name = "ramp";
    static constexpr auto value(auto x) { return x; }
#ifdef OGIVE_REJECTED
    static constexpr auto adjoint(auto x, auto, auto dy) { return og::when(x, dy); }
#else
    static constexpr auto adjoint(auto x, auto, auto dy) { return og::when(x > 0_c, dy); }
#endif
};
inline constexpr og::function<ramp_primitive> ramp{};

constexpr og::var<"x"> x;
static_assert(!og::same(og::derivative(ramp(x), x), x));
