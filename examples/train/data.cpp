#include "data.hpp"

#include "../fashion_mnist.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace train {

namespace {

struct scale {
    double mean, deviation;
};

scale scale_of(std::span<std::uint8_t const> pixels) {
    std::uint64_t sum = 0, squares = 0;
    for (std::uint64_t const p : pixels) sum += p, squares += p * p;
    double const n = static_cast<double>(pixels.size()), mean = static_cast<double>(sum) / n;
    return {mean, std::sqrt(static_cast<double>(squares) / n - mean * mean)};
}

struct raw {
    fashion_mnist::images images;
    std::vector<std::uint8_t> labels;
};

raw read(std::string const& start) {
    raw r{fashion_mnist::read(start + "-images-idx3-ubyte.gz"),
          fashion_mnist::read_labels(start + "-labels-idx1-ubyte.gz")};
    if (r.images.count != r.labels.size())
        throw std::runtime_error(start + "-labels-idx1-ubyte.gz has not as many labels as there are images");
    return r;
}

samples numbers(raw const& r, std::size_t count, scale by) {
    samples s{count, r.images.pixels_each, {}, {}};
    s.pixels.resize(count * s.inputs);
    for (std::size_t i = 0; i < s.pixels.size(); ++i)
        s.pixels[i] = static_cast<float>((r.images.pixels[i] - by.mean) / by.deviation);
    s.labels.assign(r.labels.begin(), r.labels.begin() + static_cast<std::ptrdiff_t>(count));
    return s;
}

}  // namespace

data_set read_data(std::string const& directory, std::size_t most) {
    raw const training = read(directory + "/train"), test = read(directory + "/t10k");
    if (training.images.pixels_each != test.images.pixels_each)
        throw std::runtime_error(directory + " has test images of another size than the training images");
    std::size_t const count = most == 0 ? training.images.count : std::min(most, training.images.count);
    scale const by = scale_of(training.images.pixels);
    return {numbers(training, count, by), numbers(test, test.images.count, by)};
}

std::string default_directory() { return fashion_mnist::directory(0, nullptr); }

}  // namespace train
