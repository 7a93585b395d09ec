#pragma once
// Files that a program writes.

#include <filesystem>
#include <string>

namespace train {

/// The file that is meant, which need not be there: symbolic links are followed. Throws std::runtime_error where
/// something else than a regular file is there (a directory, a pipe, a device), or one that must not be written.
std::filesystem::path target_of(std::string const& path);

/// Throws std::runtime_error where write_atomically could not write. Leaves nothing behind.
void check_writable(std::string const& path);

/// The file becomes `bytes` at once: it is written beside, then renamed. Throws std::runtime_error.
void write_atomically(std::string const& path, std::string const& bytes);

}  // namespace train
