#include "formula.hpp"

#include "definitions.hpp"

#include <algorithm>
#include <bit>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace exact {

namespace og = ogive;

namespace {

using values = std::vector<real>;  // one of each column

real const step("1e-100");

real size_of(real const& x) { return abs(x) < 1 ? real(1) : real(abs(x)); }

/// The derivative of g, which looks at x, by x.
template <class G>
auto by(real& x, G const& g) {
    real const here = x, h = step * size_of(here);
    x = here + h;
    auto above = g();
    x = here - h;
    auto const below = g();
    x = here;
    return real((above - below) / (2 * h));
}

real row_sum(values const& x) {
    real sum = 0;
    for (real const& one : x) sum += one;
    return sum;
}
real row_max(values const& x) { return *std::max_element(x.begin(), x.end()); }
real row_min(values const& x) { return *std::min_element(x.begin(), x.end()); }

std::pair<og::operation const*, real (*)(values const&)> const reductions[] = {
    {&og::record<og::row_sum_primitive>, row_sum},
    {&og::record<og::row_max_primitive>, row_max},
    {&og::record<og::row_peak_primitive>, row_max},
    {&og::record<og::row_min_primitive>, row_min},
};

}  // namespace

class formula::evaluation {
public:
    explicit evaluation(written const& as) : nodes_(as.nodes), names_(as.names), is_needed_(nodes_.size()) {
        is_needed_.back() = true;
        for (std::size_t i = nodes_.size(); i-- > 0;)
            for (int j = 0; is_needed_[i] && j < nodes_[i].op->arity; ++j)
                is_needed_[static_cast<std::size_t>(nodes_[i].argument(j))] = true;
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            og::operation const* const op = nodes_[i].op;
            along_.push_back(nullptr);
            for (auto const& [reduction, f] : reductions)
                if (reduction == op) along_.back() = f;
            bool const is_defined =
                !is_needed_[i] || op->arity == 0 || along_.back() || op->asks_the_row() || is_stopped(i);
            if (!is_defined && op->reduces())
                throw std::invalid_argument("the reduction " + std::string(op->name) + " has no definition in MPFR");
            definitions_.push_back(is_defined ? nullptr : definition_of<real>(op));
        }
    }

    bool turns() const {
        for (og::node const& n : nodes_)
            for (auto const word : {"sin", "cos"})
                if (n.op->name.find(word) != std::string_view::npos) return true;
        return false;
    }

    std::vector<values> arguments{};

    /// At these arguments. What is stopped from carrying a gradient stays as it was at the last call of `start`.
    values const& run() {
        std::size_t const columns = arguments.empty() ? 1 : arguments[0].size();
        values_.resize(nodes_.size());
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            og::node const& n = nodes_[i];
            if (!is_needed_[i] || (is_stopped(i) && !starting_)) continue;
            auto const argument = [&](int j) -> values const& {
                return values_[static_cast<std::size_t>(n.argument(j))];
            };
            values& to = values_[i];
            to.resize(columns);
            if (n.op == &og::kind::number) {
                std::fill(to.begin(), to.end(), real(std::bit_cast<double>(n.bits)));
            } else if (n.op->arity == 0) {
                to = arguments[place(n.bits)];
            } else if (is_stopped(i)) {
                to = argument(0);
            } else if (along_[i]) {
                std::fill(to.begin(), to.end(), along_[i](argument(0)));
            } else {
                for (std::size_t c = 0; c < columns; ++c) {
                    real of_column[3];
                    for (int j = 0; j < n.op->arity; ++j) of_column[j] = argument(j)[c];
                    to[c] = n.op == &og::record<og::column_primitive>         ? real(c)
                            : n.op == &og::record<og::column_count_primitive> ? real(columns)
                                                                              : definitions_[i](of_column);
                }
            }
        }
        return values_.back();
    }

    values start(row const& in) {
        arguments.assign(names_.size(), values(in.columns));
        for (std::size_t k = 0; k < arguments.size(); ++k)
            for (std::size_t c = 0; c < in.columns; ++c) arguments[k][c] = in.arguments[k][c];
        starting_ = true;
        values const y = run();
        starting_ = false;
        return y;
    }

    /// sum(dy f).
    real weighted(double const* dy) {
        values const& y = run();
        real sum = 0;
        for (std::size_t c = 0; c < y.size(); ++c) sum += dy[c] * y[c];
        return sum;
    }

    /// The derivative of f as the arguments move along v, one after the other: each has steps of its own size.
    values along(row const& in, double const* const* v) {
        values sum(in.columns);
        for (std::size_t k = 0; k < arguments.size(); ++k) {
            if (in.is_index[k] || std::all_of(v[k], v[k] + in.columns, [](double w) { return w == 0; })) continue;
            real h = step;
            for (real const& x : arguments[k]) h = std::max(h, real(step * size_of(x)));
            values const here = arguments[k];
            auto const moved = [&](real const& by) {
                for (std::size_t c = 0; c < in.columns; ++c) arguments[k][c] = here[c] + by * v[k][c];
                return run();
            };
            values const above = moved(h), below = moved(-h);
            arguments[k] = here;
            for (std::size_t c = 0; c < in.columns; ++c) sum[c] += (above[c] - below[c]) / (2 * h);
        }
        return sum;
    }

private:
    std::span<og::node const> nodes_;
    std::span<std::uint64_t const> names_;
    std::vector<bool> is_needed_;
    std::vector<real (*)(values const&)> along_{};
    std::vector<definition<real>> definitions_{};
    std::vector<values> values_{};
    bool starting_ = false;

    bool is_stopped(std::size_t i) const { return nodes_[i].op == &og::record<og::stop_gradient_primitive>; }
    std::size_t place(std::uint64_t key) const {
        auto const at = std::find(names_.begin(), names_.end(), key);
        if (at == names_.end()) throw std::invalid_argument("a name of the formula has no value");
        return static_cast<std::size_t>(at - names_.begin());
    }
};

formula::formula(written const& as) : of_(std::make_unique<evaluation>(as)) {}
formula::~formula() = default;

bool formula::turns() const { return of_->turns(); }

void formula::value(row const& in, double* to) {
    values const y = of_->start(in);
    for (std::size_t c = 0; c < in.columns; ++c) to[c] = static_cast<double>(y[c]);
}

void formula::gradients(row const& in, double const* dy, double* const* to) {
    of_->start(in);
    for (std::size_t k = 0; k < of_->arguments.size(); ++k)
        for (std::size_t c = 0; c < in.columns; ++c)
            to[k][c] =
                in.is_index[k] ? 0 : static_cast<double>(by(of_->arguments[k][c], [&] { return of_->weighted(dy); }));
}

void formula::second(row const& in, double const* dy, double const* const* v, double* const* to) {
    of_->start(in);
    auto const all = [&] {
        values const slope = of_->along(in, v);
        real sum = 0;
        for (std::size_t c = 0; c < in.columns; ++c) sum += dy[c] * slope[c];
        return sum;
    };
    for (std::size_t k = 0; k < of_->arguments.size(); ++k)
        for (std::size_t c = 0; c < in.columns; ++c)
            to[k][c] = in.is_index[k] ? 0 : static_cast<double>(by(of_->arguments[k][c], all));
    values const slope = of_->along(in, v);
    for (std::size_t c = 0; c < in.columns; ++c) to[of_->arguments.size()][c] = static_cast<double>(slope[c]);
}

}  // namespace exact
