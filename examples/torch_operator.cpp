// A SwiGLU gate as an operator of libtorch, forward and backward one pass each, beside the same of libtorch's operators.

#include <ogive/ogive.hpp>

#include <ATen/core/ivalue.h>  // before torch.h: clang takes that as C++20 only then

#include <torch/torch.h>

#include <cstddef>
#include <iostream>
#include <span>

namespace og = ogive;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr og::var<"gate"> gate;
constexpr og::var<"up"> up;
constexpr auto formula = og::swiglu(gate, up);

/// The values of a contiguous tensor; data_ptr refuses another type than float.
std::span<float> values(torch::Tensor const& t) { return {t.data_ptr<float>(), static_cast<std::size_t>(t.numel())}; }

struct swiglu : torch::autograd::Function<swiglu> {
    static torch::Tensor forward(AutogradContext* context, torch::Tensor const& by_gate, torch::Tensor const& by_up) {
        TORCH_CHECK(by_gate.sizes() == by_up.sizes(), "swiglu: gate and up have one size");  // og::evaluate counts the values
        auto const g = by_gate.contiguous(), u = by_up.contiguous();
        context->save_for_backward({g, u});  // og::saved(formula) is "gate, up"
        auto const y = torch::empty_like(g);
        og::evaluate(formula, values(y), gate = values(g), up = values(u));
        return y;
    }

    static variable_list backward(AutogradContext* context, variable_list const& flows) {
        auto const saved = context->get_saved_variables();
        auto const& g = saved[0];
        auto const& u = saved[1];
        auto const dy = flows[0].contiguous();  // that of a sum is expanded: one value for all
        auto const dg = torch::empty_like(g), du = torch::empty_like(u);
        og::backward(formula, values(dy), gate = values(g), up = values(u), og::grad(gate) = values(dg),
                     og::grad(up) = values(du));
        return {dg, du};
    }
};

int main() {
    auto const options = torch::requires_grad();
    auto const g = torch::randn({64, 100}, options), u = torch::randn({64, 100}, options);
    auto const y = swiglu::apply(g, u), expected = torch::silu(g) * u;
    auto const by = torch::autograd::grad({y.sum()}, {g, u}), expected_by = torch::autograd::grad({expected.sum()}, {g, u});

    bool const same = torch::allclose(y, expected, 1e-5, 1e-6) && torch::allclose(by[0], expected_by[0], 1e-5, 1e-6) &&
                      torch::allclose(by[1], expected_by[1], 1e-5, 1e-6);
    std::cout << (same ? "values and gradients are libtorch's\n" : "values or gradients differ from libtorch's\n");
    return same ? 0 : 1;
}
