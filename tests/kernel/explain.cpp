// What an explanation says of a call: what was fused, simplified and recognised, and what it waits for.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"u"> u;
constexpr og::param<"w"> w;

bool has(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

/// A primitive of a user's whose name is in quotation marks.
struct named_in_quotes {
    static constexpr std::string_view name = R"("twice")";

    static constexpr auto value(auto v) { return v + v; }
    static constexpr auto derivative(auto, auto) { return 2_c; }
    static constexpr auto equations(auto v, auto, auto) {
        return og::table(og::exact(og::function<named_in_quotes>{}(-v), -og::function<named_in_quotes>{}(v)));
    }
};

/// Takes one value off the front of a JSON text; false where there is none.
bool take_value(std::string_view& json);
bool take(std::string_view& json, char c) {
    while (json.starts_with(' ')) json.remove_prefix(1);
    if (!json.starts_with(c)) return false;
    json.remove_prefix(1);
    return true;
}
bool take_string(std::string_view& json) {
    if (!take(json, '"')) return false;
    while (!json.empty() && json.front() != '"') {
        if (static_cast<unsigned char>(json.front()) < 0x20) return false;
        json.remove_prefix(json.front() == '\\' && json.size() > 1 ? 2 : 1);
    }
    return take(json, '"');
}
bool take_list(std::string_view& json, char close, bool named) {
    if (take(json, close)) return true;
    do {
        if (named && !(take_string(json) && take(json, ':'))) return false;
        if (!take_value(json)) return false;
    } while (take(json, ','));
    return take(json, close);
}
bool take_value(std::string_view& json) {
    if (take(json, '{')) return take_list(json, '}', true);
    if (take(json, '[')) return take_list(json, ']', false);
    while (json.starts_with(' ')) json.remove_prefix(1);
    if (json.starts_with('"')) return take_string(json);
    std::size_t const end = json.find_first_not_of("-.0123456789");
    if (end == 0 || end == std::string_view::npos) return false;
    json.remove_prefix(end);
    return true;
}
bool is_json(std::string_view json) { return take_value(json) && json.empty(); }

}  // namespace

TEST_CASE("explain: what was fused") {
    constexpr og::explanation e = og::explain((x + u) * og::tanh(x + u) * w);
    static_assert(e.written == 5 && e.operations == 4);  // x + u once
    CHECK(has(e.text(), "fused in loop 1: add, tanh, 2 multiply\n"));
    CHECK(has(e.json(), R"("fused": [{"add": 1, "tanh": 1, "multiply": 2}])"));

    constexpr og::explanation rows = og::explain(og::softmax(x));
    static_assert(rows.loops == 2);
    static_assert(og::explain(og::logsumexp(x)).loops == 1);  // what follows is one value for a row
    constexpr og::explanation sum = og::explain(og::sum(og::square(x)));
    static_assert(sum.written == 2 && sum.operations == 2 && sum.loops == 1 && sum.bytes_read == 4);
    // The sums of a gradient wait for the mean alone: what is one value for a row is taken out of them.
    static_assert(og::explain(og::layer_norm(x, w, w), og::grad(x)).loops == 3);
    CHECK(has(rows.text(),
              "fused in loop 1: subtract, exp, row_peak, row_sum\nfused in loop 2: multiply\n"));
}

TEST_CASE("explain: a name in JSON") {
    constexpr og::var<"a\"b\n\\"> quoted;
    std::string const json = og::explain(og::sqrt(og::square(quoted) + 4_c) - 2_c).json();
    CHECK(has(json, R"(a\"b\u000a\\ = )"));
    CHECK(is_json(json));

    constexpr og::function<named_in_quotes> twice;
    std::string const of_operations = og::explain(twice(-x) * og::row_sum(twice(x))).json();
    CHECK(has(of_operations, R"json("simplified": ["\"twice\"(-x) -> -\"twice\"(x)"])json"));
    CHECK(is_json(of_operations));
}

