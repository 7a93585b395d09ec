// expect: ogive: og::arch<A> is an instruction set that this file is compiled for: add -mavx2 or its like

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

// One instruction set of another family than the target's.
#ifdef OGIVE_REJECTED
using other = std::conditional_t<xsimd::neon::supported(), xsimd::sse2, xsimd::neon>;
#else
using other = xsimd::default_arch;
#endif
void f(std::vector<float>& y, std::vector<float>& v) { og::evaluate<og::arch<other>>(og::gelu(x), y, x = v); }
