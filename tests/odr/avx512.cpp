#include "pass.hpp"

ODR_PASS(avx512_pass)
