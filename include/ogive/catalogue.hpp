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
    entry(swish), entry(silu), entry(gelu), entry(gelu_tanh), entry(gelu_quick), entry(celu), entry(mish),
    entry(softplus), entry(softsign), entry(log_sigmoid), entry(hard_sigmoid), entry(hard_tanh), entry(hard_swish),
    entry(hard_shrink), entry(soft_shrink), entry(tanh_shrink), entry(threshold), entry(relu6), entry(rrelu),
    entry(squared_relu), entry(star_relu), entry(squareplus), entry(sparse_plus), entry(sparse_sigmoid),
    entry(bent_identity), entry(snake), entry(tanhexp), entry(serf), entry(smelu), entry(acon_c), entry(pau),
    entry(xielu), entry(isru), entry(isrlu), entry(gaussian), entry(sinc), entry(exponential), entry(identity),
    entry(step), entry(activation_function<clip_activation>{}), entry(softcap),
    entry(glu), entry(bilinear), entry(reglu), entry(geglu), entry(geglu_tanh), entry(geglu_quick), entry(swiglu),
    entry(seglu), entry(swiglu_clamped),
    entry(softmax), entry(softmin), entry(log_softmax), entry(logsumexp), entry(cross_entropy),
    entry(binary_cross_entropy), entry(rms_norm), entry(layer_norm), entry(standardize));

}  // namespace ogive
