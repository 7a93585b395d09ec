// Trains a network on Fashion-MNIST. All between two matrix products is one Ogive expression.
//
//     train --activation swiglu --depth 4 --width 256 --epochs 5
//     train --activation gelu --block residual
//     train --block maxout --pieces 3
//     train --help

#include "activations.hpp"
#include "checkpoint.hpp"
#include "file.hpp"
#include "progress.hpp"
#include "report.hpp"
#include "trainer.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <map>
#include <new>
#include <stdexcept>
#include <string>

namespace {

volatile std::sig_atomic_t interrupted = 0;

struct options {
    train::settings how;
    std::size_t epochs = 5;
    std::string data = train::default_directory(), json, checkpoint;
    bool resume = false, restart = false, list = false;
};

CLI::Validator whole(std::int64_t least, std::int64_t most) { return CLI::Range(least, most).description(""); }

/// CLI::Range lets NaN through.
CLI::Validator real(int least, int most) {
    return {[=](std::string const& text) {
                char* end = nullptr;
                double const x = std::strtod(text.c_str(), &end);
                return !text.empty() && *end == 0 && x >= least && x <= most
                           ? std::string()
                           : text + " is no number from " + std::to_string(least) + " to " + std::to_string(most);
            },
            ""};
}

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
    std::string block_name, optimizer_name = "adamw";
    auto* const activation =
        app.add_option("--activation", a.activation, "its name in the catalogue, or in own.cpp")->capture_default_str();
    auto* const block =
        app.add_option("--block", block_name, "plain, residual, glu or maxout; else the one that suits the activation")
            ->check(CLI::IsMember(blocks).description(""));
    app.add_option("--depth", a.depth, "number of blocks")->check(whole(0, 1000))->capture_default_str();
    app.add_option("--width", a.width, "columns of each")->check(whole(1, 65536))->capture_default_str();
    app.add_option("--pieces", a.pieces, "of maxout: 2, 3 or 4")->check(whole(2, 4))->capture_default_str();
    app.add_flag("--per-channel", a.per_channel,
                 "what an activation learns: one for each column, not one for the layer");
    auto* const gain =
        app.add_option("--gain", a.gain,
                       "weights start with deviation gain / sqrt(inputs); else 1, and sqrt 2 in plain blocks")
            ->check(real(0, 1000));
    app.add_option("--epochs", o.epochs)->check(whole(1, 1000000))->capture_default_str();
    app.add_option("--batch", o.how.batch, "samples of a step")->check(whole(1, 65536))->capture_default_str();
    app.add_option("--samples", o.how.samples, "the first of the training set; 0: all")
        ->check(whole(0, 1000000))
        ->capture_default_str();
    app.add_option("--seed", o.how.seed)->check(whole(0, std::int64_t(1) << 53))->capture_default_str();  // as JSON
    app.add_option("--threads", o.how.threads, "part of what fixes the result")
        ->check(whole(1, 1024))
        ->capture_default_str();
    app.add_option("--optimizer", optimizer_name, "adamw or sgd")
        ->check(CLI::IsMember(optimizers).description(""))
        ->capture_default_str();
    app.add_option("--rate", o.how.rate, "learning rate")->check(real(0, 1000))->capture_default_str();
    app.add_option("--weight-decay", o.how.weight_decay)->check(real(0, 1000))->capture_default_str();
    app.add_option("--momentum", o.how.momentum, "of sgd")->check(real(0, 1))->capture_default_str();
    app.add_option("--json", o.json, "file for the settings and results");
    app.add_option("--checkpoint", o.checkpoint, "file, written at each epoch; else <activation>-<block>.checkpoint");
    auto* const resume = app.add_flag("--resume", o.resume, "go on from the checkpoint");
    app.add_flag("--restart", o.restart, "replace the checkpoint")->excludes(resume);
    app.add_option("--data", o.data, "directory of the four files")->capture_default_str();
    app.add_flag("--list", o.list, "the activations, and in which blocks each stands");
    try {
        app.parse(argc, argv);
    } catch (CLI::ParseError const& e) {
        if (e.get_exit_code() == 0) return app.exit(e);
        throw;
    }
    if (!block->empty()) a.block = blocks.at(block_name);
    o.how.optimizer = optimizers.at(optimizer_name);
    if (o.list) return -1;
    if (a.block == train::block::maxout && !block->empty()) {
        if (!activation->empty() && a.activation != "maxout")
            throw std::invalid_argument("the block maxout has no other activation");
        a.activation = "maxout";
    } else {
        train::activation const& f = train::activation_named(a.activation);
        if (block->empty()) a.block = f.of(train::block::glu) ? train::block::glu : train::block::plain;
    }
    if (gain->empty()) a.gain = a.block == train::block::plain ? 1.4142135623730951 : 1;
    if (o.checkpoint.empty()) o.checkpoint = a.activation + "-" + std::string(train::name_of(a.block)) + ".checkpoint";
    return -1;
}

void list() {
    for (train::activation const& a : train::activations())
        std::printf("%-16s %s\n", std::string(a.name).c_str(), a.of(train::block::glu) ? "glu" : "plain residual");
}

/// Before the first step, not after the last: whether what is to be written can be.
void check_outputs(options const& o) {
    auto const target = [](std::string const& path) {
        train::check_writable(path);
        return weakly_canonical(absolute(train::target_of(path)));
    };
    std::filesystem::path const checkpoint = target(o.checkpoint);
    if (!o.json.empty() && target(o.json) == checkpoint)
        throw std::invalid_argument("--json and --checkpoint name the same file, " + o.json);
    if (!o.resume && !o.restart && exists(checkpoint))
        throw std::invalid_argument(o.checkpoint +
                                    " is there already: --resume goes on from it, --restart replaces it, "
                                    "--checkpoint <file> leaves it alone");
}

int run(options const& o) {
    check_outputs(o);
    train::data_set const data = train::read_data(o.data, o.how.samples);
    train::settings how = o.how;
    how.network.inputs = data.training.inputs;
    how.samples = data.training.count;
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
        if (trainer.at().step == 0) {
            std::fprintf(stderr, "train: stopped before the first step; nothing is written\n");
            return 130;
        }
        train::save_checkpoint(o.checkpoint, how, trainer.snapshot());
        std::fprintf(stderr, "train: stopped before batch %zu of epoch %zu; the same command with --resume%s goes on\n",
                     std::size_t(trainer.at().batch) + 1, std::size_t(trainer.at().epoch) + 1,
                     o.restart ? " instead of --restart" : "");
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
    } catch (std::bad_alloc const&) {
        std::fprintf(stderr, "train: there is not enough memory for such a network and batch\n");
        return 2;
    } catch (std::exception const& e) {
        std::fprintf(stderr, "train: %s\n", e.what());
        return 2;
    }
}
