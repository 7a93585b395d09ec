#pragma once
// OGIVE_BENCHMARK(name, expression, beta = 1.0f): an expression of the user's measured by Google Benchmark, which no
// other header needs. Link benchmark::benchmark, and benchmark::benchmark_main or a main of your own.

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"  // see <ogive/ogive.hpp>
#pragma GCC diagnostic ignored "-Wsign-conversion"

#include <ogive/benchmark/limits.hpp>
#include <ogive/benchmark/workload.hpp>
#include <ogive/ogive.hpp>

#include <benchmark/benchmark.h>

#include <ctime>
#include <string>

namespace ogive::benchmarking {

/// A bound that holds for any way to run a pass, and what it comes from.
struct limit {
    double seconds = 0;
    char const* by = "memory";
};

template <class... Leaf>
inline constexpr bool every_param_has_a_value = sizeof...(Leaf) == 0;
template <class... Given>
inline constexpr bool what_is_given_is_a_value_or_a_choice = ((ogive::detail::is_binding<Given> ||
                                                               detail::is_choice<Given>)&&...);

namespace detail {

/// The least time that a fused pass can take here: memory, arithmetic or division, whatever takes longest.
template <class Source, class F, class Arch>
limit limit_of(std::size_t n) {
    constexpr traffic t = traffic_of<Source>;
    constexpr instruction_count needed = ogive::detail::count_of_program<program_of<Source>, simd::batch<F, Arch>>;
    throughput const most = throughput_of<F, Arch>();
    double const vectors = static_cast<double>(n) / static_cast<double>(simd::lanes<simd::batch<F, Arch>>);
    limit l;
    if constexpr (t.reads + t.writes > 0) l.seconds = copy_seconds<t.reads, t.writes, F, Arch>(n);
    if (double const s = vectors * needed.arithmetic() / most.arithmetic; s > l.seconds) l = {s, "arithmetic"};
    if (double const s = vectors * needed.divisions / most.division; s > l.seconds) l = {s, "division"};
    return l;
}

/// What a pass is held against, and what it moves and computes for each element.
struct demand {
    double seconds = 0;
    char const* by = "";
    int values = 0, operations = 0;

    demand& operator+=(demand const& more) {
        if (more.seconds > seconds) by = more.by;
        seconds += more.seconds, values += more.values, operations += more.operations;
        return *this;
    }
};
template <class Source, class F, class Arch>
demand demand_of(std::size_t n) {
    limit const l = limit_of<Source, F, Arch>(n);
    return {l.seconds, l.by, traffic_of<Source>.reads + traffic_of<Source>.writes,
            ogive::detail::count_of_program<program_of<Source>, simd::batch<F, Arch>>.total()};
}

/// Runs the loop, and gives the seconds of this processor that each iteration took.
template <class Run>
double time(::benchmark::State& state, Run const& run) {
    run();
    std::clock_t const start = std::clock();
    for (auto _ : state) {
        run();
        ::benchmark::ClobberMemory();
    }
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC / static_cast<double>(state.iterations());
}

template <class F>
void report(::benchmark::State& state, double seconds, demand const& d, int values, std::size_t n) {
    double const count = static_cast<double>(n), bytes = static_cast<double>(values) * sizeof(F);
    state.counters["bytes/element"] = bytes;
    state.counters["operations/element"] = d.operations;
    state.SetLabel(d.by);
    if (!(seconds > 0)) return;  // less than the clock's resolution
    state.counters["ns/element"] = seconds / count * 1e9;
    state.counters["GB/s"] = count * bytes / seconds * 1e-9;
    state.counters["roofline"] = d.seconds / seconds;
}

inline std::string name_of(data_size size) {
    return size.rows == 1 ? std::to_string(size.columns)
                          : std::to_string(size.rows) + 'x' + std::to_string(size.columns);
}

/// The greatest power of two up to n.
constexpr std::size_t power_of_two_up_to(std::size_t n) {
    std::size_t p = 1;
    while (p <= n / 2) p *= 2;
    return p;
}
/// Half of each cache, and more than all of them.
template <class F>
std::vector<data_size> sizes_of_this_machine(int values_per_element, bool along_rows) {
    std::vector<std::size_t> bytes;
    for (auto const& cache : ::benchmark::CPUInfo::Get().caches)
        if (cache.type != "Instruction") bytes.push_back(static_cast<std::size_t>(cache.size) / 2);
    constexpr std::size_t shared_at_most = std::size_t(16) << 20, memory_at_least = std::size_t(256) << 20;
    std::size_t const last = bytes.empty() ? 0 : bytes.back();
    if (last > shared_at_most) bytes.back() = shared_at_most;  // others use it too
    bytes.push_back(std::min(std::max(4 * last, memory_at_least), 4 * memory_at_least));
    std::vector<data_size> sizes;
    for (std::size_t const b : bytes) {
        std::size_t const n = power_of_two_up_to(b / sizeof(F) / static_cast<std::size_t>(values_per_element));
        std::size_t const columns = along_rows ? std::min<std::size_t>(n, 1024) : n;
        sizes.push_back({n / columns, columns});
    }
    return sizes;
}

/// The passes of one expression, element type, accuracy and instruction set. (Functions, not lambdas: in a template g++
/// warns of a lambda's parameter that has the name of a var of the user's.)
template <class Work, class F, class Accuracy, class Arch>
struct passes {
    using settings = ogive::detail::settings<Arch, Accuracy>;
    using sources = typename Work::template sources_of<Accuracy>;
    using forward_source = typename sources::forward;
    using backward_source = typename sources::backward;

