#pragma once
// Where a formula loses bits: its operations in float, at many points, against the same in double.

#include <ogive/algebra/interpret.hpp>
#include <ogive/meta/decimal_point.hpp>
#include <ogive/print/text.hpp>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>

namespace ogive {

/// An operation whose result is off by more than 16 ULP where its arguments are not.
struct lost_bits {
    std::string operation{};  ///< as text
    int bits = 0;             ///< the most that were lost, of 24
    std::string at{};         ///< for these values of the names: `x = 0.0012`
};

/// Those of a formula, and of its gradients.
class bit_losses {
public:
    static constexpr int most = 8;

    /// Keeps the worst of each operation.
    void add(lost_bits const& one) {
        for (int i = 0; i < size_; ++i)
            if (all_[i].operation == one.operation) {
                if (one.bits > all_[i].bits) all_[i] = one;
                return;
            }
        if (size_ < most) all_[size_++] = one;
    }
    int size() const { return size_; }
    lost_bits const* begin() const { return all_; }
    lost_bits const* end() const { return all_ + size_; }

private:
    lost_bits all_[most]{};
    int size_ = 0;
};

namespace detail {

/// Magnitudes, each tried with either sign and with several fractions.
inline constexpr float inputs_to_try[] = {1.2345e-20f, 1.2345e-6f, 1.2345e-3f, 0.012345f, 0.12345f,
                                          0.71234f,    1.3579f,    3.1234f,    7.1357f,   15.912f,
                                          31.357f,     78.642f,    1234.5f,    1.2345e8f};
inline constexpr float parameters_to_try[] = {0.37159f, 1.0f, 2.9173f};

template <class Leaf>
float value_to_try(std::size_t k) {
    if constexpr (Leaf::kind == &kind::parameter) {
        float const start = static_cast<float>(Leaf::start);
        return k % 4 == 3 && start == start ? start : parameters_to_try[k % 3];
    } else {
        float const x = inputs_to_try[k / 2 % std::size(inputs_to_try)] *
                        (1 + 0.07173f * static_cast<float>(k / 2 / std::size(inputs_to_try)));
        return k % 2 == 0 ? x : -x;
    }
}
template <class Leaf>
inline constexpr std::size_t values_to_try = Leaf::kind == &kind::parameter ? 4 : 16 * std::size(inputs_to_try);

/// By how many ULP of float a result is off; 0 where double has no result in float's normal range.
inline double error_in_ulp(float got, double wanted) {
    double const size = std::fabs(wanted);
    if (!(size >= static_cast<double>(std::numeric_limits<float>::min()) &&
          size <= static_cast<double>(std::numeric_limits<float>::max())))
        return 0;
    if (!std::isfinite(got)) return 0x1p24;
    return std::fabs(static_cast<double>(got) - wanted) / std::ldexp(1.0, std::ilogb(size) - 23);
}

inline constexpr double many_ulp = 16;

/// The operation at which bits were lost first, or where NaN came up, on the way to the result; -1: the result has its
/// bits, or they went below the normal numbers and left a finite one.
inline int where_lost(instruction const* code, std::size_t size, float const (*got)[1], double const (*wanted)[1]) {
    auto const error = [&](int i) { return code[i].op->condition ? 0 : error_in_ulp(got[i][0], wanted[i][0]); };
    int at = static_cast<int>(size) - 1;
    if (error(at) <= many_ulp) return -1;
    for (;;) {
        int const arguments[] = {code[at].a, code[at].b, code[at].c};
        int worst = -1;
        bool fell_out = false;
        for (int j = 0; j < code[at].op->arity; ++j)
            if (int const a = arguments[j]; !code[a].op->condition) {
                double const magnitude = std::fabs(wanted[a][0]);
                fell_out |= magnitude > 0 && magnitude < static_cast<double>(std::numeric_limits<float>::min());
                if (std::isnan(got[at][0]) && !std::isnan(got[a][0])) continue;
                if (error(a) > many_ulp && (worst < 0 || error(a) > error(worst))) worst = a;
            }
        if (worst < 0) return fell_out && std::isfinite(got[at][0]) ? -1 : at;
        at = worst;
    }
}

/// An operation of a program for a point, nothing simplified, on one line: the names of its parts stand first.
inline std::string operation_text(instruction const* code, int of, leaf_names const& names) {
    graph g;
    buffer<int> at(static_cast<std::size_t>(of) + 1);
    for (int i = 0; i <= of; ++i) {
        instruction const& in = code[i];
        int const arity = in.op->arity;
        at[i] = in.op == &kind::number ? g.constant(std::bit_cast<double>(in.bits))
                : arity == 0
                    ? g.leaf(in.op, in.bits)
                    : g.insert(in.op, at[in.a], arity > 1 ? at[in.b] : no_node, arity > 2 ? at[in.c] : no_node);
    }
    std::string text = printing::written(g, at[of], names);
    for (std::size_t end = 0; (end = text.find('\n', end)) != std::string::npos;) text.replace(end, 1, "; ");
    return text;
}

inline void append_binding(std::string& to, std::string_view name, float value) {
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.5g", static_cast<double>(value));
    put_decimal_point(digits);
    to.append(to.empty() ? "" : ", ").append(name).append(" = ").append(digits);
}

template <class E>
inline constexpr bool is_measurable = [] {
    for (instruction const& in : point_of<E>.code)
        if (in.op->reduces() || in.op->asks_the_row()) return false;
    return !E::condition;
}();

template <class E, class... Leaf>
void measure_bits(bit_losses& all, E, types<Leaf...> names) {
    static constexpr std::size_t limit = 65536, count = sizeof...(Leaf), size = point_of<E>.size;
    constexpr auto in_float = interpret<float>(E{}, Leaf{}...);
    constexpr auto in_double = interpret<double>(E{}, Leaf{}...);
    buffer<float[1]> got(size);
    buffer<double[1]> wanted(size);
    buffer<bool[1]> condition(size), condition_in_double(size);
    int most[size]{};

    std::size_t combinations = 1;
    std::uint64_t random = 1;
    ((combinations *= combinations < limit ? values_to_try<Leaf> : 1), ...);
    bool const every_one = combinations <= limit;
    for (std::size_t n = 0; n < (every_one ? combinations : limit); ++n) {
        std::size_t rest = n;
        auto const next = [&](std::size_t values) {
            if (!every_one)
                return static_cast<std::size_t>((random = random * 6364136223846793005u + 1442695040888963407u) >> 33);
            std::size_t const k = rest % values;
            rest /= values;
            return k;
        };
        float const bound[count + 1] = {value_to_try<Leaf>(next(values_to_try<Leaf>))...};
        double same[count + 1];
        for (std::size_t k = 0; k < count; ++k) same[k] = static_cast<double>(bound[k]);
        in_float.run(bound, got.data(), condition.data());
        in_double.run(same, wanted.data(), condition_in_double.data());

        int const at = where_lost(in_float.code, size, got.data(), wanted.data());
        if (at < 0) continue;
        double const error = error_in_ulp(got[at][0], wanted[at][0]);
        int const bits = error < 0x1p24 ? std::ilogb(error) : 24;
        if (bits <= most[at]) continue;
        most[at] = bits;
        lost_bits one{operation_text(in_float.code, at, printing::names_of(names)), bits, {}};
        std::size_t k = 0;
        (append_binding(one.at, Leaf::name, bound[k++]), ...);
        all.add(one);
    }
}

template <class... E>
bit_losses lost_in() {
    bit_losses all;
    auto const one = [&]<class F>(F e) {
        if constexpr (is_measurable<F>) measure_bits(all, e, typename F::leaves{});
    };
    (one(E{}), ...);
    return all;
}

}  // namespace detail

}  // namespace ogive
