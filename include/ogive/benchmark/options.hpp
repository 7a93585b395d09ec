#pragma once
// What a user may say of a benchmark beside its expression: values of names, sizes, types, accuracies, instruction
// sets.

#include <ogive/expression/leaf.hpp>
#include <ogive/kernel/bind.hpp>
#include <ogive/kernel/options.hpp>
#include <ogive/simd/instruction_sets.hpp>

#include <cstddef>
#include <type_traits>
#include <vector>

namespace ogive::benchmarking {

/// How much data: one row for what is elementwise.
struct data_size {
    std::size_t rows, columns;
    constexpr std::size_t count() const { return rows * columns; }
};
/// The benchmark runs over this many elements, instead of over one size for each level of the memory.
constexpr data_size elements(std::size_t count) { return {1, count}; }
constexpr data_size elements(std::size_t rows, std::size_t columns) { return {rows, columns}; }

/// A param of one value per column: `weight = og::benchmarking::each_column(1.0f)`.
struct each_column {
    double value;
    constexpr explicit each_column(double v) : value(v) {}
};
/// A var of one value per row, by which there is no gradient: `label = og::benchmarking::each_row(0)`.
struct each_row {
    double value;
    constexpr explicit each_row(double v) : value(v) {}
};

/// The element type, instead of float and double: `og::benchmarking::type<float>{}`.
template <class F>
struct type {};

/// The widest registers that the translation unit is compiled for, instead of each kind.
struct widest_instruction_set {};

namespace detail {

template <class T>
struct chosen {
    using sizes = types<>;
    using elements = types<>;
    using accuracies = types<>;
    using archs = types<>;
};
template <>
struct chosen<data_size> : chosen<void> {
    using sizes = types<data_size>;
};
template <class F>
struct chosen<type<F>> : chosen<void> {
    using elements = types<F>;
};
template <>
struct chosen<full> : chosen<void> {
    using accuracies = types<full>;
};
template <>
struct chosen<fast> : chosen<void> {
    using accuracies = types<fast>;
};
template <class Arch>
struct chosen<arch<Arch>> : chosen<void> {
    using archs = types<Arch>;
};
template <>
struct chosen<widest_instruction_set> : chosen<void> {
    using archs = types<simd::default_arch>;
};

template <class List, class Default>
using or_default = std::conditional_t<size_v<List> == 0, Default, List>;

/// What is measured: as chosen, else the default.
template <class... Arguments>
struct plan {
    static constexpr bool sizes_given = size_v<join_t<typename chosen<Arguments>::sizes...>> > 0;
    using elements = or_default<join_t<typename chosen<Arguments>::elements...>, types<float, double>>;
    using accuracies = or_default<join_t<typename chosen<Arguments>::accuracies...>, types<full, fast>>;
    using archs = or_default<join_t<typename chosen<Arguments>::archs...>, simd::instruction_sets>;
};

template <class T>
inline constexpr bool is_choice = std::is_same_v<T, data_size> || std::is_same_v<T, widest_instruction_set> ||
                                  std::is_same_v<T, full> || std::is_same_v<T, fast>;
template <class F>
inline constexpr bool is_choice<type<F>> = true;
template <class Arch>
inline constexpr bool is_choice<arch<Arch>> = true;

}  // namespace detail

}  // namespace ogive::benchmarking
