#include "file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <string_view>
#include <system_error>

namespace train {

namespace {

[[noreturn]] void fail(std::string const& path, std::string const& why) {
    throw std::runtime_error("cannot write " + path + ": " + why);
}

/// A new file beside the target, in the same file system. It is gone at the end, unless it took the target's place.
class draft {
    std::string const path;
    std::filesystem::path const target = target_of(path);
    std::string const beside = target.string() + ".new" + std::to_string(getpid());
    int const file = open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL, 0666);

    void check(bool good) const {
        if (!good) fail(path, std::strerror(errno));
    }

public:
    explicit draft(std::string const& p) : path(p) { check(file >= 0); }
    draft(draft const&) = delete;
    ~draft() {
        close(file);
        unlink(beside.c_str());
    }
    void write(std::string_view bytes) {
        while (!bytes.empty()) {
            ssize_t const n = ::write(file, bytes.data(), bytes.size());
            if (n < 0 && errno == EINTR) continue;
            check(n >= 0);
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
    }
    void take_its_place() {
        check(fsync(file) == 0);
        check(std::rename(beside.c_str(), target.c_str()) == 0);
    }
};

}  // namespace

std::filesystem::path target_of(std::string const& path) {
    std::error_code error;
    std::filesystem::path p = path;
    for (int links = 0; std::filesystem::is_symlink(p, error); ++links) {
        if (links == 40) fail(path, std::strerror(ELOOP));
        p = p.parent_path() / std::filesystem::read_symlink(p);
    }
    if (!p.has_filename()) fail(path, "it names no file");
    if (exists(p, error)) {
        if (!is_regular_file(p, error)) fail(path, "it is no regular file");
        if (access(p.c_str(), W_OK) != 0) fail(path, std::strerror(errno));
    }
    return p;
}

void check_writable(std::string const& path) { draft const one(path); }

void write_atomically(std::string const& path, std::string const& bytes) {
    draft whole(path);
    whole.write(bytes);
    whole.take_its_place();
}

}  // namespace train
