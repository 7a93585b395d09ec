#pragma once
// What a page shows in C++.

#include "entry.hpp"

#include <string>

namespace survey {

/// The activation composed of the library's parts, and a check that it is the library's. The tests compile all of them
/// as one program, which calls each `holds()` (tests/snippets/together.sh).
std::string composed(entry const& e);

}  // namespace survey
