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

};
}  // namespace mine
inline constexpr og::function<mine::cube> cube{};
constexpr double at = cube(x * beta)(x = 1.0, beta = 2.0);
#else
namespace mine {
struct cube {
    static constexpr std::string_view name = "cube";
    static constexpr bool differentiable = false;
    static constexpr auto value(auto x) { return x * x * x; }
};
}  // namespace mine
inline constexpr og::function<mine::cube> cube{};
constexpr double at = cube(x * beta)(x = 1.0, beta = 2.0);
#endif