    static demand forward_demand(std::size_t n) { return demand_of<forward_source, F, Arch>(n); }
    static demand backward_demand(std::size_t n) { return demand_of<backward_source, F, Arch>(n); }
    static demand whole_demand(std::size_t n) {
        demand both = forward_demand(n);
        both += backward_demand(n);
        return both;
    }

    static void forward(::benchmark::State& state, Work const& work) {
        double const seconds = time(state, [&] { work.template forward<settings>(); });
        report_fused(state, seconds, forward_demand(work.size()), work.size());
    }
    static void backward(::benchmark::State& state, Work const& work) {
        double const seconds = time(state, [&] { work.template backward<settings>(); });
        report_fused(state, seconds, backward_demand(work.size()), work.size());
    }
    static void whole(::benchmark::State& state, Work const& work) {
        double const seconds =
            time(state, [&] { work.template forward<settings>(), work.template backward<settings>(); });
        report_fused(state, seconds, whole_demand(work.size()), work.size());
    }
    static void forward_unfused(::benchmark::State& state, Work const& work) {
        unfused(state, work.template forward_one_by_one<settings>(), forward_demand, work.size());
    }
    static void backward_unfused(::benchmark::State& state, Work const& work) {
        unfused(state, work.template backward_one_by_one<settings>(), backward_demand, work.size());
    }
    static void whole_unfused(::benchmark::State& state, Work const& work) {
        unfused(state, work.template whole_one_by_one<settings>(), whole_demand, work.size());
    }

private:
    static void report_fused(::benchmark::State& state, double seconds, demand const& needed, std::size_t n) {
        report<F>(state, seconds, needed, needed.values, n);
    }
    template <class OneByOne>
    static void unfused(::benchmark::State& state, OneByOne const& run, demand (*needed)(std::size_t), std::size_t n) {
        double const seconds = time(state, run);
        report<F>(state, seconds, needed(n), run.reads() + run.writes(), n);
    }
};

/// What Google Benchmark calls: the data is made when it is about to be used.
template <class Work, class... Given>
struct measurement {
    void (*pass)(::benchmark::State&, Work const&);
    data_size size;
    bundle<Given...> given;

