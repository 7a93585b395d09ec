#pragma once
// The entries of the catalogue that this program was asked for, in parts, one part a file.

#include "catalogue_entries.hpp"

namespace train {

/// Whether the build asked for it: OGIVE_TRAIN_ACTIVATIONS is a list of names with commas between them; all, if empty.
constexpr bool is_wanted(std::string_view name) {
    std::string_view list = OGIVE_TRAIN_ACTIVATIONS;
    if (list.empty()) return true;
    for (std::size_t end = 0; !list.empty(); list.remove_prefix(end)) {
        end = std::min(list.find(','), list.size());
        if (list.substr(0, end) == name) return true;
        if (end < list.size()) ++end;
    }
    return false;
}

template <std::size_t Part, std::size_t Parts>
bool add_part() {
    return each_of_part<is_wanted, Part, Parts>([](auto f) { return add(f); });
}

}  // namespace train
