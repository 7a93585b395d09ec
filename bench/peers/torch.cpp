// libtorch's kernels on tensors made once, one thread, without autograd's bookkeeping.

#include "peers.hpp"

#include <ATen/core/ivalue.h>  // before ATen.h: clang takes that as C++20 only then

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

namespace {

using peers::problem, peers::runner;

struct tensors {
    at::Tensor x, dy, up, y, dup;

    explicit tensors(problem const& p)
        : x(of(p, p.x)), dy(of(p, p.dy)), up(of(p, p.up)), y(of(p, p.y)), dup(of(p, p.dup)) {}

    static at::Tensor of(problem const& p, float const* data) {
        return at::from_blob(const_cast<float*>(data), {static_cast<long>(p.rows), static_cast<long>(p.columns)},
                             at::kFloat);
    }
};

template <class F>
void offer(char const* function, F) {
    peers::offer(function, "libtorch", [](problem const& p) -> runner {
        at::set_num_threads(1);
        return [t = tensors(p)]() mutable {
            at::InferenceMode const without_autograd;
            F{}(t);
        };
    });
}

[[maybe_unused]] bool const offered = [] {
    offer("relu", [](tensors& t) { at::clamp_min_out(t.y, t.x, 0); });
    offer("sigmoid", [](tensors& t) { at::sigmoid_out(t.y, t.x); });
    offer("tanh", [](tensors& t) { at::tanh_out(t.y, t.x); });
    offer("silu", [](tensors& t) { at::silu_out(t.y, t.x); });
    offer("gelu", [](tensors& t) { at::gelu_out(t.y, t.x); });
    offer("gelu_tanh", [](tensors& t) { at::gelu_out(t.y, t.x, "tanh"); });
    offer("elu", [](tensors& t) { at::elu_out(t.y, t.x); });
    offer("mish", [](tensors& t) { at::mish_out(t.y, t.x); });
    offer("softplus", [](tensors& t) { at::softplus_out(t.y, t.x); });
    offer("swiglu", [](tensors& t) {
        at::silu_out(t.dup, t.x);
        at::mul_out(t.y, t.dup, t.up);
    });
    offer("softmax", [](tensors& t) { at::softmax_out(t.y, t.x, 1); });
    offer("layer_norm", [](tensors& t) { at::native_layer_norm(t.x, {t.x.size(1)}, {}, {}, 1e-5); });
    offer("silu_backward", [](tensors& t) { at::silu_backward_out(t.y, t.dy, t.x); });
    offer("gelu_backward", [](tensors& t) { at::gelu_backward_out(t.y, t.dy, t.x); });
    offer("gelu_tanh_backward", [](tensors& t) { at::gelu_backward_out(t.y, t.dy, t.x, "tanh"); });
    offer("mish_backward", [](tensors& t) { at::mish_backward(t.dy, t.x); });
    offer("swiglu_backward", [](tensors& t) {
        at::silu_out(t.dup, t.x);
        at::mul_out(t.dup, t.dup, t.dy);
        at::silu_backward_out(t.y, at::mul(t.dy, t.up), t.x);
    });
    offer("softmax_backward", [](tensors& t) {  // from the saved output, for which up stands
        at::_softmax_backward_data_out(t.y, t.dy, t.up, 1, at::kFloat);
    });
    peers::offer("layer_norm_backward", "libtorch", [](problem const& p) -> runner {
        at::set_num_threads(1);
        tensors const t(p);
        auto const [y, mean, deviation] = at::native_layer_norm(t.x, {t.x.size(1)}, {}, {}, 1e-5);
        return [t, mean = mean, deviation = deviation] {
            at::InferenceMode const without_autograd;
            at::native_layer_norm_backward(t.dy, t.x, {t.x.size(1)}, mean, deviation, {}, {}, {true, false, false});
        };
    });
    return true;
}();

}  // namespace
