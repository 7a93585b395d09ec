#pragma once
// Fashion-MNIST as numbers: the pixels standardised by the training images' mean and deviation, the labels 0 to 9.

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace train {

struct samples {
    std::size_t count = 0, inputs = 0;
    std::vector<float> pixels;  ///< count x inputs
    std::vector<float> labels;  ///< count
};

struct data_set {
    samples training, test;
};

/// The first `most` training images (all, if 0) and all test images. Throws std::runtime_error where a file is missing
/// or damaged.
data_set read_data(std::string const& directory, std::size_t most);

/// Where the files are if nobody says: $OGIVE_FASHION_MNIST, else where Debian puts them.
std::string default_directory();

}  // namespace train
