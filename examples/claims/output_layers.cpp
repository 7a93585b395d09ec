// Sigmoid and softmax for two classes, and for ten.

#include "claims.hpp"

namespace claims {

section output_layers(bench const& b) {
    section s("output_layers", "Output layers", "sigmoid suits an output of two classes, softmax one of many.");
    std::size_t const samples = b.quick ? 2000 : 20000, epochs = b.quick ? 2 : 6;
    constexpr float shirt = 6;
    bench two = b;  // shirts against the rest
    for (train::samples* set : {&two.data.training, &two.data.test})
        for (float& label : set->labels) label = label == shirt ? 1.0f : 0.0f;

    experiment const ten = plain("relu", 2, 128, samples, epochs);
    experiment sigmoid = ten, softmax = ten, rest = ten;
    sigmoid.how.network.classes = 1;
    softmax.how.network.classes = 2;
    rest.how.network.one_against_rest = true;
    auto const binary = run(two, {sigmoid, softmax});
    auto const many = run(b, {ten, rest});

    double shirts = 0;
    for (float const label : two.data.test.labels) shirts += label;
    double const guess = shirts / static_cast<double>(two.data.test.count);
    s.method("Two relu layers of 128 units, AdamW, " + std::to_string(epochs) + " epochs over " +
             std::to_string(samples) +
             " images. Two classes: shirts, a tenth of the images, against the rest; sigmoid has one output and binary "
             "cross-entropy. Ten classes: softmax, or ten sigmoids, each for a class against the rest, whose "
             "binary cross-entropies add up to a loss of another size; the class is that of the largest logit. Always "
             "saying the most frequent class has " +
             text(100 * guess, 1) + " % error for two classes and 90 % for ten.");
    s.header({"classes", "output", "test loss", "test error"});
    auto const test_loss = [](outcomes const& o) {
        return over(o, [](outcome const& r) { return r.epochs.back().test_loss; });
    };
    auto const row = [&](char const* classes, char const* output, outcomes const& o) {
        s.row({classes, output, text(test_loss(o), 4), text(test_errors(o), 2, 100)});
    };
    row("2", "sigmoid, 1 logit", binary[0]);
    row("2", "softmax, 2 logits", binary[1]);
    row("10", "softmax, 10 logits", many[0]);
    row("10", "ten sigmoids, 10 logits", many[1]);
    s.picture("step", "training loss",
              {loss_curve("sigmoid, 2 classes", binary[0]), loss_curve("softmax, 2 classes", binary[1]),
               loss_curve("softmax, 10 classes", many[0]), loss_curve("ten sigmoids", many[1])},
              "set logscale y");
    // Whether the first is better (1), worse (-1) or the same within the spread (0).
    auto const order = [](outcomes const& first, outcomes const& second) {
        return above(test_errors(second), test_errors(first)) - above(test_errors(first), test_errors(second));
    };
    int const of_two = order(binary[0], binary[1]), of_ten = order(many[0], many[1]);
    auto const word = [](int is) {
        return std::string(is > 0 ? "better than" : is < 0 ? "worse than" : "the same within the spread as");
    };
    s.verdict(std::string(of_two > 0 && of_ten > 0     ? "holds"
                          : of_two >= 0 && of_ten >= 0 ? "holds only in that each is no worse there than the other"
                          : of_two >= 0                ? "holds only for two classes"
                          : of_ten >= 0                ? "holds only for ten classes"
                                                       : "does not hold here") +
              ": for two classes one sigmoid, " + text(test_errors(binary[0]), 2, 100) + " % error, is " +
              word(of_two) + " softmax, " + text(test_errors(binary[1]), 2, 100) +
              " %, with half the outputs; for ten softmax, " + text(test_errors(many[0]), 2, 100) + " %, is " +
              word(of_ten) + " ten sigmoids, " + text(test_errors(many[1]), 2, 100) + " %.");
    return s;
}

}  // namespace claims
