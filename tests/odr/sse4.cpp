#include "pass.hpp"

ODR_PASS(sse4_pass)
