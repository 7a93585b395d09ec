// What is wrong with a call at run time: one sentence that names the operand and both sizes, thrown
// before anything is written.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <array>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"u"> u;
constexpr og::param<"beta"> beta;
constexpr auto e = og::swish(x, beta) * u;

// The sentence of the error, or nothing.
template <class Call>
std::string sentence(Call call) {
    try {
        call();
    } catch (std::invalid_argument const& error) {
        return error.what();
    }
    return "";
}

bool holds(std::string const& text, std::initializer_list<char const*> parts) {
    INFO(text);
    CHECK(text.rfind("ogive: ", 0) == 0);
    bool all = true;
    for (char const* part : parts) {
        bool const found = text.find(part) != std::string::npos;
        if (!found) UNSCOPED_INFO("not in it: " << part << "; it: " << text);
        all = all && found;
    }
    return all;
}

using numbers = std::vector<float>;
bool untouched(numbers const& v) {
    for (float const a : v)
        if (a != 7) return false;
    return true;
}

}  // namespace

TEST_CASE("sizes that differ are named, and nothing is written") {
    numbers y(8, 7), x8(8, 1), u5(5, 1);
    CHECK(holds(sentence([&] { og::evaluate(e, y, x = x8, u = u5, beta = 1.0f); }), {"u has 5 values", "8 values"}));
    CHECK(holds(sentence([&] { og::evaluate(e, y, u = x8, x = u5, beta = 1.0f); }), {"x has 5 values", "8 values"}));
    numbers y3(3, 7);
    CHECK(holds(sentence([&] { og::evaluate(e, y3, x = x8, u = x8, beta = 1.0f); }),
                {"the result has 3 values", "8 values"}));
    CHECK(untouched(y));
    CHECK(untouched(y3));
}

TEST_CASE("backward names dy and the gradient whose size differs") {
    numbers dy(8, 1), short_dy(7, 1), x8(8, 1), dx(8, 7), du(6, 7);
    float dbeta = 7;
    CHECK(holds(sentence([&] {
                    og::backward(e, short_dy, x = x8, u = x8, beta = 1.0f, og::grad(x) = dx, og::grad(beta) = dbeta);
                }),
                {"dy", "7 values", "8 values"}));
    CHECK(holds(sentence([&] {
                    og::backward(e, dy, x = x8, u = x8, beta = 1.0f, og::grad(x) = dx, og::grad(u) += du,
                                 og::grad(beta) = dbeta);
                }),
                {"grad(u) has 6 values", "8 values"}));
    CHECK(untouched(dx));
    CHECK(untouched(du));
    CHECK(dbeta == 7);
}

TEST_CASE("a matrix, a range per column and a range per row are held to their sizes") {
    numbers y(12, 7), data(12, 1), columns(4, 1), rows(3, 1);
    auto const m = [](numbers& v, std::size_t r, std::size_t c) { return og::matrix(v.data(), r, c); };
    CHECK(holds(sentence([&] { og::evaluate(e, m(y, 3, 4), x = m(data, 4, 3), u = m(data, 3, 4), beta = 1.0f); }),
                {"4 x 3 values", "3 x 4 values"}));
    CHECK(holds(sentence([&] { og::evaluate(x * beta, m(y, 3, 4), x = m(data, 3, 4), beta = rows); }),
                {"beta has 3 values", "4 columns"}));
    CHECK(holds(sentence([&] { og::evaluate(x * u, m(y, 3, 4), x = m(data, 3, 4), u = og::per_row(columns)); }),
                {"u has 4 values", "3 rows"}));
    CHECK(holds(sentence([&] { og::evaluate(og::row_sum(x), columns, x = m(data, 3, 4)); }),
                {"the result has 4 values", "3 rows"}));
    numbers dbeta(3, 7);
    CHECK(holds(sentence([&] {
                    og::backward(x * beta, m(data, 3, 4), x = m(data, 3, 4), beta = columns, og::grad(x) = m(y, 3, 4),
                                 og::grad(beta) = dbeta);
                }),
                {"grad(beta) has 3 values", "4 columns"}));
    CHECK(untouched(y));
    CHECK(untouched(dbeta));
}

