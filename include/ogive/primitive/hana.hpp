#pragma once
// Boost.Hana's operators take everything beside one of its constants, and a temporary better than a const reference to
// it does. Beside an expression they are not meant: without a `value` here they are no candidates. A tag need not be
// complete, so it is its pointer that is asked.

#include <ogive/expression/expression.hpp>

#include <concepts>

namespace boost::hana::detail {

#define OGIVE_NOT_OF_HANA(operators)                                      \
    template <class Tag>                                                  \
    struct operators;                                                     \
    template <class Tag>                                                  \
        requires std::convertible_to<Tag*, ogive::expression_base const*> \
    struct operators<Tag> {};
OGIVE_NOT_OF_HANA(arithmetic_operators)
OGIVE_NOT_OF_HANA(comparable_operators)
OGIVE_NOT_OF_HANA(orderable_operators)
OGIVE_NOT_OF_HANA(logical_operators)
#undef OGIVE_NOT_OF_HANA

}  // namespace boost::hana::detail
