// A var may have the name of what the library's templates call something inside, or look for.

#pragma GCC diagnostic error "-Wshadow"

#include <ogive/catalogue.hpp>
#include <ogive/ogive.hpp>
#include <ogive/properties.hpp>
#include <ogive/testing.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

inline constexpr og::var<"a"> a;
inline constexpr og::var<"b"> b;
inline constexpr og::var<"c"> c;
inline constexpr og::var<"e"> e;
inline constexpr og::var<"f"> f;
inline constexpr og::var<"g"> g;
inline constexpr og::var<"i"> i;
inline constexpr og::var<"k"> k;
inline constexpr og::var<"n"> n;
inline constexpr og::var<"p"> p;
inline constexpr og::var<"r"> r;
inline constexpr og::var<"s"> s;
inline constexpr og::var<"t"> t;
inline constexpr og::var<"to"> to;
inline constexpr og::var<"from"> from;
inline constexpr og::var<"first"> first;
inline constexpr og::var<"last"> last;
inline constexpr og::var<"size"> size;
inline constexpr og::var<"parallel_policy"> policy;
inline constexpr og::param<"row"> row;
inline constexpr og::param<"columns"> columns;

void no_policy(std::vector<float>& v) {
    og::evaluate(og::relu(policy), v, policy = v);
    og::backward(og::relu(policy), v, policy = v, og::grad(policy) = v);
    og::fuse(og::store(og::relu(policy), v), policy = v);
}

void evaluate(std::vector<float>& v, std::vector<float>& w) {
    constexpr auto softmax = og::softmax(a * row);
    og::evaluate(softmax, og::matrix(w.data(), 2, 4), a = og::matrix(v.data(), 2, 4).columns(0, 4), row = 1.0f);
    og::backward(softmax, og::matrix(w.data(), 2, 4), a = og::matrix(v.data(), 2, 4), row = 1.0f,
                 og::grad(a) = og::matrix(v.data(), 2, 4));
}
auto print() { return og::to_text(og::derivative(og::silu(a) * og::prelu(b, row), a)) + og::to_latex(a + b); }
auto inspect() { return og::properties(og::gelu).range.low + static_cast<double>(og::explain(og::gelu(a)).loops); }
