#include "compare.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace oracle {

namespace {

template <class F>
constexpr char const* type_name = sizeof(F) == sizeof(float) ? "float" : "double";

/// torch.testing's relative tolerance of float; tighter than its others (1e-5, and 1e-7 for double).
template <class F>
struct tolerance;
template <>
struct tolerance<float> {
    static constexpr double relative = 1.3e-6, absolute = 1e-6;
};
template <>
struct tolerance<double> {
    static constexpr double relative = 1e-11, absolute = 1e-12;
};

/// The difference as a part of what is allowed; infinite where one is NaN or an infinity and the other is not.
template <class F>
double difference(F y, double wanted, double scale) {
    if (std::isnan(y) || std::isnan(wanted)) return std::isnan(y) && std::isnan(wanted) ? 0 : INFINITY;
    if (static_cast<double>(y) == wanted) return 0;
    if (std::fabs(wanted) > static_cast<double>(std::numeric_limits<F>::max()))
        return std::isinf(y) && std::signbit(y) == std::signbit(wanted) ? 0 : INFINITY;
    double const allowed = tolerance<F>::absolute * scale + tolerance<F>::relative * std::fabs(wanted);
    return std::fabs(static_cast<double>(y) - wanted) / allowed;
}

/// The arguments of a subject, what flows in, and room for the results.
template <class F>
struct problem {
    std::size_t rows, columns;
    std::vector<std::vector<F>> data, learned, v;
    std::vector<F> dy;

    problem(subject<F> const& s, std::size_t r, std::size_t c)
        : rows(r),
          columns(c),
          data(at(s.data), std::vector<F>(r * c)),
          learned(at(s.learned), std::vector<F>(c)),
          v(data),
          dy(r * c) {}

    static std::size_t at(int n) { return static_cast<std::size_t>(n); }

    struct results {
        std::vector<F> value;
        std::vector<std::vector<F>> gradients, second;
    };
    template <class Value, class Gradients, class Second>
    results by(Value value, Gradients gradients, Second second) const {
        auto const pointers = [](auto const& of) {
            std::vector<F const*> all;
            for (auto const& one : of) all.push_back(one.data());
            return all;
        };
        auto const x = pointers(data), w = pointers(learned), weights = pointers(v);
        operands<F> const in{rows, columns, x.data(), w.data()};
        results r{std::vector<F>(rows * columns), {}, {}};
        std::vector<F*> to, to_second;
        for (std::size_t j = 0; j < data.size() + learned.size(); ++j)
            r.gradients.emplace_back(j < data.size() ? rows * columns : columns);
        r.second = r.gradients;
        r.second.emplace_back(rows * columns);
        for (auto& one : r.gradients) to.push_back(one.data());
        for (auto& one : r.second) to_second.push_back(one.data());
        value(in, r.value.data());
        gradients(in, dy.data(), to.data());
        second(in, dy.data(), weights.data(), to_second.data());
        return r;
    }
};

/// Rows of random numbers; parameters around their start values.
template <class F>
problem<F> random_problem(subject<F> const& s, std::size_t rows) {
    problem<F> p(s, rows, 17);
    std::mt19937 random(7);
    std::normal_distribution<double> normal;
    auto const fill = [&](std::vector<F>& to, double mean, double deviation) {
        for (F& a : to) a = static_cast<F>(mean + deviation * normal(random));
    };
    for (auto& x : p.data) fill(x, 0, 2.5);
    for (std::size_t k = 0; k < p.learned.size(); ++k) fill(p.learned[k], s.starts[k], 0.1);
    for (auto& v : p.v) fill(v, 0, 1);
    fill(p.dy, 0, 1);
    if (s.indexes_columns)
        for (std::size_t i = 0; i < p.rows * p.columns; ++i)
            p.data[1][i] = static_cast<F>((i / p.columns * 5) % p.columns);
    return p;
}

/// Zeros, infinities, NaN, denormals, large values, tails and kinks in every combination, one element a row.
template <class F>
problem<F> special_problem(subject<F> const& s) {
    using limits = std::numeric_limits<F>;
    std::vector<F> values{0, limits::quiet_NaN()};
    for (F const a : {limits::infinity(), limits::denorm_min(), F(1e-20), F(1e-4), F(1.5), F(6), F(12), F(20), F(87),
                      F(100), F(1000), F(1e30)}) {
        values.push_back(a);
        values.push_back(-a);
    }
    values.push_back(-values[0]);
    for (double const kink : s.kinks) values.push_back(static_cast<F>(kink));
    std::size_t rows = 1;
    for (int j = 0; j < s.data; ++j) rows *= j < 2 ? values.size() : 1;
    problem<F> p(s, rows, 1);
    for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t j = 0; j < p.data.size(); ++j)  // a third argument goes with the first
            p.data[j][i] = values[j == 1 ? i / values.size() : (i + j * 5) % values.size()];
    for (std::size_t k = 0; k < p.learned.size(); ++k) p.learned[k][0] = static_cast<F>(s.starts[k]);
    for (auto& v : p.v) std::fill(v.begin(), v.end(), F(0.75));
    std::fill(p.dy.begin(), p.dy.end(), F(1.25));
    return p;
}

