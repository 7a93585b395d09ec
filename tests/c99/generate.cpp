// Prints the program for the catalogue.

#include "generate.hpp"

#include <ogive/catalogue.hpp>

namespace {

template <class... A>
void print_all(ogive::types<A...>) {
    (c99::print_entry<ogive::activation_function<A>>(), ...);
}

}  // namespace

int main() {
    c99::print_head();
    print_all(ogive::catalogue_entries{});
    c99::print_main();
}
