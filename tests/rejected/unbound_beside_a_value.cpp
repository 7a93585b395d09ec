// expect: ogive: a name used by this expression is bound to nothing: add `name = value` to the call
// names: gate

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::var<"gate"> gate;
constexpr auto e = og::gelu(gate) * og::sigmoid(x);

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v) { og::backward(e, y, og::value(og::sigmoid(x)) = v, og::grad(x) = y); }
#else
void f(std::vector<float>& y, std::vector<float>& v) { og::backward(e, y, og::value(og::sigmoid(x)) = v, gate = v, og::grad(x) = y); }
#endif
