#pragma once
// The plan of a call as a value, and how it is printed, as text and as JSON.

#include <ogive/kernel/count.hpp>
#include <ogive/kernel/lost_bits.hpp>
#include <ogive/print/text.hpp>

#include <string>

namespace ogive {

/// The equations by which the graph of a call was rewritten, each as text: `x * sigmoid(x) -> silu(x)`.
class rule_list {
public:
    static constexpr int most = 32;

    constexpr void add(rewriting const* r) {
        for (int i = 0; i < count_; ++i)
            if (rules_[i] == r) return;
        if (count_ < most) rules_[count_++] = r;
    }
    constexpr int size() const { return count_; }
    constexpr bool empty() const { return count_ == 0; }
    std::string operator[](int i) const { return side(rules_[i]->from) + " -> " + side(rules_[i]->to); }

    struct iterator {
        rule_list const* of;
        int at;
        std::string operator*() const { return (*of)[at]; }
        iterator& operator++() { return ++at, *this; }
        bool operator==(iterator const& other) const { return at == other.at; }
    };
    iterator begin() const { return {this, 0}; }
    iterator end() const { return {this, count_}; }

private:
    rewriting const* rules_[most]{};
    int count_ = 0;

    // As it is written down: nothing is simplified.
    static std::string side(formula f) {
        static constexpr leaf_name names_of_slots[] = {{0, "x"}, {1, "y"}, {2, "z"}};
        graph g;
        int at[longest_formula]{};
        for (int i = 0; i < f.size; ++i) {
            term const& t = f.terms[i];
            if (t.op == &kind::slot)
                at[i] = g.leaf(&kind::variable, t.bits);
            else if (t.arity == 0)
                at[i] = g.constant(std::bit_cast<double>(t.bits));
            else
                at[i] = g.insert(t.op, at[t.arg[0]], t.arity > 1 ? at[t.arg[1]] : no_node,
                                 t.arity > 2 ? at[t.arg[2]] : no_node);
        }
        return printing::written(g, at[f.size - 1], {names_of_slots, 3});
    }
};

/// The operations that each loop fuses.
class fused_operations {
public:
    static constexpr int most = 96;

    constexpr void add(int loop, operation const* op) {
        for (int i = 0; i < size_; ++i)
            if (all_[i].loop == loop && all_[i].op == op) {
                ++all_[i].times;
                return;
            }
        if (size_ < most) all_[size_++] = {op, loop, 1};
    }
    /// Calls visit(name, times) for each kind of operation in a loop.
    template <class Visit>
    constexpr void each(int loop, Visit visit) const {
        for (int i = 0; i < size_; ++i)
            if (all_[i].loop == loop) visit(all_[i].op->name, all_[i].times);
    }

private:
    struct entry {
        operation const* op = nullptr;
        int loop = 0, times = 0;
    };
    entry all_[most]{};
    int size_ = 0;
};

/// The values that several loops need: each is kept in a row, or computed again.
class shared_values {
public:
    static constexpr int most = 48;
    enum class way { in_an_output, in_scratch, again };
    struct value {
        operation const* op = nullptr;
        int loop = 0, later = 0;  ///< where it is computed first, and where it is needed too
        way how = way::again;

        bool operator==(value const&) const = default;
    };

