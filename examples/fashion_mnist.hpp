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
    if (!file) throw std::runtime_error("cannot open " + path);

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
    if (status != Z_OK && status != Z_STREAM_END)
        throw std::runtime_error(std::string("cannot read ") + message);
    return bytes;
}

/// An IDX file of images: four numbers, the highest byte first (2051, images, rows, columns), then the
/// pixels. Throws std::runtime_error where it is anything else.
inline images read(std::string const& path) {
    std::vector<std::uint8_t> bytes = decompressed(path);
    auto const number = [&](std::size_t k) {
        std::size_t n = 0;
        for (std::size_t i = 4 * k; i < 4 * k + 4; ++i) n = n << 8 | bytes[i];
        return n;
    };
    constexpr std::size_t header = 16;
    if (bytes.size() < header || number(0) != 2051)
        throw std::runtime_error(path + " is no IDX file of images");
    images all;
    all.count = number(1);
    all.pixels_each = number(2) * number(3);
    if (all.count == 0 || all.pixels_each == 0 || (bytes.size() - header) / all.pixels_each != all.count)
        throw std::runtime_error(path + " does not hold the images that it announces");
    bytes.erase(bytes.begin(), bytes.begin() + header);
    all.pixels = std::move(bytes);
    return all;
}

/// The pixels with mean 0 and variance 1 over all of them.
inline std::vector<float> standardised(images const& all) {
    std::uint64_t sum = 0, sum_of_squares = 0;
    for (std::uint64_t const p : all.pixels) sum += p, sum_of_squares += p * p;
    auto const n = static_cast<double>(all.pixels.size());
    double const mean = static_cast<double>(sum) / n;
    double const deviation = std::sqrt(static_cast<double>(sum_of_squares) / n - mean * mean);

    std::vector<float> values(all.pixels.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>((all.pixels[i] - mean) / deviation);
    return values;
}

}  // namespace fashion_mnist
