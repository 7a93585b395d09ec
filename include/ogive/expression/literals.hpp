#pragma once
// 0.5_c: exactly the double that the compiler's own 0.5 is.

#include <ogive/expression/expression.hpp>
#include <ogive/meta/decimal.hpp>

namespace ogive {
namespace detail {
template <char... Characters>
inline constexpr char characters[] = {Characters...};
}
namespace literals {

/// A number of an expression, `0.5_c`: the double that the compiler's own literal is. One that is no literal is
/// `og::c<std::numbers::pi>`.
template <char... Characters>
constexpr auto operator""_c() {
    return constant<real(parse_number(detail::characters<Characters...>, sizeof...(Characters)))>{};
}

}  // namespace literals
using namespace literals;  // for the library's own formulas
}  // namespace ogive
