#include "pass.hpp"

ODR_PASS(sse2_pass)
