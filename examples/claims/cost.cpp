// Nanoseconds per element, and the share of a training step.

#include "claims.hpp"

#include "add_activation.hpp"
#include "by_operation.hpp"

#include <ogive/ogive.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <type_traits>
#include <vector>

namespace claims {

namespace {

namespace og = ogive;

// Functions of the library that have no name of their own.
constexpr auto sigmoid = og::activation<"sigmoid">([](auto x) { return og::sigmoid(x); });
constexpr auto tanh = og::activation<"tanh">([](auto x) { return og::tanh(x); });

constexpr std::size_t rows = 32, width = 256, repetitions = 2000;

/// The spread over the seeds' stretches of the fastest call in each, in ns per element; prepare() is not timed.
template <class Prepare, class Call>
spread nanoseconds(std::size_t stretches, Prepare const& prepare, Call const& call) {
    std::vector<double> each;
    for (std::size_t s = 0; s < stretches; ++s) {
        double fastest = 1;
        for (std::size_t i = 0; i < repetitions; ++i) {
            prepare();
            auto const start = std::chrono::steady_clock::now();
            call();
            fastest =
                std::min(fastest, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        }
        each.push_back(1e9 * fastest / (rows * width));
    }
    return spread_of(each);
}

/// Of the time of a training step, the part not spent in matrix products.
spread outside_products(bench const& b, experiment const& e) {
    return fastest_step(b, e, [](train::times const& t) { return 1 - t.products / t.total; });
}

struct candidate {
    std::string name;
    bool exponential;
    train::kernel fused, by_operation;
    experiment step;
    std::string step_by_operation;  ///< an activation; none, if empty
};

experiment step_with(std::string const& name) { return plain(name, 3, 128, 0, 1); }

template <auto const& F>
candidate elementwise(bool exponential) {
    using function = std::remove_cvref_t<decltype(F)>;
    static std::string const name(F.name), split = name + "_by_operation";
    constexpr std::size_t learned = train::detail::learned<function>;
    constexpr train::kernel kernel = by_operation<function, 1, learned>::kernel;
    static bool const added = train::add({split, og::parameters_of<function>.first(learned), kernel, {}, {}});
    return {name, exponential, train::activation_named(name).plain, kernel, step_with(name), added ? split : ""};
}

/// Of two products.
template <auto const& F>
candidate of_two(train::block block) {
    using function = std::remove_cvref_t<decltype(F)>;
    return {std::string(F.name),
            false,
            train::formulas<function, 2, 0>::without_norm,
            by_operation<function, 2, 0>::kernel,
            in_blocks(step_with(std::string(F.name)), block),
            ""};
}

}  // namespace

section cost(bench const& b) {
    section s("cost", "Cost", "exp is dear: sigmoid, tanh, elu, swish and gelu cost several times what relu does.");
    std::vector<candidate> const all{elementwise<og::relu>(false),
                                     elementwise<og::identity>(false),
                                     elementwise<og::step>(false),
                                     elementwise<og::leaky_relu>(false),
                                     elementwise<og::prelu>(false),
                                     elementwise<og::elu>(true),
                                     elementwise<og::selu>(true),
                                     elementwise<sigmoid>(true),
                                     elementwise<tanh>(true),
                                     elementwise<og::swish>(true),
                                     elementwise<og::silu>(true),
                                     elementwise<og::gelu>(true),
                                     elementwise<og::softplus>(true),
                                     elementwise<og::mish>(true),
                                     of_two<og::swiglu>(train::block::glu),
                                     of_two<og::maxout>(train::block::maxout)};
    std::vector<float> product(2 * rows * width), gradient(product.size()), hidden(rows * width), dhidden(rows * width),
        vectors(4 * width, 0.25f), dvectors(4 * width);
    for (std::size_t i = 0; i < product.size(); ++i) product[i] = static_cast<float>(i % 997) / 166 - 3;
    std::ranges::fill(dhidden, 0.5f);

    s.method(
        "One thread, 8192 elements that stay in the cache, bias and activation; backward: the gradient by the product, "
        "the bias and what is learned. Fused in one pass, and with a pass for each operation of the same formula, "
        "whose backward copies the product first, as the gradient takes its place. The fastest of " +
        std::to_string(repetitions) +
        " calls, thrice. swiglu and maxout, of two pieces, take two products for an element. Last columns: the share "
        "of a training step outside matrix products, three layers of 128 units, the fastest of 20 with each seed; the "
        "optimiser and the gathering of the "
        "batch are in it. swiglu stands in residual blocks, whose rms_norm is in it too, and neither it nor maxout is "
        "trained a pass for each operation.");
    s.header({"activation", "forward, ns", "backward, ns", "forward / relu", "by operation: forward, ns",
              "backward, ns", "step outside products", "by operation"});
    train::forward_call f;
    f.rows = rows;
    f.width = width;
    f.product = product.data();
    f.bias = vectors.data();
    f.parameters = vectors.data() + 2 * width;
    f.hidden = hidden.data();
    train::backward_call g;
    g.rows = rows;
    g.width = width;
    g.product = gradient.data();
    g.bias = vectors.data();
    g.parameters = vectors.data() + 2 * width;
    g.dhidden = dhidden.data();
    g.dbias = dvectors.data();
    g.dparameters = dvectors.data() + 2 * width;
    auto const forward = [&](train::kernel const& k) {
        return nanoseconds(
            b.seeds(), [] {}, [&] { k.forward(f); });
    };
    auto const backward = [&](train::kernel const& k) {
        return nanoseconds(
            b.seeds(), [&] { std::ranges::copy(product, gradient.begin()); }, [&] { k.backward(g); });
    };

    std::vector<series> lines{{"forward", {}, {}},
                              {"forward, by operation", {}, {}, true},
                              {"backward", {}, {}},
                              {"backward, by operation", {}, {}, true}};
    spread relu;
    double least = INFINITY, most = 0, silu = 0;
    struct extremes {
        spread relu, most;
        std::string name;
        void take(spread v, std::string const& of) {
            if (of == "relu") relu = v;
            if (v.mean > most.mean) most = v, name = of;
        }
        std::string words() const {
            return text(relu, 0, 100) + " % with relu, at most " + text(most, 0, 100) + " % (" + name + ")";
        }
    } fused, split;
    std::string ticks, cheap;
    for (std::size_t n = 0; n < all.size(); ++n) {
        candidate const& c = all[n];
        spread const values[] = {forward(c.fused), forward(c.by_operation), backward(c.fused),
                                 backward(c.by_operation)};
        spread const share = outside_products(b, c.step);
        if (c.name == "relu") relu = values[0];
        if (c.name == "silu") silu = values[0].mean / values[1].mean;
        double const ratio = values[0].mean / relu.mean;
        if (c.exponential) {
            least = std::min(least, ratio);
            most = std::max(most, ratio);
            if (ratio < 2) cheap += (cheap.empty() ? "" : ", ") + c.name;
        }
        std::string by_operation;
        if (!c.step_by_operation.empty()) {
            spread const there = outside_products(b, step_with(c.step_by_operation));
            fused.take(share, c.name);
            split.take(there, c.name);
            by_operation = text(there, 0, 100) + " %";
        }
        s.row({c.name, text(values[0], 3), text(values[2], 3), text(ratio, 2), text(values[1], 3), text(values[3], 3),
               text(share, 0, 100) + " %", by_operation});
        for (std::size_t k = 0; k < lines.size(); ++k) {
            lines[k].x.push_back(static_cast<double>(n));
            lines[k].y.push_back(values[k].mean);
        }
        ticks += (n ? ", '" : "'") + c.name + "' " + std::to_string(n);
    }
    s.picture("", "ns per element", lines, "set xtics (" + ticks + ") rotate by -45 noenhanced");
    s.verdict(std::string(least >= 2  ? "holds"
                          : most >= 2 ? "holds only for some"
                                      : "does not hold here") +
              ": those of one product with an exponential take " + text(least, 1) + " to " + text(most, 1) +
              " times as long as relu forward, less than twice: " + (cheap.empty() ? "none" : cheap) +
              ". Of a training step " + fused.words() +
              " are spent outside matrix products; with a pass for each operation " + split.words() +
              ". Fused, silu takes " + text(silu, 2) + " of the time of one pass for each operation, forward.");
    return s;
}

}  // namespace claims
