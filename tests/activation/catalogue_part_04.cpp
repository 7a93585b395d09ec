#include "catalogue.hpp"

TEST_CASE("the generic tests pass, part 4 of the catalogue") { generic::check_part<3>(); }