TEST_CASE("a partial overlap of ranges is an error, an exact one and none are not") {
    numbers v(20, 7);
    std::span<float> const all(v);
    auto const run = [&](std::span<float> to, std::span<float> from) {
        return sentence([&] { og::evaluate(og::relu(x), to, x = from); });
    };
    CHECK(holds(run(all.subspan(1, 8), all.subspan(0, 8)), {"the result (8 values)", "x (8 values)", "overlap"}));
    CHECK(holds(run(all.subspan(0, 8), all.subspan(7, 8)), {"overlap"}));
    CHECK(holds(run(all.subspan(7, 8), all.subspan(0, 8)), {"overlap"}));
    CHECK(untouched(v));
    CHECK(run(all.subspan(0, 8), all.subspan(0, 8)) == "");
    CHECK(run(all.subspan(0, 8), all.subspan(8, 8)) == "");
    CHECK(run(all.subspan(8, 8), all.subspan(0, 8)) == "");
}

TEST_CASE("two outputs may not be the same place") {
    numbers v(8, 1), dx(8, 7);
    CHECK(holds(sentence([&] {
                    og::backward(x * u, v, x = v, u = v, og::grad(x) = dx, og::grad(u) = dx);
                }),
                {"grad(u)", "grad(x)", "overlap"}));
    float dbeta = 7;
    CHECK(holds(sentence([&] {
                    og::backward(x * beta, v, x = v, beta = 2.0f, og::grad(x) = dx,
                                 og::grad(beta) = dx[3]);
                }),
                {"grad(beta)", "grad(x)", "overlap"}));
    CHECK(untouched(dx));
    CHECK(dbeta == 7);
}

TEST_CASE("of several results a sentence says which") {
    numbers v(8, 1), y(20, 7);
    auto const into = [&](std::size_t third) {
        std::span const all(y);
        return sentence([&] {
            og::fuse(og::store(x, all.subspan(0, 8)), og::store(2_c * x, all.subspan(10, 8)),
                     og::store(3_c * x, all.subspan(third, 8)), x = v);
        });
    };
    CHECK(holds(into(12), {"result 2 (8 values)", "result 3 (8 values)", "overlap"}));
    CHECK(y == numbers(20, 7));
    CHECK(holds(sentence([&] { og::fuse(og::store(x, y), og::store(-x, std::span(y).subspan(1)), x = v); }), {"result 1"}));
}

TEST_CASE("a sum goes beside a range, not into it") {
    numbers v(10, 1);
    auto const into = [&](float& to) { return sentence([&] { og::evaluate(og::sum(x), to, x = std::span(v).subspan(1, 8)); }); };
    CHECK(holds(into(v[1]), {"the result", "x (8 values)", "overlap"}));
    CHECK(holds(into(v[8]), {"overlap"}));
    CHECK(v == numbers(10, 1));
    CHECK(into(v[0]) == "");
    CHECK(into(v[9]) == "");
    CHECK((v[0] == 8 && v[9] == 8));
    CHECK(sentence([&] { og::evaluate(og::sum(x), v[3], x = std::span(v).subspan(3, 0)); }) == "");
    CHECK(v[3] == 0);
}

TEST_CASE("a range and a matrix of as many elements, without a gap and with one") {
    numbers v(12, 7), y(12);
    auto const run = [&](auto to) { return sentence([&] { og::evaluate(og::relu(x), to, x = std::span(v).subspan(0, 6)); }); };
    CHECK(run(og::matrix(y.data(), 2, 3)) == "");
    CHECK(y == numbers{7, 7, 7, 7, 7, 7, 0, 0, 0, 0, 0, 0});
    CHECK(run(og::matrix(y.data() + 4, 2, 3, 4)) == "");
    CHECK(y == numbers{7, 7, 7, 7, 7, 7, 7, 0, 7, 7, 7, 0});
    CHECK(run(og::matrix(v.data(), 2, 3)) == "");
    CHECK(holds(run(og::matrix(v.data(), 2, 3, 4)), {"overlap"}));
    CHECK(holds(run(og::matrix(y.data(), 3, 3)), {"the result has 3 x 3 values", "x has 6 values"}));
}

