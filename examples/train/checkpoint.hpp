#pragma once
// A training run on disk.

#include "trainer.hpp"

#include <string>

namespace train {

/// The file becomes `bytes` at once: it is written beside, then renamed. Throws std::runtime_error.
void write_atomically(std::string const& path, std::string const& bytes);

/// Writes settings and state atomically; of the same run, always the same bytes.
void save_checkpoint(std::string const& path, settings const&, state const&);

/// Throws std::runtime_error where the file is missing, damaged, or that of a run with other settings.
state load_checkpoint(std::string const& path, settings const&);

}  // namespace train
