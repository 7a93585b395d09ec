#pragma once
// A formula of one argument and its first two derivatives: its graph with the definition of each primitive
// (definitions.cpp), by the rules of differentiation in taylor.hpp. Of Ogive there is the graph alone.

#include "exact/written.hpp"

#include <memory>

namespace exact {

/// A number as the double next to it and the double next to the rest.
struct pair_of_doubles {
    double value, rest;
};
struct curve_point {
    pair_of_doubles value, slope;
    double bend;
};

class curve {
public:
    /// Throws std::invalid_argument where a primitive has no definition; what() names it.
    explicit curve(written const& as);
    ~curve();

    /// At a finite x; f' is one of a piece's next to a kink. Good to 2^-90 of the value and of f', but where 4000 bits
    /// cancel.
    curve_point at(double x);

private:
    template <class T>
    class evaluation;
    struct both;
    std::unique_ptr<both> by_;
};

}  // namespace exact
