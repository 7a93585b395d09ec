#pragma once
// A run's settings and results as JSON.

#include "trainer.hpp"

#include <string>

namespace train {

std::string_view name_of(block);
std::string to_json(settings const&, std::size_t weights, state const&, times const&);

}  // namespace train