template <class F>
class comparison {
    subject<F> const& s;
    disagreements& known;
    peer<F> const* torch_;
    by_hand const* hand_;
    std::optional<exact::formula> formula_;
    std::size_t failed_ = 0, compared_ = 0, excused_ = 0;
    double worst_[3]{};
    std::string sentences_;

public:
    comparison(subject<F> const& subject_, disagreements& k, judges<F> const& by)
        : s(subject_),
          known(k),
          torch_(by.torch && by.torch->has(subject_.name) ? by.torch : nullptr),
          hand_(by.hand && by.hand->has(subject_.name) ? by.hand : nullptr) {}

    bool run() {
        auto const random = random_problem(s, 12);
        auto const ours = results_of(random);
        try {
            formula_.emplace(s.formula);
        } catch (std::invalid_argument const& error) {
            fail(error.what());
        }
        if (torch_) against("PyTorch", random, ours, torch_results(random), false);
        if (hand_) against("MPFR", random, ours, exact_results(random, true), false);
        // Where something else has been asked, a formula in double alone, at fewer points.
        bool const alone = !torch_ && !hand_;
        if (formula_ && (alone || std::is_same_v<F, double>)) {
            auto const p = random_problem(s, alone ? 12 : 3);
            against("its formula", p, results_of(p), s.elementwise ? exact_results(p, false) : row_results(p), false);
        }
        if (s.elementwise && torch_) {
            auto const special = special_problem(s);
            against("PyTorch", special, results_of(special), torch_results(special), true);
        }
        if (s.elementwise && s.data == 1 && formula_) tails();
        std::string whom = torch_ ? "PyTorch, " : "";
        if (hand_) whom += "MPFR, ";
        std::printf("%-22s %-6s %-22s %7zu compared  value %5.2f  gradients %5.2f  second %5.2f",
                    std::string(s.name).c_str(), type_name<F>, (whom + "formula").c_str(), compared_, worst_[0],
                    worst_[1], worst_[2]);
        if (excused_ > 0) std::printf("  (%zu decided by MPFR)", excused_);
        std::printf("\n%s", sentences_.c_str());
        return failed_ == 0;
    }

private:
    using results = typename problem<F>::results;

