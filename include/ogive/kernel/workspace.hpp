#pragma once
// The memory of a call beside its operands and outputs.

#include <ogive/meta/config.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>

namespace ogive::detail {

/// Room for scratch rows, if a program needs any: on the stack as far as it goes, else allocated, before anything is
/// written.
template <class F, bool Needed>
struct workspace {
    static constexpr std::size_t on_the_stack = 16384 / sizeof(F), alignment = 64;  // a cache line

    OGIVE_INLINE explicit workspace(std::size_t size)
        : allocated(size > on_the_stack ? new F[size + alignment / sizeof(F)] : nullptr) {
        if (!allocated) return;
        auto const past = reinterpret_cast<std::uintptr_t>(allocated.get()) % alignment;
        data = allocated.get() + (alignment - past) / sizeof(F);
    }

    alignas(alignment) F fixed[on_the_stack];
    std::unique_ptr<F[]> allocated;
    F* data = fixed;
};
template <class F>
struct workspace<F, false> {
    OGIVE_INLINE explicit workspace(std::size_t) {}
    F* data = nullptr;
};

}  // namespace ogive::detail
