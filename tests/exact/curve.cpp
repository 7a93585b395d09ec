#include "curve.hpp"

#include "definitions.hpp"

#include <bit>
#include <cmath>
#include <vector>

namespace exact {

namespace og = ogive;

template <class T>
class curve::evaluation {
public:
    explicit evaluation(written const& as) : nodes_(as.nodes), values_(as.nodes.size()) {
        std::vector<bool> is_needed(nodes_.size());
        is_needed.back() = true;
        for (std::size_t i = nodes_.size(); i-- > 0;)
            for (int j = 0; is_needed[i] && j < nodes_[i].op->arity; ++j)
                is_needed[static_cast<std::size_t>(nodes_[i].argument(j))] = true;
        definitions_.resize(nodes_.size());
        for (std::size_t i = 0; i < nodes_.size(); ++i)
            if (!is_needed[i])
                continue;
            else if (nodes_[i].op->arity > 0)
                definitions_[i] = definition_of<T>(nodes_[i].op), computed_.push_back(i);
            else if (nodes_[i].op == &og::kind::number)
                values_[i] = std::bit_cast<double>(nodes_[i].bits);
            else
                arguments_.push_back(i);
    }

    /// Without `must`, only where enough digits are left.
    bool at(double x, curve_point& to, bool must) {
        T::lost = 0;
        for (std::size_t i : arguments_) values_[i] = {x, 1, 0};
        for (std::size_t i : computed_) {
            T of[3];
            for (int j = 0; j < nodes_[i].op->arity; ++j)
                of[j] = values_[static_cast<std::size_t>(nodes_[i].argument(j))];
            values_[i] = definitions_[i](of);
        }
        if (!must && T::lost > T::bits - 100) return false;
        T const& y = values_.back();
        to = {split(y.value), split(y.slope), static_cast<double>(y.bend)};
        return true;
    }

private:
    std::span<og::node const> nodes_;
    std::vector<definition<T>> definitions_{};
    std::vector<T> values_;
    std::vector<std::size_t> arguments_{}, computed_{};

    static pair_of_doubles split(typename T::number const& x) {
        double const near = static_cast<double>(x);
        return {near, std::isfinite(near) ? static_cast<double>(x - near) : 0};
    }
};

struct curve::both {
    evaluation<short_taylor> shortly;
    evaluation<long_taylor> at_length;
};

curve::curve(written const& as)
    : by_(new both{evaluation<short_taylor>(as), evaluation<long_taylor>(as)}) {}
curve::~curve() = default;

curve_point curve::at(double x) {
    curve_point p;
    if (!by_->shortly.at(x, p, false)) by_->at_length.at(x, p, true);
    return p;
}

}  // namespace exact
