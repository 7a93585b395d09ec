// The pixels of Fashion-MNIST through a SwiGLU gate with a learnable beta inside a residual connection,
// forward and backward: composed and differentiated at compile time, run as one loop each. The same is done
// one operation after another, as a framework does it, and both are checked against plain scalar code.
//
//     quickstart [directory of train-images-idx3-ubyte.gz]

#include "fashion_mnist.hpp"

#include <ogive/ogive.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <list>
#include <string>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

// ---- the formula

constexpr og::var<"gate"> gate;
constexpr og::var<"value"> value;
constexpr og::param<"beta"> beta;

constexpr auto block = value + og::swiglu(gate, value, beta);

// ---- the data

using matrix = og::matrix_view<float>;

struct inputs {
    matrix gates, values;
    float beta;
};

/// The loss is half the sum of the squares of y, so that its gradient by y is y itself.
struct results {
    matrix y, dgate, dvalue;
    float dbeta = 0;
};

// ---- fused: every array is read or written once

namespace fused {

void forward(inputs const& in, results& out) {
    og::evaluate(block, out.y, gate = in.gates, value = in.values, beta = in.beta);
}

void backward(inputs const& in, results& out) {
    og::backward(block, out.y, gate = in.gates, value = in.values, beta = in.beta, og::grad(gate) = out.dgate,
                 og::grad(value) = out.dvalue, og::grad(beta) = out.dbeta);
}

// Arrays that a pass reads, and those that it writes.
constexpr int forward_moves = 2 + 1, backward_moves = 3 + 2;

}  // namespace fused

// ---- one pass per operation: every result goes to memory, as in a framework without fusion

namespace by_operation {

constexpr og::var<"a"> a;
constexpr og::var<"b"> b;
constexpr og::param<"k"> k;

/// Allocated beforehand. The backward pass needs the first two again, the others are used over and over.
struct temporaries {
    matrix sigmoid, swish, t1, t2, t3;
};

void forward(inputs const& in, results& out, temporaries const& t) {
    og::evaluate(k * a, t.t1, k = in.beta, a = in.gates);       // beta gate
    og::evaluate(og::sigmoid(a), t.sigmoid, a = t.t1);          // sigmoid(beta gate)
    og::evaluate(a * b, t.swish, a = in.gates, b = t.sigmoid);  // gate sigmoid(beta gate)
    og::evaluate(a * b, t.t1, a = t.swish, b = in.values);      // the gated value
    og::evaluate(a + b, out.y, a = in.values, b = t.t1);        // the residual connection
}

/// The chain rule, from the last operation back to the first.
void backward(inputs const& in, results& out, temporaries const& t) {
    og::evaluate(a * b, t.t1, a = out.y, b = t.swish);               // by value: through the gate
    og::evaluate(a + b, out.dvalue, a = out.y, b = t.t1);            // and through the residual connection
    og::evaluate(a * b, t.t1, a = out.y, b = in.values);             // by swish
    og::evaluate(a * b, t.t2, a = t.t1, b = in.gates);               // by sigmoid
    og::evaluate(a * b, t.t1, a = t.t1, b = t.sigmoid);              // by gate: through the product
    og::evaluate(a * b * (1_c - b), t.t2, a = t.t2, b = t.sigmoid);  // by beta gate
    og::evaluate(k * a, t.t3, k = in.beta, a = t.t2);                // by gate: through the sigmoid
    og::evaluate(a + b, out.dgate, a = t.t1, b = t.t3);              // by gate: both
    og::evaluate(a * b, t.t2, a = t.t2, b = in.gates);               // by beta, at each element
    og::fuse(og::store(og::sum(a), out.dbeta), a = t.t2);            // by beta
}

constexpr int forward_moves = 8 + 5, backward_moves = 18 + 9;

}  // namespace by_operation

// ---- the reference: plain scalar code in double

struct errors {
    double y = 0, gradients = 0;  // the largest of all elements
    double dbeta = 0;             // relative to the gradient
};

void raise(double& worst, double error) {
    if (!(error <= worst)) worst = error;  // a NaN stays
}

errors compared_to_reference(inputs const& in, results const& out) {
    errors worst;
    double dbeta = 0;
    double const by = in.beta;
    for (std::size_t row = 0; row < out.y.row_count; ++row)
        for (std::size_t column = 0; column < out.y.column_count; ++column) {
            auto const at = [&](matrix const& m) -> double { return m.data[row * m.row_stride + column]; };
            double const g = at(in.gates), v = at(in.values), dy = at(out.y);
            double const sigmoid = 1 / (1 + std::exp(-by * g)), slope = sigmoid * (1 - sigmoid);
            raise(worst.y, std::abs(at(out.y) - (v + v * g * sigmoid)));
            raise(worst.gradients, std::abs(at(out.dgate) - dy * v * (sigmoid + by * g * slope)));
            raise(worst.gradients, std::abs(at(out.dvalue) - dy * (1 + g * sigmoid)));
            dbeta += dy * v * g * g * slope;
        }
    worst.dbeta = std::abs((out.dbeta - dbeta) / dbeta);
    return worst;
}

