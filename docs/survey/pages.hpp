#pragma once
// Writes the pages of entries, and for each drawing its points and the words that gnuplot makes it from.

#include "entry.hpp"
#include "relations.hpp"

#include <filesystem>
#include <istream>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace survey {

/// What a page says beside what its entry says.
struct surroundings {
    std::vector<std::filesystem::path> sources;  ///< where the structs of the entries are written
    std::span<relation const> relations{};
    std::map<std::string, double> errors{};  ///< in ULP, by function: `sigmoid`, `sigmoid'`
};

/// The worst float of full accuracy over all instruction sets, from the tables of docs/accuracy.md.
std::map<std::string, double> read_errors(std::istream& accuracy);

/// Throws std::invalid_argument where a relation names no entry, std::logic_error where it does not hold.
void check_relations(std::span<relation const> relations, std::vector<entry> const& all);

/// Writes activations/NAME.md, with links to the others that a relation names.
void write_page(std::filesystem::path const& folder, entry const& e, std::vector<entry> const& all,
                surroundings const& around);
/// Writes the points of its drawings, and what gnuplot is told, into drawings/.
void write_drawings(std::filesystem::path const& folder, entry const& e);
/// Writes catalogue.md.
void write_table(std::filesystem::path const& folder, std::vector<entry> const& all, surroundings const& around);

}  // namespace survey
