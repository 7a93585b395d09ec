#include <ogive/print/c99.hpp>
#include <ogive/symbolic.hpp>

#include <catch2/catch.hpp>

#include <limits>
#include <string>

namespace og = ogive;
using namespace og::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"y"> y;
constexpr og::param<"beta"> beta;

struct cube_primitive {
    static constexpr std::string_view name = "cube";
    static constexpr auto value(auto v) { return v * v * v; }
    static constexpr auto derivative(auto v, auto) { return og::c<3> * v * v; }
};
constexpr og::function<cube_primitive> cube{};

/// Without what every printed function begins with.
std::string printed(std::string const& code) {
    std::string const head = "#define OGIVE_DEVICE\n#endif\n#endif\n\n";
    REQUIRE(code.starts_with("#include <math.h>\n"));
    REQUIRE(code.find(head) != std::string::npos);
    return code.substr(code.find(head) + head.size());
}
/// The function alone.
std::string body(std::string const& code) {
    auto const last = code.rfind("static inline OGIVE_DEVICE");
    REQUIRE(last != std::string::npos);
    return code.substr(last);
}
std::size_t count(std::string const& text, std::string const& words) {
    std::size_t n = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++n;
    return n;
}

}  // namespace

TEST_CASE("a formula is a function of its names that returns its value", "[print][c99]") {
    CHECK(printed(og::to_c<"line">(beta * x + 1_c)) ==
          "static inline OGIVE_DEVICE float line(float beta, float x) {\n"
          "    return beta * x + 1.0f;\n"
          "}\n");
    CHECK(printed(og::to_c<"line", double>(beta * x + 0.1_c)) ==
          "static inline OGIVE_DEVICE double line(double beta, double x) {\n"
          "    return beta * x + 0.1;\n"
          "}\n");
    CHECK(body(og::to_c(2_c + 3_c)) == "static inline OGIVE_DEVICE float f(void) {\n    return 5.0f;\n}\n");
}

TEST_CASE("names and gradients come in the order in which they are asked for, times dy", "[print][c99]") {
    CHECK(printed(og::to_c<"area">(x * y + beta, beta, x)) ==
          "static inline OGIVE_DEVICE float area(float beta, float x, float y, float dy, float* dbeta, float* dx) {\n"
          "    *dbeta = dy;\n"
          "    *dx = y * dy;\n"
          "    return beta + x * y;\n"
          "}\n");
    CHECK(printed(og::to_c<"two">(x + og::exp(2_c), x, x)).find("two(float x, float dy, float* dx, float* dx_)") !=
          std::string::npos);
    CHECK(body(og::to_c<"gate">(og::swiglu(x, y, beta), x, y, beta))
              .find("gate(float x, float y, float beta, float dy, float* dx, float* dy_, float* dbeta)") !=
          std::string::npos);
}

TEST_CASE("a value that stands twice has a name, and what C lacks a function", "[print][c99]") {
    CHECK(printed(og::to_c<"swish">(og::swish(x, beta), x)) ==
          R"(#ifndef OGIVE_SWISHF
#define OGIVE_SWISHF
static inline OGIVE_DEVICE float ogive_swishf(float x, float y) {
    const float t = x * y, e = expf(-fabsf(t));
    return t > 0 ? x / (1 + e) : e == 0 ? copysignf(0.0f, x) : x * (e / (1 + e));
}
#endif

#ifndef OGIVE_SWISH_DERIVATIVEF
#define OGIVE_SWISH_DERIVATIVEF
static inline OGIVE_DEVICE float ogive_swish_derivativef(float x, float y) {
    const float t = x * y, e = expf(-fabsf(t)), s = (t < 0 ? e : 1) / (1 + e);
    return e == 0 ? (t < 0 ? -0.0f : 1) : s + t * e / ((1 + e) * (1 + e));
}
#endif

static inline OGIVE_DEVICE float swish(float x, float beta, float dy, float* dx) {
    *dx = dy * ogive_swish_derivativef(x, beta);
    return ogive_swishf(x, beta);
}
)");
    CHECK(body(og::to_c(og::where(x > 0_c, og::exp(x) + y, og::exp(x) * y), x)) ==
          "static inline OGIVE_DEVICE float f(float x, float y, float dy, float* dx) {\n"
          "    const int t1 = x > 0.0f;\n"
          "    const float t2 = expf(x);\n"
          "    *dx = t2 * (t1 ? dy : y * dy);\n"
          "    return t1 ? t2 + y : t2 * y;\n"
          "}\n");
    // What gelu calls is there once.
    std::string const gelu = og::to_c(og::gelu(x), x);
    CHECK(count(gelu, "float ogive_normal_cdff(float x) {") == 1);
    CHECK(gelu.find("float ogive_normal_cdff(float x) {") < gelu.find("float ogive_geluf(float x) {"));
}