// ---- the measurement

template <class F>
double seconds(F const& run) {
    auto const start = std::chrono::steady_clock::now();
    run();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> times) {
    auto const middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

struct measured {
    char const *pass, *variant;
    int moves;  // arrays read and written
    std::vector<double> times;
};

void print(measured const& m, measured const& slow, double elements, double error) {
    double const time = median(m.times), bytes = m.moves * elements * sizeof(float);
    std::printf("%-9s %-22s %10.3f %8.1f %8.2fx %14.1e\n", m.pass, m.variant, time / elements * 1e9,
                bytes / time * 1e-9, median(slow.times) / time, error);
}

int run(fashion_mnist::images const& images) {
    std::fprintf(stderr, "standardising %zu images of %zu pixels\n", images.count, images.pixels_each);
    std::vector<float> pixels = fashion_mnist::standardised(images);

    // One half of each row is the gate, the other the value: views, nothing is copied.
    std::size_t const rows = images.count, half = images.pixels_each / 2;
    auto const packed = og::matrix(pixels.data(), rows, images.pixels_each);
    inputs const in{packed.columns(0, half), packed.columns(half, 2 * half), 1.5f};

    std::list<std::vector<float>> storage;
    auto const array = [&] { return og::matrix(storage.emplace_back(rows * half, NAN).data(), rows, half); };
    results one{array(), array(), array()}, other{array(), array(), array()};
    by_operation::temporaries const t{array(), array(), array(), array(), array()};

    measured forward{"forward", "fused", fused::forward_moves, {}};
    measured backward{"backward", "fused", fused::backward_moves, {}};
    measured slow_forward{"forward", "one pass per operation", by_operation::forward_moves, {}};
    measured slow_backward{"backward", "one pass per operation", by_operation::backward_moves, {}};
    constexpr int repetitions = 15;
    std::fprintf(stderr, "running each pass %d times ", repetitions);
    for (int i = 0; i < repetitions; ++i) {
        forward.times.push_back(seconds([&] { fused::forward(in, one); }));
        slow_forward.times.push_back(seconds([&] { by_operation::forward(in, other, t); }));
        backward.times.push_back(seconds([&] { fused::backward(in, one); }));
        slow_backward.times.push_back(seconds([&] { by_operation::backward(in, other, t); }));
        std::fputc('.', stderr);
    }

    std::fprintf(stderr, "\nchecking both against double precision\n");
    errors const error = compared_to_reference(in, one), slow_error = compared_to_reference(in, other);

    auto const elements = static_cast<double>(rows * half);
    std::printf("%zu images, %.2f million elements, beta = %g\n\n", rows, elements * 1e-6,
                static_cast<double>(in.beta));
    std::printf("pass                             ns/element     GB/s    faster  largest error\n");
    print(slow_forward, slow_forward, elements, slow_error.y);
    print(forward, slow_forward, elements, error.y);
    print(slow_backward, slow_backward, elements, slow_error.gradients);
    print(backward, slow_backward, elements, error.gradients);
    std::printf("\ngradient by beta   fused %.7g, relative error %.1e\n", static_cast<double>(one.dbeta),
                error.dbeta);
    std::printf("                   one pass per operation %.7g, relative error %.1e\n",
                static_cast<double>(other.dbeta), slow_error.dbeta);
    std::printf(
        "\nTimes are medians of %d runs on one core, an element is one gate and its value; GB/s counts\n"
        "every array that a pass reads or writes once; errors are those of y and of the gradients.\n",
        repetitions);

    constexpr double tolerance = 1e-5;
    for (errors const& e : {error, slow_error})
        if (!(e.y < tolerance && e.gradients < tolerance && e.dbeta < tolerance)) {
            std::fprintf(stderr, "quickstart: an error is larger than %g\n", tolerance);
            return 1;
        }
    return 0;
}

int main(int argc, char** argv) {
    std::printf("block              %s\n", og::to_text(block).c_str());
    std::printf("  d/d gate         %s\n", og::to_text(og::derivative(block, gate)).c_str());
    std::printf("  d/d value        %s\n", og::to_text(og::derivative(block, value)).c_str());
    std::printf("  d/d beta         %s\n\n", og::to_text(og::derivative(block, beta)).c_str());

    fashion_mnist::images images;
    try {
        std::string const path = fashion_mnist::directory(argc, argv) + "/train-images-idx3-ubyte.gz";
        std::fprintf(stderr, "reading %s\n", path.c_str());
        images = fashion_mnist::read(path);
    } catch (std::exception const& e) {
        std::fprintf(stderr,
                     "quickstart: %s\n"
                     "Install the data set (apt-get install dataset-fashion-mnist), or give the directory\n"
                     "of train-images-idx3-ubyte.gz as the argument or in OGIVE_FASHION_MNIST.\n",
                     e.what());
        return 1;
    }
    return run(images);
}
