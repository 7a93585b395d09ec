// Sigmoid for two classes, softmax for ten.

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
    experiment sigmoid = ten, softmax = ten;
    sigmoid.how.network.classes = 1;
    softmax.how.network.classes = 2;
    auto const binary = run(two, {sigmoid, softmax});
    auto const many = run(b, {ten});

    double shirts = 0;
    for (float const label : two.data.test.labels) shirts += label;
    double const guess = shirts / static_cast<double>(two.data.test.count);
    s.method("Two relu layers of 128 units, AdamW, " + std::to_string(epochs) + " epochs over " +
             std::to_string(samples) +
             " images. Two classes: shirts, a tenth of the images, against the rest; sigmoid has one output and binary "
             "cross-entropy. Always saying the most frequent class has " +
             text(100 * guess, 1) + " % error for two classes and 90 % for ten.");
    s.header({"classes", "output", "test loss", "test error"});
    auto const test_loss = [](outcomes const& o) {
        return over(o, [](outcome const& r) { return r.epochs.back().test_loss; });
    };
    s.row({"2", "sigmoid, 1 logit", text(test_loss(binary[0]), 4), text(test_errors(binary[0]), 2, 100)});
    s.row({"2", "softmax, 2 logits", text(test_loss(binary[1]), 4), text(test_errors(binary[1]), 2, 100)});
    s.row({"10", "softmax, 10 logits", text(test_loss(many[0]), 4), text(test_errors(many[0]), 2, 100)});
    s.picture("step", "training loss",
              {loss_curve("sigmoid, 2 classes", binary[0]), loss_curve("softmax, 2 classes", binary[1]),
               loss_curve("softmax, 10 classes", many[0])},
              "set logscale y");
    bool const works = test_errors(binary[0]).mean < guess && test_errors(many[0]).mean < 0.2;
    bool const worse = above(test_errors(binary[0]), test_errors(binary[1]));
    s.verdict(std::string(works && !worse ? "holds" : "does not hold here") + ": one sigmoid has " +
              text(test_errors(binary[0]), 2, 100) + " % error where two softmax outputs have " +
              text(test_errors(binary[1]), 2, 100) + " %, with half the outputs; softmax over ten classes has " +
              text(test_errors(many[0]), 2, 100) + " %.");
    return s;
}

}  // namespace claims
