#pragma once
// A training run on disk.

#include "file.hpp"
#include "trainer.hpp"

#include <string>

namespace train {

/// Writes settings and state atomically; of the same run, always the same bytes.
void save_checkpoint(std::string const& path, settings const&, state const&);

/// Throws std::runtime_error where the file is missing, damaged, or that of a run with other settings.
state load_checkpoint(std::string const& path, settings const&);

}  // namespace train
