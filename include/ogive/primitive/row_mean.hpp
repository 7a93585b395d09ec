#pragma once

#include <ogive/primitive/column.hpp>
#include <ogive/primitive/operators.hpp>

namespace ogive {

/// The mean of a row: `og::row_mean(x)`, row_sum(x) / column_count().
///
/// Shape       x: one value per element; the result one value per row; of a row of no columns NaN
inline constexpr struct row_mean_function {
    template <class... X>
    constexpr auto operator()(X const&... x) const {
        return row_sum(x...) / column_count();
    }
} row_mean{};

}  // namespace ogive
