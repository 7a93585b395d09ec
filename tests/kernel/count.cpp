// What is counted of a loop: no more than any compiler needs.

#include <ogive/kernel/count.hpp>
#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"u"> u;

using vector = og::simd::batch<float, og::simd::default_arch>;

template <class Accuracy, class E>
constexpr og::instruction_count counted(E) {
    using namespace og::detail;
    using source = stored_source<Accuracy, og::types<assumed_binding<og::var<"x">>, assumed_binding<og::var<"u">>>,
                                 og::output<E, og::range_view<float>, false>>;
    return count_of_program<og::program_of<source>, vector>;
}

/// Where a division is slow, an estimate stands for it.
constexpr bool divides = !og::math::vocabulary<vector>::divides_slowly;

}  // namespace

TEST_CASE("count: each operation") {
    constexpr og::instruction_count n = counted<og::full>(x * u + x / u - og::maximum(x, 1_c));
    static_assert(n.additions == 1 && n.multiplications == 0 && n.divisions == 1 && n.others == 1 && n.fused == 1);
    static_assert(n.total() == 4 && n.arithmetic() == 2);
}

TEST_CASE("count: what is the same for the whole row stands before the loop") {
    static_assert(counted<og::full>(og::maximum(x, 1_c)).total() == 1);
    static_assert(counted<og::full>(og::maximum(x, u)).total() == 3);  // a NaN is carried on
}

TEST_CASE("count: within a function, and the fast one is shorter") {
    constexpr og::instruction_count n = counted<og::full>(og::silu(x));
    static_assert(n.divisions == divides && n.fused >= 8);  // a polynomial
    static_assert(counted<og::fast>(og::silu(x)).total() < n.total());
}

TEST_CASE("count: functions of one argument share their work") {
    constexpr auto slope = og::derivative(og::silu(x), x);
    static_assert(counted<og::full>(og::silu(x) * slope).divisions == divides);
    static_assert(counted<og::full>(og::silu(x) * og::silu(u)).divisions == 2 * divides);
}
