#pragma once
// A line on a terminal that shows how far an epoch is.

#include "loss.hpp"

#include <cstddef>

namespace train {

class progress {
public:
    /// Nothing is shown where stderr is no terminal.
    explicit progress(std::size_t epochs);

    /// After `done` of `all` batches of an epoch (counted from 0), with the sums over its samples so far.
    void show(std::size_t epoch, std::size_t done, std::size_t all, score const& sums, std::size_t samples);
    void clear();

private:
    std::size_t epochs;
    bool shown;
    double start, last = 0;
    std::size_t first = 0;  ///< batches that an earlier run did
    bool started = false;
};

}  // namespace train
