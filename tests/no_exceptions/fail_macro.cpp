// Without exceptions a failed check calls OGIVE_FAIL with its sentence, before anything is written.

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {
float results[4] = {7, 7, 7, 7};

[[noreturn]] void on_failure(char const* sentence) {
    std::puts(sentence);
    bool written = false;
    for (float const y : results) written = written || y != 7;
    bool const as_documented = std::strstr(sentence, "ogive: ") == sentence && std::strstr(sentence, "the result") &&
                               std::strstr(sentence, "4 values") && std::strstr(sentence, "3 values");
    std::exit(!written && as_documented ? 0 : 1);
}
}  // namespace
#define OGIVE_FAIL(sentence) on_failure(sentence)

#include <ogive/ogive.hpp>

#include <span>

namespace og = ogive;

constexpr og::var<"x"> x;

int main() {
    float numbers[3] = {1, 2, 3};
    og::evaluate(og::silu(x), std::span<float>(results, 3), x = numbers);  // this one is right
    if (results[0] == 7 || results[3] != 7) return 1;
    for (float& y : results) y = 7;

    og::evaluate(og::silu(x), results, x = numbers);
    return 1;  // not reached
}