TEST_CASE("explain: what was simplified and what was recognised") {
    constexpr og::explanation e = og::explain(-(-x) * og::sigmoid(x) * 1_c);
    CHECK(e.simplified.size() == 2);
    CHECK(has(e.text(), "simplified: -(-x) -> x\n"));
    CHECK(has(e.text(), "recognised: x * sigmoid(x) -> silu(x)\n"));
    CHECK(has(e.json(), R"("simplified": [)"));
    CHECK(has(e.json(), R"json("rules": ["x * sigmoid(x) -> silu(x)"])json"));
    static_assert(og::explain(x * u).simplified.empty() && og::explain(x * u).rules.empty());
}

TEST_CASE("explain: as many vectors side by side as the functions of one argument let be") {
    static_assert(og::explain(og::sigmoid(x) * og::tanh(u) + og::softplus(x)).pack == 4);
    static_assert(og::explain(og::swish(x, w), og::grad(x), og::grad(w)).pack == 4);
    static_assert(og::explain(og::sigmoid(x) * og::tanh(x) + og::softplus(x)).pack == 2);
    static_assert(og::explain(og::gelu(x)).pack == 2);
}

TEST_CASE("explain: what it waits for") {
    static_assert(og::explain(og::relu(x)).bound() == "memory");
    constexpr og::explanation e = og::explain(og::gelu(x) * og::mish(x) * og::sin(x));
    static_assert(e.bound() == "arithmetic" && e.cycles_to_compute() > e.cycles_to_move());
    static_assert(e.cycles_to_move() == 1);  // 8 bytes
    static_assert(og::explain<og::fast>(og::mish(x)).instructions.total() <
                  og::explain(og::mish(x)).instructions.total());
    CHECK(has(e.text(), "bound: arithmetic (cycles an element: 1.00 to move, "));
    CHECK(has(e.json(), R"("bound": "arithmetic"})"));
    CHECK(
        has(e.text(), "registers: " + std::to_string(e.alive * e.pack) + " of " + std::to_string(e.registers) + "\n"));
}

TEST_CASE("explain: JSON") {
    CHECK(is_json(og::explain(x).json()));
    CHECK(is_json(og::explain(og::softmax(x), og::grad(x)).json()));
    CHECK(is_json(og::explain<og::fast>(og::swish(x, w) * u, og::grad(x), og::grad(w)).json()));
    CHECK(!is_json(R"({"a": 1, })"));
}

TEST_CASE("explain: what loops have in common is kept or computed again") {
    using way = og::shared_values::way;
    constexpr og::explanation e = og::explain(og::softmax(x));
    static_assert(e.shared.size() == 1 && e.scratch == 1 && e.bytes_read == 4 && e.bytes_written == 4);
    static_assert(e.shared.begin()->loop == 0 && e.shared.begin()->later == 1 && e.shared.begin()->how == way::in_scratch);
    CHECK(has(e.text(), "kept for loop 2: exp of loop 1, in a scratch row\n"));
    CHECK(has(e.json(), R"("shared": [{"operation": "exp", "loop": 0, "later": 1, "how": "scratch"}])"));

    // dy is read later, and may be where the gradient is written.
    constexpr og::explanation b = og::explain(og::softmax(x), og::grad(x));
    static_assert(b.scratch == 1 && b.shared.begin()->how == way::in_scratch);

    // A row is free again when what it holds has been read.
    constexpr og::explanation one_row = og::explain(og::softmax(og::gelu(x)));
    static_assert(one_row.scratch == 0 && one_row.shared.size() == 2);
    static_assert(og::explain(og::softmax(og::gelu(x)), og::grad(x)).scratch == 2);  // gelu, then exp; gelu'

    constexpr og::explanation again = og::explain((x + u) * og::row_sum(x + u));
    static_assert(again.shared.begin()->how == way::again && again.scratch == 0);
    CHECK(has(again.text(), "computed again in loop 2: add of loop 1\n"));

    // What loop 3 alone needs is computed beside a function of the same argument.
    constexpr auto together = og::explain(og::softmax(og::gelu(x)), og::grad(x));
    CHECK(has(together.text(), "fused in loop 1: gelu, gelu', row_peak\n"));
    CHECK(has(together.text(), "kept for loop 3: gelu' of loop 1, in a scratch row\n"));
    CHECK(og::explain(og::silu(x)).shared.size() == 0);
}

