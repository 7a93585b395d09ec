// XNNPACK by its operators, one thread.

#include "peers.hpp"

#include <xnnpack.h>

#include <memory>

namespace {

using peers::problem, peers::runner;

// Set up once; the operator lives as long as the runner.
template <class Create, class Setup>
runner made(problem const& p, Create create, Setup setup) {
    static bool const ready = xnn_initialize(nullptr) == xnn_status_success;
    xnn_operator_t raw = nullptr;
    if (!ready || create(p.columns, &raw) != xnn_status_success) return {};
    std::shared_ptr<xnn_operator> const op(raw, xnn_delete_operator);
    if (setup(raw, p.rows, p.x, p.y, nullptr) != xnn_status_success) return {};
    return [op] { xnn_run_operator(op.get(), nullptr); };
}

[[maybe_unused]] bool const offered = [] {
    peers::offer("relu", "XNNPACK", [](problem const& p) {
        return made(
            p,
            [](std::size_t n, xnn_operator_t* op) {
                return xnn_create_clamp_nc_f32(n, n, n, 0.0f, __builtin_inff(), 0, op);
            },
            xnn_setup_clamp_nc_f32);
    });
    peers::offer("sigmoid", "XNNPACK", [](problem const& p) {
        return made(
            p, [](std::size_t n, xnn_operator_t* op) { return xnn_create_sigmoid_nc_f32(n, n, n, 0, op); },
            xnn_setup_sigmoid_nc_f32);
    });
    peers::offer("elu", "XNNPACK", [](problem const& p) {
        return made(
            p, [](std::size_t n, xnn_operator_t* op) { return xnn_create_elu_nc_f32(n, n, n, 1.0f, 0, op); },
            xnn_setup_elu_nc_f32);
    });
    peers::offer("softmax", "XNNPACK", [](problem const& p) {
        return made(
            p, [](std::size_t n, xnn_operator_t* op) { return xnn_create_softmax_nc_f32(n, n, n, 0, op); },
            xnn_setup_softmax_nc_f32);
    });
    return true;
}();

}  // namespace
