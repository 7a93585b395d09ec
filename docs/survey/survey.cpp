// Writes the survey of the catalogue: catalogue.md, activations/NAME.md, and for each drawing its points and the words
// that gnuplot makes it from. Reads the formulas as they are written in include/ogive/activation, how activations
// relate in relations.cpp; it writes nothing if a relation does not hold.
//
//     survey <folder> < accuracy.md        # at the top of the repository

#include "pages.hpp"

#include <ogive/catalogue.hpp>

#include <exception>
#include <iostream>

namespace {

template <class... A>
std::vector<survey::entry> entries(ogive::types<A...>) {
    return {survey::entry_of<ogive::activation_function<A>>()...};
}

void write(std::filesystem::path const& folder) {
    survey::surroundings around{
        .sources = {}, .relations = survey::relations(), .errors = survey::read_errors(std::cin)};
    for (auto const& file : std::filesystem::directory_iterator("include/ogive/activation"))
        around.sources.push_back(file.path());
    auto const all = entries(ogive::catalogue_entries{});
    survey::check_relations(around.relations, all);
    std::filesystem::remove_all(folder / "activations");
    std::filesystem::create_directories(folder / "activations");
    std::filesystem::create_directories(folder / "drawings");
    survey::write_table(folder, all, around);
    for (survey::entry const& e : all) {
        survey::write_page(folder, e, all, around);
        survey::write_drawings(folder, e);
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "survey <folder> < accuracy.md\n";
        return 1;
    }
    try {
        write(arguments[1]);
    } catch (std::exception const& error) {
        std::cerr << "survey: " << error.what() << '\n';
        return 1;
    }
}
