#include "activations.hpp"

#include "catalogue_entries.hpp"

#include <boost/hana/for_each.hpp>
#include <boost/hana/second.hpp>

#include <algorithm>
#include <cctype>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace train {

namespace {

std::vector<activation>& all() {
    static std::vector<activation> list;
    return list;
}

/// The number of letters to add, leave out or change that makes one word of the other.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t(0));
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j)
            diagonal = std::exchange(row[j + 1], std::min({diagonal + (a[i] != b[j]), row[j] + 1, row[j + 1] + 1}));
    }
    return row.back();
}

/// Whether the catalogue's entry of that name can stand in a layer; empty, where there is no such entry.
std::optional<bool> is_layer_of_the_catalogue(std::string_view name) {
    std::optional<bool> found;
    boost::hana::for_each(entries, [&](auto entry) {
        using function = std::remove_cvref_t<decltype(boost::hana::second(entry))>;
        if (function::name == name) found = is_layer<typename as_layer<function>::type>;
    });
    return found;
}

std::string lower_case(std::string_view name) {
    std::string text(name);
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

std::string nearest(std::string_view name) {
    std::vector<std::pair<std::size_t, std::string_view>> names;
    for (activation const& a : all()) names.emplace_back(distance(lower_case(name), lower_case(a.name)), a.name);
    std::ranges::sort(names);
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, names.size()); ++i)
        text += (i ? ", " : "") + std::string(names[i].second);
    return text;
}

}  // namespace

std::vector<activation> const& activations() { return all(); }

bool add(activation const& a) {
    auto& list = all();
    list.insert(std::ranges::upper_bound(list, a.name, {}, &activation::name), a);
    return true;
}

activation const& activation_named(std::string_view name) {
    std::string const wanted(name);
    if (std::ranges::count(all(), name, &activation::name) > 1)
        throw std::invalid_argument("there are two activations named " + wanted + ": rename your own");
    auto const found = std::ranges::find(all(), name, &activation::name);
    if (found != all().end()) return *found;
    if (name == "maxout") throw std::invalid_argument("maxout is a block of its own: --block maxout --pieces 2");
    if (name == "residual")
        throw std::invalid_argument("residual is a block of its own: --activation gelu --block residual");
    std::optional<bool> const layer = is_layer_of_the_catalogue(name);
    throw std::invalid_argument(
        (!layer   ? "there is no activation named " + wanted + "; the nearest names: "
         : *layer ? "this program was built without " + wanted + " (OGIVE_TRAIN_ACTIVATIONS); the nearest that it has: "
                  : wanted + " does not stand between two products here; the nearest that do: ") +
        nearest(name));
}

}  // namespace train
