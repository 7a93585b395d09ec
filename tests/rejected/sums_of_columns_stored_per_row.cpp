// expect: ogive: a result does not fit where it is stored: a value per element goes to a range or a matrix, one per row or per column to a range

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
void f(og::matrix_view<float> m, std::vector<float>& sums) { og::evaluate(og::col_sum(x), og::per_row(sums), x = m); }
#else
void f(og::matrix_view<float> m, std::vector<float>& sums) { og::evaluate(og::col_sum(x), sums, x = m); }
#endif
