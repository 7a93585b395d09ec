// expect: ogive: the result has 4 values, x has 3 values

// Without exceptions and without OGIVE_FAIL the sentence is printed to stderr and the program aborts.

#include <ogive/ogive.hpp>

#include <csignal>
#include <cstdlib>

namespace og = ogive;

constexpr og::var<"x"> x;

int main() {
    std::signal(SIGABRT, [](int) { std::_Exit(0); });
    float numbers[3] = {1, 2, 3}, results[4] = {};
    og::evaluate(og::silu(x), results, x = numbers);
    return 1;
}
