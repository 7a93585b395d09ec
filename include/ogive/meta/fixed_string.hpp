#pragma once
// Names as template arguments: var<"gate">.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace ogive {

/// A string literal that can be a template argument. N counts the closing zero, as the literal does.
template <std::size_t N>
struct fixed_string {
    char characters[N]{};

    constexpr fixed_string(char const (&literal)[N]) {  // implicit: so that var<"gate"> works
        for (std::size_t i = 0; i < N; ++i) characters[i] = literal[i];
    }

    /// The first N - 1 characters of a name.
    constexpr explicit fixed_string(std::string_view name) {
        for (std::size_t i = 0; i + 1 < N; ++i) characters[i] = name[i];
    }

    static constexpr std::size_t size() { return N - 1; }
    constexpr std::string_view   view() const { return {characters, N - 1}; }
};

template <std::size_t N>
fixed_string(char const (&)[N]) -> fixed_string<N>;

/// A number that stands for a name: 64-bit FNV-1a.
constexpr std::uint64_t key_of(std::string_view name) {
    std::uint64_t key = 0xcbf29ce484222325;
    for (char const c : name) key = (key ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return key;
}
/// The same of a constant, worked out where it is written: not each time that a constant expression comes by, of which
/// compilers count the steps.
consteval std::uint64_t name_key(std::string_view name) { return key_of(name); }

/// A name letter by letter. Every compiler prints it readably in a diagnostic; clang 14 prints a
/// fixed_string as a list of numbers.
template <char... Characters>
struct spelled_name {};

namespace detail {
template <fixed_string Name, std::size_t... I>
spelled_name<Name.characters[I]...> spell(std::index_sequence<I...>);
}  // namespace detail

/// spelled<"up"> is spelled_name<'u', 'p'>.
template <fixed_string Name>
using spelled = decltype(detail::spell<Name>(std::make_index_sequence<Name.size()>{}));

}  // namespace ogive
