#pragma once
// Where Ogive and PyTorch 1.13 disagree, and why. MPFR decides: what Ogive has must be exact to 16 ULP, or the limit. A
// point where the derivative is a convention is given by a condition instead.

#include <cmath>
#include <cstddef>
#include <cstdio>
#include <string_view>

namespace oracle {

enum class quantity { value, gradient, second };
inline constexpr char const* quantity_names[] = {"value", "gradient", "second gradient"};

struct disagreement {
    std::string_view name;
    bool of_value, of_gradient, of_second;
    char const* reason;
    bool (*by_convention_at)(double const* data) = nullptr;
    std::size_t met = 0;

    bool is_of(quantity q) const {
        return q == quantity::value ? of_value : q == quantity::gradient ? of_gradient : of_second;
    }
};

class disagreements {
    static bool is_nan(double const* x) { return std::isnan(x[0]); }
    static constexpr char const* at_nan = "at NaN nothing flows; Ogive lets it through";
    static constexpr char const* second_at_0 =
        "at 0 the second derivative of x, 0; Ogive has that of the exponential, as both have for the first";
    disagreement all_[27] = {
        {"silu", true, true, true, "NaN at the infinities: an infinity times 0"},
        {"gelu", true, true, true, "NaN at the infinities, and where x^2 overflows"},
        {"gelu_tanh", true, true, true, "NaN at the infinities, and where x^3 overflows"},
        {"mish", true, true, true, "NaN at the infinities, and where e^x overflows"},
        {"hard_swish", true, false, false, "NaN at -inf"},
        {"softsign", true, true, true, "NaN at the infinities: inf / inf"},
        {"sinc", true, true, true, "NaN at the infinities and next to 0, where the derivative loses all digits"},
        {"softplus", false, false, true, "the identity above 20"},
        {"hard_sigmoid", false, true, true, "a sixth of the gradient is rounded to float, in double too"},
        {"glu", true, true, true, "NaN where one is infinite and the other large; 1 - sigmoid(gate) loses its digits"},
        {"glu", true, true, true, "0 where sigmoid' is denormal; NaN where 1 - 2 sigmoid is 0 and the value infinite",
         [](double const* x) {
             return (std::fabs(x[0]) > 87 && std::isfinite(x[1])) || (std::fabs(x[0]) < 1e-300 && std::isinf(x[1]));
         }},
        {"prelu", false, false, true, "NaN at the infinities"},
        {"binary_cross_entropy", true, false, false, "NaN at -inf; (1 - t) x - t x loses the smaller"},
        {"hard_swish", false, true, true,
         "at its kinks the derivative of x (x + 3) / 6 ([known](https://github.com/pytorch/pytorch/issues/147801)); "
         "Ogive has "
         "0 at -3 and 1 at 3",
         [](double const* x) { return std::fabs(x[0]) == 3; }},
        {"elu", false, false, true, second_at_0, [](double const* x) { return x[0] == 0; }},
        {"celu", false, false, true, second_at_0, [](double const* x) { return x[0] == 0; }},
        {"selu", false, false, true, second_at_0, [](double const* x) { return x[0] == 0; }},
        {"clip", false, true, true,
         "where its bounds are equal, no gradient to either for what lies below; Ogive gives it to the lower",
         [](double const* x) { return x[1] == x[2]; }},
        {"soft_shrink", true, false, false, "NaN becomes 0; Ogive keeps NaN", is_nan},
        {"step", true, false, false, "NaN becomes 0; Ogive keeps NaN", is_nan},
        {"soft_shrink", false, true, true, at_nan, is_nan},
        {"hard_shrink", false, true, true, at_nan, is_nan},
        {"hard_tanh", false, true, true, at_nan, is_nan},
        {"hard_sigmoid", false, true, false, at_nan, is_nan},
        {"relu6", false, true, true, at_nan, is_nan},
        {"hard_swish", false, false, true, at_nan, is_nan},
        {"prelu", false, false, true, at_nan, is_nan},
    };

public:
    /// The entry that knows of it, or null. `exact`: whether MPFR has what Ogive has.
    template <class Exact>
    bool knows(std::string_view name, quantity what, double const* data, Exact exact) {
        for (disagreement& d : all_)
            if (d.name == name && d.is_of(what) && (d.by_convention_at ? d.by_convention_at(data) : exact())) {
                ++d.met;
                return true;
            }
        return false;
    }

    /// The list as docs/pytorch.md has it.
    void print_table() const {
        auto const mark = [](bool of) { return of ? "x" : " "; };
        for (disagreement const& d : all_)
            std::printf("| %s | %s | %s | %s | %s |\n", d.name.data(), mark(d.of_value), mark(d.of_gradient),
                        mark(d.of_second), d.reason);
    }

    /// Prints the list; returns how many of it were not met.
    template <class Chosen>
    std::size_t print(Chosen chosen) const {
        std::size_t stale = 0;
        for (disagreement const& d : all_) {
            if (!chosen(d.name)) continue;
            std::printf("known: %-22s %5zu times: %s\n", d.name.data(), d.met, d.reason);
            if (d.met == 0) ++stale, std::printf("    is no disagreement any more\n");
        }
        return stale;
    }
};

}  // namespace oracle
