#pragma once
// "text"sv in this namespace. A std::string_view made of a literal alone has its length counted by the compiler's
// interpreter, which costs it six times as much (docs/design/0019), and the primitives and activations have five hundred.

#include <string_view>

namespace ogive {

using namespace std::string_view_literals;

}  // namespace ogive
