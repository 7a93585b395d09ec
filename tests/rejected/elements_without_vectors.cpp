// expect: ogive: there are no vectors of this element type for this instruction set

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

// One that xsimd has no registers for, as double's of a 32-bit NEON.
struct without_registers {
    static constexpr bool supported() { return true; }
};
#ifdef OGIVE_REJECTED
using chosen = without_registers;
#else
using chosen = xsimd::default_arch;
#endif
void f(std::vector<double>& y, std::vector<double>& v) { og::evaluate<og::arch<chosen>>(og::gelu(x), y, x = v); }
