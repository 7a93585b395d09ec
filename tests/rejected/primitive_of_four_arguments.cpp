// expect: ogive: a primitive needs value(x...) with one to three arguments

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

#ifdef OGIVE_REJECTED
namespace mine {
struct cube {
    static constexpr std::string_view name = "cube";
    static constexpr bool differentiable = false;
    static constexpr auto value(auto a, auto b, auto c, auto d) { return a * b * c * d; }
};
}  // namespace mine
inline constexpr og::function<mine::cube> cube{};
constexpr double at = cube(x, x, x, beta)(x = 1.0, beta = 2.0);
#else
namespace mine {
struct cube {
    static constexpr std::string_view name = "cube";
    static constexpr bool differentiable = false;
    static constexpr auto value(auto a, auto b, auto c) { return a * b * c; }
};
}  // namespace mine
inline constexpr og::function<mine::cube> cube{};
constexpr double at = cube(x, x, beta)(x = 1.0, beta = 2.0);
#endif
