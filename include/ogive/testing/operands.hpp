#pragma once
// What the generic tests call an activation with.

#include <ogive/testing/forms.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <sstream>
#include <string>
#include <type_traits>
#include <vector>

namespace ogive::testing::detail {

template <class F>
constexpr char const* type_name = std::is_same_v<F, float> ? "float" : "double";

inline std::string shown(double const* x, int arguments) {
    std::ostringstream text;
    text.precision(17);
    for (int j = 0; j < arguments; ++j) text << (j ? ", " : "(") << x[j];
    text << ')';
    return text.str();
}

/// Columns of values, one for each argument, each off by one element from an aligned address.
template <class F>
struct operands {
    std::vector<F> values[most_arguments];
    F* at[most_arguments]{};
    std::size_t size;

    operands(int arguments, std::size_t n) : size(n) {
        for (int j = 0; j < arguments; ++j) {
            values[j].resize(n + 1);
            at[j] = values[j].data() + 1;
        }
    }
    operands(operands const&) = delete;
    operands& operator=(operands const&) = delete;

    /// Points that fill the sample range evenly, the first few of them too; never a round number.
    void fill(int arguments, interval sample) {
        constexpr double steps[] = {0.6180339887498949, 0.4142135623730951, 0.7320508075688772,
                                    0.2360679774997896};
        for (int j = 0; j < arguments; ++j)
            for (std::size_t i = 0; i < size; ++i) {
                double const along = (static_cast<double>(i) + 0.37) * steps[j];
                at[j][i] =
                    static_cast<F>(sample.low + (sample.high - sample.low) * (along - std::floor(along)));
            }
    }

    /// The i-th point, as F and as double.
    void point(int arguments, std::size_t i, F* x, double* as_double) const {
        for (int j = 0; j < arguments; ++j) as_double[j] = static_cast<double>(x[j] = at[j][i]);
    }
};

inline double largest(double const* x, int arguments) {
    double most = 1;
    for (int j = 0; j < arguments; ++j) most = std::max(most, std::fabs(x[j]));
    return most;
}

}  // namespace ogive::testing::detail
