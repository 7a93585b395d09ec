// What a call's program reads and writes: each input once, each output once, whatever the number of uses.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"u"> u;
constexpr og::param<"beta"> beta;
constexpr og::param<"bias"> bias;

using range = og::range_view<float const>;
using place = og::range_view<float>;

template <class Leaf, class View>
using bound = og::binding<std::remove_const_t<Leaf>, View>;
template <class E>
using stored = og::output<std::remove_const_t<E>, place, false>;

struct traffic {
    int loads = 0, stores = 0, loops = 0, transcendental = 0;
};

template <auto const& Program>
constexpr traffic traffic_of() {
    traffic t;
    for (int k = 0; k < Program.stages; ++k) {
        og::code_block const b = Program.columns[k];
        if (!b.empty()) ++t.loops;
        for (int i = b.first; i < b.last; ++i) {
            if (Program.code[i].op == &og::machine::load) ++t.loads;
            if (Program.code[i].op == &og::machine::store) ++t.stores;
            t.transcendental += Program.code[i].op->price.transcendental;
        }
    }
    return t;
}

template <class E, class... Bindings>
constexpr traffic forward() {
    return traffic_of<og::program_of<og::detail::stored_source<og::full, og::types<Bindings...>, stored<E>>>>();
}
template <class E, class Gradients, class... Bindings>
struct backward_of;
template <class E, class... X, class... Bindings>
struct backward_of<E, og::types<X...>, Bindings...> {
    static constexpr traffic value = traffic_of<og::program_of<
        og::detail::gradient_source<std::remove_const_t<E>, og::full,
                                    og::types<og::binding<og::detail::upstream, range>, Bindings...>,
                                    og::gradient<std::remove_const_t<X>, place, false>...>>>();
};

constexpr auto gate = x * og::sigmoid(beta * x) * u + x;
constexpr auto often = x * u + x / u + og::square(x) - u * (x + u);
constexpr auto rows = og::softmax(gate + bias);

}  // namespace

TEST_CASE("an elementwise call reads each input once and writes its output once") {
    constexpr traffic f = forward<decltype(gate), bound<decltype(x), range>, bound<decltype(u), range>,
                                  bound<decltype(beta), float>>();
    STATIC_REQUIRE(f.loops == 1);
    STATIC_REQUIRE(f.loads == 2);
    STATIC_REQUIRE(f.stores == 1);
    STATIC_REQUIRE(f.transcendental == 1);

    constexpr traffic g = forward<decltype(often), bound<decltype(x), range>, bound<decltype(u), range>>();
    STATIC_REQUIRE(g.loads == 2);
    STATIC_REQUIRE(g.stores == 1);
}

TEST_CASE("backward reads each input once, computes each function once and writes each gradient once") {
    constexpr traffic b = backward_of<decltype(gate), og::types<decltype(x), decltype(u)>, bound<decltype(x), range>,
                                      bound<decltype(u), range>, bound<decltype(beta), float>>::value;
    STATIC_REQUIRE(b.loops == 1);
    STATIC_REQUIRE(b.loads == 3);
    STATIC_REQUIRE(b.stores == 2);
    STATIC_REQUIRE(b.transcendental == 2);  // swish and its derivative: the compiler merges their exponential
}

TEST_CASE("a softmax is three loops over a row and keeps what is dear in a scratch row") {
    constexpr traffic f = forward<decltype(rows), bound<decltype(x), range>, bound<decltype(u), range>,
                                  bound<decltype(beta), float>, bound<decltype(bias), range>>();
    STATIC_REQUIRE(f.loops == 3);
    STATIC_REQUIRE(f.transcendental == 2);  // swish and the exponential, each once
}

namespace {

template <class E, class... Bindings>
inline constexpr auto& program = og::program_of<og::detail::stored_source<og::full, og::types<Bindings...>, stored<E>>>;

/// Stream by stream: r for an operand that this stage is the first to load, w for an output that it is the first to
/// store.
template <auto const& Program, int Stage>
std::string asked_for() {
    auto const met = og::detail::met_first<Program, Stage>;
    std::string text;
    for (int s = 0; s < Program.streams - Program.scratch_rows; ++s) text += met.read[s] ? 'r' : met.written[s] ? 'w' : '-';
    return text;
}

}  // namespace

TEST_CASE("a stage asks ahead for what no stage before it has met") {
    constexpr auto& flat = program<decltype(x * u), bound<decltype(x), range>, bound<decltype(u), range>>;
    CHECK(asked_for<flat, 0>() == "rrw");

    constexpr auto& softmax = program<decltype(og::softmax(x)), bound<decltype(x), range>>;
    STATIC_REQUIRE(softmax.stages == 2);
    CHECK(asked_for<softmax, 0>() == "r-");  // the exponentials are kept in a scratch row
    CHECK(asked_for<softmax, 1>() == "-w");

    constexpr auto& gated = program<decltype(og::softmax(x) * u), bound<decltype(x), range>, bound<decltype(u), range>>;
    CHECK(asked_for<gated, 0>() == "r--");
    CHECK(asked_for<gated, 1>() == "-rw");
}
