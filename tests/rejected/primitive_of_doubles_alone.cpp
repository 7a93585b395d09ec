// expect: ogive: the value of a primitive is for numbers and batches alike: static constexpr auto value(auto x)

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

namespace mine {
struct cube {
    static constexpr std::string_view name = "cube";
#ifdef OGIVE_REJECTED
    static constexpr double value(double x) { return x * x * x; }
#else
    static constexpr auto value(auto x) { return x * x * x; }
#endif
    static constexpr auto derivative(auto x, auto) { return 3_c * x * x; }
};
}  // namespace mine
inline constexpr og::function<mine::cube> cube{};
double f() { return cube(x)(x = 1.0); }
