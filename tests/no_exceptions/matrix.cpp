// expect: ogive: columns(2, 5) of a matrix that has 4

#include <ogive/ogive.hpp>

int main() {
    float numbers[8] = {};
    return static_cast<int>(ogive::matrix(numbers, 2, 4).columns(2, 5).column_count);
}