    constexpr void add(value const& v) {
        for (int i = 0; i < size_; ++i)
            if (all_[i] == v) return;
        if (size_ < most) all_[size_++] = v;
    }
    constexpr int size() const { return size_; }
    constexpr value const* begin() const { return all_; }
    constexpr value const* end() const { return all_ + size_; }

private:
    value all_[most]{};
    int size_ = 0;
};

/// The plan of a call.
struct explanation {
    int written = 0;         ///< operations of the formula as it is written, each as often as it stands there
    int loops = 0;           ///< over the columns of a row; 1 for what is elementwise
    int seldom = 0;          ///< and those only for rows whose values choose what they compute; nothing below counts them
    int guessed = 0;         ///< values of a row that its loop takes for what they usually are; else it runs once more
    int nodes = 0;           ///< of the graph, each common subexpression once
    int operations = 0;      ///< for each element, in all loops
    int transcendental = 0;  ///< of these, calls of an exp-like function
    int divisions = 0;       ///< of these
    int bytes_read = 0, bytes_written = 0;  ///< for each element, of operands and results
    int scratch = 0;                        ///< rows kept from one loop to a later one
    int alive = 0;                          ///< the most values that are needed at one time
    int pack = 0;                           ///< vectors side by side
    int registers = 0;                      ///< vectors that the instruction set has room for
    int lanes = 0;                          ///< values in a vector
    bool fast = false;                      ///< the accuracy
    instruction_count instructions{};       ///< the fewest for a vector, within functions that are woven too
    fused_operations fused{};
    shared_values shared{};  ///< between the loops
    rule_list simplified{};  ///< by which exact equations
    rule_list rules{};       ///< by which others: what was recognised, or is computed with more digits
    /// Where the formula, or a gradient that was asked for, loses bits in float, full accuracy, as measured at up to 65,536
    /// points; nothing for what runs along rows.
    bit_losses (*losses)() = nullptr;

    /// Cycles of an element, by a rule of thumb: two vector instructions a cycle, a division 5 cycles for each 8
    /// values.
    constexpr double cycles_to_compute() const {
        double const all = instructions.total() * 0.5 / lanes, divided = instructions.divisions * 0.625;
        return all > divided ? all : divided;
    }
    /// Likewise where the data is in no cache: 8 bytes a cycle. OGIVE_BENCHMARK measures both.
    constexpr double cycles_to_move() const { return (bytes_read + bytes_written) / 8.0; }
    /// What a call over more than the caches hold waits for, as predicted: "memory" or "arithmetic".
    constexpr std::string_view bound() const {
        return cycles_to_move() < cycles_to_compute() ? "arithmetic" : "memory";
    }

