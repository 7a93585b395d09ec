#include "catalogue.hpp"

TEST_CASE("the generic tests pass, part 9 of the catalogue") { generic::check_part<8>(); }
