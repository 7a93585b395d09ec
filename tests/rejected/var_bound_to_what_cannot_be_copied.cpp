// expect: ogive: a var is bound to a contiguous range, a matrix or per_row(range), a param to a number or to a

#include <ogive/ogive.hpp>

#include <memory>
#include <span>
#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(std::unique_ptr<float[]>& in, std::vector<float>& y) { og::evaluate(og::silu(x), y, x = in); }
#else
void f(std::unique_ptr<float[]>& in, std::vector<float>& y) {
    og::evaluate(og::silu(x), y, x = std::span(in.get(), y.size()));
}
#endif
