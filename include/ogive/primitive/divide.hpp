#pragma once

#include <ogive/math/vocabulary.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

struct divide_primitive {
    static constexpr std::string_view name = "divide"sv, text = "{0} / {1}"sv, latex = R"(\frac{{0}}{{1}})"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::product;
    static constexpr unsigned vanishes_with = 0b01, explodes_with = 0b10;
    static constexpr bool woven = true;
    static constexpr cost price{.division = 1};

    template <class V>
    OGIVE_INLINE static constexpr V value(V a, V b) {
        return math::vocabulary<V>::divide(a, b);  // x / 0 in a constant expression too
    }
    static constexpr bool folds(double, double b) { return b != 0; }
    static constexpr auto adjoint(auto, auto b, auto y, auto dy) { return to_each(dy / b, -(dy / b * y)); }
    static constexpr auto equations(auto x, auto y, auto) {
        return table(exact(x / 1_c, x),
                     exact(x / c<-1>, -x),
                     exact(-x / -y, x / y),
                     stabilising(exp(x) / (1_c + exp(x)), sigmoid(x)),
                     stabilising(x / (1_c + exp(-y)), x * sigmoid(y)),
                     stabilising(x / (1_c + exp(y)), x * sigmoid(-y)),
                     stabilising(x / (1_c + abs(x)), whole::softsign(x)));
    }
};

}  // namespace ogive
