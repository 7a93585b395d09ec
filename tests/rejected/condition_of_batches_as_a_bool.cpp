// expect: batch_bool<float,

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

namespace mine {
struct positive {
    static constexpr std::string_view name = "positive";
#ifdef OGIVE_REJECTED
    static constexpr auto value(auto v) {
        if (v > 0) return v;
        return decltype(v)(0);
    }
#else
    static constexpr auto value(auto v) { return og::maximum(v, 0); }
#endif
    static constexpr auto derivative(auto v, auto) { return og::where(v > 0_c, 1_c, 0_c); }
};
}  // namespace mine
inline constexpr og::function<mine::positive> positive{};
void f(std::vector<float> const& in, std::vector<float>& y) { og::evaluate(positive(x), y, x = in); }
