// More values of a row, and more reductions in one loop, than clang folds at one time. g++ has no such limit.

#ifdef __clang__

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

template <int First, int Last>
constexpr auto sums() {
    if constexpr (Last - First == 1)
        return og::row_sum(og::abs(x + og::c<First>));
    else
        return sums<First, (First + Last) / 2>() + sums<(First + Last) / 2, Last>();
}

void g(std::vector<float>& y, std::vector<float>& v) { og::evaluate(sums<0, 260>(), y, x = v); }

#endif
