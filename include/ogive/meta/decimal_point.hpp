#pragma once
// Numbers as printf writes them, whatever the locale of the program.

namespace ogive {

/// Puts a point where the locale has another character, of one byte or more, in a number that printf has written.
constexpr void put_decimal_point(char* number) {
    char* to = number;
    for (char const* from = number; *from != 0; ++from) {
        char const c = *from;
        bool const is_own = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '+';
        if (is_own)
            *to++ = c;
        else if (to == number || to[-1] != '.')
            *to++ = '.';
    }
    *to = 0;
}

}  // namespace ogive
