#pragma once
// A formula of the library's in 550 decimal digits: its graph with the definition of each primitive (definitions.cpp),
// and its derivatives by central differences of 1e-100, which leaves them exact to 1e-190 of their size, down to
// 1e-340. Of Ogive there is the graph alone: neither its functions nor its rules of differentiation.

#include "exact/written.hpp"

#include <cstddef>
#include <memory>

namespace exact {

class formula {
public:
    /// Throws std::invalid_argument where a primitive has no definition; what() names it.
    explicit formula(written const& as);
    ~formula();

    /// Whether there is a sine in it, which keeps no digits far out.
    bool turns() const;

    /// A row of so many columns: for each argument a value of each column. An argument that is the index of a column is
    /// kept as it is.
    struct row {
        std::size_t columns;
        double const* const* arguments;
        bool const* is_index;
    };
    void value(row const& in, double* to);
    /// Of sum(dy f), for each argument.
    void gradients(row const& in, double const* dy, double* const* to);
    /// Those of sum(v[k] * gradient by argument k), and behind them that by dy.
    void second(row const& in, double const* dy, double const* const* v, double* const* to);

private:
    class evaluation;
    std::unique_ptr<evaluation> of_;
};

}  // namespace exact
