#include "catalogue.hpp"

TEST_CASE("the generic tests pass, part 6 of the catalogue") { generic::check_part<5>(); }
