#pragma once

#include <ogive/meta/config.hpp>

#include <cstddef>
#include <memory>

namespace ogive::detail {

/// Room for scratch rows, if a program needs any: on the stack as far as it goes, else allocated, before anything is
/// written.
template <class F, bool Needed>
struct workspace {
    static constexpr std::size_t on_the_stack = 16384 / sizeof(F);

    OGIVE_INLINE explicit workspace(std::size_t size) : allocated(size > on_the_stack ? new F[size] : nullptr) {
        if (allocated) data = allocated.get();
    }

    alignas(64) F fixed[on_the_stack];
    std::unique_ptr<F[]> allocated;
    F* data = fixed;
};
template <class F>
struct workspace<F, false> {
    OGIVE_INLINE explicit workspace(std::size_t) {}
    F* data = nullptr;
};

}  // namespace ogive::detail
