// The networks of examples/train: gradients, results that do not depend on where a run was interrupted, and what is
// refused.

#include "activations.hpp"
#include "checkpoint.hpp"
#include "data.hpp"
#include "trainer.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace {

using train::architecture, train::block;

/// Two samples of each of ten classes, unlike enough to be learned.
train::samples drawn(std::size_t count, std::size_t inputs) {
    train::samples s{count, inputs, std::vector<float>(count * inputs), std::vector<float>(count)};
    std::mt19937_64 random(7);
    std::normal_distribution<float> normal;
    for (float& p : s.pixels) p = normal(random);
    for (std::size_t i = 0; i < count; ++i) {
        s.labels[i] = static_cast<float>(i % 10);
        s.pixels[i * inputs + i % 10] += 3;
    }
    return s;
}

architecture small(std::string const& activation, block b, bool per_channel = false) {
    architecture a;
    a.activation = activation;
    a.block = b;
    a.inputs = 20;
    a.width = 18;
    a.depth = 2;
    a.pieces = 3;
    a.per_channel = per_channel;
    return a;
}

/// The gradient against central differences, along a direction drawn for each part of the network.
void check_gradient(architecture const& a) {
    INFO(a.activation << " in block " << static_cast<int>(a.block));
    train::samples s = drawn(17, a.inputs);
    for (float& label : s.labels)
        if (a.classes == 1) label = label > 4 ? 1.0f : 0.0f;
    train::network net(a, 3);
    train::network::pass pass(net, s.count);
    std::mt19937_64 random(5);
    std::normal_distribution<float> normal(0, 0.1f);
    for (float& w : net.weights()) w += normal(random);  // biases and norms of their own, no ties

    std::vector<float> gradient(net.weights().size(), NAN), direction(gradient.size());
    double const scale = 1.0 / 17;
    double const loss = pass.forward_and_backward(s.pixels, s.labels, static_cast<float>(scale), gradient).loss;
    CHECK(loss == Approx(pass.forward(s.pixels, s.labels).loss).epsilon(1e-6));

    std::vector<std::size_t> starts{0, gradient.size()};
    for (auto const& l : net.layers())
        for (std::size_t const at : {l.matrix, l.bias, l.norm, l.parameters}) starts.push_back(at);
    std::ranges::sort(starts);
    for (std::size_t part = 0; part + 1 < starts.size(); ++part) {
        std::size_t const first = starts[part], count = starts[part + 1] - first;
        if (count == 0) continue;
        // Half of it along the gradient, so that what is compared is not near 0.
        double along = 0, norm = 0;
        for (std::size_t i = first; i < first + count; ++i) norm += double(gradient[i]) * gradient[i];
        REQUIRE(norm > 0);
        for (std::size_t i = first; i < first + count; ++i) {
            direction[i] =
                static_cast<float>(gradient[i] / std::sqrt(norm)) + 10 * normal(random) / std::sqrt(float(count));
            along += double(gradient[i]) * direction[i];
        }
        auto const loss_at = [&](float step) {
            auto const w = net.weights();
            std::vector<float> const kept(w.begin(), w.end());
            for (std::size_t i = first; i < first + count; ++i) w[i] += step * direction[i];
            double const value = pass.forward(s.pixels, s.labels).loss * scale;
            std::ranges::copy(kept, w.begin());
            return value;
        };
        float const step = 1e-3f;
        double const difference = (loss_at(step) - loss_at(-step)) / (2 * double(step));
        INFO("weights from " << first << " on, " << count << " of them");
        CHECK(difference == Approx(along).epsilon(0.01).margin(2e-4));
    }
}

train::settings small_run(std::size_t threads) {
    train::settings how;
    how.network = small("prelu", block::residual, true);
    how.batch = 16;
    how.threads = threads;
    how.rate = 3e-3;
    return how;
}

std::string bytes_of(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A directory of its own, gone at the end.
struct directory {
    std::filesystem::path const path =
        std::filesystem::temp_directory_path() / ("ogive-train-" + std::to_string(std::random_device{}()));
    directory() { std::filesystem::create_directory(path); }
    directory(directory const&) = delete;
    ~directory() { std::filesystem::remove_all(path); }
    std::string operator/(char const* name) const { return (path / name).string(); }
};

}  // namespace

TEST_CASE("gradients of whole networks agree with differences") {
    check_gradient(small("gelu", block::plain));
    check_gradient(small("prelu", block::plain));
    check_gradient(small("swish", block::residual));
    check_gradient(small("swish", block::residual, true));
    check_gradient(small("swiglu", block::glu));
    check_gradient(small("", block::maxout));
    check_gradient(small("tanh_glu", block::glu));  // of own.cpp
    check_gradient(small("dipped_relu", block::plain));
    check_gradient(small("dipped_relu", block::residual, true));
    architecture binary = small("gelu", block::plain);
    binary.classes = 1;
    check_gradient(binary);
    architecture rest = small("gelu", block::plain);
    rest.one_against_rest = true;
    check_gradient(rest);
}

