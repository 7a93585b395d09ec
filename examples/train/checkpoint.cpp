#include "checkpoint.hpp"

#include <zlib.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <type_traits>

namespace train {

namespace {

/// All that the result depends on, beside the data and the number of epochs.
std::string description(settings const& s) {
    std::ostringstream text;
    architecture const& a = s.network;
    text.precision(17);
    text << "ogive-train 1: activation " << a.activation << ", block " << static_cast<int>(a.block) << ", width "
         << a.width << ", depth " << a.depth << ", pieces " << a.pieces << ", per channel " << a.per_channel
         << ", gain " << a.gain << ", optimizer " << static_cast<int>(s.optimizer) << ", rate " << s.rate << ", decay "
         << s.weight_decay << ", momentum " << s.momentum << ", batch " << s.batch << ", seed " << s.seed
         << ", threads " << s.threads << ", samples " << s.samples;
    return text.str();
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

void write_atomically(std::string const& path, std::string const& bytes) {
    auto const fail = [&](int error) {
        throw std::runtime_error("cannot write " + path + ": " + std::strerror(error));
    };
    std::string const beside = path + ".new";
    int const file = open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (file < 0) fail(errno);
    std::size_t done = 0;
    while (done < bytes.size()) {
        ssize_t const n = write(file, bytes.data() + done, bytes.size() - done);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            int const error = errno;
            close(file);
            unlink(beside.c_str());
            fail(error);
        }
        done += static_cast<std::size_t>(n);
    }
    bool const stored = fsync(file) == 0;
    int const error = errno;
    if (close(file) != 0 || !stored || std::rename(beside.c_str(), path.c_str()) != 0) {
        unlink(beside.c_str());
        fail(stored ? errno : error);
    }
}

void save_checkpoint(std::string const& path, settings const& how, state const& s) {
    writer w;
    w.list(description(how)) << s.epoch << s.batch << s.step << s.sums;
    w.list(s.weights).list(s.first).list(s.second).list(s.results);
    write_atomically(path, w.finished());
}

state load_checkpoint(std::string const& path, settings const& how) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot open the checkpoint " + path);
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
    if (written_with != description(how))
        throw std::runtime_error("the checkpoint " + path + " is that of another run, '" + written_with + "'");
    return s;
}

}  // namespace train
