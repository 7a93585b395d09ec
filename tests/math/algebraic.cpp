#include "accuracy.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

template <class V>
V like(V, double b) {
    return math::number<V>(b);
}
constexpr auto squareplus_of    = [](auto x) { return math::squareplus(x, like(x, 4)); };
constexpr auto over_root_of     = [](auto x) { return math::over_root_of_square_plus(x, like(x, 1)); };
template <double A>
constexpr auto isru_of          = [](auto x) { return math::isru(x, like(x, A)); };
constexpr auto inverse_root_of  = [](auto x) { return math::inverse_root(x, like(x, 0.25)); };
constexpr auto cubed_of         = [](auto x) { return math::inverse_root_cubed(x, like(x, 1)); };
constexpr auto root_of          = [](auto x) { return math::root_of_square_plus(x, like(x, 1)); };
constexpr auto bent_identity_of = [](auto x) { return math::bent_identity(x); };

}  // namespace

TEST_CASE("what is made of sqrt(x^2 + b) is accurate") {
    using L = long double;
    accuracy::check(root_of, [](L x) { return std::sqrt(x * x + 1); }, 2, 2);
    accuracy::check(over_root_of, [](L x) { return x / std::sqrt(x * x + 1); }, 2, 2);
    accuracy::check(isru_of<0.25>, [](L x) { return x / std::sqrt(x * x / 4 + 1); }, 2, 2);
    accuracy::check(isru_of<1e-30>, [](L x) { return x / std::sqrt(x * x * L(1e-30) + 1); }, 2, 2);
    accuracy::check(isru_of<1e10>, [](L x) { return x / std::sqrt(x * x * L(1e10) + 1); }, 2, 2);
    accuracy::check(squareplus_of, [](L x) { return x > 0 ? (x + std::sqrt(x * x + 4)) / 2 : 2 / (std::sqrt(x * x + 4) - x); }, 2, 2);
    accuracy::check(cubed_of, [](L x) { return 1 / (x * x + 1) / std::sqrt(x * x + 1); }, 3.5, 3.5);
    accuracy::check(bent_identity_of, [](L x) { return x + x * (x / (std::sqrt(x * x + 1) + 1)) / 2; }, 2, 2);
}

TEST_CASE("what is made of sqrt(x^2 + b) has its limits") {
    CHECK(gives(root_of, -infinity, infinity));
    CHECK(gives(over_root_of, -infinity, -1));
    CHECK(gives(over_root_of, -0.0, -0.0));
    CHECK(gives(isru_of<0.25>, -infinity, -2));
    CHECK(gives(isru_of<0.25>, -0.0, -0.0));
    CHECK(gives(isru_of<0.0>, infinity, infinity));
    CHECK(gives(inverse_root_of, -infinity, 0));
    CHECK(gives(cubed_of, -infinity, 0));
    CHECK(gives(cubed_of, not_a_number, not_a_number));
    CHECK(gives(squareplus_of, -infinity, 0.0));
    CHECK(gives(squareplus_of, infinity, infinity));
    CHECK(gives(bent_identity_of, -infinity, -infinity));
    CHECK(gives(bent_identity_of, -0.0, -0.0));
    for (auto const f : {+[](double v) { return math::squareplus(v, 4.0); }, +[](double v) { return math::bent_identity(v); },
                         +[](double v) { return math::isru(v, 0.25); }})
        CHECK(std::isnan(f(not_a_number)));
}
