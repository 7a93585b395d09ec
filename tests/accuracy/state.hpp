#pragma once
// What was found of one function up to some slice, as a file: a run that was stopped goes on from there.

#include "measure.hpp"

#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

/// The findings of a function's kernels, over the first `slices` slices.
struct progress {
    int slices = 0;
    std::vector<findings> found;
};

class state_file {
public:
    /// Without a path nothing is kept. Of another step than this one, nothing is taken up.
    state_file(std::string path, std::uint64_t step) : path_(std::move(path)), step_(step) {}

    progress load(std::string const& function, std::size_t kernels) const {
        progress p{0, std::vector<findings>(kernels)};
        std::ifstream in(file(function));
        std::uint64_t step = 0;
        std::size_t count = 0;
        progress read = p;
        if (path_.empty() || !(in >> step >> read.slices >> count) || step != step_ || count != kernels) return p;
        for (findings& f : read.found)
            for (finding* one : {&f.value, &f.slope})
                for (worst* w : {&one->away, &one->near_root}) w->error = number(in), w->at = number(in);
        return in ? read : p;
    }

    void save(std::string const& function, progress const& p) const {
        if (path_.empty()) return;
        std::string const fresh = file(function) + ".new";
        {
            std::ofstream out(fresh);
            out << step_ << ' ' << p.slices << ' ' << p.found.size() << '\n' << std::hexfloat;
            for (findings const& f : p.found)
                for (finding const* one : {&f.value, &f.slope})
                    for (worst const* w : {&one->away, &one->near_root}) out << w->error << ' ' << w->at << '\n';
        }
        std::rename(fresh.c_str(), file(function).c_str());  // whole, or not at all
    }

private:
    std::string path_;
    std::uint64_t step_;

    std::string file(std::string const& function) const { return path_ + "." + function; }
    // Hexadecimal and "inf", which streams do not read.
    static double number(std::istream& in) {
        std::string word;
        in >> word;
        return std::strtod(word.c_str(), nullptr);
    }
};
