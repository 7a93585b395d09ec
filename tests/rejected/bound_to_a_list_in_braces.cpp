// expect: ogive: a name is bound to values that stay where they are: std::vector<float> v{...}, then x = v

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y) { og::evaluate(og::silu(x), y, x = {1.0f, 2.0f}); }
#else
void f(std::vector<float>& y) {
    std::vector<float> const v{1.0f, 2.0f};
    og::evaluate(og::silu(x), y, x = v);
}
#endif
