#pragma once
// Fashion-MNIST: 70,000 grey images of clothes, 28 x 28 pixels each (arXiv:1708.07747), in gzipped IDX files.

#include <zlib.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace fashion_mnist {

/// One image after another, row by row.
struct images {
    std::size_t count = 0, pixels_each = 0;
    std::vector<std::uint8_t> pixels;
};

/// Where the files are: the program's argument, else $OGIVE_FASHION_MNIST, else where Debian puts them.
inline std::string directory(int argc, char const* const* argv) {
    if (argc > 1) return argv[1];
    if (char const* const set = std::getenv("OGIVE_FASHION_MNIST"); set && *set) return set;
    return "/usr/share/datasets/fashion-mnist";
}

/// The bytes of a file, decompressed. Throws std::runtime_error where it is missing or damaged.
inline std::vector<std::uint8_t> decompressed(std::string const& path) {
    auto const close = [](gzFile f) { gzclose(f); };
    std::unique_ptr<gzFile_s, decltype(close)> const file(gzopen(path.c_str(), "rb"), close);
    if (!file) throw std::runtime_error("cannot open " + path + " (of Debian's package dataset-fashion-mnist)");

    constexpr unsigned step = 1u << 20;
    std::vector<std::uint8_t> bytes;
    for (int got = 1; got > 0;) {
        std::size_t const before = bytes.size();
        bytes.resize(before + step);
        got = gzread(file.get(), bytes.data() + before, step);
        bytes.resize(before + static_cast<std::size_t>(got > 0 ? got : 0));
    }
    int status = Z_OK;
    char const* const message = gzerror(file.get(), &status);
    if (status != Z_OK && status != Z_STREAM_END) throw std::runtime_error(std::string("cannot read ") + message);
    return bytes;
}

/// The contents of an IDX file behind its header: numbers of four bytes, the highest first, of which the first is
/// `magic`. Throws std::runtime_error where it is anything else.
inline std::vector<std::uint8_t> read_idx(std::string const& path, std::size_t magic, std::vector<std::size_t>& sizes) {
    std::vector<std::uint8_t> bytes = decompressed(path);
    auto const number = [&](std::size_t k) {
        std::size_t n = 0;
        for (std::size_t i = 4 * k; i < 4 * k + 4; ++i) n = n << 8 | bytes[i];
        return n;
    };
    std::size_t const header = 4 * (1 + sizes.size());
    std::size_t const content = bytes.size() - header;  // looked at only where there is a header
    if (bytes.size() < header || number(0) != magic)
        throw std::runtime_error(path + " is no IDX file of Fashion-MNIST's kind");
    std::size_t rest = content;
    for (std::size_t k = 0; k < sizes.size(); ++k) {
        sizes[k] = number(1 + k);
        rest = sizes[k] != 0 && rest % sizes[k] == 0 ? rest / sizes[k] : 0;
    }
    if (rest != 1) throw std::runtime_error(path + " does not hold what its header announces");
    bytes.erase(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(header));
    return bytes;
}

/// The images of a file: their number, rows and columns. Throws std::runtime_error where it is anything else.
inline images read(std::string const& path) {
    std::vector<std::size_t> sizes(3);
    images all;
    all.pixels = read_idx(path, 2051, sizes);
    all.count = sizes[0];
    all.pixels_each = sizes[1] * sizes[2];
    return all;
}

inline constexpr std::size_t classes = 10;

/// The labels of a file, each below `classes`. Throws std::runtime_error where it is anything else.
inline std::vector<std::uint8_t> read_labels(std::string const& path) {
    std::vector<std::size_t> sizes(1);
    std::vector<std::uint8_t> labels = read_idx(path, 2049, sizes);
    for (std::uint8_t const label : labels)
        if (label >= classes) throw std::runtime_error(path + " holds a label that is none of the ten");
    return labels;
}

/// The pixels with mean 0 and variance 1 over all of them.
inline std::vector<float> standardised(images const& all) {
    std::uint64_t sum = 0, sum_of_squares = 0;
    for (std::uint64_t const p : all.pixels) sum += p, sum_of_squares += p * p;
    auto const n = static_cast<double>(all.pixels.size());
    double const mean = static_cast<double>(sum) / n;
    double const deviation = std::sqrt(static_cast<double>(sum_of_squares) / n - mean * mean);

    std::vector<float> values(all.pixels.size());
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<float>((all.pixels[i] - mean) / deviation);
    return values;
}

}  // namespace fashion_mnist
