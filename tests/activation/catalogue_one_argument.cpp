#include "catalogue.hpp"

TEST_CASE("every activation of one argument passes the generic tests") {
    CHECK(generic::check_entries<1>() == 16);
}
