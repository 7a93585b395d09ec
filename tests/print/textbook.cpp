// The textbook's form of a graph has its value, up to rounding.

#include <ogive/print/textbook.hpp>
#include <ogive/symbolic.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace og = ogive;

namespace {

using function = double (*)(double, double, double);
struct entry {
    og::operation const* op;
    function f;
    bool of_conditions = false;
};

template <class P>
double one(double a, double, double) {
    return static_cast<double>(P::value(a));
}
template <class P>
double two(double a, double b, double) {
    return static_cast<double>(P::value(a, b));
}
double product(double a, double b, double) { return a * b; }
double sum(double a, double b, double) { return a + b; }
double difference(double a, double b, double) { return a - b; }
double minus(double a, double, double) { return -a; }
double choice(double c, double a, double b) { return c != 0 ? a : b; }
double conjunction(double a, double b, double) { return a != 0 && b != 0; }
double disjunction(double a, double b, double) { return a != 0 || b != 0; }
double negation(double a, double, double) { return a == 0; }

entry const table[] = {
    {&og::record<og::add_primitive>, sum},
    {&og::record<og::add_primitive>, sum},
    {&og::record<og::subtract_primitive>, difference},
    {&og::record<og::multiply_primitive>, product},
    {&og::record<og::multiply_primitive>, product},
    {&og::record<og::divide_primitive>, two<og::divide_primitive>},
    {&og::record<og::negate_primitive>, minus},
    {&og::record<og::square_primitive>, one<og::square_primitive>},
    {&og::record<og::power_primitive<3>>, one<og::power_primitive<3>>},
    {&og::record<og::maximum_primitive>, two<og::maximum_primitive>},
    {&og::record<og::minimum_primitive>, two<og::minimum_primitive>},
    {&og::record<og::absolute_primitive>, one<og::absolute_primitive>},
    {&og::record<og::tanh_primitive>, one<og::tanh_primitive>},
    {&og::record<og::expm1_primitive>, one<og::expm1_primitive>},
    {&og::record<og::tanh_shrink_primitive>, one<og::tanh_shrink_primitive>},
    {&og::record<og::where_primitive>, choice},
    {&og::record<og::where_primitive>, choice},
    {&og::record<og::where_primitive>, choice},
    {&og::record<og::less_primitive>, two<og::less_primitive>},
    {&og::record<og::less_equal_primitive>, two<og::less_equal_primitive>},
    {&og::record<og::greater_primitive>, two<og::greater_primitive>},
    {&og::record<og::greater_equal_primitive>, two<og::greater_equal_primitive>},
    {&og::record<og::logical_and_primitive>, conjunction, true},
    {&og::record<og::logical_or_primitive>, disjunction, true},
    {&og::record<og::logical_not_primitive>, negation, true},
};
// What only the textbook's form has.
entry const on_paper[] = {
    {&og::record<og::exp_primitive>, one<og::exp_primitive>},
    {&og::record<og::power_primitive<4>>, one<og::power_primitive<4>>},
    {&og::record<og::power_primitive<5>>, one<og::power_primitive<5>>},
    {&og::record<og::power_primitive<6>>, one<og::power_primitive<6>>},
    {&og::printing::product_in_order, product},
    {&og::printing::sum_in_order, sum},
    {&og::printing::difference_in_order, difference},
    {&og::printing::minus_in_order, minus},
};
function function_of(og::operation const* op) {
    for (entry const& e : table)
        if (e.op == op) return e.f;
    for (entry const& e : on_paper)
        if (e.op == op) return e.f;
    FAIL("an operation that the test does not know: " << op->name);
    return nullptr;
}

constexpr std::uint64_t x = og::name_key("x"), y = og::name_key("y"), p = og::name_key("p");

double value_of(og::graph const& g, int root, double at_x, double at_y, bool& real) {
    std::vector<double> v;
    for (int i = 0; i <= root; ++i) {
        og::node const& n = g[i];
        auto const argument = [&](int j) { return j < n.op->arity ? v[static_cast<std::size_t>(n.argument(j))] : 0; };
        if (g.is_number(i))
            v.push_back(g.value(i));
        else if (n.op->arity == 0)
            v.push_back(n.bits == x ? at_x : n.bits == y ? at_y : 0.7);
        else
            v.push_back(function_of(n.op)(argument(0), argument(1), argument(2)));
    }
    for (double const value : v) real &= std::isfinite(value);
    return v.back();
}

}  // namespace

TEST_CASE("the textbook's form of random graphs has their value", "[print][textbook]") {
    std::mt19937 random(20240301);
    auto const below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    constexpr double numbers[] = {2, -3, 0.5, 0, 1, -1, 6, 0.25};
    std::size_t compared = 0, smaller = 0;
    for (int trial = 0; trial < 6000; ++trial) {
        og::graph g;
        std::vector<int> values{g.leaf(&og::kind::variable, x), g.leaf(&og::kind::variable, y),
                                g.leaf(&og::kind::parameter, p)},
            conditions;
        for (int k = 0; k < 3; ++k) values.push_back(g.constant(numbers[below(std::size(numbers))]));
        int root = values[0];
        for (std::size_t k = 0; k < 24; ++k) {
            auto const any = [&](std::vector<int> const& of) {
                return of[of.size() - 1 - below(below(3) == 0 ? of.size() : std::min<std::size_t>(of.size(), 4))];
            };
            entry const& e = table[below(std::size(table))];
            bool const chooses = e.f == choice;
            if ((e.of_conditions || chooses) && conditions.empty()) continue;
            int const a = any(e.of_conditions || chooses ? conditions : values);
            int const b = e.op->arity > 1 ? any(e.of_conditions ? conditions : values) : og::no_node;
            int const c = e.op->arity > 2 ? any(values) : og::no_node;
            int const made = g.make(e.op, a, b, c);
            (e.op->condition ? conditions : values).push_back(made);
            if (!e.op->condition && made > root) root = made;
        }
        for (bool const plain : {false, true}) {
            og::graph paper;
            int const on_the_page = og::printing::textbook(paper, plain).copy(g, root);
            smaller += paper.size() < g.size();

            for (double const at : {0.73, -1.39, 2.41, -0.11}) {
                bool steady = true, any = true;
                double const at_y = 1.9 - at * at, expected = value_of(g, root, at, at_y, steady);
                // Not where a value is infinite, and not where a rounding decides: at a tie, or where terms cancel.
                steady &= std::fabs(expected) < 1e6;
                for (double const moved : {1 - 3e-13, 1 - 1e-13, 1 + 1e-13, 1 + 2e-13, 1 + 4e-13})
                    steady &= std::fabs(value_of(g, root, at * moved, at_y / moved, any) - expected) <
                              1e-9 * (1 + std::fabs(expected));
                if (!steady) continue;
                ++compared;
                INFO(og::printing::to_text(g, root, {nullptr, 0})
                     << "\n at " << at << "\n"
                     << og::printing::to_text(paper, on_the_page, {nullptr, 0}));
                CHECK(value_of(paper, on_the_page, at, at_y, any) == Approx(expected).epsilon(1e-8).margin(1e-8));
            }
        }
    }
    CHECK(compared > 30000);
    CHECK(smaller > 2000);
}
