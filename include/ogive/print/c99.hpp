#pragma once
// A formula and its gradients as one function of C99, after the differentiation and the simplification of a call.

#include <ogive/algebra/derivative.hpp>
#include <ogive/algebra/names.hpp>
#include <ogive/meta/decimal_point.hpp>
#include <ogive/print/notation.hpp>

#include <cstdlib>
#include <type_traits>

namespace ogive {

namespace printing {

template <class F>
inline constexpr std::string_view c99_type = std::is_same_v<F, float> ? "float"sv : "double"sv;
template <class F>
inline constexpr std::string_view c99_suffix = std::is_same_v<F, float> ? "f"sv : ""sv;

constexpr bool is_identifier(std::string_view name) {
    for (char const c : name)
        if (!is_letter(c) && !is_digit(c)) return false;
    return !name.empty() && !is_digit(name[0]);
}

/// A name with only the characters of an identifier: swish' is swish_derivative.
inline std::string identifier(std::string_view name) {
    std::string out;
    for (char const c : name)
        if (c == '\'')
            out += "_derivative";
        else
            out += is_letter(c) || is_digit(c) ? c : '_';
    return out.empty() || is_digit(out[0]) ? "_" + out : out;
}

/// What {f} and {real} stand for.
template <class F>
std::string of_type(std::string_view pattern) {
    std::string out;
    for (std::size_t k = 0; k < pattern.size();)
        if (pattern.substr(k).starts_with("{f}")) {
            out += c99_suffix<F>;
            k += 3;
        } else if (pattern.substr(k).starts_with("{real}")) {
            out += c99_type<F>;
            k += 6;
        } else {
            out += pattern[k++];
        }
    return out;
}

/// Names that are given away: keywords of C and C++, and functions of math.h that are called.
inline constexpr std::string_view reserved =
    " alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t char32_t char8_t class "
    "co_await co_return co_yield compl concept const const_cast consteval constexpr constinit continue copysign "
    "cos cosh decltype default delete do double dynamic_cast else enum erf erfc exp explicit expm1 export extern "
    "fabs false float fma for friend goto hypot if inline int isfinite isinf log log1p long mutable namespace new "
    "noexcept not not_eq nullptr operator or or_eq pow private public register reinterpret_cast requires restrict "
    "return short signed sin sizeof sqrt static static_assert static_cast struct switch tanh template this "
    "thread_local throw true try typedef typeid typename typeof union unsigned using virtual void volatile wchar_t "
    "while xor xor_eq INFINITY NAN OGIVE_DEVICE "sv;

/// The other functions of math.h: names that a parameter may have, but no function.
inline constexpr std::string_view other_functions =
    " acos acosh asin asinh atan atan2 atanh cbrt ceil exp2 fdim floor fmax fmin fmod fpclassify frexp ilogb isnan "
    "isnormal ldexp lgamma llrint llround log10 log2 logb lrint lround modf nan nearbyint nextafter nexttoward remainder "
    "remquo rint round scalbln scalbn signbit sinh tan tgamma trunc "sv;

constexpr bool is_one_of(std::string_view words, std::string_view name) {
    std::size_t at = words.find(name);
    while (at != words.npos && !(words[at - 1] == ' ' && words[at + name.size()] == ' ')) at = words.find(name, at + 1);
    return at != words.npos;
}
/// Whether a name, or it with an f behind it, is one of these.
constexpr bool is_function(std::string_view words, std::string_view name) {
    return is_one_of(words, name) ||
           (name.size() > 1 && name.ends_with('f') && is_one_of(words, name.substr(0, name.size() - 1)));
}
/// Nor is one free with an f behind it, nor a macro of math.h, M_PI, nor ogive_... and own_..., which functions are called
/// that C lacks.
constexpr bool is_reserved(std::string_view name) {
    bool const is_macro = name.starts_with("M_") && name.size() > 2 && name[2] >= '0' && name[2] <= 'Z';
    bool const is_helper = (name.starts_with("ogive_") || name.starts_with("own_")) && !name.ends_with('_');
    return is_macro || is_helper || is_function(reserved, name);
}

inline bool is_body(operation const& op) { return op.c99.find("return ") != op.c99.npos; }
/// A primitive of others may have the name of one of the library, or of C.
template <class F>
std::string c99_function_name(operation const& op) {
    std::string const name = identifier(op.name);
    if (is_body(op)) return (op.is_of_library() ? "ogive_" : "own_") + name + std::string(c99_suffix<F>);
    return name + (is_reserved(name) ? "_" : "") + std::string(c99_suffix<F>);
}
template <class F>
std::string c99_pattern(operation const& op) {
    return op.c99.empty() || is_body(op) ? call_pattern(c99_function_name<F>(op), "(", ")", op.arity)
                                         : of_type<F>(op.c99);
}
inline std::string c99_name(std::string_view name) { return std::string(name); }
inline std::string c99_part_name(int k) { return std::string("t").append(std::to_string(k)); }

/// The shortest decimal that reads back as the same F.
template <class F>
piece c99_number(double wide) {
    F const x = static_cast<F>(wide);
    if (x != x) return {"NAN", level::call};
    if (x - x != 0) return x < 0 ? piece{"-INFINITY", level::sign} : piece{"INFINITY", level::call};
    char digits[32];
    for (int n = 1; n <= 17; ++n) {
        std::snprintf(digits, sizeof digits, "%.*g", n, static_cast<double>(x));
        bool const rounded = x > F(-1e6) && x < F(1e6) && std::string_view(digits).find("e+") != std::string_view::npos;
        if (!rounded && static_cast<F>(std::strtod(digits, nullptr)) == x) break;
    }
    put_decimal_point(digits);
    std::string number = digits;
    if (number.find_first_of(".e") == number.npos) number += ".0";
    number += c99_suffix<F>;
    return {number, number.starts_with('-') ? level::sign : level::call};
}

template <class F>
inline constexpr notation c99{"(", ")", 0, 0, 90, c99_pattern<F>, c99_name, c99_number<F>, c99_part_name};

/// The parameters of a function, each under a name of its own.
class parameter_names {
public:
    explicit parameter_names(std::size_t most) : names_(most) {}

