// For cachegrind: one call over n elements, of memory that nothing else touches.

#include <ogive/ogive.hpp>

#include <cstdlib>
#include <cstring>
#include <span>

namespace og = ogive;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"u"> u;
constexpr auto often = x * u + x / u + og::square(x) - u * (x + u);  // each input many times

float in[3][1 << 18], out[2][1 << 18];

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    auto const n = static_cast<std::size_t>(std::atoi(argv[2]));
    auto const read = [&](int k) { return std::span<float const>(in[k], n); };
    auto const write = [&](int k) { return std::span<float>(out[k], n); };
    if (std::strcmp(argv[1], "evaluate") == 0)
        og::evaluate(often, write(0), x = read(0), u = read(1));
    else
        og::backward(often, read(2), x = read(0), u = read(1), og::grad(x) = write(0), og::grad(u) = write(1));
}
