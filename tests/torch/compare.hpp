#pragma once
// Holds a subject against its own formula in many digits, and against whoever else knows what it should be.

#include "known.hpp"
#include "mpfr.hpp"
#include "subject.hpp"

#include <string_view>

namespace oracle {

/// Another library's functions, by the names of the catalogue.
template <class F>
struct peer {
    bool (*has)(subject<F> const&);
    bool (*has_second)(subject<F> const&);
    bool (*differentiates)(subject<F> const&, std::size_t argument);
    void (*value)(subject<F> const&, operands<F> const& in, F* y);
    void (*gradients)(subject<F> const&, operands<F> const& in, F const* dy, F* const* to);
    void (*second)(subject<F> const&, operands<F> const& in, F const* dy, F const* const* v, F* const* to);
};

/// Definitions written by hand, likewise.
struct by_hand {
    bool (*has)(std::string_view name);
    double (*value)(std::string_view name, mpfr::point const& at);
    void (*gradients)(std::string_view name, mpfr::point const& at, double dy, double* to);
    void (*second)(std::string_view name, mpfr::point const& at, double dy, double const* v, double* to);
};

template <class F>
struct judges {
    peer<F> const* torch = nullptr;
    by_hand const* hand = nullptr;
};

/// Prints a line, the largest difference of each kind as a part of what is allowed, and a sentence for each of the
/// first failures; returns whether there was none.
template <class F>
bool compare(subject<F> const& s, disagreements& known, judges<F> const& by = {});

}  // namespace oracle