    results results_of(problem<F> const& p) const { return p.by(s.value, s.gradients, s.second); }
    results torch_results(problem<F> const& p) const {
        bool const has_second = torch_->has_second(s.name);
        results r = p.by([&](auto const& in, F* y) { torch_->value(s, in, y); },
                         [&](auto const& in, F const* dy, F* const* to) { torch_->gradients(s, in, dy, to); },
                         [&](auto const& in, F const* dy, F const* const* v, F* const* to) {
                             if (has_second) torch_->second(s, in, dy, v, to);
                         });
        if (!has_second) r.second.clear();
        return r;
    }
    /// Element by element, as it is defined by hand or by its formula.
    results exact_results(problem<F> const& p, bool by_hand) {
        results r = results_of(p);  // for the sizes
        for (auto& one : r.gradients) std::fill(one.begin(), one.end(), F(0));
        for (auto& one : r.second) std::fill(one.begin(), one.end(), F(0));
        for (std::size_t i = 0; i < p.rows * p.columns; ++i) {
            double value, gradients[most_arguments], second[most_arguments + 1];
            exact_at(p, i, INFINITY, by_hand, value, gradients, second);
            r.value[i] = static_cast<F>(value);
            for (std::size_t j = 0; j < r.gradients.size(); ++j)
                r.gradients[j][j < p.data.size() ? i : i % p.columns] += static_cast<F>(gradients[j]);
            for (std::size_t j = 0; j < r.second.size(); ++j)
                r.second[j][is_of_columns(p, j) ? i % p.columns : i] += static_cast<F>(second[j]);
        }
        return r;
    }
    static bool is_of_columns(problem<F> const& p, std::size_t j) {
        return j >= p.data.size() && j < p.data.size() + p.learned.size();
    }
    /// Row by row, by its formula.
    results row_results(problem<F> const& p) {
        results r = results_of(p);  // for the sizes
        std::size_t const n = p.columns, arguments = r.gradients.size(), data = p.data.size();
        for (auto& one : r.gradients) std::fill(one.begin(), one.end(), F(0));
        for (auto& one : r.second) std::fill(one.begin(), one.end(), F(0));
        std::vector<std::vector<double>> a(arguments, std::vector<double>(n)), v(data, std::vector<double>(n)),
            to(arguments + 1, v[0]);
        std::vector<double> dy(n);
        bool is_index[most_arguments]{};
        if (data > 1) is_index[1] = s.indexes_columns;
        auto const pointers = [](auto& of) {
            std::vector<double*> all;
            for (auto& one : of) all.push_back(one.data());
            return all;
        };
        auto const at = pointers(a), along = pointers(v), out = pointers(to);
        for (std::size_t first = 0; first < p.rows * n; first += n) {
            auto const row_of = [&](std::vector<F> const& x) { return x.begin() + static_cast<std::ptrdiff_t>(first); };
            for (std::size_t j = 0; j < data; ++j) {
                std::copy_n(row_of(p.data[j]), n, a[j].begin());
                std::copy_n(row_of(p.v[j]), n, v[j].begin());
            }
            for (std::size_t k = data; k < arguments; ++k) std::copy_n(p.learned[k - data].begin(), n, a[k].begin());
            std::copy_n(row_of(p.dy), n, dy.begin());
            auto const add = [&](std::vector<F>& sum, bool of_columns, std::vector<double> const& x) {
                for (std::size_t c = 0; c < n; ++c) sum[of_columns ? c : first + c] += static_cast<F>(x[c]);
            };
            exact::formula::row const in{n, at.data(), is_index};
            formula_->value(in, to[0].data());
            for (std::size_t c = 0; c < n; ++c) r.value[first + c] = static_cast<F>(to[0][c]);
            formula_->gradients(in, dy.data(), out.data());
            for (std::size_t k = 0; k < arguments; ++k) add(r.gradients[k], is_of_columns(p, k), to[k]);
            formula_->second(in, dy.data(), along.data(), data, out.data());
            for (std::size_t k = 0; k <= arguments; ++k) add(r.second[k], is_of_columns(p, k), to[k]);
        }
        return r;
    }
    /// With `large` in the place of infinities.
    void exact_at(problem<F> const& p, std::size_t i, double large, bool by_hand, double& value, double* gradients,
                  double* second) {
        double a[most_arguments], v[most_data];
        std::size_t n = 0;
        for (auto const& x : p.data) {
            double const xi = static_cast<double>(x[i]);
            a[n++] = std::isinf(xi) ? std::copysign(large, xi) : xi;
        }
        for (auto const& w : p.learned) a[n++] = static_cast<double>(w[i % p.columns]);
        for (std::size_t j = 0; j < p.v.size(); ++j) v[j] = static_cast<double>(p.v[j][i]);
        double const dy = static_cast<double>(p.dy[i]);
        if (by_hand) {
            mpfr::point const at{a, s.data, s.learned};
            value = hand_->value(s.name, at);
            hand_->gradients(s.name, at, dy, gradients);
            hand_->second(s.name, at, dy, v, second);
            return;
        }
        double const *at[most_arguments], *along[most_data];
        double *to[most_arguments], *to_second[most_arguments + 1];
        bool const is_index[most_arguments]{};
        for (std::size_t k = 0; k < n; ++k) at[k] = &a[k], to[k] = &gradients[k];
        for (std::size_t k = 0; k <= n; ++k) to_second[k] = &second[k];
        for (std::size_t j = 0; j < p.v.size(); ++j) along[j] = &v[j];
        exact::formula::row const in{1, at, is_index};
        formula_->value(in, &value);
        formula_->gradients(in, &dy, to);
        formula_->second(in, &dy, along, p.v.size(), to_second);
    }

