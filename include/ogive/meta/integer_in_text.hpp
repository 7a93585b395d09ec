#pragma once
// A whole number within a text, at compile time.

#include <cstddef>
#include <string_view>

namespace ogive::detail {

/// before, n and after, 40 characters at most.
struct integer_in_text {
    char characters[40]{};
    std::size_t size = 0;

    constexpr void add(std::string_view more) {
        for (char const c : more) characters[size++] = c;
    }
    constexpr integer_in_text(std::string_view before, int n, std::string_view after) {
        add(before);
        if (n < 0) add("-");
        int const magnitude = n < 0 ? -n : n;
        int unit = 1;
        while (magnitude / unit >= 10) unit *= 10;
        for (; unit > 0; unit /= 10) characters[size++] = static_cast<char>('0' + magnitude / unit % 10);
        add(after);
    }
    constexpr std::string_view view() const { return {characters, size}; }
};

}  // namespace ogive::detail
