#pragma once
// The catalogue: every activation by its name. Generic tests, plots, benchmarks and printed tables go
// through it; adding an activation is one entry. Not included by <ogive/ogive.hpp>.
//
//   hana::for_each(og::catalogue, [](auto entry) { auto const f = hana::second(entry); ... });
//   og::catalogue[BOOST_HANA_STRING("gelu")](x)
//   auto const with_mine = hana::insert(og::catalogue, og::entry(my));
//
// What an entry says of itself is in `activation_of<F>`, F the type of its function object: name, source,
// formula, and in `sample_of<F>` and `kinks_of<F>`.

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

/// From name to activation, in this order.
inline constexpr auto catalogue = boost::hana::make_map(
    entry(activation_function<sigmoid_activation>{}), entry(activation_function<tanh_activation>{}),
    entry(relu), entry(leaky_relu), entry(prelu), entry(elu), entry(selu), entry(maxout),
    entry(swish), entry(silu), entry(gelu), entry(gelu_tanh), entry(softplus), entry(softmax),
    entry(softmin), entry(log_softmax), entry(logsumexp), entry(cross_entropy),
    entry(rms_norm), entry(layer_norm), entry(standardize),
    entry(glu), entry(bilinear), entry(reglu), entry(geglu), entry(swiglu));

}  // namespace ogive
