#pragma once
// The catalogue: every activation by its name. Generic tests, plots, benchmarks and printed tables go
// through it. Each header of activation/ ends with the list of its entries. Not included by <ogive/ogive.hpp>.
//
//   hana::for_each(og::catalogue, [](auto entry) { auto const f = hana::second(entry); ... });
//   og::catalogue[BOOST_HANA_STRING("gelu")](x)
//   auto const with_mine = hana::insert(og::catalogue, og::entry(my));
//
// What an entry says of itself is in `activation_of<F>`, F the type of its function object: name, source,
// formula, and in `sample_of<F>` and `kinks_of<F>`.

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"  // see <ogive/ogive.hpp>
#pragma GCC diagnostic ignored "-Wsign-conversion"

#include <ogive/activation/activations.hpp>
#include <ogive/activation/sigmoid_family.hpp>

#include <boost/hana/map.hpp>
#include <boost/hana/pair.hpp>
#include <boost/hana/string.hpp>

namespace ogive {

namespace detail {
template <class A, std::size_t... I>
constexpr boost::hana::string<A::name[I]...> catalogue_name(std::index_sequence<I...>) {
    return {};
}
}  // namespace detail

/// An entry of a catalogue: the activation's name and its function object.
template <class A>
constexpr auto entry(activation_function<A> f) {
    return boost::hana::make_pair(detail::catalogue_name<A>(std::make_index_sequence<A::name.size()>{}), f);
}

namespace detail {
template <class... A, class... B>
types<A..., B...> operator+(types<A...>, types<B...>);
template <class... Family>
using entries_of_families = decltype((Family{} + ...));

template <class... A>
constexpr auto catalogue_of(types<A...>) {
    return boost::hana::make_map(entry(activation_function<A>{})...);
}
}  // namespace detail

/// The activations of the catalogue, family by family, in the order of their pages.
using catalogue_entries =
    detail::entries_of_families<sigmoid_entries, relu_entries, rectified_entries, swish_entries, gelu_entries,
                                mish_entries, softplus_entries, algebraic_entries, sparse_entries, hard_entries,
                                shrink_entries, periodic_entries, learned_entries, plain_entries, softcap_entries,
                                gate_entries, softmax_entries, binary_cross_entropy_entries, norm_entries>;

/// From name to activation, in this order.
inline constexpr auto catalogue = detail::catalogue_of(catalogue_entries{});

}  // namespace ogive

#pragma GCC diagnostic pop
