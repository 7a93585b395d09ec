// expect: ogive: a var is bound to a contiguous range, a matrix or per_row(range), a param to a number or to a contiguous range with one value per column
// names: x

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

/// As boost::multi_array of two dimensions: how many rows there are, and where their values.
struct grid {
    std::vector<float> values;
    std::size_t columns;

    struct row {};
    row const* begin() const { return nullptr; }
    std::size_t size() const { return values.size() / columns; }
    float* data() { return values.data(); }
};

#ifdef OGIVE_REJECTED
void f(std::vector<float>& y, grid& g) { og::evaluate(og::relu(x), y, x = g); }
#else
void f(std::vector<float>& y, grid& g) {
    og::evaluate(og::relu(x), y, x = og::matrix(g.data(), g.size(), g.columns));
}
#endif
