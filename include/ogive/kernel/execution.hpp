#pragma once
// Who runs the blocks of a call: this thread, or those of a standard execution policy.

#include <ogive/meta/config.hpp>

#include <compare>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <type_traits>

namespace ogive::detail {

// A policy is known by its class's name: to name the class itself needs <execution>, which would make every user
// link a library. What follows it is no name or template argument of T's own, as in og::var<"parallel_policy">.
template <class T>
consteval bool ends_in(std::string_view name) {
    constexpr std::string_view all = __PRETTY_FUNCTION__;  // [with T = std::execution::parallel_policy; ...]
    auto const at = all.find(name);
    if (at == std::string_view::npos) return false;
    char const next = all[at + name.size()];
    return next == ';' || next == ']';
}
template <class T>
concept execution_policy = std::is_class_v<T> && (ends_in<T>("sequenced_policy") || ends_in<T>("parallel_policy"));
template <class T>
inline constexpr bool asks_for_threads = ends_in<T>("parallel_policy") || ends_in<T>("parallel_unsequenced_policy");

#if defined(__GLIBCXX__) && !__has_include(<tbb/tbb.h>)
template <class Policy>
inline constexpr bool there_are_threads = false;
#else
template <class Policy>
inline constexpr bool there_are_threads = true;
#endif

struct in_sequence {
    static constexpr bool parallel = false;

    OGIVE_INLINE static constexpr std::size_t at_a_time(std::size_t, std::size_t) { return 1; }
    template <class Work>
    OGIVE_INLINE static void each(std::size_t count, Work const& work) {
        for (std::size_t k = 0; k < count; ++k) work(k);
    }
};

/// Counts blocks. Its argument is of namespace std, where a call by name alone finds std::for_each.
template <class Category>
struct counter {
    using iterator_category = Category;
    using value_type = std::size_t;
    using difference_type = std::ptrdiff_t;
    using pointer = std::size_t const*;
    using reference = std::size_t;

    std::size_t at = 0;

    OGIVE_INLINE reference operator*() const { return at; }
    OGIVE_INLINE reference operator[](difference_type n) const { return at + static_cast<std::size_t>(n); }
    OGIVE_INLINE counter& operator++() { return ++at, *this; }
    OGIVE_INLINE counter& operator--() { return --at, *this; }
    OGIVE_INLINE counter operator++(int) { return {at++}; }
    OGIVE_INLINE counter operator--(int) { return {at--}; }
    OGIVE_INLINE counter& operator+=(difference_type n) { return at += static_cast<std::size_t>(n), *this; }
    OGIVE_INLINE counter& operator-=(difference_type n) { return at -= static_cast<std::size_t>(n), *this; }
    OGIVE_INLINE friend counter operator+(counter a, difference_type n) { return a += n; }
    OGIVE_INLINE friend counter operator+(difference_type n, counter a) { return a += n; }
    OGIVE_INLINE friend counter operator-(counter a, difference_type n) { return a -= n; }
    OGIVE_INLINE friend difference_type operator-(counter a, counter b) { return static_cast<difference_type>(a.at - b.at); }
    friend auto operator<=>(counter const&, counter const&) = default;
};

template <class Policy>
struct in_parallel {
    static constexpr bool parallel = true;
    static constexpr std::size_t most_memory = std::size_t(1) << 26;

    Policy const& policy;

    /// As many as their rooms' memory allows, but enough for many threads.
    OGIVE_INLINE static constexpr std::size_t at_a_time(std::size_t blocks, std::size_t room) {
        std::size_t const most = room > most_memory / 64 ? 64 : room > 0 ? most_memory / room : blocks;
        return blocks == 0 ? 1 : blocks < most ? blocks : most;
    }
    // The standard library's algorithm, which is declared where the policy is.
    template <class Work>
    void each(std::size_t count, Work const& work) const {
        using block = counter<std::random_access_iterator_tag>;
        for_each(policy, block{0}, block{count}, work);
    }
};

/// Who runs a call under this policy.
template <class Policy>
constexpr auto execution_of(Policy const& policy) {
    if constexpr (!asks_for_threads<Policy>) {
        static_cast<void>(policy);
        return in_sequence{};
    } else {
        static_assert(there_are_threads<Policy>,
                      "ogive: std::execution::par needs oneTBB with this standard library: install its headers, and link it");
        return in_parallel<Policy>{policy};
    }
}

}  // namespace ogive::detail
