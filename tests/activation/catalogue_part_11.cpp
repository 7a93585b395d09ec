#include "catalogue.hpp"

TEST_CASE("the generic tests pass, part 11 of the catalogue") { generic::check_part<10>(); }
