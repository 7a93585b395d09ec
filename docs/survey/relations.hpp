#pragma once
// How activations relate to one another: the one list of it, which the pages show and the survey checks.

#include <span>
#include <string_view>

namespace survey {

struct relation {
    std::string_view sentence;  ///< stands on the page of each activation that it names
    bool (*holds)();
};

std::span<relation const> relations();

}  // namespace survey
