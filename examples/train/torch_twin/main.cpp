// The SwiGLU network with residual connections trained twice: by Ogive and Eigen, and by libtorch's own operators, from
// the same weights, on the same batches. Prints how far the losses agree, and where the time goes, in one run.
//
//     torch_twin --steps 200 --width 256 --depth 4 --threads 1

#include "add_activation.hpp"
#include "torch_side.hpp"
#include "trainer.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <exception>
#include <vector>

namespace {

namespace og = ogive;

// libtorch has silu, whose beta is 1 and not learned.
[[maybe_unused]] bool const added =
    train::add(og::activation<"silu_glu">([](auto gate, auto value) { return og::silu(gate) * value; }));

double median(std::vector<double> v) {
    auto const middle = v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2);
    std::nth_element(v.begin(), middle, v.end());
    return *middle;
}

/// Of each step.
struct columns {
    std::vector<double> total, products, outside, optimizer, before_optimizer;

    void add(train::times const& t) {
        total.push_back(t.total);
        products.push_back(t.products);
        outside.push_back(t.total - t.products);
        optimizer.push_back(t.optimizer);
        before_optimizer.push_back(t.total - t.products - t.optimizer);
    }
};

void print(char const* what, std::vector<double> const& ours, std::vector<double> const& theirs) {
    double const a = median(ours), b = median(theirs);
    std::printf("%-34s %9.3f %9.3f %8.3f\n", what, a * 1e3, b * 1e3, a / b);
}

int run(train::settings how, std::string const& directory, std::size_t steps, double tolerance) {
    train::data_set const data = train::read_data(directory, how.samples);
    how.network.inputs = data.training.inputs;
    train::trainer ogive(how, data.training);
    twin::torch_side torch(how, ogive.network());

    columns ours, theirs;
    double worst = 0;
    std::size_t worst_step = 0;
    for (std::size_t step = 0; step < steps; ++step) {
        if (ogive.epoch_is_over()) ogive.next_epoch();
        train::times const before = ogive.spent();
        double const loss = ogive.step().loss / static_cast<double>(ogive.labels().size());
        train::times const& after = ogive.spent();
        double const other = torch.step(ogive.pixels(), ogive.labels());
        double const difference = std::abs(loss - other) / other;
        if (!(difference <= worst)) worst = difference, worst_step = step;
        if (step % 50 == 0 || step + 1 == steps)
            std::printf("step %4zu  loss %.6f  libtorch %.6f\n", step, loss, other);
        ours.add({after.total - before.total, after.products - before.products, after.optimizer - before.optimizer});
        theirs.add(torch.spent());
    }
    std::printf("largest relative difference of the losses: %.1e, at step %zu of %zu\n\n", worst, worst_step, steps);
    std::printf("%zu blocks of width %zu, %zu weights, batches of %zu, %zu thread%s; medians over the steps\n",
                how.network.depth, how.network.width, ogive.network().weights().size(), how.batch, how.threads,
                how.threads == 1 ? "" : "s");
    std::printf("ms per step                            Ogive  libtorch    ratio\n");
    print("all", ours.total, theirs.total);
    print("matrix products", ours.products, theirs.products);
    print("outside matrix products", ours.outside, theirs.outside);
    print("  of it the optimiser", ours.optimizer, theirs.optimizer);
    print("  of it forward and backward", ours.before_optimizer, theirs.before_optimizer);
    if (!(worst <= tolerance)) {
        std::fprintf(stderr, "torch_twin: the losses differ by more than %g\n", tolerance);
        return 1;
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("The same network trained by Ogive and by libtorch.");
    train::settings how;
    how.network.activation = "silu_glu";
    how.network.block = train::block::glu;
    std::string directory = train::default_directory();
    std::size_t steps = 200;
    app.add_option("--steps", steps)->check(CLI::PositiveNumber)->capture_default_str();
    app.add_option("--width", how.network.width)->check(CLI::PositiveNumber)->capture_default_str();
    app.add_option("--depth", how.network.depth)->capture_default_str();
    app.add_option("--batch", how.batch)->check(CLI::PositiveNumber)->capture_default_str();
    app.add_option("--samples", how.samples)->capture_default_str();
    app.add_option("--threads", how.threads)->check(CLI::Range(1, 1024))->capture_default_str();
    app.add_option("--rate", how.rate)->capture_default_str();
    app.add_option("--seed", how.seed)->capture_default_str();
    app.add_option("--data", directory)->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    try {
        return run(how, directory, steps, 1e-3);
    } catch (std::exception const& e) {
        std::fprintf(stderr, "torch_twin: %s\n", e.what());
        return 2;
    }
}
