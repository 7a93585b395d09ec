// oneDNN by its primitives, one thread.

#include "peers.hpp"

#include <oneapi/dnnl/dnnl.hpp>

namespace {

using peers::problem, peers::runner;
using kind = dnnl::algorithm;

dnnl::engine& engine() {
    static dnnl::engine e(dnnl::engine::kind::cpu, 0);
    return e;
}
dnnl::memory::desc description(problem const& p) {
    return {{static_cast<dnnl::memory::dim>(p.rows), static_cast<dnnl::memory::dim>(p.columns)},
            dnnl::memory::data_type::f32,
            dnnl::memory::format_tag::ab};
}
dnnl::memory memory(problem const& p, float const* data) {
    return {description(p), engine(), const_cast<float*>(data)};
}

// Of elu and swish the factor; of relu the slope below 0.
constexpr float alpha_of(kind k) { return k == kind::eltwise_relu ? 0.0f : 1.0f; }

template <kind Kind>
runner forward(problem const& p) {
    dnnl::eltwise_forward::desc const d(dnnl::prop_kind::forward_training, Kind, description(p), alpha_of(Kind), 0.0f);
    return [op = dnnl::eltwise_forward({d, engine()}), stream = dnnl::stream(engine()), x = memory(p, p.x),
            y = memory(p, p.y)]() mutable {
        op.execute(stream, {{DNNL_ARG_SRC, x}, {DNNL_ARG_DST, y}});
        stream.wait();
    };
}
template <kind Kind>
runner backward(problem const& p) {
    dnnl::eltwise_forward::desc const f(dnnl::prop_kind::forward_training, Kind, description(p), alpha_of(Kind), 0.0f);
    dnnl::eltwise_backward::desc const d(Kind, description(p), description(p), alpha_of(Kind), 0.0f);
    return [op = dnnl::eltwise_backward({d, engine(), {f, engine()}}), stream = dnnl::stream(engine()),
            x = memory(p, p.x), dy = memory(p, p.dy), dx = memory(p, p.y)]() mutable {
        op.execute(stream, {{DNNL_ARG_SRC, x}, {DNNL_ARG_DIFF_DST, dy}, {DNNL_ARG_DIFF_SRC, dx}});
        stream.wait();
    };
}
runner softmax(problem const& p) {
    dnnl::softmax_forward::desc const d(dnnl::prop_kind::forward_inference, description(p), 1);
    return [op = dnnl::softmax_forward({d, engine()}), stream = dnnl::stream(engine()), x = memory(p, p.x),
            y = memory(p, p.y)]() mutable {
        op.execute(stream, {{DNNL_ARG_SRC, x}, {DNNL_ARG_DST, y}});
        stream.wait();
    };
}

[[maybe_unused]] bool const offered = [] {
    peers::offer("relu", "oneDNN", forward<kind::eltwise_relu>);
    peers::offer("sigmoid", "oneDNN", forward<kind::eltwise_logistic>);
    peers::offer("tanh", "oneDNN", forward<kind::eltwise_tanh>);
    peers::offer("silu", "oneDNN", forward<kind::eltwise_swish>);
    peers::offer("gelu", "oneDNN", forward<kind::eltwise_gelu_erf>);
    peers::offer("gelu_tanh", "oneDNN", forward<kind::eltwise_gelu_tanh>);
    peers::offer("elu", "oneDNN", forward<kind::eltwise_elu>);
    peers::offer("mish", "oneDNN", forward<kind::eltwise_mish>);
    peers::offer("softplus", "oneDNN", forward<kind::eltwise_soft_relu>);
    peers::offer("silu_backward", "oneDNN", backward<kind::eltwise_swish>);
    peers::offer("gelu_backward", "oneDNN", backward<kind::eltwise_gelu_erf>);
    peers::offer("gelu_tanh_backward", "oneDNN", backward<kind::eltwise_gelu_tanh>);
    peers::offer("mish_backward", "oneDNN", backward<kind::eltwise_mish>);
    peers::offer("softmax", "oneDNN", softmax);
    return true;
}();

}  // namespace
