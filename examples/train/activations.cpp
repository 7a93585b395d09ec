#include "activations.hpp"

#include <ogive/catalogue.hpp>

#include <boost/hana/for_each.hpp>
#include <boost/hana/second.hpp>

#include <algorithm>
#include <numeric>
#include <stdexcept>
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

bool is_in_the_catalogue(std::string_view name) {
    bool found = false;
    boost::hana::for_each(ogive::catalogue, [&](auto entry) { found |= boost::hana::second(entry).name == name; });
    return found;
}

std::string nearest(std::string_view name) {
    std::vector<std::pair<std::size_t, std::string_view>> names;
    for (activation const& a : all()) names.emplace_back(distance(name, a.name), a.name);
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
    for (activation const& a : all())
        if (a.name == name) return a;
    std::string const wanted(name);
    if (name == "maxout") throw std::invalid_argument("maxout is a block of its own: --block maxout --pieces 2");
    if (is_in_the_catalogue(name))
        throw std::invalid_argument(wanted +
                                    " does not stand between two products here; the nearest that do: " + nearest(name));
    throw std::invalid_argument("there is no activation named " + wanted + "; the nearest names: " + nearest(name));
}

}  // namespace train
