// Translation units of different -m flags in one program. The widest stand first on the link line; the
// machine runs the narrowest first, so that code shared by mistake would be an illegal instruction on a
// machine without it, or a different result here; first of all one without exceptions, where a wrong call would abort.

#include "pass.hpp"

#include <cmath>
#include <cstdio>

std::vector<float> no_exceptions_pass();
odr::results sse2_pass();
odr::results sse4_pass();
odr::results avx_pass();
odr::results avx2_pass();
odr::results avx512_pass();

namespace {

int failures = 0;

bool close(std::vector<float> const& a, std::vector<float> const& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!(std::abs(a[i] - b[i]) <= 1e-6f)) return false;
    return a.size() == b.size();
}

void check(char const* name, odr::results const& got, odr::results const& wanted) {
    if (close(got.y, wanted.y) && close(got.dx, wanted.dx) && close(got.dbias, wanted.dbias) && got.threw) return;
    std::printf("%s gives another result\n", name);
    ++failures;
}

}  // namespace

int main() {
    odr::results const first = sse2_pass();
    float sum = 0;
    for (float const y : first.y) sum += y;
    if (!(std::abs(sum - 5) < 1e-5f)) ++failures, std::printf("five rows of a softmax add up to %g\n", static_cast<double>(sum));
    check("sse2", first, first);
    if (!close(no_exceptions_pass(), first.y)) ++failures, std::printf("without exceptions the result is another\n");
    if (__builtin_cpu_supports("sse4.2")) check("sse4", sse4_pass(), first);
    if (__builtin_cpu_supports("avx")) check("avx", avx_pass(), first);
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) check("avx2", avx2_pass(), first);
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")) check("avx512", avx512_pass(), first);
    return failures;
}
