#pragma once
// What happens when a call is wrong at run time: one sentence, before anything is written.

#include <ogive/meta/config.hpp>

#include <string>

#if defined(__cpp_exceptions)
#include <stdexcept>
#elif !defined(OGIVE_FAIL)
#include <cstdio>
#include <cstdlib>
#endif

namespace ogive {

/// Throws std::invalid_argument. Without exceptions: calls OGIVE_FAIL(sentence) where the user has
/// defined that macro, else prints the sentence to stderr and aborts.
[[noreturn]] OGIVE_INLINE void fail(std::string const& sentence) {
#if defined(__cpp_exceptions)
    throw std::invalid_argument("ogive: " + sentence);
#elif defined(OGIVE_FAIL)
    OGIVE_FAIL(("ogive: " + sentence).c_str());
    __builtin_trap();  // OGIVE_FAIL does not come back
#else
    std::fprintf(stderr, "ogive: %s\n", sentence.c_str());
    std::abort();
#endif
}

}  // namespace ogive
