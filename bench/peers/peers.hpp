#pragma once
// What the files of this folder offer to be measured: a function, who computes it, and how.

#include <cstddef>
#include <functional>

namespace peers {

/// Buffers of rows x columns floats. Elementwise functions take them as one row.
struct problem {
    std::size_t rows, columns;
    float const *x, *dy, *up;  ///< dy: the upstream gradient; up: the value that a gate x multiplies
    float *y, *dup;            ///< y: the result, or the gradient by x; dup: the gradient by up

    std::size_t size() const { return rows * columns; }
};

/// Computes the problem it was made for, once a call. Empty: not for this problem.
using runner = std::function<void()>;
using maker = runner (*)(problem const&);

/// `function` is one of those that ogive.cpp offers; a backward pass is called <function>_backward.
void offer(char const* function, char const* library, maker make);

/// The largest error over 65,536 inputs from -20 to 20, in units of the last digit: `function,library,error`. Nothing
/// where the function has no reference (peers/accuracy.cpp).
void print_accuracy(char const* function, char const* library, maker make);

}  // namespace peers
