#pragma once
// Adds what the claim Cost times. The catalogue's come in parts, one part a file, compiled side by side.

#include "by_operation.hpp"
#include "catalogue_entries.hpp"
#include "timed.hpp"

namespace claims {

/// Of F with so many products.
template <class F, std::size_t Pieces, bool Gate>
bool add_timed() {
    constexpr std::size_t learned = train::detail::learned<F>;
    using fused = train::formulas<F, Pieces, learned>;
    using split = by_operation<F, Pieces, learned>;
    timed t{F::name,
            ogive::parameters_of<F>.first(learned),
            split::takes_an_exponential,
            Gate,
            {fused::without_norm, fused::without_norm},
            {split::without_norm, split::without_norm}};
    if constexpr (Gate) {
        t.fused.in_network = fused::with_residual;
        t.by_operation.in_network = split::with_residual;
    }
    timed_activations().push_back(t);
    return true;
}

constexpr bool is_timed(std::string_view name) { return train::is_named(OGIVE_CLAIMS_TIMED, name); }

template <std::size_t Part, std::size_t Parts>
bool add_timed_part() {
    return train::each_of_part<is_timed, Part, Parts>([]<class F>(F) {
        constexpr bool gate = train::is_gate<F>;
        return add_timed<F, gate ? 2 : 1, gate>();
    });
}

}  // namespace claims
