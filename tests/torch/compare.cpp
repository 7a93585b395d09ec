#include "compare.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <optional>
#include <random>
#include <span>
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

/// The difference as a part of what is allowed, of a sum by the size of its terms where that is known; infinite where
/// one is NaN or an infinity and the other is not.
template <class F>
double difference(F y, double wanted, double scale, double size) {
    if (std::isnan(y) || std::isnan(wanted)) return std::isnan(y) && std::isnan(wanted) ? 0 : INFINITY;
    if (static_cast<double>(y) == wanted) return 0;
    if (std::fabs(wanted) > static_cast<double>(std::numeric_limits<F>::max()))
        return std::isinf(y) && std::signbit(y) == std::signbit(wanted) ? 0 : INFINITY;
    double const allowed = tolerance<F>::absolute * scale + tolerance<F>::relative * std::max(std::fabs(wanted), size);
    return std::fabs(static_cast<double>(y) - wanted) / allowed;
}

/// The arguments of a subject, what flows in, and room for the results.
template <class F>
struct problem {
    using tensors = std::vector<std::vector<F>>;  // one of each argument

    std::size_t rows, columns, data_count;
    tensors arguments;  ///< the data, then the parameters
    std::vector<F> dy;
    std::vector<tensors> directions;  ///< of the second derivatives, each as the arguments

    problem(subject<F> const& s, std::size_t r, std::size_t c)
        : rows(r), columns(c), data_count(at(s.data)), arguments(at(s.data), std::vector<F>(r * c)), dy(r * c) {
        arguments.resize(at(s.data + s.learned), std::vector<F>(s.shared ? 1 : c));
    }

    static std::size_t at(int n) { return static_cast<std::size_t>(n); }

    std::span<std::vector<F> const> data() const { return {arguments.data(), data_count}; }
    bool is_datum(std::size_t argument) const { return argument < data_count; }
    /// Which value of the argument goes with element i.
    std::size_t place(std::size_t argument, std::size_t i) const {
        return is_datum(argument) ? i : i % arguments[argument].size();
    }
    double at_element(std::size_t argument, std::size_t i) const {
        return static_cast<double>(arguments[argument][place(argument, i)]);
    }

    struct results {
        std::vector<F> value;
        tensors gradients;
        std::vector<tensors> second;  ///< of each direction, behind the arguments dy
    };
    /// Of the right sizes, of zeros.
    results nothing() const {
        results r{std::vector<F>(rows * columns), {}, {}};
        for (auto const& a : arguments) r.gradients.emplace_back(a.size());
        r.second.assign(directions.size(), r.gradients);
        for (tensors& one : r.second) one.emplace_back(rows * columns);
        return r;
    }
    template <class Value, class Gradients, class Second>
    results by(Value value, Gradients gradients, Second second) const {
        auto const in = pointers(arguments);
        operands<F> const with{rows, columns, in.data(), in.data() + data_count};
        results r = nothing();
        value(with, r.value.data());
        gradients(with, dy.data(), pointers(r.gradients).data());
        for (std::size_t d = 0; d < directions.size(); ++d)
            second(with, dy.data(), pointers(directions[d]).data(), pointers(r.second[d]).data());
        return r;
    }

private:
    static std::vector<F const*> pointers(tensors const& of) {
        std::vector<F const*> all;
        for (auto const& one : of) all.push_back(one.data());
        return all;
    }
    static std::vector<F*> pointers(tensors& of) {
        std::vector<F*> all;
        for (auto& one : of) all.push_back(one.data());
        return all;
    }
};

/// A parameter that is shared is looked at away from its default, below and above.
constexpr int settings = 2;
constexpr double setting(double start, int k) { return k == 0 ? start / 2 : 2 * start + 0.125; }

/// Rows of random numbers; parameters around their start values, or at a setting. Second derivatives by one argument
/// after the other.
template <class F>
problem<F> random_problem(subject<F> const& s, std::size_t rows, int k) {
    problem<F> p(s, rows, 17);
    std::mt19937 random(7);
    std::normal_distribution<double> normal;
    auto const fill = [&](std::vector<F>& to, double mean, double deviation) {
        for (F& a : to) a = static_cast<F>(mean + deviation * normal(random));
    };
    for (std::size_t j = 0; j < p.arguments.size(); ++j) {
        if (p.is_datum(j))
            fill(p.arguments[j], 0, 2.5);
        else if (double const start = s.starts[j - p.data_count]; s.shared)
            fill(p.arguments[j], setting(start, k), 0);
        else
            fill(p.arguments[j], start, 0.1);
    }
    if (s.indexes_columns)
        for (std::size_t i = 0; i < p.rows * p.columns; ++i)
            p.arguments[1][i] = static_cast<F>((i / p.columns * 5) % p.columns);
    typename problem<F>::tensors none;
    for (auto const& a : p.arguments) none.emplace_back(a.size());
    for (std::size_t j = 0; j < (s.elementwise ? none.size() : p.data_count); ++j)
        fill(p.directions.emplace_back(none)[j], 0, 1);
    fill(p.dy, 0, 1);
    return p;
}

