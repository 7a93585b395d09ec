// The formulas of the catalogue and their derivatives, as text and in LaTeX, are those of catalogue.txt and
// catalogue.tex here; `sh tests/print/update.sh` writes these anew.

#include <ogive/catalogue.hpp>
#include <ogive/testing.hpp>

#include <catch2/catch.hpp>

#include <boost/hana/for_each.hpp>
#include <boost/hana/second.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <type_traits>
#include <utility>

namespace og = ogive;

namespace {

using upstream = og::var<"dy">;

template <class F, std::size_t K>
using input = og::var<og::fixed_string<og::inputs_of<F>[K].size() + 1>(og::inputs_of<F>[K])>;

struct pages {
    std::string text, latex;

    /// A formula and its derivatives by the first input and the hyper-parameters; along rows, what flows to these when dy
    /// flows in. Derived at run time, as to_text(derivative(e, x)) is.
    template <class E, class X, class... Hyper>
    void add(std::string const& name, E, X, Hyper...) {
        text += name + "\n";
        latex += "% " + name + "\n";
        add_line<E>("f", [](og::graph& g) { return E::lower(g); });
        if constexpr (og::the_expression_is_elementwise<E>) {
            add_line<E>("f'", [](og::graph& g) { return og::derived<E, X>::build(g); });
            (add_line<E>("f' by " + std::string(Hyper::name),
                         [](og::graph& g) { return og::derived<E, Hyper>::build(g); }),
             ...);
        } else {
            add_line<E>("dx", [](og::graph& g) { return og::vjp_of<0, E, upstream, X>::build(g); });
            (add_line<E>("d" + std::string(Hyper::name),
                         [](og::graph& g) { return og::vjp_of<0, E, upstream, Hyper>::build(g); }),
             ...);
        }
        latex += "\n";
    }

private:
    template <class E>
    void add_line(std::string const& name, int (*build)(og::graph&)) {
        using leaves = og::join_t<typename E::leaves, og::types<upstream>>;
        og::graph g = og::printing::graph_of(leaves{});
        int const root = build(g);
        og::leaf_names const names = og::printing::names_of(leaves{});
        text += "    " + name + " = " + indented(og::printing::to_text(g, root, names));
        latex += name + " = " + og::printing::to_latex(g, root, names) + "\n";
    }
    static std::string indented(std::string const& lines) {
        std::string out;
        for (char const c : lines) out += c == '\n' ? "\n        " : std::string(1, c);
        return out + "\n";
    }
};

template <class F, std::size_t... I, std::size_t... K>
void add_form(pages& to, std::index_sequence<I...>, std::index_sequence<K...>) {
    constexpr auto& hyper = og::parameters_of<F>;
    std::string arguments;
    for (auto const name : og::inputs_of<F>) arguments.append(arguments.empty() ? "" : ", ").append(name);
    for (std::size_t k = 0; k < sizeof...(K); ++k) arguments.append(", ").append(hyper[k].name);
    to.add(std::string(F::name) + "(" + arguments + ")",
           F{}(input<F, I>{}..., og::param<og::fixed_string<hyper[K].name.size() + 1>(hyper[K].name)>{}...),
           input<F, 0>{}, og::param<og::fixed_string<hyper[K].name.size() + 1>(hyper[K].name)>{}...);
}

/// With as few hyper-parameters as it takes, and with all of them.
template <class F>
void add_entry(pages& to) {
    constexpr std::size_t inputs = og::inputs_of<F>.size(), all = og::parameters_of<F>.size(),
                          fewest = std::max(og::testing::arguments_of<F>, inputs) - inputs;
    using all_inputs = std::make_index_sequence<inputs>;
    add_form<F>(to, all_inputs{}, std::make_index_sequence<fewest>{});
    if constexpr (all > fewest) add_form<F>(to, all_inputs{}, std::make_index_sequence<all>{});
}

void check(std::string const& file, std::string const& page) {
    auto const path = std::filesystem::path(__FILE__).parent_path() / file;
    if (std::getenv("OGIVE_UPDATE") != nullptr) {
        std::ofstream(path) << page;
        return;
    }
    std::ifstream wanted(path);
    REQUIRE(wanted);
    std::istringstream got(page);
    std::string wanted_line, line;
    for (int number = 1;; ++number) {
        bool const more = bool(std::getline(got, line)), more_wanted = bool(std::getline(wanted, wanted_line));
        INFO(path.string() << ":" << number);
        REQUIRE(more == more_wanted);
        if (!more) return;
        CHECK(line == wanted_line);
    }
}

}  // namespace

TEST_CASE("the formulas of the catalogue read as they are written down", "[print]") {
    pages all;
    boost::hana::for_each(og::catalogue, [&](auto entry) {
        using F = std::remove_cvref_t<decltype(boost::hana::second(entry))>;
        add_entry<F>(all);
    });
    check("catalogue.txt", all.text);
    check("catalogue.tex", all.latex);
}