TEST_CASE("explain: a part counts as often as it is written, in a large formula too") {
    constexpr auto twice = [](auto e) { return e + og::tanh(e); };
    CHECK(og::explain(twice(x)).written == 2);
    CHECK(og::explain(twice(twice(twice(twice(twice(x)))))).written == 62);
}

TEST_CASE("explain: where bits are lost") {
    auto const lost = [](og::explanation const& e) {
        std::string all;
        for (og::lost_bits const& one : e.losses()) all += one.operation + "; ";
        return all;
    };
    CHECK(lost(og::explain(og::silu(x), og::grad(x))).empty());
    CHECK(lost(og::explain(og::swiglu(x, u), og::grad(x), og::grad(u))).empty());
    CHECK(lost(og::explain(og::exp(x) - 1_c)).empty());  // recognised as expm1
    CHECK(lost(og::explain(og::exp(x) - og::exp(-x))) == "exp(x) - exp(-x); ");
    CHECK(lost(og::explain(og::exp(x * x))) == "exp(x^2); ");  // the rounding of x^2 counts x^2 times
    CHECK(lost(og::explain(og::softmax(x))).empty());          // along rows nothing is measured
    CHECK(lost(og::explain(og::square(og::exp(x)) * og::exp(-x))) == "exp(x)^2 * exp(-x); ");  // NaN where the one overflows
    CHECK(lost(og::explain(og::sqrt(og::sigmoid(x)), og::grad(x))).empty());
    CHECK(lost(og::explain(og::sqrt(og::normal_cdf(x)), og::grad(x))).empty());
    CHECK(lost(og::explain(og::sqrt(og::erfc(x)), og::grad(x))) ==
          "0.5 / sqrt(erfc(x)) * (-1.1283791670955126 * exp(-x^2)); ");
    CHECK(lost(og::explain(og::exp(x) / (og::exp(2_c * x) + w))) == "exp(x) / (exp(2 * x) + w); ");  // 0 from 44 on
    CHECK(lost(og::explain(og::exp(x) / (2_c + og::exp(x)), og::grad(x))).empty());
    // Only the derivative cancels.
    constexpr auto root = og::sqrt(x * x + 1_c);
    CHECK(lost(og::explain(root)).empty());
    CHECK(lost(og::explain(w * (og::exp(x) + og::exp(-x)), og::grad(x))) == "w * exp(x) - w * exp(-x); ");

    og::explanation const e = og::explain(og::sqrt(x * x + 4_c) - 2_c);
    og::lost_bits const worst = *e.losses().begin();
    CHECK(worst.bits >= 22);
    CHECK(worst.at.starts_with("x = "));
    std::string const text = e.text(), json = e.json();
    CHECK(has(text, " of 24 bits: sqrt(x^2 + 4) - 2 at x = "));
    CHECK(has(json, "\"losses\": [{\"operation\": \"sqrt(x^2 + 4) - 2\", \"at\": \"x = "));
    CHECK(is_json(json));

    // An operation too long for a line is still one line.
    constexpr auto part = [](auto c) { return og::tanh(c * x) * og::square(x + c); };
    constexpr auto sum = part(0.123456789_c) + part(0.234567891_c) + part(0.345678912_c) + part(0.456789123_c) +
                         part(0.567891234_c) + part(0.678912345_c);
    auto const lines = og::explain(og::sqrt(sum * sum + 4_c) - 2_c).losses();
    CHECK(lines.size() > 0);
    for (og::lost_bits const& one : lines) CHECK((one.operation.size() > 160 && !has(one.operation, "\n")));
}
