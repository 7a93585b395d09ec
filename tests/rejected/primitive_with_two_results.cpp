// expect: ogive: a primitive needs derivative(x..., y) or adjoint(x..., y, dy) with one result for each argument, or differentiable = false

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

#ifdef OGIVE_REJECTED
namespace mine {
struct cube {
    static constexpr std::string_view name = "cube";
    static constexpr auto value(auto x) { return x * x * x; }
    static constexpr auto adjoint(auto x, auto, auto dy) { return og::to_each(3_c * x * x * dy, dy); }
};
}  // namespace mine
inline constexpr og::function<mine::cube> cube{};
constexpr auto d = og::derivative(cube(x * beta), x);
constexpr double at = d(x = 1.0, beta = 2.0);
#else
namespace mine {
struct cube {
    static constexpr std::string_view name = "cube";
    static constexpr auto value(auto x) { return x * x * x; }
    static constexpr auto adjoint(auto x, auto, auto dy) { return 3_c * x * x * dy; }
};
}  // namespace mine
inline constexpr og::function<mine::cube> cube{};
constexpr auto d = og::derivative(cube(x * beta), x);
constexpr double at = d(x = 1.0, beta = 2.0);
#endif
