#include <ogive/meta/type_list.hpp>

#include <catch2/catch.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace {

using ogive::contains_v;
using ogive::index_of_v;
using ogive::join_t;
using ogive::size_v;
using ogive::types;

template <std::size_t I>
struct t;  // never complete: a list holds names only

template <class List, class Expected>
constexpr bool is = std::is_same_v<List, Expected>;

static_assert(size_v<types<>> == 0);
static_assert(size_v<types<t<0>, t<1>>> == 2);

static_assert(!contains_v<t<0>, types<>>);
static_assert(contains_v<t<1>, types<t<0>, t<1>>>);
static_assert(!contains_v<t<2>, types<t<0>, t<1>>>);
static_assert(!contains_v<t<0> const, types<t<0>>>);

static_assert(index_of_v<t<0>, types<t<0>, t<1>>> == 0);
static_assert(index_of_v<t<1>, types<t<0>, t<1>>> == 1);
static_assert(index_of_v<t<2>, types<t<0>, t<1>>> == 2);
static_assert(index_of_v<t<0>, types<>> == 0);

static_assert(is<join_t<>, types<>>);
static_assert(is<join_t<types<>>, types<>>);
static_assert(is<join_t<types<>, types<>>, types<>>);
static_assert(is<join_t<types<t<0>>, types<>>, types<t<0>>>);
static_assert(is<join_t<types<>, types<t<0>>>, types<t<0>>>);
static_assert(is<join_t<types<t<0>>, types<t<0>>>, types<t<0>>>);
static_assert(is<join_t<types<t<0>>, types<t<1>>>, types<t<0>, t<1>>>);
static_assert(is<join_t<types<t<1>, t<0>>, types<t<0>, t<1>>>, types<t<1>, t<0>>>);
static_assert(is<join_t<types<t<2>, t<0>>, types<t<3>, t<0>, t<1>>>, types<t<2>, t<0>, t<3>, t<1>>>);
static_assert(is<join_t<types<t<0>>, types<>, types<t<1>>>, types<t<0>, t<1>>>);
static_assert(is<join_t<types<>, types<>, types<>, types<t<0>>>, types<t<0>>>);
static_assert(is<join_t<types<t<1>>, types<t<0>, t<1>>, types<t<2>, t<0>>>, types<t<1>, t<0>, t<2>>>);

// More elements than clang allows operands in a fold expression.
template <std::size_t From, std::size_t... I>
types<t<From + I>...> range(std::index_sequence<I...>);
template <std::size_t From, std::size_t To>
using range_t = decltype(range<From>(std::make_index_sequence<To - From>{}));

static_assert(index_of_v<t<399>, range_t<0, 400>> == 399);
static_assert(!contains_v<t<400>, range_t<0, 400>>);
static_assert(is<join_t<range_t<0, 400>, range_t<390, 410>>, range_t<0, 410>>);

TEST_CASE("lists of types are joined without duplicates", "[meta]") {
    CHECK(size_v<join_t<range_t<0, 10>, range_t<5, 15>>> == 15);  // the rest holds at compile time
}

}  // namespace
