/* What a printed function gave against what Ogive computes, for the program that generate.cpp prints. */

#include <float.h>
#include <math.h>
#include <stdio.h>

static unsigned long compared = 0, failed = 0;

/* want[0] is the value, the others the gradients by `arguments` arguments, those from `sums` on of terms that may cancel: of
   the largest argument there a few units in the last place are lost. An exponential's relative error grows with its
   exponent. */
static void compare(const char* name, const double* at, int arguments, int sums, const double* want, const double* got,
                    double epsilon, double smallest) {
    double largest = 1;
    for (int k = 0; k < arguments; ++k)
        if (isfinite(at[k]) && fabs(at[k]) > largest) largest = fabs(at[k]);
    for (int k = 0; k <= arguments; ++k) {
        const double w = want[k], g = got[k];
        double room = 64 * smallest;
        if (w != 0) room += epsilon * (24 + fabs(log(fabs(w)))) * fabs(w);
        if (k > sums) room += 4 * epsilon * largest;
        ++compared;
        if (isnan(w) ? isnan(g) : g == w || (isfinite(g) && isfinite(w) && fabs(g - w) <= room)) continue;
        if (failed++ >= 20) continue;
        printf("%s, output %d, at", name, k);
        for (int j = 0; j <= arguments; ++j) printf(" %.17g", at[j]);
        printf(": %.17g, not %.17g\n", g, w);
    }
}

/* A row: the arguments, dy, and what is wanted. */
static void compare_double(const char* name, const double* row, int arguments, int sums, const double* got) {
    compare(name, row, arguments, sums, row + arguments + 1, got, DBL_EPSILON, DBL_MIN * DBL_EPSILON);
}
static void compare_float(const char* name, const float* row, int arguments, int sums, const float* got) {
    double wide_row[32], wide_got[16];
    for (int k = 0; k < 2 * arguments + 2; ++k) wide_row[k] = row[k];
    for (int k = 0; k <= arguments; ++k) wide_got[k] = got[k];
    compare(name, wide_row, arguments, sums, wide_row + arguments + 1, wide_got, FLT_EPSILON, FLT_MIN * FLT_EPSILON);
}

static int report(unsigned long least) {
    printf("%lu compared, %lu failed\n", compared, failed);
    return failed > 0 || compared < least;
}
