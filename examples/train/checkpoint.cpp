#include "checkpoint.hpp"

#include "report.hpp"

#include <zlib.h>

#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <type_traits>

namespace train {

namespace {

/// As many digits as tell it from all others.
std::string shortest(double x) {
    char text[32];
    return {text, std::to_chars(std::begin(text), std::end(text), x).ptr};
}

/// All that the result depends on, beside the data and the number of epochs.
std::string description(settings const& s) {
    std::ostringstream text;
    architecture const& a = s.network;
    text << "ogive-train 2, activation " << a.activation << ", block " << name_of(a.block) << ", width " << a.width
         << ", depth " << a.depth << ", pieces " << a.pieces << ", per channel " << a.per_channel << ", gain "
         << shortest(a.gain) << ", optimizer " << name_of(s.optimizer) << ", rate " << shortest(s.rate) << ", decay "
         << shortest(s.weight_decay) << ", momentum " << shortest(s.momentum) << ", batch " << s.batch << ", seed "
         << s.seed << ", threads " << s.threads << ", samples " << s.samples;
    return text.str();
}

/// "seed 2, not 1; batch ...": where another run's description differs from that of this one.
std::string difference(std::string const& other, std::string const& own) {
    std::istringstream others(other), owns(own);
    std::string text, a, b;
    while (std::getline(others >> std::ws, a, ',') && std::getline(owns >> std::ws, b, ','))
        if (a != b) text += (text.empty() ? "" : "; ") + a + ", not" + b.substr(b.rfind(' '));
    return text;
}

class writer {
    std::string bytes;

public:
    template <class T>
    requires std::is_trivially_copyable_v<T> writer& operator<<(T const& value) {
        bytes.append(reinterpret_cast<char const*>(&value), sizeof value);
        return *this;
    }
    template <class Range>
    writer& list(Range const& range) {
        *this << std::uint64_t(range.size());
        bytes.append(reinterpret_cast<char const*>(range.data()), range.size() * sizeof(*range.data()));
        return *this;
    }
    std::string finished() {
        *this << crc32_z(0, reinterpret_cast<Bytef const*>(bytes.data()), bytes.size());
        return std::move(bytes);
    }
};

class reader {
    std::string_view bytes;

    void take(void* to, std::size_t n) {
        if (n > bytes.size()) throw std::runtime_error("is damaged");
        if (n > 0) std::memcpy(to, bytes.data(), n);
        bytes.remove_prefix(n);
    }

public:
    explicit reader(std::string_view all) : bytes(all) {
        decltype(crc32_z(0, nullptr, 0)) sum = 0;
        if (all.size() < sizeof sum) throw std::runtime_error("is damaged");
        bytes.remove_suffix(sizeof sum);
        std::memcpy(&sum, all.data() + bytes.size(), sizeof sum);
        if (sum != crc32_z(0, reinterpret_cast<Bytef const*>(bytes.data()), bytes.size()))
            throw std::runtime_error("is damaged");
    }
    template <class T>
    requires std::is_trivially_copyable_v<T> reader& operator>>(T& value) {
        take(&value, sizeof value);
        return *this;
    }
    template <class Range>
    reader& list(Range& range) {
        std::uint64_t size = 0;
        *this >> size;
        if (size > bytes.size() / sizeof(*range.data())) throw std::runtime_error("is damaged");
        range.resize(size);
        take(range.data(), size * sizeof(*range.data()));
        return *this;
    }
};

}  // namespace

void save_checkpoint(std::string const& path, settings const& how, state const& s) {
    writer w;
    w.list(description(how)) << s.epoch << s.batch << s.step << s.sums;
    w.list(s.weights).list(s.first).list(s.second).list(s.results);
    write_atomically(path, w.finished());
}

state load_checkpoint(std::string const& path, settings const& how) {
    std::ifstream file;
    if (std::filesystem::is_regular_file(path)) file.open(path, std::ios::binary);
    if (!file.is_open()) throw std::runtime_error("cannot open the checkpoint " + path);
    std::string const bytes(std::istreambuf_iterator<char>(file), {});
    std::string written_with;
    state s;
    try {
        reader r(bytes);
        r.list(written_with) >> s.epoch >> s.batch >> s.step >> s.sums;
        r.list(s.weights).list(s.first).list(s.second).list(s.results);
    } catch (std::runtime_error const& e) {
        throw std::runtime_error("the checkpoint " + path + " " + e.what());
    }
    std::string const own = description(how);
    if (written_with != own)
        throw std::runtime_error("the checkpoint " + path +
                                 " is that of another run: " + difference(written_with, own));
    return s;
}

}  // namespace train
