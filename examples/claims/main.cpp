// Tries what is said of activation functions on Fashion-MNIST, and writes a page with what came out.
//
//     claims --output docs              docs/claims.md and docs/claims/*.svg
//     claims --quick --only saturation

#include "claims.hpp"

#include "checkpoint.hpp"

#include <CLI/CLI.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using trial = claims::section (*)(claims::bench const&);
struct named {
    char const* name;
    trial run;
};
constexpr named trials[] = {
    {"why_non_linear", claims::why_non_linear},
    {"saturation", claims::saturation},
    {"dying_relu", claims::dying_relu},
    {"zero_centred", claims::zero_centred},
    {"self_normalisation", claims::self_normalisation},
    {"swish_is_robust", claims::swish_is_robust},
    {"leaky_relu", claims::leaky_relu},
    {"output_layers", claims::output_layers},
    {"gelu_converges", claims::gelu_converges},
    {"swiglu_against_relu", claims::swiglu_against_relu},
    {"prelu_and_samples", claims::prelu_and_samples},
    {"maxout_pays", claims::maxout_pays},
    {"cost", claims::cost},
    {"conclusion", claims::conclusion},
};

/// What Linux calls the processor.
std::string processor() {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
    return "an unknown processor";
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Tries the claims about activation functions on Fashion-MNIST.");
    bool quick = false;
    std::vector<std::string> only;
    std::string output = ".", data = train::default_directory();
    app.add_flag("--quick", quick, "fewer samples and epochs: the verdicts mean little");
    app.add_option("--only", only, "some of the claims");
    app.add_option("--output", output, "directory of claims.md and claims/*.svg")->capture_default_str();
    app.add_option("--data", data, "directory of Fashion-MNIST")->capture_default_str();
    try {
        app.parse(argc, argv);
    } catch (CLI::ParseError const& e) {
        return e.get_exit_code() == 0 ? app.exit(e) : (app.exit(e), 2);
    }
    try {
        for (std::string const& name : only) {
            bool known = false;
            for (named const& t : trials) known |= name == t.name;
            if (!known) throw std::invalid_argument("there is no claim named " + name);
        }
        if (std::system("gnuplot --version >/dev/null 2>&1") != 0)
            throw std::runtime_error("gnuplot is needed for the pictures (Debian's package gnuplot-nox)");
        claims::bench const bench{quick, train::read_data(data, 0)};
        std::string const pictures = output + "/claims";
        std::filesystem::create_directories(pictures);

        std::string contents, page;
        for (named const& t : trials) {
            if (!only.empty() && std::ranges::find(only, t.name) == only.end()) continue;
            auto const start = std::chrono::steady_clock::now();
            claims::section const s = t.run(bench);
            s.draw(pictures);
            page += "\n" + s.markdown();
            double const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
            std::printf("%-20s %5.0f s  %s\n", t.name, seconds, s.last_word().c_str());
            std::fflush(stdout);
        }
        train::write_atomically(
            output + "/claims.md",
            "# What is said of activation functions, tried\n\n"
            "Written by `sh examples/claims.sh" +
                std::string(quick ? " --quick" : "") +
                "`: networks of `examples/train` on Fashion-MNIST, 60,000 training and 10,000 test images. Three seeds "
                "each, mean ± standard deviation; \"by more than the spread\" is a difference of the means larger than "
                "both deviations together. Bars and bands in the pictures reach one deviation up and down. A verdict "
                "is computed from the numbers above it, and is one on these networks. This page is from: " +
                processor() +
                ". Another processor rounds matrix products in another order, and training carries that on.\n\n" +
                claims::settings_table() + page);
    } catch (std::exception const& e) {
        std::fprintf(stderr, "claims: %s\n", e.what());
        return 2;
    }
}
