// Numbers of printf in other locales.

#include <ogive/meta/decimal_point.hpp>

#include <catch2/catch.hpp>

#include <string>

namespace {

std::string with_point(std::string number) {
    ogive::put_decimal_point(number.data());
    return number.c_str();
}

}  // namespace

TEST_CASE("a number has a point, whatever a locale has") {
    CHECK(with_point("0.5") == "0.5");
    CHECK(with_point("-1,25e-07") == "-1.25e-07");
    CHECK(with_point("3\xd9\xab" "14e+300") == "3.14e+300");  // U+066B, of Pashto
    CHECK(with_point("12") == "12");
    CHECK(with_point("-inf") == "-inf");
}
