#pragma once
// Along a row, over the exponentials of what its values lie below the row's maximum.

#include <ogive/activation/activation.hpp>
#include <ogive/primitive/power.hpp>

namespace ogive {

/// Softmax along a row: e^(z - m) / sum e^(z - m), z = scale x + mask, m the row's maximum. Defaults: scale = 1,
/// mask = 0; -inf in the mask takes a column out.
///
/// Shape       rows of n >= 1 columns; in-place allowed
/// Domain      all reals        Range  [0, 1], a row adds up to 1
/// Derivative  y (dy - row_sum(y dy)), by the rules
/// Special     a row of -inf alone, one that is masked out, -> 0; +inf -> NaN there; NaN -> a row of NaN
/// Accuracy    float: value 4.8, derivative 4.4 units of 2^-24 of the row's largest term
/// Cost        1 exp an element, 1 division a row; rows whose largest value is below -1.5 or above 40 are read once more
/// Source      Bridle (1990), Probabilistic interpretation of feedforward classification network outputs
struct softmax_activation {
    static constexpr std::string_view name = "softmax"sv, source = "Bridle 1990"sv;
    static constexpr interval sample{-20, 20};
    static constexpr hyper_parameter parameters[] = {{"scale", 1}, {"mask", 0}};
    static constexpr std::string_view elsewhere =
        "PyTorch, JAX, Keras softmax; ONNX Softmax; oneDNN softmax; ggml soft_max, with scale and mask soft_max_ext"sv;
    static constexpr std::string_view use = "Output of a classifier with several classes; attention."sv;
    static constexpr double several[] = {0.5, 1, 2};
    static constexpr auto formula(auto x) {
        return detail::softmax_of(x);
    }
    static constexpr auto formula(auto x, auto scale) { return formula(scale * x); }
    static constexpr auto formula(auto x, auto scale, auto mask) { return formula(scale * x + mask); }
};
inline constexpr activation_function<softmax_activation> softmax{};

/// Softmin along a row, softmax(-x).
///
/// Shape       rows of n >= 1 columns; in-place allowed
/// Domain      all reals        Range  [0, 1], a row adds up to 1
/// Derivative  -y (dy - row_sum(y dy)), by the rules
/// Special     a row of +inf alone -> 0; -inf -> NaN there; NaN -> a row of NaN
/// Accuracy    float: value 5.2, derivative 4.7 units of 2^-24 of the row's largest term
/// Cost        as softmax
/// Source      as softmax
struct softmin_activation {
    static constexpr std::string_view name = "softmin"sv, source = "Bridle 1990"sv;
    static constexpr interval sample{-20, 20};
    static constexpr std::string_view elsewhere = "PyTorch softmin"sv;
    static constexpr std::string_view use = "Where the smallest distance should weigh most."sv;
    static constexpr auto formula(auto x) { return softmax_activation::formula(-x); }
};
inline constexpr activation_function<softmin_activation> softmin{};

/// The logarithm of softmax along a row, (x - m) - log(sum e^(x - m)), m the row's maximum.
///
/// Shape       rows of n >= 1 columns; in-place allowed
/// Domain      all reals        Range  (-inf, 0]
/// Derivative  dy - softmax(x) row_sum(dy), by the rules
/// Special     -inf -> -inf; +inf -> NaN there; NaN -> a row of NaN
/// Accuracy    float: value 4.1, derivative 3.3 units of 2^-24 of the row's largest term
/// Cost        1 exp an element, 1 log a row
/// Source      as softmax
struct log_softmax_activation {
    static constexpr std::string_view name = "log_softmax"sv, source = "Bridle 1990"sv;
    static constexpr interval sample{-20, 20};
    static constexpr std::string_view elsewhere =
        "PyTorch, JAX, Keras log_softmax; ONNX LogSoftmax; oneDNN softmax_log"sv;
    static constexpr std::string_view use = "Log-likelihoods of a classifier."sv;
    static constexpr auto formula(auto x) {
        return detail::log_softmax_of(x);
    }
};
inline constexpr activation_function<log_softmax_activation> log_softmax{};

/// The logarithm of the sum of a row's exponentials, m + log(sum e^(x - m)), m the row's maximum.
///
/// Shape       rows of n >= 1 columns; one value for each row
/// Domain      all reals        Range  all reals
/// Derivative  dy softmax(x), by the rules
/// Special     a row of -inf alone -> -inf; +inf -> +inf; NaN -> NaN
/// Accuracy    float: value 3.7, derivative 4.8 units of 2^-24 of the row's largest term
/// Cost        1 exp an element, 1 log a row
/// Source      Blanchard, Higham and Higham (2021), Accurately computing the log-sum-exp and softmax functions
struct logsumexp_activation {
    static constexpr std::string_view name = "logsumexp"sv, source = "Blanchard, Higham and Higham 2021"sv;
    static constexpr interval sample{-20, 20};
    static constexpr std::string_view elsewhere = "PyTorch, JAX, Keras logsumexp; ONNX ReduceLogSumExp"sv;
    static constexpr std::string_view use = "A smooth maximum."sv;
    static constexpr auto formula(auto x) {
        return detail::logsumexp_of(x);
    }
};
inline constexpr activation_function<logsumexp_activation> logsumexp{};

namespace detail {
/// logsumexp(x) less the x of that column.
constexpr auto loss_of_column(auto x, auto right) {
    return log_of_powers(x) - (row_sum(where(column() == right, x, 0_c)) - finite_peak_of(x));
}
}  // namespace detail

/// The loss of a row of logits by the index of the right column: logsumexp(x) - x[label], in a form that does not cancel;
/// a loss below 1 is good to 2^-24 of 1 in float: by 17 above the other logits it is 0.
///
/// `cross_entropy(x, label, -100_c)`: a row with the label -100, or another whole constant, has the loss 0 and no gradient.
///
/// Shape       rows of n >= 1 columns, label: one value for each row; one value for each row
/// Domain      x: all reals; label: integers in [0, n)        Range  [0, inf)
/// Derivative  dy (softmax(x) - 1 at the label), by the rules
/// Special     -inf at the label -> +inf; NaN -> NaN
/// Accuracy    float: value 3.6, derivative 3.3 units of 2^-24 of the row's largest term
/// Errors      std::invalid_argument where a label is no column, or a row has two, before anything is written
/// Cost        1 exp an element, 1 log a row
/// Source      Bridle (1990), Probabilistic interpretation of feedforward classification network outputs
struct cross_entropy_activation {
    static constexpr std::string_view name = "cross_entropy"sv, source = "Bridle 1990"sv;
    static constexpr interval sample{-20, 20};
    static constexpr std::string_view inputs[] = {"x"sv, "label"sv};
    static constexpr double beside[] = {0};
    static constexpr std::string_view elsewhere =
        "PyTorch cross_entropy, ONNX SoftmaxCrossEntropyLoss (both the mean by default); Optax "
        "softmax_cross_entropy_with_integer_labels; Keras ops.sparse_categorical_crossentropy with from_logits"sv;
    static constexpr std::string_view use =
        "The loss of a classifier with several classes. `og::cross_entropy(x, label, -100_c)` leaves out the rows that have the "
        "label -100, or another whole constant: padding."sv;
    static constexpr auto formula(auto x, auto label) { return detail::loss_of_column(x, as_column(label)); }
    template <class Ignored>
        requires is_a_whole_constant<Ignored>
    static constexpr auto formula(auto x, auto label, Ignored ignored) {
        constexpr function<as_column_or_primitive<static_cast<int>(Ignored::value)>> as_column_or{};
        return where(label == ignored, 0_c, detail::loss_of_column(x, as_column_or(label)));
    }
};
inline constexpr activation_function<cross_entropy_activation> cross_entropy{};

/// What stands in the catalogue.
using softmax_entries = types<softmax_activation, softmin_activation, log_softmax_activation, logsumexp_activation,
                              cross_entropy_activation>;

}  // namespace ogive
