// expect: ogive: all ranges of a call, and the variables that results go to, have one element type, float or double
// names: labels

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::var<"mask"> mask;
constexpr og::var<"labels"> labels;

#ifdef OGIVE_REJECTED
using label = int;
#else
using label = float;
#endif
void f(std::vector<float>& v, std::vector<label>& l) { og::evaluate(x * mask * labels, v, x = v, mask = v, labels = l); }
