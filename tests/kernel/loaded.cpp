// Values that a call loads: `og::value(e) = range`.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"up"> up;
constexpr og::var<"dy_"> dy_;
constexpr og::param<"bias"> bias;
constexpr std::size_t rows = 7, columns = 19, size = rows * columns;

template <class F>
std::vector<F> ramp(F from, F to) {
    std::vector<F> v(size);
    for (std::size_t i = 0; i < size; ++i) v[i] = from + (to - from) * static_cast<F>(i * 61 % size) / F(size - 1);
    return v;
}
template <class F>
auto matrix(std::vector<F>& v) {
    return og::matrix(v.data(), rows, columns);
}
template <class F>
double distance(std::vector<F> const& a, std::vector<F> const& b) {
    double most = 0;
    for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, std::abs(double(a[i]) - double(b[i])));
    return most;
}

/// The gradient from the output alone, of inputs from -8 to 8 and |dy| <= 1, against the one from the input.
template <class F, class E>
double error_from_the_output(E e) {
    std::vector<F> in = ramp<F>(-8, 8), y(size), dy = ramp<F>(-1, 1), by_x(size), by_y(size);
    og::evaluate(e, matrix(y), x = matrix(in));
    og::backward(e, matrix(dy), x = matrix(in), og::grad(x) = matrix(by_x));
    og::backward(e, matrix(dy), og::value(e) = matrix(y), og::grad(x) = matrix(by_y));
    return distance(by_x, by_y);
}
template <class E>
void needs_the_output_alone(E e) {
    INFO(og::to_text(e));
    CHECK(error_from_the_output<float>(e) <= 0x1p-22);
    constexpr og::explanation plan = og::explain(E{}, og::grad(x), og::value(E{}));
    CHECK(plan.bytes_read == 8);  // y and dy
}

}  // namespace

TEST_CASE("gradients from the output alone") {
    needs_the_output_alone(og::sigmoid(x));
    needs_the_output_alone(og::tanh(x));
    needs_the_output_alone(og::relu(x));
    needs_the_output_alone(og::elu(x));
    needs_the_output_alone(og::elu(x, 0.5_c));
    needs_the_output_alone(og::selu(x));
    needs_the_output_alone(og::leaky_relu(x));
    needs_the_output_alone(og::softplus(x));
    needs_the_output_alone(og::expm1(0.1_c * x));
    needs_the_output_alone(og::exp(0.1_c * x));
    needs_the_output_alone(og::where(x > 0_c, x, 0_c));
    needs_the_output_alone(og::softmax(x));
    needs_the_output_alone(og::softmin(x));
    needs_the_output_alone(og::softmax(x, 0.5_c));
    needs_the_output_alone(og::log_softmax(x));
    needs_the_output_alone(og::exp(x) / og::row_sum(og::exp(x)));
    needs_the_output_alone(x - og::log(og::row_sum(og::exp(x))));
    needs_the_output_alone(1_c / (1_c + og::exp(-x)));
    CHECK(error_from_the_output<double>(og::sigmoid(x)) <= 0x1p-51);
    CHECK(error_from_the_output<double>(og::softmax(x)) <= 0x1p-51);
}

namespace {
template <int N>
constexpr auto layers(auto f) {
    if constexpr (N == 0)
        return f;
    else
        return layers<N - 1>(og::tanh(f) * 1.5_c + 0.1_c);
}
}  // namespace

TEST_CASE("what is written out is loaded as it stands, in a formula too long to be spelled, too") {
    constexpr auto sum = og::row_sum(og::exp(x));
    constexpr auto softmax = og::exp(x) / sum;
    std::vector<double> in = ramp<double>(-2, 2), dy = ramp<double>(-1, 1), y(size), sums(rows), a(size), b(size);
    og::evaluate(softmax, matrix(y), x = matrix(in));
    og::evaluate(sum, sums, x = matrix(in));
    auto const is_found = [&](auto e, auto loaded) {
        og::backward(e, matrix(dy), x = matrix(in), og::grad(x) = matrix(a));
        og::backward(e, matrix(dy), x = matrix(in), loaded, og::grad(x) = matrix(b));
        CHECK(distance(a, b) < 1e-13);
    };
    is_found(softmax, og::value(sum) = og::per_row(sums));
    is_found(layers<30>(softmax), og::value(softmax) = matrix(y));
    is_found(x - og::log(sum), og::value(sum) = og::per_row(sums));
}

TEST_CASE("no exponential is needed for what the output says") {
    CHECK(og::explain(og::sigmoid(x), og::grad(x), og::value(og::sigmoid(x))).transcendental == 0);
    CHECK(og::explain(og::tanh(x), og::grad(x), og::value(og::tanh(x))).transcendental == 0);
    CHECK(og::explain(og::elu(x), og::grad(x), og::value(og::elu(x))).transcendental == 0);
    CHECK(og::explain(og::softmax(x), og::grad(x), og::value(og::softmax(x))).transcendental == 0);
    CHECK(og::explain(og::softmax(x), og::grad(x)).transcendental > 0);
}