TEST_CASE("long formulas are cut into lines", "[print][c99]") {
    std::string const pau = body(og::to_c(og::pau(x), x));
    std::size_t longest = 0;
    for (std::size_t k = 0, end = 0; (end = pau.find('\n', k)) != std::string::npos; k = end + 1)
        longest = longest > end - k ? longest : end - k;
    CHECK(longest < 200);
    CHECK(count(pau, "fabsf") == 3);  // nothing is computed twice
}

TEST_CASE("numbers are those of the type", "[print][c99]") {
    constexpr double inf = std::numeric_limits<double>::infinity();
    CHECK(body(og::to_c(x + 0.1_c)).find("return x + 0.1f;") != std::string::npos);
    CHECK(body(og::to_c(x + og::c<1.0 / 3>)).find("return x + 0.33333334f;") != std::string::npos);
    CHECK(body(og::to_c<"f", double>(x + og::c<1.0 / 3>)).find("return x + 0.3333333333333333;") != std::string::npos);
    CHECK(body(og::to_c(x + og::c<1e39>)).find("return x + INFINITY;") != std::string::npos);
    CHECK(body(og::to_c<"f", double>(x + og::c<1e39>)).find("return x + 1e+39;") != std::string::npos);
    CHECK(body(og::to_c(x + og::c<-inf>)).find("return x - INFINITY;") != std::string::npos);
    CHECK(body(og::to_c(x * og::c<-2>)).find("return -2.0f * x;") != std::string::npos);
}

TEST_CASE("a power is C's", "[print][c99]") {
    CHECK(body(og::to_c(og::pow(x, 1.5_c))).find("return powf(x, 1.5f);") != std::string::npos);
    CHECK(body(og::to_c<"f", double>(og::pow(1_c - x, y))).find("return pow(1.0 - x, y);") != std::string::npos);
}

TEST_CASE("names become identifiers of their own", "[print][c99]") {
    constexpr og::var<"exp"> of_math;
    constexpr og::var<"weight'"> prime;
    constexpr og::var<"dy"> upstream;
    constexpr og::var<"t1"> part;
    CHECK(body(og::to_c(of_math + prime + upstream, of_math))
              .find("f(float exp_, float weight_derivative, float dy, float dy_, float* dexp)") != std::string::npos);
    CHECK(og::to_c(og::var<"xor">{} + og::var<"mutable">{}).find("f(float xor_, float mutable_)") != std::string::npos);
    CHECK(body(og::to_c(og::var<"expf">{} + og::var<"powf">{} + og::var<"ogive_mishf">{}))
              .find("f(float expf_, float powf_, float ogive_mishf_)") != std::string::npos);
    CHECK(body(og::to_c(og::exp(x * part) * og::sqrt(x * part))).find("const float t2 = x * t1;") != std::string::npos);
    CHECK(body(og::to_c(x + 0_c * y, x)).find("(void)") == std::string::npos);
    CHECK(body(og::to_c(x * og::step(y), y)).find("    (void)dy;\n") != std::string::npos);
}

TEST_CASE("a primitive of one's own is a call of a function of its name", "[print][c99]") {
    CHECK(body(og::to_c(cube(x + y))).find("return cubef(x + y);") != std::string::npos);
    CHECK(body(og::to_c<"f", double>(cube(x + y))).find("return cube(x + y);") != std::string::npos);
}
