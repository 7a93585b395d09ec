#include "catalogue.hpp"

TEST_CASE("the generic tests pass, part 1 of the catalogue") { generic::check_part<0>(); }
