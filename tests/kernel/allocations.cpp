// What a call allocates: nothing, but for scratch rows that do not fit on the stack; and what happens if it cannot.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <vector>

namespace {
std::size_t allocations = 0;
bool refuse = false;
}  // namespace

// Each form of new by itself: the address sanitizer has its own of every one that is not replaced.
[[gnu::noinline]] void* operator new(std::size_t size, std::nothrow_t const&) noexcept {
    ++allocations;
    return refuse ? nullptr : std::malloc(size);
}
[[gnu::noinline]] void* operator new(std::size_t size) {
    void* const p = operator new(size, std::nothrow);
    if (!p) throw std::bad_alloc();
    return p;
}
[[gnu::noinline]] void* operator new[](std::size_t size) { return operator new(size); }
[[gnu::noinline]] void operator delete(void* p) noexcept { std::free(p); }
[[gnu::noinline]] void operator delete(void* p, std::size_t) noexcept { std::free(p); }
[[gnu::noinline]] void operator delete[](void* p) noexcept { std::free(p); }
[[gnu::noinline]] void operator delete[](void* p, std::size_t) noexcept { std::free(p); }

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"label"> label;
constexpr og::param<"w"> w;
constexpr og::param<"bias"> bias;

template <class Call>
std::size_t allocated_by(Call call) {
    std::size_t const before = allocations;
    call();
    return allocations - before;
}

}  // namespace

TEST_CASE("a call allocates nothing") {
    std::size_t const rows = 300, columns = 500;
    std::vector<float> in(rows * columns, 0.5f), y(rows * columns), dy(rows * columns, 1.0f), weights(columns, 2.0f),
        dweights(columns), loss(rows), labels(rows, 1.0f);
    float dw = 0;
    auto const m = [&](std::vector<float>& v) { return og::matrix(v.data(), rows, columns); };
    CHECK(allocated_by([&] { og::evaluate(og::gelu(x) * w, y, x = in, w = 2.0f); }) == 0);
    CHECK(allocated_by(
              [&] { og::backward(og::gelu(x) * w, dy, x = in, w = 2.0f, og::grad(x) = y, og::grad(w) = dw); }) == 0);
    CHECK(allocated_by([&] {
              og::backward(og::relu(x) + bias, m(dy), x = m(in), bias = weights, og::grad(bias) = dweights);
          }) == 0);
    CHECK(allocated_by([&] { og::evaluate(og::softmax(x), m(y), x = m(in)); }) == 0);
    CHECK(allocated_by([&] { og::backward(og::softmax(x), m(dy), x = m(in), og::grad(x) = m(y)); }) == 0);
    CHECK(allocated_by(
              [&] { og::evaluate(og::cross_entropy(x, label), loss, x = m(in), label = og::per_row(labels)); }) == 0);
    CHECK(allocated_by([&] { og::evaluate(og::softmax(x), m(y).interleaved(0, 2), x = m(in).interleaved(1, 2)); }) ==
          0);
}

TEST_CASE("rows that are worked on together take no more room than there is") {
    std::size_t const rows = 8, columns = 1000;  // of double: two scratch rows fit, four do not
    std::vector<double> in(rows * columns, 0.5), y(rows * columns);
    auto const m = [&](std::vector<double>& v) { return og::matrix(v.data(), rows, columns); };
    CHECK(allocated_by([&] { og::backward(og::softmax(x), m(in), x = m(in), og::grad(x) = m(y)); }) == 0);
    CHECK(y[rows * columns - 1] == Approx(0).margin(1e-9));
}

TEST_CASE("what is needed after the last row alone takes no scratch row") {
    // gelu'(w) is a factor of the sum down the columns. Four rows of these fit on the stack, five do not.
    std::size_t const rows = 3, columns = 896;
    std::vector<float> in(rows * columns, 0.5f), dy(rows * columns, 1.0f), weights(columns, 2.0f), dweights(columns);
    auto const m = [&](std::vector<float>& v) { return og::matrix(v.data(), rows, columns); };
    constexpr auto h = x * og::gelu(w);
    CHECK(allocated_by([&] {
              og::backward(h / og::row_sum(h), m(dy), x = m(in), w = weights, og::grad(w) = dweights);
          }) == 0);
}

TEST_CASE("scratch rows stand at the alignment of a cache line, wherever they are") {
    for (std::size_t const size : {std::size_t(16), std::size_t(100000)}) {
        og::detail::workspace<float, true> const room(size);
        CHECK(reinterpret_cast<std::uintptr_t>(room.data) % 64 == 0);
    }
}

TEST_CASE("where scratch rows cannot be allocated, nothing is written") {
    std::size_t const columns = 20'000;
    std::vector<float> in(2 * columns, 0.5f), y(2 * columns, 7.0f), dw(columns, 7.0f), weights(columns, 1.0f);
    auto const m = [&](std::vector<float>& v) { return og::matrix(v.data(), 2, columns); };
    auto const runs = [&](auto call) {
        refuse = true;
        bool done = true;
        try {
            call();
        } catch (std::bad_alloc const&) {
            done = false;
        }
        refuse = false;
        return done;
    };
    auto const apart = [&] { og::backward(og::softmax(x), m(in), x = m(in), og::grad(x) = m(y)); };
    auto const softmax = [&] { og::backward(og::softmax(x), m(y), x = m(in), og::grad(x) = m(y)); };
    auto const backward = [&] {
        og::backward(og::relu(x) * w, m(in), x = m(in), w = weights, og::grad(x) = m(y), og::grad(w) = dw);
    };
    CHECK(!runs(softmax));
    CHECK(!runs(backward));
    CHECK((y == std::vector<float>(2 * columns, 7.0f) && dw == std::vector<float>(columns, 7.0f)));
    CHECK(allocated_by(softmax) == 1);
    CHECK(allocated_by(apart) == 0);  // kept where the gradient goes
    CHECK(allocated_by(backward) == 1);
    CHECK((y[0] != 7 && dw[0] != 7));
}