TEST_CASE("a negative slope tells nothing of the input's sign") {
    std::vector<float> in{-2, -1, 1, 2}, y(4), dy{1, 1, 1, 1}, dx(4);
    constexpr auto e = og::where(x > 0_c, x, og::c<-0.5> * x);
    og::evaluate(e, y, x = in);
    og::backward(e, dy, x = in, og::value(e) = y, og::grad(x) = dx);
    CHECK(dx == std::vector<float>{-0.5f, -0.5f, 1, 1});
}

TEST_CASE("the value of a part of the expression") {
    std::vector<float> g = ramp<float>(-5, 5), u = ramp<float>(3, -1), s(size), dy = ramp<float>(-1, 1), dg(size),
                       du(size), du2(size), dg2(size);
    constexpr auto part = og::sigmoid(x);
    constexpr auto whole = up + x * part * up;
    og::evaluate(part, s, x = g);
    og::backward(whole, dy, x = g, up = u, og::grad(x) = dg, og::grad(up) = du);
    og::backward(whole, dy, x = g, up = u, og::value(part) = s, og::grad(x) = dg2, og::grad(up) = du2);
    CHECK(distance(dg, dg2) < 1e-5);
    CHECK(distance(du, du2) < 1e-5);
    CHECK(og::explain(whole, og::grad(x), og::grad(up), og::value(part)).transcendental == 0);
}

TEST_CASE("a value within another one") {
    std::vector<double> in = ramp<double>(-3, 3), t(size), y(size), dy = ramp<double>(-1, 1), a(size), b(size);
    constexpr auto inner = og::tanh(x);
    constexpr auto outer = og::exp(inner * x);
    og::fuse(og::store(inner, t), og::store(outer, y), x = in);
    og::backward(outer * x, dy, x = in, og::grad(x) = a);
    og::backward(outer * x, dy, x = in, og::value(outer) = y, og::value(inner) = t, og::grad(x) = b);
    CHECK(distance(a, b) < 1e-12);
    og::backward(outer * x, dy, x = in, og::value(inner) = t, og::value(outer) = y, og::grad(x) = b);
    CHECK(distance(a, b) < 1e-12);
}

TEST_CASE("what is bound is loaded, not computed") {
    std::vector<float> in{1, 2, 3}, seven(3, 7), y(3);
    og::evaluate(x + og::sigmoid(x), y, x = in, og::value(og::sigmoid(x)) = seven);
    CHECK(y == std::vector<float>{8, 9, 10});
    og::fuse(og::store(og::derivative(og::sigmoid(x), x) * dy_, y), dy_ = in, og::value(og::sigmoid(x)) = seven);
    CHECK(y == std::vector<float>{-42, -84, -126});
    og::evaluate(x + 1_c, y, og::value(x) = in);
    CHECK(y == std::vector<float>{2, 3, 4});
}

TEST_CASE("a value that comes to that of a name is loaded as the name") {
    std::vector<float> in{1, 2, 3}, saved = in, dx(3);
    constexpr auto chosen = og::where(up > 0_c, x, x);
    og::backward(og::square(chosen) + up, in, x = in, up = in, og::value(chosen) = saved, og::grad(x) = dx);
    CHECK(dx == std::vector<float>{2, 8, 18});
}

TEST_CASE("values per row, per column and for all") {
    std::vector<double> in = ramp<double>(-2, 2), y(size), sums(rows), a(size), b(size), dy = ramp<double>(-1, 1),
                        w(columns, 0.5), s(columns), dw(columns), dw2(columns);
    constexpr auto sum = og::row_sum(og::exp(x));
    constexpr auto e = x / sum;
    og::evaluate(sum, sums, x = matrix(in));
    og::backward(e, matrix(dy), x = matrix(in), og::grad(x) = matrix(a));
    og::backward(e, matrix(dy), x = matrix(in), og::value(sum) = sums, og::grad(x) = matrix(b));
    CHECK(distance(a, b) < 1e-13);
    og::backward(e, matrix(dy), x = matrix(in), og::value(sum) = og::per_row(sums), og::grad(x) = matrix(b));
    CHECK(distance(a, b) < 1e-13);

    constexpr auto gain = og::sigmoid(bias);
    for (auto& each : s) each = og::sigmoid(0.5);
    og::backward(x * gain, matrix(dy), x = matrix(in), bias = w, og::grad(bias) = dw);
    og::backward(x * gain, matrix(dy), x = matrix(in), bias = w, og::value(gain) = s, og::grad(bias) = dw2);
    CHECK(distance(dw, dw2) < 1e-13);

    double db = 0, db2 = 0;
    og::backward(x * gain, matrix(dy), x = matrix(in), bias = 0.5, og::grad(bias) = db);
    og::backward(x * gain, matrix(dy), x = matrix(in), bias = 0.5, og::value(gain) = og::sigmoid(0.5),
                 og::grad(bias) = db2);
    CHECK(db == Approx(db2).epsilon(1e-13));
}