TEST_CASE("one against the rest adds up the binary cross-entropies of the classes") {
    std::vector<float> logits{-2, 0.5f, 3, 1, -1, 0}, labels{2, 1}, bias{0.25f, -0.5f, 1}, dbias(3);
    double expected = 0;
    for (std::size_t i = 0; i < 6; ++i) {
        double const z = double(logits[i]) + bias[i % 3];
        expected += std::log1p(std::exp(z)) - (labels[i / 3] == float(i % 3) ? z : 0);
    }
    train::loss_call call;
    call.rows = 2;
    call.classes = 3;
    call.logits = logits.data();
    call.bias = bias.data();
    call.labels = labels.data();
    call.dbias = dbias.data();
    call.one_against_rest = true;
    train::score const score = train::loss_alone(call);
    CHECK(score.loss == Approx(expected).epsilon(1e-6));
    CHECK(score.correct == 1);
}

TEST_CASE("an interrupted run ends as one that was not") {
    directory const here;
    train::samples const s = drawn(100, 20);
    for (std::size_t const threads : {1u, 3u}) {
        train::settings const how = small_run(threads);
        auto const run = [&](train::trainer& t, std::size_t epochs, std::size_t stop_at_step) {
            while (t.at().epoch < epochs) {
                while (!t.epoch_is_over() && t.at().step < stop_at_step) t.step();
                if (!t.epoch_is_over()) return;
                t.finish_epoch(s);
            }
        };
        train::trainer straight(how, s);
        run(straight, 3, 1000);
        train::save_checkpoint(here / "straight", how, straight.snapshot());

        train::trainer first(how, s);
        run(first, 3, 10);
        REQUIRE(first.at().batch == 3);
        train::save_checkpoint(here / "resumed", how, first.snapshot());
        train::trainer second(how, s);
        second.resume(train::load_checkpoint(here / "resumed", how));
        run(second, 3, 1000);
        train::save_checkpoint(here / "resumed", how, second.snapshot());

        CHECK(bytes_of(here / "straight") == bytes_of(here / "resumed"));
        CHECK(straight.at().results.back().loss < 0.8 * straight.at().results.front().loss);
        // What the activation learns has moved, each column on its own.
        auto const& l = straight.network().layers().back();
        CHECK(straight.network().weights()[l.parameters] != straight.network().weights()[l.parameters + 1]);
        CHECK(std::abs(straight.network().weights()[l.parameters] - 0.25f) > 1e-4f);
    }
    CHECK(std::distance(std::filesystem::directory_iterator(here.path), {}) == 2);  // nothing half written stays
}

TEST_CASE("a checkpoint that is damaged or of another run is refused") {
    directory const here;
    train::samples const s = drawn(32, 20);
    train::settings how = small_run(1);
    train::trainer t(how, s);
    t.step();
    std::string const path = here / "checkpoint";
    train::save_checkpoint(path, how, t.snapshot());

    ++how.seed;
    CHECK_THROWS_WITH(train::load_checkpoint(path, how), Catch::Contains("is that of another run: seed 1, not 2"));
    --how.seed;
    std::string bytes = bytes_of(path);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    std::ofstream(path, std::ios::binary) << bytes;
    CHECK_THROWS_WITH(train::load_checkpoint(path, how), Catch::Contains("is damaged"));
    std::ofstream(path, std::ios::binary) << bytes.substr(0, 3);
    CHECK_THROWS_WITH(train::load_checkpoint(path, how), Catch::Contains("is damaged"));
    CHECK_THROWS_WITH(train::load_checkpoint(here / "none", how), Catch::Contains("cannot open"));
    CHECK_THROWS_WITH(train::load_checkpoint(here.path.string(), how), Catch::Contains("cannot open"));
    CHECK_THROWS_WITH(train::write_atomically(here / "none/file", "x"), Catch::Contains("cannot write"));
}

TEST_CASE("an activation that cannot be had is refused, with the nearest names") {
    CHECK_THROWS_WITH(train::activation_named("geluu"), Catch::Contains("the nearest names: gelu"));
    CHECK_THROWS_WITH(train::activation_named("Gelu"), Catch::Contains("the nearest names: gelu"));
    CHECK_THROWS_WITH(train::activation_named("softmax"), Catch::Contains("does not stand between two products"));
    CHECK_THROWS_WITH(train::activation_named("maxout"), Catch::Contains("--block maxout"));
    CHECK_THROWS_WITH(train::network(small("swiglu", block::plain), 1), Catch::Contains("takes a gate and a value"));
    CHECK_THROWS_WITH(train::network(small("gelu", block::glu), 1), Catch::Contains("takes one value"));
    architecture five = small("", block::maxout);
    five.pieces = 5;
    CHECK_THROWS_WITH(train::network(five, 1), Catch::Contains("2, 3 or 4 pieces, not 5"));

    train::activation const twin = train::activation_named("double_swish");
    train::add(twin);
    CHECK_THROWS_WITH(train::activation_named("double_swish"), Catch::Contains("two activations named double_swish"));
}

TEST_CASE("files that are missing or damaged are refused") {
    directory const here;
    CHECK_THROWS_WITH(train::read_data(here / "none", 0), Catch::Contains("cannot open"));
    std::ofstream(here / "train-images-idx3-ubyte.gz") << "no images";
    CHECK_THROWS_WITH(train::read_data(here.path.string(), 0), Catch::Contains("is no IDX file"));
    // One image of 1 x 2 pixels announced, one pixel there.
    std::ofstream(here / "train-images-idx3-ubyte.gz", std::ios::binary)
        << std::string("\0\0\x08\x03\0\0\0\1\0\0\0\1\0\0\0\2\x7f", 17);
    CHECK_THROWS_WITH(train::read_data(here.path.string(), 0), Catch::Contains("does not hold"));
}
