#include "catalogue.hpp"

TEST_CASE("every activation of two arguments passes the generic tests") {
    CHECK(generic::check_entries<2>() == 9);
    CHECK(generic::check_entries<3>() == 1);
    CHECK(generic::check_entries<4>() == 0);
}
