// The operations of a graph one after another give what the fused call gives.

#include <ogive/benchmark/workload.hpp>
#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <cmath>

namespace og = ogive;
using namespace ogive::literals;
namespace bm = ogive::benchmarking;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"u"> u;
constexpr og::var<"label"> label;
constexpr og::param<"w"> w;
constexpr og::param<"b"> b;

using settings = og::detail::settings<og::simd::default_arch>;

// The values of each result.
template <class W>
std::vector<std::vector<double>> taken(W const& work, std::vector<std::size_t> const& sizes) {
    std::vector<std::vector<double>> all;
    for (std::size_t k = 0; k < sizes.size(); ++k) {
        double* const from = work.results()[k];
        all.emplace_back(from, from + sizes[k]);
        for (std::size_t i = 0; i < sizes[k]; ++i) from[i] = -1e30;
    }
    return all;
}
void check(std::vector<double> const& got, std::vector<double> const& wanted) {
    REQUIRE(got.size() == wanted.size());
    double largest = 0;
    for (double const v : wanted) largest = std::max(largest, std::abs(v));
    for (std::size_t i = 0; i < got.size(); ++i) {
        CAPTURE(i);
        CHECK(std::abs(got[i] - wanted[i]) <= 1e-13 * largest);
    }
}

/// `gradients`: how many values each has.
template <class E, class... Given>
void compare(E, bm::data_size size, std::vector<std::size_t> sizes, std::size_t result, Given... given) {
    bm::workload<E, double, typename E::leaves, Given...> const work(size, given...);
    sizes.push_back(result);
    REQUIRE(work.results().size() == sizes.size());

    taken(work, sizes);
    work.template forward<settings>();
    auto wanted = taken(work, sizes);
    work.template forward_one_by_one<settings>()();
    check(taken(work, sizes).back(), wanted.back());

    auto const result_wanted = wanted.back();
    work.template backward<settings>();
    wanted = taken(work, sizes);
    wanted.back() = result_wanted;
    work.template backward_one_by_one<settings>()();
    auto const backward = taken(work, sizes);
    work.template whole_one_by_one<settings>()();
    auto const whole = taken(work, sizes);
    for (std::size_t k = 0; k + 1 < sizes.size(); ++k) {
        CAPTURE(k);
        check(backward[k], wanted[k]);
        check(whole[k], wanted[k]);
    }
    check(whole.back(), wanted.back());
}

template <class E, class... Given>
using forward_passes = og::benchmarking::one_by_one<
    typename bm::workload<E, float, typename E::leaves, Given...>::template sources_of<og::full>::forward, settings,
    float>;

}  // namespace

TEST_CASE("one by one: elementwise") {
    compare(u + og::swish(x, w) * og::tanh(u), bm::elements(1000), {1000, 1000, 1}, 1000, w = 1.5);
}

TEST_CASE("one by one: conditions are computed where they are used") {
    compare(og::where(x > 0_c && !(u > x), og::exp(x) * w, x - w * w), bm::elements(1000), {1000, 1000, 1}, 1000,
            w = 0.5);
}

TEST_CASE("one by one: gradients that are no operation, or the same one") {
    compare(x - u, bm::elements(100), {100, 100}, 100);
}

TEST_CASE("one by one: along rows") {
    compare(og::layer_norm(x, w, b), bm::elements(7, 33), {7 * 33, 33, 33}, 7 * 33, w = bm::each_column(1.25),
            b = bm::each_column(0.5));
    compare(og::cross_entropy(x, label), bm::elements(7, 33), {7 * 33}, 7, label = bm::each_row(3));
    compare(og::row_mean(x * u), bm::elements(7, 33), {7 * 33, 7 * 33}, 7);
}

TEST_CASE("one by one: each operation is a pass") {
    using product = forward_passes<std::remove_const_t<decltype(x * u * x)>>;
    static_assert(product::passes() == 2 && product::reads() == 4 && product::writes() == 2);
    using gate = forward_passes<std::remove_const_t<decltype(og::swiglu(x, u))>>;
    static_assert(gate::passes() == 2 && gate::reads() == 3 && gate::writes() == 2);  // silu is one operation here too
}
