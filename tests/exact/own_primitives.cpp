// Primitives of a user's own in many digits: by a definition, by what one reads; and one that has neither is refused.

#include "curve.hpp"
#include "definitions.hpp"

#include <cstdio>
#include <stdexcept>
#include <string>

namespace og = ogive;
using namespace ogive::literals;

namespace mine {

struct defined_primitive {
    static constexpr std::string_view name = "defined";
    static constexpr auto value(auto x) { return x * x * x; }
    static constexpr auto derivative(auto x, auto) { return 3_c * x * x; }
};
struct read_primitive : defined_primitive {
    static constexpr std::string_view name = "read";
    static constexpr auto reads(auto x) { return x * og::power(-x, 2_c); }
};
struct unknown_primitive : defined_primitive {
    static constexpr std::string_view name = "unknown";
};

}  // namespace mine

namespace {

constexpr og::var<"x"> x;
bool const is_defined =
    exact::define<mine::defined_primitive>([](auto const* a) { return a[0] * a[0] * a[0]; });

template <class Primitive>
exact::curve curve_of() {
    using E = decltype(og::function<Primitive>{}(x) + 1_c);
    return exact::curve(exact::write<E, og::var<"x">>());
}

int failed = 0;
void expect(bool good, char const* what) {
    if (!good) ++failed, std::printf("%s\n", what);
}
template <class Primitive>
void expect_cube(char const* what) {
    exact::curve_point const f = curve_of<Primitive>().at(2);
    expect(f.value.value == 9 && f.slope.value == 12 && f.bend == 12, what);
}

}  // namespace

int main() {
    expect(is_defined, "define");
    expect_cube<mine::defined_primitive>("what is defined is not its definition");
    expect_cube<mine::read_primitive>("what reads x (-x)^2 is not that");
    try {
        curve_of<mine::unknown_primitive>();
        expect(false, "one without a definition is taken");
    } catch (std::invalid_argument const& error) {
        expect(std::string(error.what()).find("unknown") != std::string::npos, "the sentence does not name it");
    }
    std::printf("%d failed\n", failed);
    return failed;
}
