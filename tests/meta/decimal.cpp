#include <ogive/meta/decimal.hpp>

#include <catch2/catch.hpp>

#include <bit>
#include <cfloat>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>
#include <string_view>

namespace {

constexpr double parse(std::string_view literal) { return ogive::parse_number(literal.data(), literal.size()); }

constexpr bool same_bits(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

constexpr double inf = std::numeric_limits<double>::infinity();

/// The same characters, read by the compiler and by parse_number in a constant expression.
#define SAME_AS_COMPILER(literal) static_assert(same_bits(parse(#literal), static_cast<double>(literal)))

// Integers.
SAME_AS_COMPILER(0);
SAME_AS_COMPILER(1);
SAME_AS_COMPILER(1'000'000);
SAME_AS_COMPILER(9007199254740991);
SAME_AS_COMPILER(9007199254740992);
SAME_AS_COMPILER(9007199254740993);  // half way: down to even
SAME_AS_COMPILER(9007199254740995);  // half way: up to even
SAME_AS_COMPILER(9223372036854775807);
SAME_AS_COMPILER(0x1F);
SAME_AS_COMPILER(0Xabc'DEF);
SAME_AS_COMPILER(0xffffffffffffffff);
SAME_AS_COMPILER(0x20000000000001);
SAME_AS_COMPILER(0x7ffffffffffffe00);
SAME_AS_COMPILER(0x7ffffffffffffdff);
SAME_AS_COMPILER(0b101);
SAME_AS_COMPILER(0B1111'0000);
SAME_AS_COMPILER(017);
SAME_AS_COMPILER(00);
SAME_AS_COMPILER(0'777);
SAME_AS_COMPILER(01777777777777777777777);

// Common fractions and exponents.
SAME_AS_COMPILER(0.);
SAME_AS_COMPILER(.5);
SAME_AS_COMPILER(1.);
SAME_AS_COMPILER(0.1);
SAME_AS_COMPILER(0.2);
SAME_AS_COMPILER(0.3);
SAME_AS_COMPILER(017.5);  // not octal
SAME_AS_COMPILER(09e1);
SAME_AS_COMPILER(0e0);
SAME_AS_COMPILER(0.000e999);
SAME_AS_COMPILER(1e0);
SAME_AS_COMPILER(1E+5);
SAME_AS_COMPILER(1.5e-5);
SAME_AS_COMPILER(1.e1'0);
SAME_AS_COMPILER(1'234.567'8e-0'3);
SAME_AS_COMPILER(0.044715);
SAME_AS_COMPILER(1.702);
SAME_AS_COMPILER(1.4142135623730951);
SAME_AS_COMPILER(0.7978845608028654);
SAME_AS_COMPILER(1.6732632423543772848170429916717);
SAME_AS_COMPILER(3.14159265358979323846264338327950288419716939937510582097494459);
SAME_AS_COMPILER(2.718281828459045235360287471352662497757247093699959574966967628);

// The ends of the exact case, and just beyond.
SAME_AS_COMPILER(1e22);
SAME_AS_COMPILER(1e23);
SAME_AS_COMPILER(1e-22);
SAME_AS_COMPILER(1e-23);
SAME_AS_COMPILER(9007199254740991e22);
SAME_AS_COMPILER(9007199254740991e-22);
SAME_AS_COMPILER(9007199254740993e-22);
SAME_AS_COMPILER(8.988465674311579e307);
SAME_AS_COMPILER(123456789012345678e-300);
SAME_AS_COMPILER(12345678901234567890e200);
SAME_AS_COMPILER(1234567890123456789.01234567890123456789e-19);

// Hard decimals: close to half way.
SAME_AS_COMPILER(9007199254740993.0);
SAME_AS_COMPILER(9007199254740993.00000000000000000000000000000000000001);
SAME_AS_COMPILER(9007199254740992.99999999999999999999999999999999999999);
SAME_AS_COMPILER(1.00000000000000011102230246251565404236316680908203125);  // half way
SAME_AS_COMPILER(1.00000000000000011102230246251565404236316680908203124);
SAME_AS_COMPILER(1.00000000000000011102230246251565404236316680908203126);
SAME_AS_COMPILER(1.00000000000000033306690738754696212708950042724609375);  // half way, up
SAME_AS_COMPILER(6.631236846766476e-316);
SAME_AS_COMPILER(3.2378839133029012895883524125015321748630094230e-319);
SAME_AS_COMPILER(6.7902534098127e-303);
SAME_AS_COMPILER(8.5e-324);
SAME_AS_COMPILER(7.4e-324);
SAME_AS_COMPILER(7.5e-324);
SAME_AS_COMPILER(5e-324);
SAME_AS_COMPILER(2.5e-324);
SAME_AS_COMPILER(69e267);
SAME_AS_COMPILER(999e-26);
SAME_AS_COMPILER(7861e-34);
SAME_AS_COMPILER(9210917311585553e160);
SAME_AS_COMPILER(17864375634345243e-303);

// The ends of the range.
SAME_AS_COMPILER(4.9406564584124654e-324);
SAME_AS_COMPILER(2.2250738585072009e-308);
SAME_AS_COMPILER(2.2250738585072011e-308);
SAME_AS_COMPILER(2.2250738585072012e-308);
SAME_AS_COMPILER(2.2250738585072014e-308);
SAME_AS_COMPILER(1.7976931348623157e308);
SAME_AS_COMPILER(1.7976931348623158e308);
SAME_AS_COMPILER(0x1.fffffffffffffp1023);
SAME_AS_COMPILER(0x1p-1022);
SAME_AS_COMPILER(0x1p-1074);
SAME_AS_COMPILER(0x0.fffffffffffffp-1022);

// Hexadecimal fractions.
SAME_AS_COMPILER(0x1.8p3);
SAME_AS_COMPILER(0x.8p0);
SAME_AS_COMPILER(0X1.P+4);
SAME_AS_COMPILER(0xA'B.C'Dp-1'0);
SAME_AS_COMPILER(0x1.00000000000008p0);            // half way: down to even
SAME_AS_COMPILER(0x1.00000000000018p0);            // half way: up to even
SAME_AS_COMPILER(0x1.000000000000080000000001p0);  // a little more
SAME_AS_COMPILER(0x1.00000000000007ffffffffffp0);  // a little less
SAME_AS_COMPILER(0x123456789abcdef0123456789.abcp-50);
SAME_AS_COMPILER(0x3p-1075);
SAME_AS_COMPILER(0x1.8p-1074);
SAME_AS_COMPILER(0x1.0000000000001p-1075);
SAME_AS_COMPILER(0x0.0p5);

// What compilers warn of.
static_assert(parse("1.7976931348623159e308") == inf);
static_assert(parse("1e309") == inf);
static_assert(parse("1e99999999999999999999") == inf);
static_assert(parse("0x1.fffffffffffff8p1023") == inf);
static_assert(parse("0x1p1024") == inf);
static_assert(parse("0x1p99999999999999999999") == inf);
static_assert(same_bits(parse("2.47e-324"), 0.0));
static_assert(same_bits(parse("1e-324"), 0.0));
static_assert(same_bits(parse("1e-99999999999999999999"), 0.0));
static_assert(same_bits(parse("0x1p-1075"), 0.0));
static_assert(same_bits(parse("0x1p-99999999999999999999"), 0.0));

// Half way between the largest denormal and the least normal number: 768 digits, as many as such a
// number can have. The tie goes to the even one, and a digit more or less decides.
#define HALF_WAY_TO_DBL_MIN \
    "2.22507385850720113605740979670913197593481954635164564802342610972482222202107694551652" \
    "9523908135087914149158913039621106870086438694594645527657207407820621743379988141063267" \
    "3292535522868813721490129811224514518898490572223072852551331557550159143974763979834118" \
    "0199932396254828901710708185069063066665599493827577257201576306269066333264756530000924" \
    "5888316433037779791869612049497390377829704905051080609940730262937128958950003583799967" \
    "2072543043602840788957717961509455167482434710307026091446215722898802581825451803257070" \
    "1886087211312807951223342628836862232150377566662250398253433597456888442390026549819838" \
    "5487948292206894721689831099698365846814022854243330660339850886445804001034933970427567" \
    "18644338377048603786162277173854562306587467901408672332763671875"
static_assert(parse(HALF_WAY_TO_DBL_MIN "e-308") == 0x1p-1022);
static_assert(parse(HALF_WAY_TO_DBL_MIN "00000000001e-308") == 0x1p-1022);
constexpr bool one_less_goes_down() {
    char text[] = HALF_WAY_TO_DBL_MIN "e-308";
    --text[sizeof text - 7];  // the last digit, a 5
    return ogive::parse_number(text, sizeof text - 1) == 0x0.fffffffffffffp-1022;
}
static_assert(one_less_goes_down());

// Zeros in front of the first digit.
template <std::size_t Count>
constexpr double zeros_and_one() {
    char text[Count + 8] = "0.";
    for (std::size_t i = 2; i < Count; ++i) text[i] = '0';
    text[Count] = '1';
    return ogive::parse_number(text, Count + 1);
}
static_assert(zeros_and_one<301>() == 1e-300);
static_assert(zeros_and_one<400>() == 0);

// 1 + 2^-53 (half way) followed by many zeros and a last 1: up, whatever the distance.
template <std::size_t Count>
constexpr double just_above_half_way() {
    constexpr std::string_view half_way = "1.00000000000000011102230246251565404236316680908203125";
    char                       text[Count]{};
    for (std::size_t i = 0; i < Count; ++i) text[i] = i < half_way.size() ? half_way[i] : '0';
    text[Count - 1] = '1';
    return ogive::parse_number(text, Count);
}
static_assert(just_above_half_way<60>() == 1 + DBL_EPSILON);
static_assert(just_above_half_way<800>() == 1 + DBL_EPSILON);
static_assert(just_above_half_way<2000>() == 1 + DBL_EPSILON);

// As a literal operator sees it.
template <char... Character>
constexpr double operator""_number() {
    constexpr char characters[] = {Character...};
    return ogive::parse_number(characters, sizeof...(Character));
}
static_assert(0.1_number == 0.1);
static_assert(1'000.5e-3_number == 1.0005);
static_assert(0x1.8p3_number == 12);
static_assert(0b101_number == 5);
static_assert(017_number == 15);
static_assert(1.4142135623730951_number == 1.4142135623730951);

// At run time, against the C library.

void check(std::string const& text) {
    double const expected = std::strtod(text.c_str(), nullptr);
    double const actual   = parse(text);
    if (!same_bits(actual, expected)) {
        CAPTURE(text, actual, expected);
        CHECK(same_bits(actual, expected));
    }
}

std::string printed(char const* format, auto... values) {
    char text[1600];
    std::snprintf(text, sizeof text, format, values...);
    return text;
}

double random_finite(std::mt19937_64& random) {
    for (;;) {
        double const x = std::bit_cast<double>(random() >> 1);
        if (std::isfinite(x)) return x;
    }
}

TEST_CASE("printed doubles are read as strtod reads them", "[meta]") {
    std::mt19937_64 random(1);
    for (int i = 0; i < 30000; ++i) {
        double const x = random_finite(random);
        check(printed("%.17g", x));
        check(printed("%.16g", x));
        check(printed("%.18e", x));
        check(printed("%a", x));
    }
    for (int i = 0; i < 10000; ++i) {  // of common size
        double const x = std::ldexp(static_cast<double>(random() >> 11), static_cast<int>(random() % 80) - 93);
        check(printed("%.17g", x));
        check(printed("%.6g", x));
        check(printed("%.25f", x));
    }
    for (int i = 0; i < 10000; ++i) {  // denormal
        double const x = std::bit_cast<double>(random() >> (12 + random() % 50));
        check(printed("%.17g", x));
        check(printed("%.4g", x));
        check(printed("%a", x));
    }
}

TEST_CASE("numbers half way between two doubles are rounded to even", "[meta]") {
    if constexpr (LDBL_MANT_DIG > DBL_MANT_DIG + 1 && LDBL_MAX_EXP > DBL_MAX_EXP) {
        std::mt19937_64 random(2);
        auto const      both_sides = [](double below) {
            double const above = std::nextafter(below, inf);
            if (above == inf) return;
            long double const half_way = below + (static_cast<long double>(above) - below) / 2;

            std::string exact = printed("%.800Le", half_way);
            check(exact);
            auto const e    = exact.find('e');
            auto       more = exact, less = exact;
            more[e - 1] = '1';  // the last of 800 digits: always 0 before
            check(more);
            check(printed("%.30Le", half_way));
            auto const last = less.find_last_not_of('0', e - 1);
            if (less[last] != '.') --less[last];
            check(less);
        };
        for (int i = 0; i < 3000; ++i) both_sides(random_finite(random));
        for (int i = 0; i < 1000; ++i) both_sides(std::bit_cast<double>(random() >> (12 + random() % 50)));
        for (double x : {0.0, DBL_TRUE_MIN, DBL_MIN, std::nextafter(DBL_MIN, 0.0), 1.0, DBL_MAX}) both_sides(x);
        check(printed("%.0Lf", std::ldexp(0x1.fffffffffffff8p0L, 1023)));  // half way to overflow
    }
}

TEST_CASE("random literals are read as strtod reads them", "[meta]") {
    std::mt19937_64 random(3);
    auto const      below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    auto const      text  = [&](std::string_view digits, std::size_t longest) {
        std::string result;
        for (std::size_t n = 1 + below(longest); n > 0; --n) result += digits[below(digits.size())];
        if (below(4) != 0) result.insert(below(result.size() + 1), 1, '.');
        return result;
    };
    auto const exponent = [&](char letter, int range) {
        int const value = static_cast<int>(below(static_cast<std::size_t>(2 * range))) - range;
        return letter + std::string(value >= 0 && below(2) == 0 ? "+" : "") + std::to_string(value);
    };
    for (int i = 0; i < 20000; ++i) {
        std::size_t const longest = below(10) == 0 ? 1000 : below(3) == 0 ? 60 : 20;
        check(text("0123456789", longest) + exponent('e', 30));
        check(text("0123456789", longest) + exponent('E', 350));
        check(text("09", longest) + exponent('e', 350));
        check("0x" + text("0123456789abcdefABCDEF", longest) + exponent('p', 40));
        check("0x" + text("08f", longest) + exponent('P', 1100));
    }
}

TEST_CASE("digit separators change nothing", "[meta]") {
    std::mt19937_64 random(4);
    for (int i = 0; i < 2000; ++i) {
        std::string const plain     = printed("%.30e", random_finite(random));
        std::string       separated = plain;
        for (auto place = plain.find('e') - 1; place > 3; place -= 1 + random() % 3) separated.insert(place, 1, '\'');
        CHECK(same_bits(parse(separated), parse(plain)));
    }
}

}  // namespace
