// expect: ogive: an activation is called with the wrong number of arguments: it takes its inputs, then its hyper-parameters, which may be left out together

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v, float b) { og::evaluate(og::gelu(x, beta), y, x = v, beta = b); }
#else
void f(std::vector<float>& y, std::vector<float>& v, float b) { og::evaluate(og::swish(x, beta), y, x = v, beta = b); }
#endif
