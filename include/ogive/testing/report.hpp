#pragma once
// What the generic tests found, and how they say it.

#include <cstddef>
#include <ostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace ogive::testing {

/// What `check` found.
struct report {
    std::string name;                   ///< the activation's
    std::size_t checks = 0;             ///< how many comparisons were made
    std::vector<std::string> failures;  ///< a sentence for each thing that is wrong; empty: all is well

    explicit operator bool() const { return failures.empty(); }

    friend std::ostream& operator<<(std::ostream& to, report const& r) {
        to << r.name << ": " << r.checks << " checks, " << r.failures.size() << " failures\n";
        for (auto const& sentence : r.failures) to << "  " << sentence << '\n';
        return to;
    }
};

namespace detail {

/// One thing that is checked at many points: its failures become one sentence.
class subject {
public:
    subject(report& r, std::string what) : to_(r), what_(std::move(what)) {}
    subject(subject const&) = delete;
    ~subject() {
        if (failed_ == 0) return;
        if (failed_ > 1) first_ += " (and " + std::to_string(failed_ - 1) + " more)";
        to_.failures.push_back(what_ + ": " + first_);
    }

    template <class... Words>
    void expect(bool good, Words const&... words) {
        ++to_.checks;
        if (good || failed_++ > 0) return;
        std::ostringstream text;
        text.precision(17);
        (text << ... << words);
        first_ = text.str();
    }

private:
    report& to_;
    std::string what_, first_;
    std::size_t failed_ = 0;
};

}  // namespace detail

}  // namespace ogive::testing
