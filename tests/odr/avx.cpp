#include "pass.hpp"

ODR_PASS(avx_pass)
