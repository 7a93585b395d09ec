#include "relations.hpp"

#include <ogive/ogive.hpp>

#include <cmath>
#include <cstddef>

namespace survey {

namespace {

namespace og = ogive;
using namespace og::literals;

constexpr og::var<"x"> x;
constexpr og::var<"gate"> gate;
constexpr og::var<"value"> value;
constexpr og::param<"beta"> beta;

/// The same graph after simplification.
template <auto A, auto B>
bool same() {
    return og::same(A, B);
}

constexpr double low = -20, high = 20;

/// Equal but for a few roundings, and for `absolute` where they are small or cancel.
template <class F, class G>
bool agree(F f, G g, double absolute = 1e-15) {
    for (double at = low; at <= high; at += 0.037) {
        double const a = f(at), b = g(at);
        if (!(std::fabs(a - b) <= absolute + 1e-13 * std::fabs(b))) return false;
    }
    return true;
}

/// How far they are apart, at most.
template <class F, class G>
double distance(F f, G g, double from = low, double to = high) {
    double most = 0;
    for (double at = from; at <= to; at += 0.0037) {
        double const apart = std::fabs(f(at) - g(at));
        if (std::isnan(apart)) return apart;
        most = std::fmax(most, apart);
    }
    return most;
}

/// Value k of e of a row.
template <std::size_t K = 0, class E, class... Value>
double of_row(E e, Value... at) {
    double row[] = {at...}, y[sizeof...(at)];
    og::evaluate(e, og::matrix(y, 1, sizeof...(at)), x = og::matrix(row, 1, sizeof...(at)));
    return y[K];
}

constexpr relation all[] = {
    {"The softmax of the row (x, 0) is sigmoid(x) and sigmoid(-x).",
     [] {
         return agree([](double a) { return of_row<0>(og::softmax(x), a, 0.0); }, og::sigmoid) &&
                agree([](double a) { return of_row<1>(og::softmax(x), a, 0.0); },
                      [](double a) { return og::sigmoid(-a); });
     }},
    {"The log_softmax of the row (x, 0) is log_sigmoid(x) and log_sigmoid(-x).",
     [] {
         return agree([](double a) { return of_row<0>(og::log_softmax(x), a, 0.0); }, og::log_sigmoid) &&
                agree([](double a) { return of_row<1>(og::log_softmax(x), a, 0.0); },
                      [](double a) { return og::log_sigmoid(-a); });
     }},
    {"The logsumexp of the row (x, 0) is softplus(x).",
     [] {
         auto const of_pair = [](double a) {
             double const row[] = {a, 0};
             double y[1];
             og::evaluate(og::logsumexp(x), y, x = og::matrix(row, 1, 2));
             return y[0];
         };
         return agree(of_pair, og::softplus);
     }},
    {"softmin(x) is softmax(-x).", same<og::softmin(x), og::softmax(-x)>},
    {"log_softmax is the logarithm of softmax.",
     [] {
         return agree([](double a) { return of_row(og::log_softmax(x), a, 1.0, -2.0); },
                      [](double a) { return std::log(of_row(og::softmax(x), a, 1.0, -2.0)); });
     }},
    {"log_softmax(x) is x - logsumexp(x).",
     [] {
         return agree([](double a) { return of_row(og::log_softmax(x), a, 1.0, -2.0); },
                      [](double a) { return of_row(x - og::logsumexp(x), a, 1.0, -2.0); }, 1e-14);
     }},
    {"cross_entropy(x, label) is -log_softmax(x) at the label.",
     [] {
         constexpr og::var<"label"> label;
         double const first[] = {0};
         auto const loss = [&](double a) {
             double row[] = {a, 1.0, -2.0}, y[1];
             og::evaluate(og::cross_entropy(x, label), y, x = og::matrix(row, 1, 3), label = og::per_row(first));
             return y[0];
         };
         return agree(loss, [](double a) { return -of_row(og::log_softmax(x), a, 1.0, -2.0); });
     }},
    {"binary_cross_entropy(x, t) is softplus(x) - t x.",
     [] {
         return agree([](double a) { return og::binary_cross_entropy(a, 0.3); },
                      [](double a) { return og::softplus(a) - 0.3 * a; });
     }},
    {"layer_norm with weight 1 and bias 0 is standardize.",
     [] {
         return agree([](double a) { return of_row(og::layer_norm(x, 1_c, 0_c), a, 1.0, -2.0); },
                      [](double a) { return of_row(og::standardize(x), a, 1.0, -2.0); });
     }},
    {"standardize(x) is rms_norm of x less the mean of its row.",
     [] {
         return agree([](double a) { return of_row(og::standardize(x), a, 1.0, -2.0); },
                      [](double a) { return of_row(og::rms_norm(x - og::row_mean(x), 1_c), a, 1.0, -2.0); });
     }},
    {"tanh(x) is 2 sigmoid(2 x) - 1.",
     [] { return agree(og::tanh, [](double a) { return 2 * og::sigmoid(2 * a) - 1; }); }},
    {"The derivative of softplus is the sigmoid.",
     same<og::derivative(og::softplus(x), x), og::sigmoid(x)>},
    {"softplus(x) - softplus(-x) is x.",
     [] { return agree([](double a) { return og::softplus(a) - og::softplus(-a); }, [](double a) { return a; }); }},
    {"log_sigmoid(x) is -softplus(-x).", same<og::log_sigmoid(x), -og::softplus(-x)>},
    {"log_sigmoid is the logarithm of the sigmoid.",
     [] { return agree(og::log_sigmoid, [](double a) { return std::log(og::sigmoid(a)); }); }},
    {"swish with beta = 1 is silu.", same<og::swish(x, 1_c), og::silu(x)>},
    {"swish goes from x / 2 for beta = 0 to relu as beta grows.",
     [] {
         double before = distance([](double a) { return a / 2; }, og::relu);
         for (double const b : {0.1, 1.0, 10.0, 1e6}) {
             double const now = distance([=](double a) { return og::swish(a, b); }, og::relu);
             if (!(now < before)) return false;
             before = now;
         }
         return before < 1e-6 && agree([](double a) { return og::swish(a, 0.0); }, [](double a) { return a / 2; });
     }},
    {"gelu_quick is swish with beta = 1.702.", same<og::gelu_quick(x), og::swish(x, 1.702_c)>},
    {"gelu_tanh is within 0.0005 of gelu.",
     [] { return distance(og::gelu_tanh, og::gelu) <= 5e-4; }},
    {"gelu_quick is within 0.021 of gelu.",
     [] { return distance(og::gelu_quick, og::gelu) <= 0.021; }},
    {"selu is 1.0507... times elu with alpha = 1.67326...",
     [] {
         return agree(og::selu,
                      [](double a) { return 1.0507009873554805 * og::elu(a, 1.6732632423543772); });
     }},
    {"celu with alpha = 1 is elu.", same<og::celu(x), og::elu(x)>},
    {"elu with alpha = 0 is relu.",
     [] { return agree([](double a) { return og::elu(a, 0.0); }, og::relu); }},
    {"prelu is leaky_relu whose slope is learned.",
     same<og::prelu(x, beta), og::leaky_relu(x, beta)>},
    {"rrelu at inference is leaky_relu with slope 11/48, the mean of what it draws from.",
     same<og::rrelu(x), og::leaky_relu(x, og::c<11.0 / 48>)>},
    {"leaky_relu with slope 0 is relu.",
     [] { return agree([](double a) { return og::leaky_relu(a, 0.0); }, og::relu); }},
    {"maxout of the pieces x and 0 is relu.",
     [] { return agree([](double a) { return og::maxout(a, 0.0); }, og::relu); }},
    {"maxout of the pieces x and x / 100 is leaky_relu.",
     [] { return agree([](double a) { return og::maxout(a, a / 100); }, og::leaky_relu); }},
    {"Where one piece of maxout gets no gradient another does: a maxout unit does not die.",
     [] {
         constexpr og::var<"a"> a;
         constexpr og::var<"b"> b;
         auto const by_a = og::derivative(og::maxout(a, b), a);
         auto const by_b = og::derivative(og::maxout(a, b), b);
         return agree([=](double at) { return by_a(a = at, b = 1.0) + by_b(a = at, b = 1.0); },
                      [](double) { return 1; }) &&
                by_a(a = 0.5, b = 1.0) == 0 && by_b(a = 0.5, b = 1.0) == 1;
     }},
    {"squared_relu is the square of relu.", same<og::squared_relu(x), og::square(og::relu(x))>},
    {"star_relu is squared_relu, scaled and shifted to mean 0 and variance 1.",
     [] {
         return agree(og::star_relu,
                      [](double a) { return 0.8944 * og::squared_relu(a) - 0.4472; });
     }},
    {"relu6 is hard_tanh between 0 and 6.",
     [] { return agree(og::relu6, [](double a) { return og::hard_tanh(a, 0.0, 6.0); }); }},
    {"relu6 is relu up to 6.", [] { return agree(og::relu6, [](double a) { return std::fmin(og::relu(a), 6.0); }); }},
    {"threshold with 0 for both of its numbers is relu.",
     [] { return agree([](double a) { return og::threshold(a, 0.0, 0.0); }, og::relu); }},
    {"hard_sigmoid(x) is relu6(x + 3) / 6.",
     [] { return agree(og::hard_sigmoid, [](double a) { return og::relu6(a + 3) / 6; }); }},
    {"hard_swish(x) is x hard_sigmoid(x).",
     [] { return agree(og::hard_swish, [](double a) { return a * og::hard_sigmoid(a); }); }},
    {"hard_tanh is clip between -1 and 1, but for the gradient at the bounds.",
     [] {
         auto const of_hard_tanh = og::derivative(og::hard_tanh(x), x);
         auto const of_clip = og::derivative(og::clip(x, og::c<-1.0>, 1_c), x);
         return agree(og::hard_tanh, [](double a) { return og::clip(a, -1.0, 1.0); }) &&
                of_hard_tanh(x = 1.0) != of_clip(x = 1.0) && of_hard_tanh(x = 0.9) == of_clip(x = 0.9);
     }},
    {"soft_shrink(x) is x less clip(x, -lambda, lambda).",
     [] { return agree(og::soft_shrink, [](double a) { return a - og::clip(a, -0.5, 0.5); }); }},
    {"hard_shrink(x) is x where soft_shrink(x) is not 0, and 0 elsewhere.",
     [] { return agree(og::hard_shrink, [](double a) { return og::soft_shrink(a) != 0 ? a : 0; }); }},
    {"tanh_shrink(x) is x - tanh(x).",
     [] { return agree(og::tanh_shrink, [](double a) { return a - og::tanh(a); }); }},
    {"sparse_sigmoid is the derivative of sparse_plus.",
     [] {
         return agree(og::sparse_sigmoid,
                      [](double a) { return og::derivative(og::sparse_plus(x), x)(x = a); });
     }},
    {"smelu with beta = 1 is sparse_plus.",
     [] { return agree(og::smelu, og::sparse_plus); }},
    {"squareplus with b = 0 is relu.",
     [] { return agree([](double a) { return og::squareplus(a, 0.0); }, og::relu); }},
    {"mish(x) is x tanh(softplus(x)).", same<og::mish(x), x * og::tanh(og::softplus(x))>},
    {"tanhexp(x) is x tanh(exponential(x)).",
     [] { return agree(og::tanhexp, [](double a) { return a * og::tanh(og::exponential(a)); }); }},
    {"serf(x) is x erf(softplus(x)).",
     [] { return agree(og::serf, [](double a) { return a * std::erf(og::softplus(a)); }); }},
    {"bent_identity(x) is squareplus(x, 1) + x / 2 - 1 / 2.",
     [] { return agree(og::bent_identity, [](double a) { return og::squareplus(a, 1.0) + a / 2 - 0.5; }); }},
    {"isrlu is isru below 0 and the identity above.",
     [] {
         return agree(og::isrlu, [](double a) { return a < 0 ? og::isru(a) : a; });
     }},
    {"acon_c with p1 = 1 and p2 = 0 is swish.",
     [] {
         return agree([](double a) { return og::acon_c(a, 1.0, 0.0, 1.5); }, [](double a) { return og::swish(a, 1.5); });
     }},
    {"acon_c starts as silu.", same<og::acon_c(x), og::silu(x)>},
    {"pau starts within 0.08 of leaky_relu between -3 and 3.",
     [] { return distance(og::pau, og::leaky_relu, -3, 3) <= 0.08; }},
    {"softcap(x, c) is c tanh(x / c), and the identity as c grows.",
     [] {
         return agree([](double a) { return og::softcap(a, 5.0); }, [](double a) { return 5 * og::tanh(a / 5); }) &&
                agree([](double a) { return og::softcap(a, 1e6); }, [](double a) { return a; }, 1e-6);
     }},
    {"glu(gate, value) is value sigmoid(gate).",
     same<og::glu(gate, value), value * og::sigmoid(gate)>},
    {"glu(x, x) is silu(x).", same<og::glu(x, x), og::silu(x)>},
    {"bilinear is the gate without an activation.", same<og::bilinear(gate, value), value * gate>},
    {"reglu(gate, value) is value relu(gate).", same<og::reglu(gate, value), value * og::relu(gate)>},
    {"geglu(gate, value) is value gelu(gate).", same<og::geglu(gate, value), value * og::gelu(gate)>},
    {"geglu_tanh(gate, value) is value gelu_tanh(gate).",
     same<og::geglu_tanh(gate, value), value * og::gelu_tanh(gate)>},
    {"geglu_quick(gate, value) is value gelu_quick(gate).",
     same<og::geglu_quick(gate, value), value * og::gelu_quick(gate)>},
    {"swiglu(gate, value, beta) is value swish(gate, beta).",
     same<og::swiglu(gate, value, beta), value * og::swish(gate, beta)>},
    {"seglu(gate, value) is value selu(gate).", same<og::seglu(gate, value), value * og::selu(gate)>},
    {"Between its limits swiglu_clamped(gate, value) is geglu_quick(gate, value + 1).",
     [] {
         return agree([](double a) { return std::fabs(a) < 6 ? og::swiglu_clamped(a, a) : 0; },
                      [](double a) { return std::fabs(a) < 6 ? og::geglu_quick(a, a + 1) : 0; });
     }},
    {"residual(f, x) is x + f(x), by default x + gelu(x).",
     [] {
         return og::same(og::residual(x), x + og::gelu(x)) && og::same(og::residual(og::tanh, x), x + og::tanh(x));
     }},
    {"residual around -tanh(x) is tanh_shrink(x).",
     [] {
         return agree([](double a) { return og::residual([](double b) { return -og::tanh(b); }, a); }, og::tanh_shrink);
     }},
    {"residual around relu(-x) is relu(x).",
     [] {
         return agree([](double a) { return og::residual([](double b) { return og::relu(-b); }, a); }, og::relu);
     }},
    {"The slope of residual is 1 more than that of gelu: where gelu passes no gradient back, residual passes it whole.",
     [] {
         auto const slope = [](double a) { return og::derivative(og::residual(x), x)(x = a); };
         return agree(slope, [](double a) { return 1 + og::derivative(og::gelu(x), x)(x = a); }) && slope(-20) == 1;
     }},
    {"The derivative of relu is step.",
     [] {
         return agree(og::step, [](double a) { return og::derivative(og::relu(x), x)(x = a); });
     }},
    {"gaussian(x) is exponential(-x^2).",
     [] { return agree(og::gaussian, [](double a) { return og::exponential(-a * a); }); }},
};

}  // namespace

std::span<relation const> relations() { return all; }

}  // namespace survey