TEST_CASE("windows of one matrix: apart, exact and in part") {
    numbers v(3 * 8, 7);
    auto const packed = og::matrix(v.data(), 3, 8);
    auto const run = [&](auto to, auto from) { return sentence([&] { og::evaluate(og::relu(x), to, x = from); }); };
    CHECK(run(packed.columns(4, 8), packed.columns(0, 4)) == "");
    CHECK(run(packed.columns(0, 4), packed.columns(4, 8)) == "");
    CHECK(run(packed.columns(0, 4), packed.columns(0, 4)) == "");
    CHECK(run(packed.columns(0, 1), packed.columns(7, 8)) == "");
    CHECK(run(packed.rows(0, 1), packed.rows(1, 2)) == "");
    CHECK(run(packed.rows(1, 2).columns(0, 4), packed.rows(2, 3).columns(0, 4)) == "");
    CHECK(run(packed.rows(0, 2).columns(0, 4), packed.rows(1, 3).columns(4, 8)) == "");
    CHECK(holds(run(packed.columns(3, 7), packed.columns(0, 4)), {"the result (3 x 4 values)", "x (3 x 4 values)", "overlap"}));
    CHECK(holds(run(packed.columns(0, 4), packed.columns(3, 7)), {"overlap"}));
    CHECK(holds(run(packed.rows(0, 2), packed.rows(1, 3)), {"overlap"}));
    CHECK(holds(run(packed.rows(0, 2).columns(0, 4), packed.rows(1, 3).columns(3, 7)), {"overlap"}));
    // Rows of another length over the same values.
    CHECK(holds(run(og::matrix(v.data(), 3, 4, 4), packed.columns(0, 4)), {"overlap"}));
}

TEST_CASE("a value per row may not lie across the rows of a matrix") {
    numbers v(6 * 2 + 8, 7);
    constexpr og::var<"row"> row;
    auto const apart = [&](std::size_t matrix_at, std::size_t range_at) {
        auto const m = og::matrix(v.data() + matrix_at, 6, 2);
        auto const r = std::span(v).subspan(range_at, 6);
        std::string const stored = sentence([&] { og::evaluate(og::row_sum(x), r, x = m); });
        std::string const read = sentence([&] { og::evaluate(u + row, m, u = m, row = og::per_row(r)); });
        CHECK((stored.empty() == read.empty() && (stored.empty() || stored.find("overlap") != std::string::npos)));
        return stored.empty();
    };
    CHECK(apart(6, 0));
    CHECK(apart(0, 12));
    for (std::size_t at = 1; at < 6; ++at) CHECK(!apart(at, 0));
    for (std::size_t at = 0; at < 12; ++at) CHECK(!apart(0, at));
}

TEST_CASE("a value per column that is read after the last row may not be overwritten by the row") {
    numbers v(4, 1), w(4, 7), dw(4);
    constexpr auto scaled = x * og::exp(beta);
    CHECK(holds(sentence([&] { og::backward(scaled, v, x = v, beta = w, og::grad(x) = w, og::grad(beta) = dw); }),
                {"grad(x)", "beta", "overlap"}));
    CHECK(untouched(w));
    CHECK(sentence([&] { og::backward(scaled, v, x = v, beta = w, og::grad(beta) = w); }) == "");
    CHECK(sentence([&] { og::evaluate(scaled, w, x = v, beta = w); }) == "");
}

