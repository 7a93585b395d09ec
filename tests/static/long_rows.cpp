// More values of a row than clang folds at one time, each read by the loop over the row's columns.

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

template <int Count>
constexpr auto greatest(auto result, auto value) {
    if constexpr (Count == 0)
        return result;
    else
        return greatest<Count - 1>(og::maximum(result, value), og::sin(value));
}

void f(std::vector<float>& y, std::vector<float>& v) { og::evaluate(greatest<260>(x, og::row_sum(x)), y, x = v); }
