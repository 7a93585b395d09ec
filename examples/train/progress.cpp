#include "progress.hpp"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <string>

namespace train {

namespace {
double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }
}  // namespace

progress::progress(std::size_t n) : epochs(n), shown(isatty(STDERR_FILENO)), start(now()) {}

void progress::show(std::size_t epoch, std::size_t done, std::size_t all, score const& sums, std::size_t samples) {
    double const time = now();
    std::size_t const batches = epoch * all + done;
    if (!started) {
        started = true;
        first = batches - 1;
    }
    if (!shown || (time - last < 0.1 && done < all)) return;
    last = time;

    constexpr std::size_t width = 24;
    std::size_t const filled = width * done / all;
    auto const n = static_cast<double>(samples);
    double const each = (time - start) / static_cast<double>(batches - first);
    auto const left = static_cast<unsigned long>(each * static_cast<double>(epochs * all - batches));
    std::fprintf(stderr, "\repoch %zu/%zu [%s%s] loss %.4f  accuracy %.2f %%  %lu:%02lu left   ", epoch + 1, epochs,
                 std::string(filled, '=').c_str(), std::string(width - filled, ' ').c_str(), sums.loss / n,
                 100 * sums.correct / n, left / 60, left % 60);
}

void progress::clear() {
    if (shown) std::fprintf(stderr, "\r\033[K");
}

}  // namespace train