    void against(char const* whom, problem<F> const& p, results const& ours, results const& theirs, bool special) {
        each(whom, p, quantity::value, 0, ours.value, theirs.value, special);
        for (std::size_t j = 0; j < ours.gradients.size(); ++j)
            if (!(special && is_of_columns(p, j)))  // a sum over NaN says nothing
                each(whom, p, quantity::gradient, j, ours.gradients[j], theirs.gradients[j], special);
        for (std::size_t j = 0; j < ours.second.size() && !theirs.second.empty(); ++j)
            if (!(special && is_of_columns(p, j)))
                each(whom, p, quantity::second, j, ours.second[j], theirs.second[j], special);
    }

    void each(char const* whom, problem<F> const& p, quantity what, std::size_t argument, std::vector<F> const& ours,
              std::vector<F> const& theirs, bool special) {
        double const scale = special ? 1 : what == quantity::second ? 8 : is_of_columns(p, argument) ? 4 : 1;
        for (std::size_t i = 0; i < ours.size(); ++i) {
            if (special && !is_compared(p, i, what)) continue;
            double const d = difference(ours[i], static_cast<double>(theirs[i]), scale);
            ++compared_;
            if (d <= 1) {
                worst_[static_cast<int>(what)] = std::max(worst_[static_cast<int>(what)], d);
                continue;
            }
            if (!is_of_columns(p, argument) || what == quantity::value) {
                double x[most_data];
                for (std::size_t j = 0; j < p.data.size(); ++j) x[j] = static_cast<double>(p.data[j][i]);
                if (known.knows(s.name, what, x, [&] { return is_exact(p, i, what, argument, ours[i]); })) {
                    ++excused_;
                    continue;
                }
            }
            std::string where;
            for (auto const& x : p.data) where += (where.empty() ? "" : ", ") + shown(x[i]);
            fail(std::string(quantity_names[static_cast<int>(what)]) + " of argument " + std::to_string(argument) +
                 " at " + where + " is " + shown(ours[i]) + ", " + whom + " has " + shown(theirs[i]));
        }
    }

