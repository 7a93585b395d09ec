#include <ogive/meta/fixed_string.hpp>

#include <catch2/catch.hpp>

#include <string_view>
#include <type_traits>

namespace {

template <ogive::fixed_string Name>
struct named {
    static constexpr std::string_view name = Name.view();
};

static_assert(named<"gate">::name == "gate");
static_assert(named<"">::name.empty());
static_assert(ogive::fixed_string("beta").size() == 4);
static_assert(std::is_same_v<named<"up">, named<"up">>);
static_assert(!std::is_same_v<named<"up">, named<"u">>);

static_assert(std::is_same_v<ogive::spelled<"up">, ogive::spelled_name<'u', 'p'>>);
static_assert(std::is_same_v<ogive::spelled<"">, ogive::spelled_name<>>);
static_assert(std::is_same_v<ogive::spelled<"\xce\xb2">, ogive::spelled_name<'\xce', '\xb2'>>);

// The published test values of FNV-1a.
static_assert(ogive::name_key("") == 0xcbf29ce484222325);
static_assert(ogive::name_key("a") == 0xaf63dc4c8601ec8c);
static_assert(ogive::name_key("foobar") == 0x85944171f73967e8);
static_assert(ogive::name_key("\xce\xb2") != ogive::name_key("\xce\xb1"));

TEST_CASE("a fixed string keeps its characters at run time", "[meta]") {
    CHECK(named<"gate">::name == "gate");
    CHECK(ogive::name_key(std::string_view("foobar")) == 0x85944171f73967e8);
}

}  // namespace
