#pragma once
// From one number to another; by default all of them.

#include <limits>

namespace ogive {

struct interval {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
};

}  // namespace ogive
