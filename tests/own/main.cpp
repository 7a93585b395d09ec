// A user's program with an activation of his own, which stands in no list of Ogive's.

#include "own/whole.hpp"

namespace mine {

using namespace ogive::literals;

/// The line above 0; below, a dip that fades away: alpha x sigmoid(x).
struct dipped_relu {
    static constexpr std::string_view name = "dipped_relu", source = "this file";
    static constexpr std::string_view use = "Where a unit should keep a gradient for inputs a little below 0.";
    static constexpr ogive::interval range{.low = -0.5 * 0.2784645427610738}, sample{-20, 20}, drawn{-6, 3};
    static constexpr double kinks[] = {0}, several[] = {0.25, 0.5, 1};
    static constexpr ogive::hyper_parameter parameters[] = {{"alpha", 0.5, true}};
    static constexpr auto formula(auto x, auto alpha) {
        return ogive::where(x > 0_c, x, alpha * (x * ogive::sigmoid(x)));
    }
    static constexpr auto formula(auto x) { return formula(x, 0.5_c); }
};

}  // namespace mine

int main(int count, char** words) { return whole::run(ogive::activation_function<mine::dipped_relu>{}, count, words); }
