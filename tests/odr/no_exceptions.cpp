// Built without exceptions: a wrong call of another file must not end here.

#include "pass.hpp"

std::vector<float> no_exceptions_pass() {
    std::vector<float> const values = odr::input(), biases(10, 0.25f);
    std::vector<float> y(50);
    odr::og::evaluate(odr::formula, odr::og::matrix(y.data(), 5, 10), odr::x = odr::og::matrix(values.data(), 5, 10),
                      odr::bias = biases);
    return y;
}