TEST_CASE("a view that does not fit its matrix") {
    numbers v(24, 7);
    auto const packed = og::matrix(v.data(), 3, 8);
    CHECK(holds(sentence([&] { og::matrix(v.data(), 3, 8, 7); }), {"8 columns", "row stride of 7"}));
    CHECK(holds(sentence([&] { og::matrix(v.data(), 3, 8, 0); }), {"8 columns", "row stride of 0", "bound to a param"}));
    auto const backwards = static_cast<std::size_t>(-8), none = static_cast<std::size_t>(-1);  // as an int becomes one
    CHECK(holds(sentence([&] { og::matrix(v.data() + 16, 3, 8, backwards); }), {"negative row stride"}));
    CHECK(holds(sentence([&] { og::matrix(v.data(), none, 8); }), {"below 0"}));
    CHECK(holds(sentence([&] { og::matrix(v.data(), 3, none, 8); }), {"below 0"}));
    CHECK(sentence([&] { og::matrix(v.data(), 1, 8, 0); }) == "");
    CHECK(holds(sentence([&] { packed.columns(4, 9); }), {"columns(4, 9)", "8"}));
    CHECK(holds(sentence([&] { packed.columns(5, 4); }), {"columns(5, 4)"}));
    CHECK(holds(sentence([&] { packed.rows(0, 4); }), {"rows(0, 4)", "3"}));
    CHECK(sentence([&] { packed.columns(8, 8); }) == "");
}

TEST_CASE("empty ranges and matrices are fine") {
    numbers none, y;
    og::evaluate(e, y, x = none, u = none, beta = 1.0f);
    float dbeta = 7, added = 7;
    og::backward(e, none, x = none, u = none, beta = 1.0f, og::grad(x) = y, og::grad(beta) = dbeta);
    CHECK(dbeta == 0);  // the sum over no elements
    og::backward(e, none, x = none, u = none, beta = 1.0f, og::grad(beta) += added);
    CHECK(added == 7);

    numbers kept(4, 7);
    og::evaluate(og::softmax(x), og::matrix(kept.data(), 0, 4), x = og::matrix(none.data(), 0, 4));
    og::evaluate(og::softmax(x), og::matrix(kept.data(), 4, 0), x = og::matrix(none.data(), 4, 0));
    CHECK(untouched(kept));
    std::vector<float> of_columns(4, 7);
    og::backward(x * beta, og::matrix(none.data(), 0, 4), x = og::matrix(none.data(), 0, 4), beta = kept,
                 og::grad(beta) = of_columns);
    CHECK(of_columns == numbers(4, 0));
    CHECK(holds(sentence([&] { og::evaluate(e, kept, x = none, u = none, beta = 1.0f); }), {"0 values", "4 values"}));
    CHECK(untouched(kept));
}

TEST_CASE("rows of no columns end, also where rows do not go side by side") {
    numbers data(24, 7), of_rows{1, 2, 3}, none;
    auto const columns = [&](std::size_t n) { return og::matrix(data.data(), 3, n, 8); };
    og::evaluate(x * beta, columns(0), x = columns(0), beta = none);
    og::evaluate(x * u, columns(0), x = columns(0), u = og::per_row(of_rows));
    og::evaluate(og::softmax(x), columns(0), x = columns(0).interleaved(0, 2));
    og::fuse(og::store(og::col_sum(x), none), x = columns(0));
    og::backward(x + beta, columns(0), x = columns(0), beta = none, og::grad(beta) = none);
    CHECK(untouched(data));
    auto const nowhere = og::matrix(static_cast<float*>(nullptr), 3, 0, 8);
    og::evaluate(og::softmax(x), nowhere, x = nowhere);
}

TEST_CASE("a matrix of no rows overlaps nothing") {
    numbers data(4, 7);
    auto const nothing = og::matrix(data.data(), 0, 4);
    og::evaluate(x * beta, nothing, x = nothing, beta = data);
    og::evaluate(x * beta, nothing.columns(1, 3), x = nothing.columns(0, 2), beta = numbers{1, 2});
    CHECK(untouched(data));
}

TEST_CASE("an empty range fits no full one") {
    numbers none, v(3, 7);
    CHECK(holds(sentence([&] { og::evaluate(x * u, v, x = v, u = none); }), {"u has 0 values", "3 values"}));
}
