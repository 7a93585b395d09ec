#include "report.hpp"

#include <cmath>
#include <sstream>

namespace train {

std::string_view name_of(block b) {
    constexpr std::string_view names[] = {"plain", "residual", "glu", "maxout"};
    return names[static_cast<std::size_t>(b)];
}

std::string_view name_of(optimizer o) { return o == optimizer::adamw ? "adamw" : "sgd"; }

namespace {

/// JSON knows neither infinities nor NaN.
struct finite {
    double value;
    friend std::ostream& operator<<(std::ostream& to, finite x) {
        return std::isfinite(x.value) ? to << x.value : to << "null";
    }
};

}  // namespace

std::string to_json(settings const& s, std::size_t weights, state const& at, times const& spent) {
    std::ostringstream text;
    text.precision(9);
    architecture const& a = s.network;
    text << "{\n  \"activation\": \"" << a.activation << "\", \"block\": \"" << name_of(a.block) << "\",\n"
         << "  \"depth\": " << a.depth << ", \"width\": " << a.width << ", \"pieces\": " << a.pieces
         << ", \"per_channel\": " << (a.per_channel ? "true" : "false") << ", \"gain\": " << a.gain << ",\n"
         << "  \"optimizer\": \"" << name_of(s.optimizer) << "\", \"rate\": " << s.rate
         << ", \"weight_decay\": " << s.weight_decay << ", \"momentum\": " << s.momentum << ",\n"
         << "  \"batch\": " << s.batch << ", \"samples\": " << s.samples << ", \"seed\": " << s.seed
         << ", \"threads\": " << s.threads << ",\n"
         << "  \"weights\": " << weights << ", \"steps\": " << at.step << ",\n"
         << "  \"steps_timed\": " << spent.steps << ", \"seconds\": " << spent.total
         << ", \"seconds_in_products\": " << spent.products << ",\n"
         << "  \"epochs\": [";
    char const* separator = "\n";
    for (epoch_result const& e : at.results) {
        text << separator << "    {\"loss\": " << finite{e.loss} << ", \"accuracy\": " << e.accuracy
             << ", \"test_loss\": " << finite{e.test_loss} << ", \"test_accuracy\": " << finite{e.test_accuracy} << "}";
        separator = ",\n";
    }
    text << "\n  ]\n}\n";
    return text.str();
}

}  // namespace train
