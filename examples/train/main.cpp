// Trains a network on Fashion-MNIST. All between two matrix products is one Ogive expression.
//
//     train --activation swiglu --depth 4 --width 256 --epochs 5
//     train --activation gelu --block residual
//     train --block maxout --pieces 3
//     train --help

#include "activations.hpp"
#include "checkpoint.hpp"
#include "progress.hpp"
#include "report.hpp"
#include "trainer.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <map>
#include <string>

namespace {

volatile std::sig_atomic_t interrupted = 0;

struct options {
    train::settings how;
    std::size_t epochs = 5;
    std::string data = train::default_directory(), json, checkpoint = "train.checkpoint";
    bool resume = false, list = false;
};

/// Returns a status to exit with, or -1.
int parse(int argc, char** argv, options& o) {
    CLI::App app("Trains a network on Fashion-MNIST; all between two matrix products is one Ogive expression.");
    train::architecture& a = o.how.network;
    std::map<std::string, train::block> const blocks{{"plain", train::block::plain},
                                                     {"residual", train::block::residual},
                                                     {"glu", train::block::glu},
                                                     {"maxout", train::block::maxout}};
    std::map<std::string, train::optimizer> const optimizers{{"adamw", train::optimizer::adamw},
                                                             {"sgd", train::optimizer::sgd}};
    auto* const activation =
        app.add_option("--activation", a.activation, "its name in the catalogue, or in own.cpp")->capture_default_str();
    auto* const block =
        app.add_option("--block", a.block, "plain, residual, glu or maxout; else the one that suits the activation")
            ->transform(CLI::CheckedTransformer(blocks).description(""));
    app.add_option("--depth", a.depth, "number of blocks")->capture_default_str();
    app.add_option("--width", a.width, "columns of each")
        ->check(CLI::PositiveNumber.description(""))
        ->capture_default_str();
    app.add_option("--pieces", a.pieces, "of maxout: 2, 3 or 4")->capture_default_str();
    app.add_flag("--per-channel", a.per_channel,
                 "what an activation learns: one for each column, not one for the layer");
    auto* const gain = app.add_option(
        "--gain", a.gain, "weights start with deviation gain / sqrt(inputs); else 1, and sqrt 2 in plain blocks");
    app.add_option("--epochs", o.epochs)->capture_default_str();
    app.add_option("--batch", o.how.batch, "samples of a step")
        ->check(CLI::PositiveNumber.description(""))
        ->capture_default_str();
    app.add_option("--samples", o.how.samples, "the first of the training set; 0: all")->capture_default_str();
    app.add_option("--seed", o.how.seed)->capture_default_str();
    app.add_option("--threads", o.how.threads, "part of what fixes the result")
        ->check(CLI::Range(1, 1024).description(""))
        ->capture_default_str();
    app.add_option("--optimizer", o.how.optimizer, "adamw (default) or sgd")
        ->transform(CLI::CheckedTransformer(optimizers).description(""));
    app.add_option("--rate", o.how.rate, "learning rate")->capture_default_str();
    app.add_option("--weight-decay", o.how.weight_decay)->capture_default_str();
    app.add_option("--momentum", o.how.momentum, "of sgd")->capture_default_str();
    app.add_option("--json", o.json, "file for the settings and results");
    app.add_option("--checkpoint", o.checkpoint, "file, written at each epoch")->capture_default_str();
    app.add_flag("--resume", o.resume, "go on from the checkpoint");
    app.add_option("--data", o.data, "directory of the four files")->capture_default_str();
    app.add_flag("--list", o.list, "the activations, and in which blocks each stands");
    try {
        app.parse(argc, argv);
    } catch (CLI::ParseError const& e) {
        return e.get_exit_code() == 0 ? app.exit(e) : (app.exit(e), 2);
    }
    if (o.list) return -1;
    if (a.block == train::block::maxout && !block->empty()) {
        if (!activation->empty() && a.activation != "maxout")
            throw std::invalid_argument("the block maxout has no other activation");
        a.activation = "maxout";
    } else {
        train::activation const& f = train::activation_named(a.activation);
        if (block->empty()) a.block = f.glu ? train::block::glu : train::block::plain;
    }
    if (gain->empty()) a.gain = a.block == train::block::plain ? 1.4142135623730951 : 1;
    return -1;
}

void list() {
    for (train::activation const& a : train::activations())
        std::printf("%-16s %s\n", std::string(a.name).c_str(), a.glu ? "glu" : "plain residual");
}

int run(options const& o) {
    train::data_set const data = train::read_data(o.data, o.how.samples);
    train::settings how = o.how;
    how.network.inputs = data.training.inputs;
    train::trainer trainer(how, data.training);
    if (o.resume) trainer.resume(train::load_checkpoint(o.checkpoint, how));

    std::printf("%s in %zu %s blocks of width %zu, %zu weights, %zu samples\n", how.network.activation.c_str(),
                how.network.depth, std::string(train::name_of(how.network.block)).c_str(), how.network.width,
                trainer.network().weights().size(), data.training.count);
    std::printf("epoch     loss  accuracy  test loss  test accuracy\n");

    train::progress bar(o.epochs);
    while (trainer.at().epoch < o.epochs) {
        while (!trainer.epoch_is_over() && !interrupted) {
            trainer.step();
            std::size_t const seen = std::min(trainer.at().batch * how.batch, data.training.count);
            bar.show(trainer.at().epoch, trainer.at().batch, trainer.batches(), trainer.at().sums, seen);
        }
        bar.clear();
        if (interrupted) break;
        train::epoch_result const& e = trainer.finish_epoch(data.test);
        std::printf("%5zu  %7.4f  %7.2f%%    %7.4f        %6.2f%%\n", std::size_t(trainer.at().epoch), e.loss,
                    100 * e.accuracy, e.test_loss, 100 * e.test_accuracy);
        std::fflush(stdout);
        train::save_checkpoint(o.checkpoint, how, trainer.snapshot());
    }
    if (interrupted) {
        train::save_checkpoint(o.checkpoint, how, trainer.snapshot());
        std::fprintf(stderr, "train: stopped before batch %zu of epoch %zu; the same command with --resume goes on\n",
                     std::size_t(trainer.at().batch) + 1, std::size_t(trainer.at().epoch) + 1);
        return 130;
    }
    if (!o.json.empty())
        train::write_atomically(o.json,
                                train::to_json(how, trainer.network().weights().size(), trainer.at(), trainer.spent()));
    train::times const& t = trainer.spent();
    std::printf("%.1f s in steps", t.total);
    if (how.threads == 1 && t.total > 0)
        std::printf(", %.0f %% of it outside matrix products", 100 * (1 - t.products / t.total));
    std::printf("\n");
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGINT, [](int) { interrupted = 1; });
    std::signal(SIGTERM, [](int) { interrupted = 1; });
    try {
        options o;
        o.how.rate = 5e-4;  // the default network passes 88 %
        if (int const status = parse(argc, argv, o); status >= 0) return status;
        if (o.list) return list(), 0;
        return run(o);
    } catch (std::exception const& e) {
        std::fprintf(stderr, "train: %s\n", e.what());
        return 2;
    }
}