TEST_CASE("the mean and the deviation of a row") {
    constexpr auto mean = og::row_mean(x);
    constexpr auto scale = 1_c / og::sqrt(og::row_mean(og::square(x - mean)) + 1e-5_c);
    constexpr auto norm = (x - mean) * scale;
    std::vector<float> in = ramp<float>(-3, 8), dy = ramp<float>(-1, 1), means(rows), scales(rows), computed(size),
                       saved(size);
    og::fuse(og::store(mean, means), og::store(scale, scales), x = matrix(in));
    og::backward(og::standardize(x), matrix(dy), x = matrix(in), og::grad(x) = matrix(computed));
    og::backward(norm, matrix(dy), x = matrix(in), og::value(mean) = og::per_row(means),
                 og::value(scale) = og::per_row(scales), og::grad(x) = matrix(saved));
    CHECK(distance(computed, saved) <= 1e-6);

    // The sum of a row less its mean is known, and so is what flows through 1/sqrt from its value.
    constexpr og::explanation plan = og::explain(norm, og::grad(x), og::value(mean), og::value(scale));
    CHECK(plan.loops == 2);
    CHECK(plan.text().find("fused in loop 1: subtract, multiply, 2 row_sum\n") != std::string::npos);
}

TEST_CASE("a name that nothing reads need not be bound") {
    std::vector<float> in = ramp<float>(-1, 1), b(columns, 0.1f), y(size), dy = ramp<float>(1, 2), dx(size), dx2(size),
                       db(columns), db2(columns);
    constexpr auto e = og::relu(x + bias);
    og::evaluate(e, matrix(y), x = matrix(in), bias = b);
    og::backward(e, matrix(dy), x = matrix(in), bias = b, og::grad(x) = matrix(dx), og::grad(bias) = db);
    og::backward(e, matrix(dy), og::value(e) = matrix(y), og::grad(x) = matrix(dx2), og::grad(bias) = db2);
    CHECK(dx == dx2);
    CHECK(db == db2);
    float all = 0;
    og::backward(e, matrix(dy), og::value(e) = matrix(y), og::grad(bias) = all);
    CHECK(all == Approx([&] {
              double s = 0;
              for (float const each : db) s += double(each);
              return s;
          }()));
}

TEST_CASE("a name that nothing reads need not be bound without a value, either") {
    constexpr og::var<"a"> a;
    constexpr og::var<"b"> b;
    constexpr og::var<"d"> d;
    constexpr auto block = x + og::swiglu(a, b);
    std::vector<float> const gate{-1, 0.5f, 2}, value{3, -2, 1}, dy{1, 2, -1};
    std::vector<float> da(3), db(3), dx(3), wanted(3);
    og::backward(block, dy, a = gate, b = value, og::grad(a) = da, og::grad(b) = db, og::grad(x) = dx);
    CHECK(dx == dy);
    og::backward(og::swiglu(a, b), dy, a = gate, b = value, og::grad(a) = wanted);
    CHECK(da == wanted);
    auto const [by_a, by_x] = og::vjp(block, d, a, x);
    std::vector<float> stored(3);
    og::fuse(og::store(by_a, stored), og::store(by_x, dx), a = gate, b = value, d = dy);
    CHECK(stored == wanted);
    CHECK(dx == dy);
}

TEST_CASE("a loaded value with gaps between its columns") {
    std::vector<float> pairs(2 * size), y = ramp<float>(0.1f, 0.9f), dy = ramp<float>(-1, 1), dx(size), dx2(size);
    for (std::size_t i = 0; i < size; ++i) pairs[2 * i] = 9, pairs[2 * i + 1] = y[i];
    constexpr auto e = og::sigmoid(x);
    og::backward(e, matrix(dy), og::value(e) = y, og::grad(x) = matrix(dx));
    og::backward(e, matrix(dy), og::value(e) = og::matrix(pairs.data(), rows, 2 * columns).interleaved(1, 2),
                 og::grad(x) = matrix(dx2));
    CHECK(dx == dx2);
}

