// expect: ogive: power(x, n) takes a whole constant n between -1000 and 1000: power(x, 3_c); where x > 0, x to any p is exp(p * log(x))

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, std::vector<float>& v, float b) { og::evaluate(og::power(x, beta), y, x = v, beta = b); }
#else
void f(std::vector<float>& y, std::vector<float>& v, float b) { og::evaluate(og::exp(beta * og::log(x)), y, x = v, beta = b); }
#endif
