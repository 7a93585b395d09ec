#include "catalogue.hpp"

TEST_CASE("the generic tests pass, part 3 of the catalogue") { generic::check_part<2>(); }