TEST_CASE("what is special stays so") {
    constexpr float infinity = std::numeric_limits<float>::infinity(), nan = std::numeric_limits<float>::quiet_NaN();
    std::vector<float> in{-infinity, infinity, nan, 0, -0.0f}, y(5), one(5, 1.0f), dx(5), dx2(5);
    auto const agree = [&](auto e, auto part) {
        og::evaluate(part, y, x = in);
        og::backward(e, one, x = in, og::grad(x) = dx);
        og::backward(e, one, x = in, og::value(part) = y, og::grad(x) = dx2);
        for (std::size_t i = 0; i < in.size(); ++i) {
            INFO(og::to_text(e) << " at " << in[i] << ": " << dx[i] << ", " << dx2[i]);
            CHECK((dx[i] == dx2[i] || (std::isnan(dx[i]) && std::isnan(dx2[i]))));
        }
    };
    agree(og::relu(x), og::relu(x));
    agree(og::elu(x), og::elu(x));
    agree(og::leaky_relu(x), og::leaky_relu(x));
    agree(og::sigmoid(x), og::sigmoid(x));
    agree(og::tanh(x), og::tanh(x));
    agree(og::softplus(x), og::softplus(x));
    agree(og::silu(x), og::sigmoid(x));
}

TEST_CASE("a rounded output costs what the documentation says") {
    // 1 - y has an absolute error of half an ULP of y: at x = 10 ten digits of 24 are left.
    std::vector<float> in(1), y(1), one{1}, dx(1);
    for (in[0] = 0; in[0] < 30; in[0] += 0.37f) {
        og::evaluate(og::sigmoid(x), y, x = in);
        og::backward(og::sigmoid(x), one, og::value(og::sigmoid(x)) = y, og::grad(x) = dx);
        double const e = std::exp(-double(in[0])), right = e / ((1 + e) * (1 + e));
        CHECK(std::abs(double(dx[0]) - right) <= 0x1p-23);
    }
}

TEST_CASE("a loaded maximum of a row need not have the bits of what it is the maximum of") {
    // The sum in another call, or at another accuracy, may be added up in another order.
    constexpr std::size_t length = 1000;
    std::vector<float> in(rows * length), dy(in.size(), 1.0f), most(rows), least(rows), a(in.size()), b(in.size());
    for (std::size_t i = 0; i < in.size(); ++i) in[i] = std::sin(1.7f * static_cast<float>(i));
    auto const of = [](std::vector<float>& v) { return og::matrix(v.data(), rows, length); };
    constexpr auto y = og::row_sum(x) * x;
    constexpr auto e = og::row_max(y) * x + og::row_min(y);
    og::evaluate(og::row_max(y), most, x = of(in));
    og::evaluate(og::row_min(y), least, x = of(in));
    for (std::size_t i = 0; i < rows; ++i)
        most[i] = std::nextafter(most[i], 9e9f), least[i] = std::nextafter(least[i], 9e9f);
    og::backward(e, of(dy), x = of(in), og::grad(x) = of(a));
    og::backward(e, of(dy), x = of(in), og::value(og::row_max(y)) = most, og::value(og::row_min(y)) = least,
                 og::grad(x) = of(b));
    double largest = 0;
    for (float const each : a) largest = std::max(largest, std::abs(double(each)));
    CHECK(distance(a, b) < 1e-5 * largest);

    // So in a formula too long to be spelled, whose gradient knew of no loaded values when it was made compact.
    constexpr auto deep = layers<20>(0.1_c * og::row_max(y) * x);
    constexpr auto slope = std::get<0>(og::vjp(deep, 1_c, x));
    og::fuse(og::store(slope, of(a)), x = of(in));
    og::fuse(og::store(slope, of(b)), x = of(in), og::value(og::row_max(y)) = most);
    largest = 0;
    for (float const each : a) largest = std::max(largest, std::abs(double(each)));
    CHECK((largest > 0 && distance(a, b) < 1e-4 * largest));

    // Of a name's values it has them.
    constexpr og::explanation plan = og::explain(og::row_max(x) * x, og::grad(x), og::value(og::row_max(x)));
    CHECK(plan.loops == og::explain(og::row_max(x) * x, og::grad(x)).loops - 1);
}

TEST_CASE("sizes and overlap of a loaded value") {
    std::vector<float> y(6, 0.5f), dy(6, 1.0f), dx(6), few(5);
    constexpr auto e = og::sigmoid(x);
    try {
        og::backward(e, dy, og::value(e) = few, og::grad(x) = dx);
        FAIL("a value of another size was accepted");
    } catch (std::invalid_argument const& error) {
        CHECK(std::string(error.what()) == "ogive: value(e) has 5 values, dy has 6 values");
    }
    CHECK_THROWS_AS(og::backward(e, std::vector<float>(5, 1.0f), og::value(e) = og::matrix(y.data(), 1, 5),
                                 og::grad(x) = og::matrix(y.data() + 1, 1, 5)),
                    std::invalid_argument);
    og::backward(e, dy, og::value(e) = y, og::grad(x) = y);
    CHECK(y == std::vector<float>(6, 0.25f));
}
