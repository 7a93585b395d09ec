#pragma once
// What happens when a call is wrong at run time: one sentence, before anything is written. In C's own formats:
// strings put together would be most of a small program's code.

#include <ogive/meta/config.hpp>

#include <cstdio>

#if defined(__cpp_exceptions)
#include <stdexcept>
#elif !defined(OGIVE_FAIL)
#include <cstdlib>
#endif

namespace ogive {

/// How a call that is wrong ends, which the flags of a translation unit say. A function that is not always inlined and may
/// end so has it in its name, so that no other unit takes it for its own.
struct ends_by_exception;
struct ends_by_macro;
struct ends_by_abort;
#if defined(__cpp_exceptions)
using ending = ends_by_exception;
#elif defined(OGIVE_FAIL)
using ending = ends_by_macro;
#else
using ending = ends_by_abort;
#endif

/// Throws std::invalid_argument. Without exceptions: calls OGIVE_FAIL(sentence) where the user has
/// defined that macro, else prints the sentence to stderr and aborts.
template <class... Arguments>
[[noreturn]] OGIVE_INLINE void fail(char const* format, Arguments... arguments) {
    char sentence[512] = "ogive: ";
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    std::snprintf(sentence + 7, sizeof sentence - 7, format, arguments...);
#pragma GCC diagnostic pop
#if defined(__cpp_exceptions)
    throw std::invalid_argument(sentence);
#elif defined(OGIVE_FAIL)
    OGIVE_FAIL(sentence);
    __builtin_trap();  // OGIVE_FAIL does not come back
#else
    std::fprintf(stderr, "%s\n", sentence);
    std::abort();
#endif
}

}  // namespace ogive