/// Zeros, infinities, NaN, denormals, large values, tails and kinks in every combination, one element a row.
template <class F>
problem<F> special_problem(subject<F> const& s, int k) {
    using limits = std::numeric_limits<F>;
    std::vector<F> values{0, limits::quiet_NaN()};
    auto const add_both = [&](F a) { values.insert(values.end(), {a, -a}); };
    for (F const a : {limits::infinity(), limits::max(), limits::denorm_min(), limits::min(), F(1e-20), F(1e-4),
                      F(1.25), F(6), F(12), F(20), F(87), F(100), F(1000), F(1e30)})
        add_both(a);
    values.push_back(-values[0]);
    for (double const kink : s.kinks) values.push_back(static_cast<F>(kink));
    std::vector<F> parameters;
    for (std::size_t j = 0; j < problem<F>::at(s.learned); ++j)
        parameters.push_back(static_cast<F>(s.shared ? setting(s.starts[j], k) : s.starts[j]));
    if (s.shared)
        for (F const a : parameters) add_both(a);
    std::size_t rows = 1;
    for (int j = 0; j < s.data; ++j) rows *= j < 2 ? values.size() : 1;
    problem<F> p(s, rows, 1);
    for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t j = 0; j < p.data_count; ++j)  // a third argument goes with the first
            p.arguments[j][i] = values[j == 1 ? i / values.size() : (i + j * 5) % values.size()];
    for (std::size_t j = 0; j < parameters.size(); ++j) p.arguments[p.data_count + j][0] = parameters[j];
    p.directions.emplace_back(p.arguments);
    for (auto& v : p.directions[0]) std::fill(v.begin(), v.end(), F(0.5));
    std::fill(p.dy.begin(), p.dy.end(), F(1));
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
          torch_(by.torch && by.torch->has(s) ? by.torch : nullptr),
          hand_(by.hand && by.hand->has(s.name) ? by.hand : nullptr) {}

    bool run() {
        try {
            formula_.emplace(s.formula);
        } catch (std::invalid_argument const& error) {
            fail(error.what());
        }
        for (int k = 0; k < (s.shared ? settings : 1); ++k) run_at(k);
        std::string whom = torch_ ? "PyTorch, " : "";
        if (hand_) whom += "MPFR, ";
        std::printf("%-22s %-6s %-22s %7zu compared  value %5.2f  gradients %5.2f  second %5.2f",
                    (std::string(s.name) + (s.shared ? " (all)" : "")).c_str(), type_name<F>,
                    (whom + "formula").c_str(), compared_, worst_[0], worst_[1], worst_[2]);
        if (excused_ > 0) std::printf("  (%zu decided by MPFR)", excused_);
        std::printf("\n%s", sentences_.c_str());
        return failed_ == 0;
    }