    /// What PyTorch has for a gradient at NaN is now 0, now NaN.
    static bool is_compared(problem<F> const& p, std::size_t i, quantity what) {
        return what == quantity::value ||
               std::none_of(p.data.begin(), p.data.end(), [i](auto const& x) { return std::isnan(x[i]); });
    }
    /// Functions of one argument to a few ULP of what MPFR has at zeros, denormals, large values and in the tails,
    /// where an absolute tolerance sees nothing. Not at kinks: on a step across one a difference is no derivative. Not
    /// where sin has lost its digits.
    void tails() {
        auto const p = special_problem(s);
        results const ours = results_of(p);
        bool const turns = formula_->turns();
        for (std::size_t i = 0; i < p.rows; ++i) {
            F const x = p.data[0][i];
            auto const is_here = [&](double kink) {
                return x == static_cast<F>(kink) || std::fabs(kink - static_cast<double>(x)) < 1e-90;
            };
            if (!std::isfinite(x) || (turns && std::fabs(x) > F(5e4)) ||
                std::any_of(s.kinks.begin(), s.kinks.end(), is_here))
                continue;
            double value, gradients[most_arguments], second[most_arguments + 1];
            exact_at(p, i, INFINITY, hand_ != nullptr, value, gradients, second);
            tail(p, i, quantity::value, 0, ours.value[i], value);
            tail(p, i, quantity::gradient, 0, ours.gradients[0][i], gradients[0]);
        }
    }
    void tail(problem<F> const& p, std::size_t i, quantity what, std::size_t argument, F y, double exact) {
        if (std::isnan(exact)) return;  // an overflow of MPFR's
        ++compared_;
        // The differences' own steps show at 1e-100 where a second derivative jumps.
        double const unit = std::max({std::fabs(exact) * static_cast<double>(std::numeric_limits<F>::epsilon()),
                                      static_cast<double>(std::numeric_limits<F>::denorm_min()), 1e-98});
        bool const beyond = std::fabs(exact) > static_cast<double>(std::numeric_limits<F>::max());
        if (beyond ? std::isinf(y) && std::signbit(y) == std::signbit(exact)
                   : std::fabs(static_cast<double>(y) - exact) <= 16 * unit)
            return;
        std::string where;
        for (auto const& x : p.data) where += (where.empty() ? "" : ", ") + shown(x[i]);
        fail(std::string(quantity_names[static_cast<int>(what)]) + " of argument " + std::to_string(argument) + " at " +
             where + " is " + shown(y) + ", exactly " + shown(static_cast<F>(exact)));
    }

    /// Whether it is what MPFR has, at an infinity the limit.
    bool is_exact(problem<F> const& p, std::size_t i, quantity what, std::size_t argument, F y) {
        auto const at = [&](double large) {
            double value, gradients[most_arguments], second[most_arguments + 1];
            exact_at(p, i, large, hand_ != nullptr, value, gradients, second);
            return what == quantity::value      ? value
                   : what == quantity::gradient ? gradients[argument]
                                                : second[argument];
        };
        double const near = at(1e100), far = at(1e200);
        if (std::fabs(far) > 1e3 * std::fabs(near)) return std::isinf(y) && std::signbit(y) == std::signbit(far);
        double const limit = std::fabs(far) < 1e-3 * std::fabs(near) ? 0 : far;
        return std::fabs(static_cast<double>(y) - limit) <=
               16 * std::max(std::fabs(limit) * static_cast<double>(std::numeric_limits<F>::epsilon()),
                             static_cast<double>(std::numeric_limits<F>::denorm_min()));
    }

    static std::string shown(F x) {
        char text[40];
        std::snprintf(text, sizeof text, "%.9g", static_cast<double>(x));
        return text;
    }
    void fail(std::string const& sentence) {
        if (failed_++ < 8) sentences_ += "    " + sentence + "\n";
    }
};

}  // namespace

template <class F>
bool compare(subject<F> const& s, disagreements& known, judges<F> const& by) {
    return comparison<F>(s, known, by).run();
}
template bool compare(subject<float> const&, disagreements&, judges<float> const&);
template bool compare(subject<double> const&, disagreements&, judges<double> const&);

}  // namespace oracle
