// expect: ogive: the value of a primitive is for numbers and batches alike: static constexpr auto value(auto x)

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
namespace mine {
struct cube {
    static constexpr std::string_view name = "cube";
    static constexpr double value(double x) { return x * x * x; }
    static constexpr auto derivative(auto x, auto) { return 3_c * x * x; }
};
}  // namespace mine
inline constexpr og::function<mine::cube> cube{};
double f() { return cube(x)(x = 1.0); }
#else
namespace mine {
struct cube {
    static constexpr std::string_view name = "cube";
    static constexpr auto value(auto x) { return x * x * x; }
    static constexpr auto derivative(auto x, auto) { return 3_c * x * x; }
};
}  // namespace mine
inline constexpr og::function<mine::cube> cube{};
double f() { return cube(x)(x = 1.0); }
#endif
