// expect: ogive: a primitive needs a static constexpr std::string_view name

#include <ogive/ogive.hpp>

#include <string>

namespace og = ogive;
using namespace og::literals;

constexpr og::var<"x"> x;
namespace mine {
struct cube {
#ifdef OGIVE_REJECTED
    static inline std::string const name = "cube";
#else
    static constexpr std::string_view name = "cube";
#endif
    static constexpr auto value(auto v) { return v * v * v; }
    static constexpr auto derivative(auto v, auto) { return 3_c * v * v; }
};
}  // namespace mine
inline constexpr og::function<mine::cube> cube{};
constexpr auto e = cube(x);
