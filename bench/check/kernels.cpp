// The kernels whose instructions bench/check.sh counts: each a function of its own, called once over 4096 values.

#include <ogive/ogive.hpp>

#include <span>

namespace og = ogive;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"up"> up;
constexpr og::param<"beta"> beta;
constexpr og::param<"w"> w;
constexpr og::param<"b"> b;

constexpr std::size_t rows = 16, columns = 256;
alignas(64) float inputs[3][rows * columns], outputs[2][rows * columns], weights[2][columns], by_weights[2][columns], by_beta;

auto in(int k) { return og::matrix(static_cast<float const*>(inputs[k]), rows, columns); }
auto out(int k) { return og::matrix(outputs[k], rows, columns); }

constexpr auto gate = og::swiglu(x, up);
constexpr auto swish = og::swish(x, beta);
constexpr auto norm = og::layer_norm(x, w, b);

}  // namespace

// Each accuracy, forward and backward: the arguments of a call that follow its expression.
#define KERNEL(name, ...) \
    extern "C" [[gnu::noinline]] void kernel_##name() { __VA_ARGS__; }
#define FORWARD(name, e, ...)                                           \
    KERNEL(name##_full, og::evaluate<og::full>(e, out(0), __VA_ARGS__)) \
    KERNEL(name##_fast, og::evaluate<og::fast>(e, out(0), __VA_ARGS__))
#define BACKWARD(name, e, ...)                                                  \
    KERNEL(name##_backward_full, og::backward<og::full>(e, in(2), __VA_ARGS__)) \
    KERNEL(name##_backward_fast, og::backward<og::fast>(e, in(2), __VA_ARGS__))
#define OF_X(name)                        \
    FORWARD(name, og::name(x), x = in(0)) \
    BACKWARD(name, og::name(x), x = in(0), og::grad(x) = out(0))

OF_X(relu)
OF_X(silu)
OF_X(gelu)
OF_X(gelu_tanh)
OF_X(mish)
OF_X(softmax)
FORWARD(swiglu, gate, x = in(0), up = in(1))
BACKWARD(swiglu, gate, x = in(0), up = in(1), og::grad(x) = out(0), og::grad(up) = out(1))
KERNEL(every_third, og::evaluate(og::relu(x), out(0).columns(0, columns / 3),
                                 x = in(0).columns(0, columns / 3 * 3).interleaved(0, 3)))
KERNEL(glu_backward_full, og::backward(og::glu(x, up), in(2), x = in(0), up = in(1), og::grad(x) = out(0), og::grad(up) = out(1)))
KERNEL(few_elements, for (int k = 0; k < 100; ++k)
                         og::evaluate(beta * og::square(x) + w * x + b, std::span(outputs[0], 16),
                                      x = std::span(inputs[0], 16), beta = 1.5f, w = 2.0f, b = 3.0f))
KERNEL(swish_full, og::evaluate(swish, out(0), x = in(0), beta = 1.5f))
KERNEL(swish_backward_full, og::backward(swish, in(2), x = in(0), beta = 1.5f, og::grad(x) = out(0), og::grad(beta) = by_beta))
KERNEL(layer_norm_full, og::evaluate(norm, out(0), x = in(0), w = weights[0], b = weights[1]))
KERNEL(layer_norm_backward_full,
       og::backward(norm, in(2), x = in(0), w = weights[0], b = weights[1], og::grad(x) = out(0),
                    og::grad(w) = by_weights[0], og::grad(b) = by_weights[1]))

#define CALL_EACH(name) \
    kernel_##name##_full(), kernel_##name##_fast(), kernel_##name##_backward_full(), kernel_##name##_backward_fast()

int main() {
    for (auto& range : inputs)
        for (std::size_t i = 0; i < rows * columns; ++i) range[i] = static_cast<float>(i % 97) * 0.125f - 6;
    for (auto& range : weights)
        for (float& value : range) value = 1;
    CALL_EACH(relu), CALL_EACH(silu), CALL_EACH(gelu), CALL_EACH(gelu_tanh), CALL_EACH(mish), CALL_EACH(softmax),
        CALL_EACH(swiglu);
    kernel_every_third(), kernel_glu_backward_full(), kernel_few_elements(), kernel_swish_full(), kernel_swish_backward_full(), kernel_layer_norm_full(),
        kernel_layer_norm_backward_full();
}