private:
    using results = typename problem<F>::results;

    void run_at(int setting) {
        std::size_t const few = 3, many = s.shared ? few : 12;
        auto const random = random_problem(s, many, setting);
        auto const ours = results_of(random);
        if (torch_) against("PyTorch", random, ours, torch_results(random), false);
        if (hand_) against_exact("MPFR", random, ours, true);
        // Where something else has been asked, a formula in double alone, at fewer points.
        bool const alone = !torch_ && !hand_;
        if (formula_ && (alone || std::is_same_v<F, double>)) {
            auto const p = random_problem(s, alone ? many : few, setting);
            if (s.elementwise)
                against_exact("its formula", p, results_of(p), false);
            else
                against("its formula", p, results_of(p), row_results(p), false);
        }
        if (!s.elementwise) return;
        auto const special = special_problem(s, setting);
        if (torch_) against("PyTorch", special, results_of(special), torch_results(special), true);
        // A sine beside another term has a root near some of these: not at settings.
        if (s.data == 1 && formula_ && !(s.shared && formula_->turns())) tails(special);
    }

    results results_of(problem<F> const& p) const { return p.by(s.value, s.gradients, s.second); }
    /// What it does not have is empty.
    results torch_results(problem<F> const& p) const {
        bool const has_second = torch_->has_second(s);
        results r = p.by([&](auto const& in, F* y) { torch_->value(s, in, y); },
                         [&](auto const& in, F const* dy, F* const* to) { torch_->gradients(s, in, dy, to); },
                         [&](auto const& in, F const* dy, F const* const* v, F* const* to) {
                             if (has_second) torch_->second(s, in, dy, v, to);
                         });
        for (std::size_t j = 0; j < r.gradients.size(); ++j) {
            if (torch_->differentiates(s, j)) continue;
            r.gradients[j].clear();
            for (auto& one : r.second) one[j].clear();
            if (r.second.size() > j) r.second[j].clear();  // what is along it alone
        }
        if (!has_second) r.second.assign(r.second.size(), {});
        return r;
    }
    /// Element by element, as it is defined by hand or by its formula.
    void against_exact(char const* whom, problem<F> const& p, results const& ours, bool by_hand) {
        results r = p.nothing(), sizes = r;
        auto const add = [](std::vector<F>& sum, std::vector<F>& size, std::size_t i, double term) {
            sum[i] += static_cast<F>(term);
            size[i] += static_cast<F>(std::fabs(term));
        };
        std::size_t const arguments = p.arguments.size();
        double to[most_arguments + 1];
        for (std::size_t i = 0; i < p.rows * p.columns; ++i) {
            point const at(*this, p, i, by_hand);
            r.value[i] = static_cast<F>(at.value());
            at.gradients(to);
            for (std::size_t j = 0; j < arguments; ++j) add(r.gradients[j], sizes.gradients[j], p.place(j, i), to[j]);
            for (std::size_t d = 0; d < p.directions.size(); ++d) {
                at.second(d, to);
                for (std::size_t j = 0; j < arguments; ++j)
                    add(r.second[d][j], sizes.second[d][j], p.place(j, i), to[j]);
                r.second[d][arguments][i] = static_cast<F>(to[arguments]);
            }
        }
        against(whom, p, ours, r, false, &sizes);
    }
    /// Row by row, by its formula.
    results row_results(problem<F> const& p) {
        results r = p.nothing();
        std::size_t const n = p.columns, arguments = p.arguments.size();
        std::vector<std::vector<double>> a(arguments, std::vector<double>(n)), v = a, to(arguments + 1, a[0]);
        std::vector<double> dy(n);
        bool is_index[most_arguments]{};
        if (p.data_count > 1) is_index[1] = s.indexes_columns;
        auto const pointers = [](auto& of) {
            std::vector<double*> all;
            for (auto& one : of) all.push_back(one.data());
            return all;
        };
        auto const at = pointers(a), along = pointers(v), out = pointers(to);
        for (std::size_t first = 0; first < p.rows * n; first += n) {
            auto const each = [&](auto const& f) {
                for (std::size_t c = 0; c < n; ++c) f(c, first + c);
            };
            auto const each_of_arguments = [&](auto const& f) {
                for (std::size_t j = 0; j < arguments; ++j)
                    each([&](std::size_t c, std::size_t i) { f(j, c, p.place(j, i)); });
            };
            each_of_arguments([&](auto j, auto c, auto i) { a[j][c] = static_cast<double>(p.arguments[j][i]); });
            each([&](auto c, auto i) { dy[c] = static_cast<double>(p.dy[i]); });
            exact::formula::row const in{n, at.data(), is_index};
            formula_->value(in, to[0].data());
            each([&](auto c, auto i) { r.value[i] = static_cast<F>(to[0][c]); });
            formula_->gradients(in, dy.data(), out.data());
            each_of_arguments([&](auto j, auto c, auto i) { r.gradients[j][i] += static_cast<F>(to[j][c]); });
            for (std::size_t d = 0; d < p.directions.size(); ++d) {
                auto const& direction = p.directions[d];
                each_of_arguments([&](auto j, auto c, auto i) { v[j][c] = static_cast<double>(direction[j][i]); });
                formula_->second(in, dy.data(), along.data(), out.data());
                each_of_arguments([&](auto j, auto c, auto i) { r.second[d][j][i] += static_cast<F>(to[j][c]); });
                each([&](auto c, auto i) { r.second[d][arguments][i] = static_cast<F>(to[arguments][c]); });
            }
        }
        return r;
    }

    /// An element, with `large` in the place of infinities, as it is defined by hand or by its formula.
    class point {
        comparison& of_;
        problem<F> const& p_;
        std::size_t i_, moving_;
        bool by_hand_;
        std::vector<double> a_{};
        double dy_;

        mpfr::point by_hand() const { return {a_.data(), a_.size(), moving_}; }
        template <class Use>
        void by_formula(double* to, Use use) const {
            double const* at[most_arguments];
            double* each[most_arguments + 1];
            bool const is_index[most_arguments]{};
            for (std::size_t k = 0; k <= moving_; ++k) each[k] = &to[k];
            for (std::size_t k = 0; k < moving_; ++k) at[k] = &a_[k];
            use(exact::formula::row{1, at, is_index}, each);
        }

    public:
        point(comparison& of, problem<F> const& p, std::size_t i, bool by_hand, double large = INFINITY)
            : of_(of), p_(p), i_(i), moving_(p.arguments.size()), by_hand_(by_hand), dy_(static_cast<double>(p.dy[i])) {
            for (std::size_t j = 0; j < moving_; ++j) {
                double const x = p.at_element(j, i);
                a_.push_back(std::isinf(x) ? std::copysign(large, x) : x);
            }
            for (std::size_t k = moving_ - p.data_count; k < of.s.starts.size(); ++k) a_.push_back(of.s.starts[k]);
        }
        double value() const {
            double y;
            if (by_hand_)
                y = of_.hand_->value(of_.s.name, by_hand());
            else
                by_formula(&y, [&](auto const& in, double**) { of_.formula_->value(in, &y); });
            return y;
        }
        void gradients(double* to) const {
            if (by_hand_) return of_.hand_->gradients(of_.s.name, by_hand(), dy_, to);
            by_formula(to, [&](auto const& in, double** each) { of_.formula_->gradients(in, &dy_, each); });
        }
        void second(std::size_t direction, double* to) const {
            double v[most_arguments];
            double const* along[most_arguments];
            for (std::size_t k = 0; k < moving_; ++k) {
                v[k] = static_cast<double>(p_.directions[direction][k][p_.place(k, i_)]);
                along[k] = &v[k];
            }
            if (by_hand_) return of_.hand_->second(of_.s.name, by_hand(), dy_, v, to);
            by_formula(to, [&](auto const& in, double** each) { of_.formula_->second(in, &dy_, along, each); });
        }
    };

    void against(char const* whom, problem<F> const& p, results const& ours, results const& theirs, bool special,
                 results const* sizes = nullptr) {
        each(whom, p, {quantity::value, 0, 0}, ours.value, theirs.value, special);
        for (std::size_t j = 0; j < ours.gradients.size(); ++j)
            if (!(special && !p.is_datum(j)))  // a sum over NaN says nothing
                each(whom, p, {quantity::gradient, j, 0}, ours.gradients[j], theirs.gradients[j], special,
                     sizes ? &sizes->gradients[j] : nullptr);
        for (std::size_t d = 0; d < ours.second.size(); ++d) {
            if (theirs.second[d].empty() || (special && s.shared)) continue;
            for (std::size_t j = 0; j < ours.second[d].size(); ++j)
                if (!(special && is_summed(p, j)))
                    each(whom, p, {quantity::second, j, d}, ours.second[d][j], theirs.second[d][j], special,
                         sizes ? &sizes->second[d][j] : nullptr);
        }
    }
    static bool is_summed(problem<F> const& p, std::size_t j) { return !p.is_datum(j) && j < p.arguments.size(); }

    struct asked {
        quantity what;
        std::size_t argument, direction;
    };
    void each(char const* whom, problem<F> const& p, asked of, std::vector<F> const& ours, std::vector<F> const& theirs,
              bool special, std::vector<F> const* sizes = nullptr) {
        bool const summed = of.what != quantity::value && is_summed(p, of.argument);
        double const scale = special ? 1 : of.what == quantity::second ? 8 : summed ? 4 : 1;
        double& worst = worst_[static_cast<int>(of.what)];
        for (std::size_t i = 0; i < theirs.size(); ++i) {
            double const d = difference(ours[i], static_cast<double>(theirs[i]), scale,
                                        summed && sizes ? static_cast<double>((*sizes)[i]) : 0);
            ++compared_;
            if (d <= 1) {
                worst = std::max(worst, d);
                continue;
            }
            if (!summed) {
                double x[most_data];
                for (std::size_t j = 0; j < p.data_count; ++j) x[j] = p.at_element(j, i);
                if (known.knows(s.name, of.what, x, [&] { return is_exact(p, i, of, ours[i]); })) {
                    ++excused_;
                    continue;
                }
            }
            fail(std::string(quantity_names[static_cast<int>(of.what)]) + " of argument " +
                 std::to_string(of.argument) + " at " + where(p, i) + " is " + shown(ours[i]) + ", " + whom + " has " +
                 shown(theirs[i]));
        }
    }

    /// Functions of one argument to a few ULP of what MPFR has at zeros, denormals, large values and in the tails,
    /// where an absolute tolerance sees nothing. Not at kinks: on a step across one a difference is no derivative. Not
    /// where sin has lost its digits. Not at denormals where a setting may have brought a kink to 0.
    void tails(problem<F> const& p) {
        results const ours = results_of(p);
        bool const turns = formula_->turns();
        for (std::size_t i = 0; i < p.rows; ++i) {
            F const x = p.arguments[0][i];
            auto const is_here = [&](double kink) {
                return x == static_cast<F>(kink) || std::fabs(kink - static_cast<double>(x)) < 1e-90;
            };
            auto const is_tiny = [](F a) { return std::fabs(a) < std::max(std::numeric_limits<F>::min(), F(1e-90)); };
            auto const is_at = [&](std::vector<F> const& parameter) { return std::fabs(x) == std::fabs(parameter[0]); };
            if (!std::isfinite(x) || (s.shared && is_tiny(x)) || (turns && std::fabs(x) > F(5e4)) ||
                std::any_of(s.kinks.begin(), s.kinks.end(), is_here) ||
                (s.shared && std::any_of(p.arguments.begin() + 1, p.arguments.end(), is_at)))
                continue;
            point const at(*this, p, i, hand_ != nullptr);
            double gradients[most_arguments];
            at.gradients(gradients);
            double const most = 16 + rounding_of_products(p, i);
            tail(p, i, quantity::value, ours.value[i], at.value(), most);
            tail(p, i, quantity::gradient, ours.gradients[0][i], gradients[0], most);
        }
    }
    /// By how many ULP it moves an exponential that x times a setting, or x over one, is rounded before.
    double rounding_of_products(problem<F> const& p, std::size_t i) const {
        double most = 0;
        for (std::size_t j = 1; s.shared && j < p.arguments.size(); ++j)
            for (double const z : {p.at_element(0, i) * p.at_element(j, i), p.at_element(0, i) / p.at_element(j, i)})
                if (std::fabs(z) < 750) most = std::max(most, std::fabs(z) / 2);  // beyond it is 0 or infinite
        return most;
    }
    void tail(problem<F> const& p, std::size_t i, quantity what, F y, double exact, double most) {
        if (std::isnan(exact)) return;  // an overflow of MPFR's
        ++compared_;
        // The differences' own steps show at 1e-100 where a second derivative jumps.
        double const unit = std::max({std::fabs(exact) * static_cast<double>(std::numeric_limits<F>::epsilon()),
                                      static_cast<double>(std::numeric_limits<F>::denorm_min()), 1e-98});
        bool const beyond = std::fabs(exact) > static_cast<double>(std::numeric_limits<F>::max());
        if (beyond ? std::isinf(y) && std::signbit(y) == std::signbit(exact)
                   : std::fabs(static_cast<double>(y) - exact) <= most * unit)
            return;
        fail(std::string(quantity_names[static_cast<int>(what)]) + " at " + where(p, i) + " is " + shown(y) +
             ", exactly " + shown(static_cast<F>(exact)));
    }

    /// Whether it is what MPFR has, at an infinity the limit.
    bool is_exact(problem<F> const& p, std::size_t i, asked of, F y) {
        auto const at = [&](double large) {
            point const here(*this, p, i, hand_ != nullptr, large);
            double to[most_arguments + 1];
            if (of.what == quantity::value) return here.value();
            if (of.what == quantity::gradient)
                here.gradients(to);
            else
                here.second(of.direction, to);
            return to[of.argument];
        };
        double const near = at(1e100), far = at(1e200);
        if (std::isinf(far) || std::fabs(far) > 1e3 * std::fabs(near))
            return std::isinf(y) && std::signbit(y) == std::signbit(far);
        double const limit = std::fabs(far) < 1e-3 * std::fabs(near) ? 0 : far;
        return std::fabs(static_cast<double>(y) - limit) <=
               16 * std::max(std::fabs(limit) * static_cast<double>(std::numeric_limits<F>::epsilon()),
                             static_cast<double>(std::numeric_limits<F>::denorm_min()));
    }

    static std::string where(problem<F> const& p, std::size_t i) {
        std::string all;
        for (std::size_t j = 0; j < p.arguments.size(); ++j)
            all += (j > 0 ? ", " : "") + shown(p.arguments[j][p.place(j, i)]);
        return all;
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
