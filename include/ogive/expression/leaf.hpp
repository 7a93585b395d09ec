#pragma once
// Names: what a call binds values to.

#include <ogive/expression/expression.hpp>
#include <ogive/expression/view.hpp>
#include <ogive/graph/operation.hpp>
#include <ogive/meta/fixed_string.hpp>

#include <initializer_list>
#include <limits>
#include <utility>

namespace ogive {

/// What `name = value` says: a view of a range, or a number or batch.
template <class Leaf, class Value>
struct binding {
    using leaf = Leaf;
    using value_type = Value;
    Value value;
};

template <class T>
inline constexpr bool a_name_is_bound_to_values_that_stay = !std::is_arithmetic_v<T>;
template <class Name, class T>
inline constexpr bool a_name_is_bound_to_values = !expression<T> || detail::is_constant<std::remove_cvref_t<T>>;

namespace detail {

template <fixed_string Name>
constexpr std::string_view characters_of() {
    static_assert(Name.size() > 0, "ogive: a name has at least one character: og::var<\"x\">");
    return Name.view();
}

template <class Self, operation const* Kind, fixed_string Name>
struct named : expression_of<Self> {
    static constexpr std::size_t spelled = 1, compact = 0;
    static constexpr bool condition = false;
    using leaves = types<Self>;

    static constexpr std::string_view name = characters_of<Name>();
    static constexpr std::uint64_t key = key_of(name);
    static constexpr operation const* kind = Kind;
    using spelling = ogive::spelled<Name>;  // the name, for diagnostics

    static constexpr int lower(auto& into) { return into.leaf(Kind, key); }

    template <class T>
    [[nodiscard("ogive: name = value is an argument of a call: og::evaluate(e, y, x = values)")]]
    OGIVE_INLINE constexpr auto operator=(T&& value) const {
        static_assert(a_name_is_bound_to_values<Self, T>,
                      "ogive: a name is bound to values, not to a formula: auto f = og::gelu(x), then og::relu(f)");
        if constexpr (viewable<T>)
            return binding<Self, decltype(view_of(value))>{view_of(value)};
        else if constexpr (is_constant<std::remove_cvref_t<T>>)
            return binding<Self, double>{to_expression(value).value};
        else if constexpr (expression<T>)
            return binding<Self, range_view<refused_element>>{};
        else if constexpr (!std::is_constructible_v<std::remove_cvref_t<T>, T>)
            return binding<Self, types<std::remove_cvref_t<T>>>{};  // neither a range nor a number: the call says so
        else
            return binding<Self, std::remove_cvref_t<T>>{std::forward<T>(value)};
    }
    /// A copy of the name itself, in a type that has one.
    template <class Same>
        requires std::is_same_v<std::remove_cvref_t<Same>, Self>
    constexpr Self& operator=(Same&&) { return static_cast<Self&>(*this); }
    /// Refused: a list in braces is gone before the call.
    template <class T>
    constexpr auto operator=(std::initializer_list<T>) const {
        static_assert(a_name_is_bound_to_values_that_stay<T>,
                      "ogive: a name is bound to values that stay where they are: std::vector<float> v{...}, then x = v");
        return binding<Self, range_view<refused_element>>{};
    }
};

}  // namespace detail

/// One value per element: `constexpr og::var<"x"> x;`. Two of one name are one and the same.
///
/// Shape       in a call bound to a contiguous range, a matrix (`og::matrix`, mdspan, row-major Eigen) or `per_row(range)`;
///             at a point, `e(x = 0.5)`, to a number
/// Errors      compile time: bound to anything else, an empty name
template <fixed_string Name>
struct var : detail::named<var<Name>, &kind::variable, Name> {
    using detail::named<var<Name>, &kind::variable, Name>::operator=;
};

/// Learnable: one value for all elements, or one per column. `param<"alpha", 0.25>` says where learning starts.
///
/// Shape       in a call bound to a number, or to a contiguous range of one value per column
/// Errors      compile time: bound to a matrix, an empty name; a var and a param, or two start values, of one name
template <fixed_string Name, real... Start>
    requires(sizeof...(Start) <= 1)
struct param : detail::named<param<Name, Start...>, &kind::parameter, Name> {
    using detail::named<param<Name, Start...>, &kind::parameter, Name>::operator=;

    /// NaN: not said.
    static constexpr double start = (std::numeric_limits<double>::quiet_NaN(), ..., Start.value());
};

}  // namespace ogive
