#include "pass.hpp"

ODR_PASS(avx2_pass)
