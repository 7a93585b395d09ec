// expect: ogive: a primitive needs a static constexpr std::string_view name

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

namespace mine {
struct cube {
#ifndef OGIVE_REJECTED
    static constexpr std::string_view name = "cube";
#endif
    static constexpr auto value(auto x) { return x * x * x; }
    static constexpr auto derivative(auto x, auto /*y*/) { return 3_c * x * x; }
};
}  // namespace mine
inline constexpr og::function<mine::cube> cube{};
constexpr double at = og::derivative(cube(x), x)(x = 2.0);
