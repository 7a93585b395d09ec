// A composition along rows that is in no catalogue, softmax(x sigmoid(beta x) u + bias), beside softmax and its elementwise
// part in two calls. The names are <pass>/<fused|parts>/<rows>x<columns>; bench/pairs.sh makes the table.

#include <ogive/ogive.hpp>

#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <vector>

namespace og = ogive;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"u"> u;
constexpr og::var<"z"> z;
constexpr og::param<"beta"> beta;
constexpr og::param<"bias"> bias;

constexpr auto part = x * og::sigmoid(beta * x) * u + bias;
constexpr auto whole = og::softmax(part);

struct buffers {
    std::size_t rows, columns;
    std::vector<float> x, u, dy, z, dz, y, dx, du, bias, dbias;
    float beta = 1.5f, dbeta = 0;

    buffers(std::size_t r, std::size_t c) : rows(r), columns(c) {
        std::mt19937 random(1);
        std::normal_distribution<float> normal;
        for (auto* v : {&x, &u, &dy, &z, &dz, &y, &dx, &du}) v->resize(r * c);
        for (auto* v : {&bias, &dbias}) v->resize(c);
        for (auto* v : {&x, &u, &dy, &bias})
            for (auto& value : *v) value = normal(random);
    }
    auto matrix(std::vector<float>& v) { return og::matrix(v.data(), rows, columns); }
};

void forward_fused(buffers& m) {
    og::evaluate(whole, m.matrix(m.y), x = m.matrix(m.x), u = m.matrix(m.u), beta = m.beta, bias = m.bias);
}
void forward_parts(buffers& m) {
    og::evaluate(part, m.matrix(m.z), x = m.matrix(m.x), u = m.matrix(m.u), beta = m.beta, bias = m.bias);
    og::evaluate(og::softmax(z), m.matrix(m.y), z = m.matrix(m.z));
}
void backward_fused(buffers& m) {
    og::backward(whole, m.matrix(m.dy), x = m.matrix(m.x), u = m.matrix(m.u), beta = m.beta, bias = m.bias,
                 og::grad(x) = m.matrix(m.dx), og::grad(u) = m.matrix(m.du), og::grad(beta) = m.dbeta,
                 og::grad(bias) = m.dbias);
}
/// softmax's backward from what it was taken of, as the fused one has to.
void backward_parts(buffers& m) {
    og::backward(og::softmax(z), m.matrix(m.dy), z = m.matrix(m.z), og::grad(z) = m.matrix(m.dz));
    og::backward(part, m.matrix(m.dz), x = m.matrix(m.x), u = m.matrix(m.u), beta = m.beta, bias = m.bias,
                 og::grad(x) = m.matrix(m.dx), og::grad(u) = m.matrix(m.du), og::grad(beta) = m.dbeta,
                 og::grad(bias) = m.dbias);
}

[[maybe_unused]] bool const added = [] {
    auto const add = [](std::string const& name, void (*pass)(buffers&)) {
        for (auto const& [rows, columns] : {std::pair(512, 128), std::pair(64, 1024), std::pair(4, 32000)})
            benchmark::RegisterBenchmark(
                (name + "/" + std::to_string(rows) + "x" + std::to_string(columns)).c_str(),
                [pass, r = static_cast<std::size_t>(rows), c = static_cast<std::size_t>(columns)](benchmark::State& state) {
                    buffers m(r, c);
                    for (auto _ : state) {
                        pass(m);
                        benchmark::ClobberMemory();
                    }
                });
    };
    add("forward/fused", forward_fused);
    add("forward/parts", forward_parts);
    add("backward/fused", backward_fused);
    add("backward/parts", backward_parts);
    return true;
}();

}  // namespace
