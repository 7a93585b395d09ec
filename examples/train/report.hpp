#pragma once
// A run's settings and results as JSON.

#include "trainer.hpp"

#include <string>
#include <string_view>

namespace train {

std::string_view name_of(block);
std::string_view name_of(optimizer);
/// A number that is not finite is null.
std::string to_json(settings const&, std::size_t weights, state const&, times const&);

}  // namespace train
