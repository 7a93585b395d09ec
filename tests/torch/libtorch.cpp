#include "libtorch.hpp"

#include <ATen/core/ivalue.h>  // before torch.h: clang takes that as C++20 only then

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace oracle::libtorch {

namespace {

using tensors = std::vector<at::Tensor>;

double number(at::Tensor const& a) { return a.item().toDouble(); }
at::Tensor label_of(tensors const& a) { return a[1].detach().select(1, 0).to(at::kLong); }

at::Tensor layer_norm(at::Tensor const& x, at::Tensor const& weight, at::Tensor const& bias, double eps) {
    return at::layer_norm(x, {x.size(1)}, weight, bias, eps);
}
/// As torch.nn.RMSNorm, which came after 1.13.
at::Tensor rms_norm(at::Tensor const& x, at::Tensor const& weight, at::Tensor const& eps) {
    return x * weight * at::rsqrt(at::mean(x * x, {1}, true) + eps);
}

/// What PyTorch has no derivative of, and no second one.
constexpr std::string_view never = "step", once = "hard_sigmoid";

/// By the names of the catalogue, data arguments first. What torch.nn.functional says in Python is composed as there.
std::map<std::string_view, at::Tensor (*)(tensors const& a)> const by_name = {
    {"sigmoid", [](tensors const& a) { return at::sigmoid(a[0]); }},
    {"tanh", [](tensors const& a) { return at::tanh(a[0]); }},
    {"relu", [](tensors const& a) { return at::relu(a[0]); }},
    {"leaky_relu", [](tensors const& a) { return at::leaky_relu(a[0]); }},
    {"prelu", [](tensors const& a) { return at::prelu(a[0], a[1]); }},
    {"elu", [](tensors const& a) { return at::elu(a[0]); }},
    {"selu", [](tensors const& a) { return at::selu(a[0]); }},
    {"silu", [](tensors const& a) { return at::silu(a[0]); }},
    {"gelu", [](tensors const& a) { return at::gelu(a[0]); }},
    {"gelu_tanh", [](tensors const& a) { return at::gelu(a[0], "tanh"); }},
    {"celu", [](tensors const& a) { return at::celu(a[0]); }},
    {"mish", [](tensors const& a) { return at::mish(a[0]); }},
    {"softplus", [](tensors const& a) { return at::softplus(a[0]); }},
    {"softsign", [](tensors const& a) { return a[0] / (a[0].abs() + 1); }},
    {"log_sigmoid", [](tensors const& a) { return at::log_sigmoid(a[0]); }},
    {"hard_sigmoid", [](tensors const& a) { return at::hardsigmoid(a[0]); }},
    {"hard_tanh", [](tensors const& a) { return at::hardtanh(a[0]); }},
    {"hard_swish", [](tensors const& a) { return at::hardswish(a[0]); }},
    {"hard_shrink", [](tensors const& a) { return at::hardshrink(a[0]); }},
    {"soft_shrink", [](tensors const& a) { return at::softshrink(a[0]); }},
    {"tanh_shrink", [](tensors const& a) { return a[0] - a[0].tanh(); }},
    {"threshold", [](tensors const& a) { return at::where(a[0] <= a[1], a[2], a[0]); }},
    {"relu6", [](tensors const& a) { return torch::relu6(a[0]); }},
    {"rrelu", [](tensors const& a) { return at::rrelu(a[0], 1. / 8, 1. / 3, false); }},
    {"sinc", [](tensors const& a) { return at::sinc(a[0] / M_PI); }},
    {"exponential", [](tensors const& a) { return at::exp(a[0]); }},
    {"identity", [](tensors const& a) { return a[0] * 1; }},
    {"step", [](tensors const& a) { return at::heaviside(a[0], at::zeros({}, a[0].options())); }},
    {"clip", [](tensors const& a) { return at::clamp(a[0], a[1], a[2]); }},
    {"glu", [](tensors const& a) { return at::glu(at::cat({a[1], a[0]}, 1), 1); }},
    {"softmax", [](tensors const& a) { return at::softmax(a[0], 1); }},
    {"softmin", [](tensors const& a) { return at::softmax(-a[0], 1); }},
    {"log_softmax", [](tensors const& a) { return at::log_softmax(a[0], 1); }},
    {"logsumexp", [](tensors const& a) { return at::logsumexp(a[0], 1, true).expand_as(a[0]); }},
    {"cross_entropy",
     [](tensors const& a) {
         return at::cross_entropy_loss(a[0], label_of(a), {}, at::Reduction::None).unsqueeze(1).expand_as(a[0]);
     }},
    {"binary_cross_entropy",
     [](tensors const& a) {
         return at::binary_cross_entropy_with_logits(a[0], a[1], {}, {}, at::Reduction::None);
     }},
    {"rms_norm", [](tensors const& a) { return rms_norm(a[0], a[1], at::full({}, 1e-5, a[0].options())); }},
    {"layer_norm", [](tensors const& a) { return layer_norm(a[0], a[1], a[2], 1e-5); }},
    {"standardize", [](tensors const& a) { return layer_norm(a[0], {}, {}, 1e-5); }},
};

/// With all hyper-parameters, each one value for all: how many of these are tensors, behind which numbers follow that
/// have no gradient.
struct shared_form {
    at::Tensor (*f)(tensors const& a);
    std::size_t tensors;
};
std::map<std::string_view, shared_form> const shared_by_name = {
    {"leaky_relu", {[](tensors const& a) { return at::leaky_relu(a[0], a[1].item()); }, 0}},
    {"prelu", {[](tensors const& a) { return at::prelu(a[0], a[1]); }, 1}},
    {"elu", {[](tensors const& a) { return at::elu(a[0], a[1].item()); }, 0}},
    {"celu", {[](tensors const& a) { return at::celu(a[0], a[1].item()); }, 0}},
    {"rrelu", {[](tensors const& a) { return at::rrelu(a[0], a[1].item(), a[1].item(), false); }, 0}},
    {"softplus", {[](tensors const& a) { return at::softplus(a[0], a[1].item()); }, 0}},
    {"hard_sigmoid", {[](tensors const& a) { return at::hardtanh(a[1] * a[0] + a[2], 0, 1); }, 2}},
    {"hard_tanh", {[](tensors const& a) { return at::hardtanh(a[0], a[1].item(), a[2].item()); }, 0}},
    {"hard_shrink", {[](tensors const& a) { return at::hardshrink(a[0], a[1].item()); }, 0}},
    {"soft_shrink", {[](tensors const& a) { return at::softshrink(a[0], a[1].item()); }, 0}},
    {"softmax", {[](tensors const& a) { return at::softmax(a[1] * a[0] + a[2], 1); }, 2}},
    {"rms_norm", {[](tensors const& a) { return rms_norm(a[0], a[1], a[2]); }, 3}},
    {"layer_norm",
     {[](tensors const& a) {
          long const columns = a[0].size(1);
          return layer_norm(a[0], a[1].expand(columns), a[2].expand(columns), number(a[3]));
      },
      2}},
    {"standardize", {[](tensors const& a) { return layer_norm(a[0], {}, {}, number(a[1])); }, 0}},
};

template <class F>
struct call {
    tensors arguments;
    at::Tensor y;

    call(subject<F> const& s, operands<F> const& in, bool with_gradients) {
        for (int j = 0; j < s.data; ++j) arguments.push_back(copy(in.data[j], in.rows, in.columns));
        for (int j = 0; j < s.learned; ++j)
            arguments.push_back(copy(in.learned[j], 1, s.shared ? 1 : in.columns).view(-1));
        for (at::Tensor& a : arguments) a.set_requires_grad(with_gradients && s.name != never);
        y = s.shared ? shared_by_name.at(s.name).f(arguments) : by_name.at(s.name)(arguments);
    }

    static at::Tensor copy(F const* from, std::size_t rows, std::size_t columns) {
        at::Tensor const of_it =
            at::from_blob(const_cast<F*>(from), {static_cast<long>(rows), static_cast<long>(columns)},
                          at::CppTypeToScalarType<F>::value);
        return of_it.clone();
    }
};

/// Zeros where it is undefined.
template <class F>
void copy_to(at::Tensor const& from, F* to, std::size_t n) {
    if (!from.defined()) return void(std::fill_n(to, n, F(0)));
    at::Tensor const flat = from.detach().contiguous();
    std::copy_n(flat.data_ptr<F>(), n, to);
}

tensors gradients_of(at::Tensor const& y, tensors const& by, at::Tensor const& dy, bool to_be_differentiated) {
    if (!y.requires_grad()) return tensors(by.size());
    return torch::autograd::grad({y}, by, {dy}, true, to_be_differentiated, true);
}

}  // namespace

template <class F>
bool has(subject<F> const& s) {
    return s.shared ? shared_by_name.contains(s.name) : by_name.contains(s.name);
}
template <class F>
bool has_second(subject<F> const& s) {
    return s.shared || (s.name != once && s.name != never);
}
template <class F>
bool differentiates(subject<F> const& s, std::size_t argument) {
    return s.shared ? argument < static_cast<std::size_t>(s.data) + shared_by_name.at(s.name).tensors : s.name != never;
}

template <class F>
void value(subject<F> const& s, operands<F> const& in, F* y) {
    copy_to(call<F>(s, in, false).y, y, in.rows * in.columns);
}

/// How many values the argument has, or behind the last argument dy.
template <class F>
std::size_t size_of(subject<F> const& s, operands<F> const& in, std::size_t argument) {
    auto const data = static_cast<std::size_t>(s.data), learned = static_cast<std::size_t>(s.learned);
    bool const is_learned = argument >= data && argument < data + learned;
    return !is_learned ? in.rows * in.columns : s.shared ? 1 : in.columns;
}

template <class F>
void gradients(subject<F> const& s, operands<F> const& in, F const* dy, F* const* to) {
    call<F> const f(s, in, true);
    tensors const all = gradients_of(f.y, f.arguments, f.copy(dy, in.rows, in.columns), false);
    for (std::size_t j = 0; j < all.size(); ++j) copy_to(all[j], to[j], size_of(s, in, j));
}

template <class F>
void second(subject<F> const& s, operands<F> const& in, F const* dy, F const* const* v, F* const* to) {
    call<F> const f(s, in, true);
    tensors by = f.arguments;
    by.push_back(f.copy(dy, in.rows, in.columns).set_requires_grad(true));
    tensors const first = gradients_of(f.y, f.arguments, by.back(), true);
    at::Tensor sum = at::zeros({}, by.back().options());
    for (std::size_t j = 0; j < first.size(); ++j)
        if (first[j].defined())
            sum = sum + (f.copy(v[j], 1, size_of(s, in, j)).view(first[j].sizes()) * first[j]).sum();
    tensors const all = gradients_of(sum, by, at::ones({}, sum.options()), false);
    for (std::size_t j = 0; j < all.size(); ++j) copy_to(all[j], to[j], size_of(s, in, j));
}

template bool has(subject<float> const&);
template bool has(subject<double> const&);
template bool has_second(subject<float> const&);
template bool has_second(subject<double> const&);
template bool differentiates(subject<float> const&, std::size_t);
template bool differentiates(subject<double> const&, std::size_t);
template void value(subject<float> const&, operands<float> const&, float*);
template void value(subject<double> const&, operands<double> const&, double*);
template void gradients(subject<float> const&, operands<float> const&, float const*, float* const*);
template void gradients(subject<double> const&, operands<double> const&, double const*, double* const*);
template void second(subject<float> const&, operands<float> const&, float const*, float const* const*, float* const*);
template void second(subject<double> const&, operands<double> const&, double const*, double const* const*,
                     double* const*);

}  // namespace oracle::libtorch
