// What a primitive admits of an operand is checked before anything is written.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace mine {

/// A primitive of one's own with a condition on its operand.
struct probability_primitive {
    static constexpr std::string_view name = "probability", wants = "a number from 0 to 1";
    static constexpr bool admits(double p, std::size_t) { return p >= 0 && p <= 1; }
    static constexpr auto value(auto p) { return p; }
    static constexpr auto adjoint(auto, auto, auto dy) { return dy; }
};
inline constexpr ogive::function<probability_primitive> probability{};

}  // namespace mine

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"label"> label;
constexpr og::param<"keep"> keep;

std::string sentence(auto call) {
    try {
        call();
    } catch (std::invalid_argument const& error) {
        return error.what();
    }
    return "";
}
bool holds(std::string const& text, std::string const& part) {
    INFO(text);
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a row whose label is the ignored one has no loss and no gradient") {
    float const infinity = std::numeric_limits<float>::infinity();
    std::vector<float> const logits{1, 2, 3, -infinity, infinity, 0, 4, 0, 1}, ones(3, 1.0f);
    std::vector<float> labels{2, -100, 0}, loss(3), dx(9, 7.0f), wanted(3), wanted_dx(9);
    auto const m = og::matrix(logits.data(), 3, 3);
    auto const run = [&] { og::evaluate(og::cross_entropy(x, label, -100_c), loss, x = m, label = og::per_row(labels)); };
    run();
    og::backward(og::cross_entropy(x, label, -100_c), ones, x = m, label = og::per_row(labels),
                 og::grad(x) = og::matrix(dx.data(), 3, 3));

    std::vector<float> const plain{2, 0, 0};
    og::evaluate(og::cross_entropy(x, label), wanted, x = m, label = og::per_row(plain));
    og::backward(og::cross_entropy(x, label), ones, x = m, label = og::per_row(plain),
                 og::grad(x) = og::matrix(wanted_dx.data(), 3, 3));
    wanted[1] = wanted_dx[3] = wanted_dx[4] = wanted_dx[5] = 0;
    CHECK(loss == wanted);
    // Two programs, whose products and sums are joined differently.
    for (std::size_t i = 0; i < dx.size(); ++i) CHECK(std::abs(dx[i] - wanted_dx[i]) <= 0x1p-25f);

    labels[1] = -1;
    CHECK(holds(sentence(run), "label holds -1 in row 1, where it has to hold the index of a column or -100"));
    CHECK(loss == wanted);
}

TEST_CASE("a label that is no column is an error, and nothing is written") {
    std::vector<float> logits(3 * 4, 1.0f), loss(3, 7.0f), dx(12, 7.0f), dy(3, 1.0f);
    auto const m = og::matrix(logits.data(), 3, 4);
    auto const run = [&](std::vector<float> const& labels) {
        auto const forward = sentence([&] { og::evaluate(og::cross_entropy(x, label), loss, x = m, label = og::per_row(labels)); });
        auto const backward = sentence([&] {
            og::backward(og::cross_entropy(x, label), dy, x = m, label = og::per_row(labels),
                         og::grad(x) = og::matrix(dx.data(), 3, 4));
        });
        CHECK(forward == backward);
        return forward;
    };
    float const inf = std::numeric_limits<float>::infinity(), nan = std::numeric_limits<float>::quiet_NaN();
    for (auto const& [wrong, shown] : {std::pair{4.0f, "4"}, {-1.0f, "-1"}, {1.5f, "1.5"}, {1e-9f, "9.99999972e-10"},
                                       {1e30f, "1.00000002e+30"}, {inf, "inf"}, {-inf, "-inf"}, {nan, "nan"}})
        for (std::size_t row = 0; row < 3; ++row) {
            std::vector<float> labels{0, 3, 1};
            labels[row] = wrong;
            auto const text = run(labels);
            CHECK(holds(text, std::string("label holds ") + shown + " in row " + std::to_string(row) + ","));
            CHECK(holds(text, "the index of a column: there are 4 columns"));
        }
    CHECK(loss == std::vector<float>(3, 7.0f));
    CHECK(dx == std::vector<float>(12, 7.0f));
    CHECK(run({0, 3, 1}) == "");
    CHECK(loss[0] != 7);
    CHECK(sentence([&] {  // nothing is read where there is nothing
              std::vector<float> const none;
              std::vector<float> of_nothing;
              og::evaluate(og::cross_entropy(x, label), of_nothing, x = og::matrix(logits.data(), 0, 4),
                           label = og::per_row(none));
          }) == "");
}

TEST_CASE("a row has one label: those of each element, one-hot, are none") {
    std::vector<double> logits(2 * 3, 1.0), loss(2, 7.0), one_hot{1, 0, 0, 0, 0, 1}, same{2, 2, 2, 0, 0, 0};
    auto const run = [&](auto labels) {
        return sentence([&] { og::evaluate(og::cross_entropy(x, label), loss, x = og::matrix(logits.data(), 2, 3), label = labels); });
    };
    CHECK(holds(run(og::matrix(one_hot.data(), 2, 3)), "label holds 1 and 0 in row 0"));
    CHECK(loss == std::vector<double>(2, 7.0));
    CHECK(run(og::matrix(same.data(), 2, 3)) == "");
    CHECK(sentence([&] {
              og::evaluate(og::cross_entropy(x, keep), loss, x = og::matrix(logits.data(), 2, 3), keep = std::vector{0.0, 1.0, 2.0});
          }) != "");
    CHECK(sentence([&] { og::evaluate(og::cross_entropy(x, keep), loss, x = og::matrix(logits.data(), 2, 3), keep = 2); }) == "");
}

TEST_CASE("a condition of one's own holds for a number, for a range and for the elements of a matrix") {
    std::vector<double> in(2 * 7, 0.5), y(4, 7.0), each{0.5, 2};
    auto const m = og::matrix(in.data(), 2, 7).interleaved(1, 3), to = og::matrix(y.data(), 2, 2).interleaved(0, 1);
    auto const by_param = [&](auto&& value) { return sentence([&] { og::evaluate(x * mine::probability(keep), to, x = m, keep = value); }); };
    CHECK(holds(by_param(1.5), "keep holds 1.5, where"));
    CHECK(holds(by_param(each), "keep holds 2 at index 1,"));
    in[7 + 3] = 9;  // between the columns
    CHECK(sentence([&] { og::evaluate(mine::probability(x), to, x = m); }) == "");
    in[7 + 4] = 3;
    y.assign(4, 7.0);
    CHECK(holds(sentence([&] { og::evaluate(mine::probability(x), to, x = m); }), "x holds 3 in row 1,"));
    CHECK(y == std::vector<double>(4, 7.0));
}