    std::string text() const {
        std::string s;
        auto const line = [&](char const* name, int value) {
            s.append(name).append(": ").append(std::to_string(value)).append("\n");
        };
        line("operations written", written);
        line("loops", loops);
        if (seldom > 0) line("loops for few rows", seldom);
        if (guessed > 0) line("guessed for a row", guessed);
        for (int k = 0; k < loops; ++k) {
            s.append("fused in loop ").append(std::to_string(k + 1)).append(":");
            char const* before = " ";
            fused.each(k, [&](std::string_view name, int times) {
                s.append(before);
                if (times > 1) s.append(std::to_string(times)).append(" ");
                s.append(name);
                before = ", ";
            });
            s.append("\n");
        }
        for (auto const& [op, loop, later, how] : shared) {
            s.append(how == shared_values::way::again ? "computed again in loop " : "kept for loop ");
            s.append(std::to_string(later + 1)).append(": ").append(op->name).append(" of loop ").append(std::to_string(loop + 1));
            s.append(how == shared_values::way::again        ? "\n"
                     : how == shared_values::way::in_scratch ? ", in a scratch row\n"
                                                             : ", in the row of an output\n");
        }
        line("nodes", nodes);
        line("operations", operations);
        line("transcendental", transcendental);
        line("divisions", divisions);
        line("instructions", instructions.total());
        line("bytes read", bytes_read);
        line("bytes written", bytes_written);
        line("scratch rows", scratch);
        line("alive", alive);
        line("pack", pack);
        s.append("registers: ")
            .append(std::to_string(alive * pack))
            .append(" of ")
            .append(std::to_string(registers))
            .append("\n");
        s.append("accuracy: ").append(fast ? "fast" : "full").append("\n");
        for (std::string const& rule : simplified) s.append("simplified: ").append(rule).append("\n");
        for (std::string const& rule : rules) s.append("recognised: ").append(rule).append("\n");
        if (losses)
            for (lost_bits const& one : losses())
                s.append("loses ").append(std::to_string(one.bits)).append(" of 24 bits: ").append(one.operation)
                    .append(" at ").append(one.at).append("\n");
        s.append("bound: ").append(bound()).append(" (cycles an element: ").append(decimal(cycles_to_move()));
        s.append(" to move, ").append(decimal(cycles_to_compute())).append(" to compute)\n");
        return s;
    }
    std::string json() const {
        std::string s = "{";
        auto const field = [&](char const* name, int value) {
            s.append("\"").append(name).append("\": ").append(std::to_string(value)).append(", ");
        };
        auto const list = [&](char const* name, rule_list const& from) {
            s.append("\"").append(name).append("\": [");
            for (int i = 0; i < from.size(); ++i) s.append(i > 0 ? ", " : "").append(quoted(from[i]));
            s.append("], ");
        };
        field("written", written);
        field("loops", loops);
        field("seldom", seldom);
        field("guessed", guessed);
        s.append("\"fused\": [");
        for (int k = 0; k < loops; ++k) {
            s.append(k > 0 ? ", {" : "{");
            char const* before = "";
            fused.each(k, [&](std::string_view name, int times) {
                s.append(before).append(quoted(name)).append(": ").append(std::to_string(times));
                before = ", ";
            });
            s.append("}");
        }
        s.append("], \"shared\": [");
        for (char const* before = "{"; auto const& [op, loop, later, how] : shared) {
            s.append(before).append("\"operation\": ").append(quoted(op->name)).append(", \"loop\": ").append(std::to_string(loop));
            s.append(", \"later\": ").append(std::to_string(later)).append(", \"how\": \"");
            s.append(how == shared_values::way::again        ? "again"
                     : how == shared_values::way::in_scratch ? "scratch"
                                                             : "output");
            s.append("\"}");
            before = ", {";
        }
        s.append("], ");
        field("nodes", nodes);
        field("operations", operations);
        field("transcendental", transcendental);
        field("divisions", divisions);
        field("instructions", instructions.total());
        field("bytes_read", bytes_read);
        field("bytes_written", bytes_written);
        field("scratch", scratch);
        field("alive", alive);
        field("pack", pack);
        field("registers", registers);
        s.append("\"accuracy\": \"").append(fast ? "fast" : "full").append("\", ");
        list("simplified", simplified);
        list("rules", rules);
        s.append("\"losses\": [");
        if (losses) {
            char const* before = "{";
            for (lost_bits const& one : losses()) {
                s.append(before).append("\"operation\": ").append(quoted(one.operation)).append(", \"at\": ").append(quoted(one.at));
                s.append(", \"bits\": ").append(std::to_string(one.bits)).append("}");
                before = ", {";
            }
        }
        s.append("], ");
        s.append("\"cycles_to_move\": ").append(decimal(cycles_to_move()));
        s.append(", \"cycles_to_compute\": ").append(decimal(cycles_to_compute()));
        return s.append(", \"bound\": \"").append(bound()).append("\"}");
    }
    template <class Stream>
        requires requires(Stream& s, std::string const& text) { s << text; }
    friend Stream& operator<<(Stream& s, explanation const& e) {
        s << e.text();
        return s;
    }

private:
    /// A string of JSON (RFC 8259).
    static std::string quoted(std::string_view text) {
        std::string s = "\"";
        for (char const c : text) {
            if (static_cast<unsigned char>(c) < 0x20) {
                char const* const digits = "0123456789abcdef";
                s.append("\\u00").append(1, digits[c / 16]).append(1, digits[c % 16]);
            } else {
                if (c == '"' || c == '\\') s.append(1, '\\');
                s.append(1, c);
            }
        }
        return s.append(1, '"');
    }
    static std::string decimal(double x) {
        int const hundredths = static_cast<int>(x * 100 + 0.5), rest = hundredths % 100;
        return std::to_string(hundredths / 100) + (rest < 10 ? ".0" : ".") + std::to_string(rest);
    }
};

}  // namespace ogive