    std::string const& add(std::string name) {
        auto const taken = [&] {
            bool found = is_reserved(name);
            for (std::size_t k = 0; k < size_; ++k) found |= names_[k] == name;
            return found;
        };
        while (taken()) name += '_';
        return names_[size_++] = name;
    }

private:
    buffer<std::string> names_;
    std::size_t size_ = 0;
};

/// The function of an operation that C lacks. Where two printed functions stand in one file, it is defined once.
template <class F>
std::string c99_helper(operation const& op) {
    std::string const name = c99_function_name<F>(op);
    std::string guard = name;
    for (char& c : guard)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    std::string out;
    out.append("#ifndef ").append(guard).append("\n#define ").append(guard);
    out.append("\nstatic inline OGIVE_DEVICE ").append(c99_type<F>).append(" ").append(name).append("(");
    for (int j = 0; j < op.arity; ++j)
        out.append(j == 0 ? "" : ", ").append(c99_type<F>).append(" ") += static_cast<char>('x' + j);
    out += ") {\n";
    std::string const body = of_type<F>(op.c99);
    for (std::size_t k = 0; k < body.size();) {
        std::size_t const first = body.find_first_not_of(" \n", k), end = body.find('\n', first);
        out.append("    ").append(body.substr(first, end - first)).append("\n");
        k = end == body.npos ? body.size() : end;
    }
    return out + "}\n#endif\n\n";
}

inline constexpr std::string_view c99_head =
    "#include <math.h>\n\n"
    "#ifndef OGIVE_DEVICE\n#ifdef __CUDACC__\n#define OGIVE_DEVICE __host__ __device__\n#else\n"
    "#define OGIVE_DEVICE\n#endif\n#endif\n\n"sv;

/// Without the parentheses around the whole.
inline std::string_view statement(std::string_view formula) {
    if (!formula.starts_with('(')) return formula;
    int open = 0;
    for (std::size_t k = 0; k < formula.size(); ++k) {
        open += (formula[k] == '(') - (formula[k] == ')');
        if (open == 0) return k + 1 == formula.size() ? formula.substr(1, k - 1) : formula;
    }
    return formula;
}

/// roots: the value, then the gradients by the names that `by` are places of in `names`; the last of these is dy.
template <class F>
std::string to_c(std::string_view name, graph const& g, int const* roots, int const* by, int gradients,
                 leaf_names const& names) {
    auto const leaves = static_cast<int>(names.count) - 1;
    parameter_names parameters(names.count + static_cast<std::size_t>(gradients));
    buffer<leaf_name> called(names.count);
    std::string const type(c99_type<F>);
    std::string signature, unused;

    int last = 0;
    for (int k = 0; k <= gradients; ++k) last = roots[k] > last ? roots[k] : last;
    buffer<int> at(static_cast<std::size_t>(g.size()));
    reachable(g, roots, gradients + 1, at.data());
    auto const is_read = [&](std::uint64_t key) {
        for (int i = 0; i <= last; ++i)
            if (at[i] >= 0 && g[i].op->arity == 0 && !g.is_number(i) && g[i].bits == key) return true;
        return false;
    };
    for (int k = 0; k < leaves + (gradients > 0); ++k) {
        leaf_name const& leaf = names.first[k];
        called[k] = {leaf.key, parameters.add(identifier(leaf.name))};
        signature.append(k == 0 ? "" : ", ").append(type).append(" ").append(called[k].name);
        if (!is_read(leaf.key)) unused.append("    (void)").append(called[k].name).append(";\n");
    }
    buffer<std::string_view> to(static_cast<std::size_t>(gradients));
    for (int k = 0; k < gradients; ++k) {
        to[k] = parameters.add(std::string("d").append(identifier(names.first[by[k]].name)));
        signature.append(", ").append(type).append("* ").append(to[k]);
    }

    std::string out(c99_head);
    buffer<operation const*> written(2 * static_cast<std::size_t>(last) + 2);
    int count = 0;
    auto const write = [&](operation const* op) {
        for (int k = 0; k < count; ++k)
            if (written[k] == op) return;
        out += c99_helper<F>(*(written[count++] = op));
    };
    for (int i = 0; i <= last; ++i) {
        operation const* const op = g[i].op;
        if (at[i] < 0 || !is_body(*op)) continue;
        if (op->c99_calls) write(op->c99_calls);
        write(op);
    }

    printed const all = print(c99<F>, g, roots, gradients + 1, {called.data(), names.count}, true);
    out.append("static inline OGIVE_DEVICE ").append(type).append(" ").append(name).append("(");
    out.append(signature.empty() ? "void" : signature).append(") {\n").append(unused);
    for (int k = 0; k < all.count; ++k) {
        auto const& part = all.parts[k];
        out.append(part.condition ? "    const int " : "    const " + type + " ");
        out.append(part.name).append(" = ").append(statement(part.formula)).append(";\n");
    }
    for (int k = 0; k < gradients; ++k)
        out.append("    *").append(to[k]).append(" = ").append(statement(all.formulas[k + 1])).append(";\n");
    return out.append("    return ").append(statement(all.formulas[0])).append(";\n}\n");
}

}  // namespace printing

namespace detail {

/// Whether a value of e needs nothing but the values of its names at the same element.
template <class E>
inline constexpr bool is_of_one_element = [] {
    graph g;
    int const root = E::lower(g);
    bool found = has_reduction(g, root);
    for (int i = 0; i <= root; ++i) found |= g[i].op->asks_the_row();
    return !found;
}();

template <class E, class F, class... X, class... Leaf>
std::string c99_of(std::string_view name, types<Leaf...>) {
    constexpr std::uint64_t upstream_key = name_key("what flows into e");
    constexpr leaf_name names[] = {{Leaf::key, Leaf::name}..., {upstream_key, "dy"}};
    graph g(equations::stabilising);
    int const wanted[sizeof...(X) + 1] = {X::lower(g)...};
    int const by[sizeof...(X) + 1] = {static_cast<int>(index_of_v<X, types<Leaf...>>)...};
    int roots[sizeof...(X) + 1]{E::lower(g)};
    differentiate(g, roots[0], g.leaf(&kind::variable, upstream_key), wanted, sizeof...(X), roots + 1,
                  broadcast::elementwise);
    for (int& root : roots)
        if (root < 0) root = g.constant(0);
    return printing::to_c<F>(name, g, roots, by, sizeof...(X), {names, sizeof...(Leaf) + 1});
}

}  // namespace detail

template <fixed_string Name>
inline constexpr bool the_name_of_the_function_is_free =
    printing::is_identifier(Name.view()) && !printing::is_reserved(Name.view()) &&
    !printing::is_function(printing::other_functions, Name.view());
template <class E>
inline constexpr bool the_formula_is_of_one_element = detail::is_of_one_element<E>;
template <class E, class... X>
inline constexpr bool a_gradient_is_by_a_name_of_the_formula = (contains_v<X, typename E::leaves> && ...);

/// The formula and its gradients by these names as a function of C99 that is CUDA device code too:
/// `og::to_c<"swish">(og::swish(x, beta), x, beta)` is
///
///     static inline OGIVE_DEVICE float swish(float x, float beta, float dy, float* dx, float* dbeta)
///
/// which returns the value and stores dy times the derivative by each name. Differentiated and simplified as by
/// `backward`; a value that is used twice has a name, t1, t2, ...
///
/// Shape       of one element; parameters: these names in this order, then the others of e in that of their appearance in
///             the formula, which is not that of the arguments of swiglu(gate, up, beta); without gradients no dy; a param's
///             gradient is this element's part of the sum that `backward` gives
/// Types       float, or double: `to_c<"swish", double>(...)`
/// Special     what C lacks (sigmoid, normal_cdf, ...) is printed before the function as ogive_sigmoidf, ..., each
///             behind `ifndef`, so that several printed functions stand in one file; a primitive of one's own is own_...
///             likewise, and without `c99` a call of cubef (float), cube (double), which the file has to declare, with a _ at
///             the end of a name that C has given away, tanh_f. A character that C does
///             not allow in a name becomes _, a name that C has given away gets a _ at its end. OGIVE_DEVICE is
///             __host__ __device__ under nvcc, else empty, unless it is defined before
/// Accuracy    that of the C library on rounded arguments: far tails have fewer digits than Ogive's
/// Errors      compile time only: a reduction or column() in e; a gradient by what is no name of e; a function name
///             that is no identifier or that C has given away
template <fixed_string Name = "f", class F = float, class T, class... X>
    requires(std::is_same_v<F, float> || std::is_same_v<F, double>)
std::string to_c(T e, X...) {
    using E = decltype(to_expression(e));
    if constexpr (is_refused<E>) {
        return {};
    } else if constexpr (!the_name_of_the_function_is_free<Name>) {
        static_assert(the_name_of_the_function_is_free<Name>,
                      "ogive: a function in C has letters, digits and _ in its name, and not the name of a function of "
                      "math.h, a keyword, ogive_... or own_...: to_c<\"swish\">(e, x)");
        return {};
    } else if constexpr (!detail::named_apart<typename E::leaves>) {
        detail::explain_alike(typename E::leaves{});
        return {};
    } else if constexpr (!the_formula_is_of_one_element<E>) {
        static_assert(the_formula_is_of_one_element<E>,
                      "ogive: to_c prints the function of one element: a formula with a reduction along a row "
                      "(row_sum, row_max, softmax) or with column() has none");
        return {};
    } else if constexpr (!a_gradient_is_by_a_name_of_the_formula<E, X...>) {
        static_assert(a_gradient_is_by_a_name_of_the_formula<E, X...>,
                      "ogive: to_c prints gradients by a var or a param of the formula: to_c<\"f\">(e, x)");
        return {};
    } else {
        return detail::c99_of<E, F, X...>(Name.view(), join_t<types<X>..., typename E::leaves>{});
    }
}

}  // namespace ogive
