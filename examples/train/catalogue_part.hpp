#pragma once
// The entries of the catalogue that this program was asked for, in parts, one part a file.

#include "catalogue_entries.hpp"

namespace train {

/// Whether the build asked for it.
constexpr bool is_wanted(std::string_view name) { return is_named(OGIVE_TRAIN_ACTIVATIONS, name); }

template <std::size_t Part, std::size_t Parts>
bool add_part() {
    return each_of_part<is_wanted, Part, Parts>([](auto f) { return add(f); });
}

}  // namespace train