    void operator()(::benchmark::State& state) const { run(state, std::index_sequence_for<Given...>{}); }
    template <std::size_t... I>
    void run(::benchmark::State& state, std::index_sequence<I...>) const {
        pass(state, Work(size, member<I>(given)...));
    }
};

template <class E, class F, class Accuracy, class Arch, class... Given>
void add_variants(std::string const& name, std::vector<data_size> sizes, Given const&... given) {
    using work = workload<E, F, typename E::leaves, Given...>;
    using all = passes<work, F, Accuracy, Arch>;
    using forward = typename all::forward_source;
    if (sizes.empty()) {
        constexpr traffic f = traffic_of<forward>, b = traffic_of<typename all::backward_source>;
        sizes =
            sizes_of_this_machine<F>(std::max(f.reads + f.writes + b.reads + b.writes, 1), !program_of<forward>.flat);
    }
    struct {
        char const* name;
        void (*run)(::benchmark::State&, work const&);
    } const variants[] = {{"/forward/fused/", all::forward},
                          {"/backward/fused/", all::backward},
                          {"/forward_backward/fused/", all::whole},
                          {"/forward/unfused/", all::forward_unfused},
                          {"/backward/unfused/", all::backward_unfused},
                          {"/forward_backward/unfused/", all::whole_unfused}};
    std::string const kind = std::string(sizeof(F) == 4 ? "float/" : "double/") +
                             (std::is_same_v<Accuracy, full> ? "full/" : "fast/") + simd::arch_name<Arch> + '/';
    for (data_size const size : sizes)
        for (auto const& variant : variants)
            ::benchmark::RegisterBenchmark((name + variant.name + kind + name_of(size)).c_str(),
                                           measurement<work, Given...>{variant.run, size, bundle<Given...>(given...)});
}

template <class E, class F, class Accuracy, class... Accuracies, class... Arch, class... Given>
void add_accuracy(std::string const& name, std::vector<data_size> const& sizes, types<Accuracies...>, types<Arch...>,
                  Given const&... given) {
    // The fast forms are of float.
    if constexpr (std::is_same_v<F, float> || std::is_same_v<Accuracy, full> || sizeof...(Accuracies) == 1)
        (add_variants<E, F, Accuracy, Arch>(name, sizes, given...), ...);
}
template <class E, class F, class... Accuracy, class Archs, class... Given>
void add_element(std::string const& name, std::vector<data_size> const& sizes, types<Accuracy...> accuracies,
                 Archs archs, Given const&... given) {
    (add_accuracy<E, F, Accuracy>(name, sizes, accuracies, archs, given...), ...);
}
template <class E, class Plan, class... F, class... Given, std::size_t... I>
void add_all(char const* name, std::vector<data_size> const& sizes, types<F...>, bundle<Given...> const& given,
             std::index_sequence<I...>) {
    (add_element<E, F>(name, sizes, typename Plan::accuracies{}, typename Plan::archs{}, member<I>(given)...), ...);
}

inline void take_size(std::vector<data_size>& sizes, data_size size) { sizes.push_back(size); }
template <class Other>
void take_size(std::vector<data_size>&, Other const&) {}

template <class Leaf, class... Given>
using param_without_value =
    std::conditional_t<Leaf::kind == &kind::parameter &&
                           std::is_same_v<typename given_for<Leaf, Given...>::type, nothing_given>,
                       types<typename Leaf::spelling>, types<>>;
template <class... Missing>
constexpr void explain_missing(types<Missing...>) {
    static_assert(every_param_has_a_value<Missing...>,
                  "ogive: OGIVE_BENCHMARK needs a value for each param: add `beta = 1.0f`");
}

template <class E, class Plan, class... Given>
void add_given(char const* name, std::vector<data_size> const& sizes, bundle<Given...> const& given) {
    add_all<E, Plan>(name, sizes, typename Plan::elements{}, given, std::index_sequence_for<Given...>{});
}

template <class E, class... Leaf, class... Arguments>
bool add(char const* name, types<Leaf...>, Arguments const&... arguments) {
    if constexpr (!what_is_given_is_a_value_or_a_choice<Arguments...>) {
        static_assert(
            what_is_given_is_a_value_or_a_choice<Arguments...>,
            "ogive: an argument of OGIVE_BENCHMARK is `name = value` or an option: og::fast{}, og::arch<...>{}, "
            "og::benchmarking::elements(n), og::benchmarking::type<float>{}");
    } else if constexpr (size_v<join_t<param_without_value<Leaf, Arguments...>...>> > 0) {
        explain_missing(join_t<param_without_value<Leaf, Arguments...>...>{});
    } else {
        using chosen = plan<Arguments...>;
        std::vector<data_size> sizes;
        (take_size(sizes, arguments), ...);
        auto const given = ogive::detail::only<ogive::detail::is_binding_argument>(bundle(arguments...));
        add_given<E, chosen>(name, sizes, given);
    }
    return true;
}

}  // namespace detail

/// Registers the benchmarks of an expression. See OGIVE_BENCHMARK.
template <expression E, class... Arguments>
bool add(char const* name, E, Arguments const&... arguments) {
    return detail::add<E>(name, typename E::leaves{}, arguments...);
}

}  // namespace ogive::benchmarking

#define OGIVE_BENCHMARK(name, ...) \
    [[maybe_unused]] static bool const ogive_benchmark_##name = ::ogive::benchmarking::add(#name, __VA_ARGS__)

#pragma GCC diagnostic pop
