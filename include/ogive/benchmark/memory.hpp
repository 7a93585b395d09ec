#pragma once
// The memory that benchmarks work in: made once, shared by all of them, so that no benchmark times what is set up.

#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>
#include <random>
#include <vector>

namespace ogive::benchmarking {

/// Values whose distance from a multiple of 4096 bytes is given: a multiple of 64.
template <class F>
class aligned_values {
public:
    explicit aligned_values(std::size_t offset) : offset_(offset) {}

    F* data() const { return reinterpret_cast<F*>(memory_.get() + offset_); }
    /// At least so many values; true where the earlier ones are lost.
    bool grow(std::size_t size) {
        if (size <= size_) return false;
        memory_.reset();
        memory_.reset(static_cast<std::byte*>(::operator new(size * sizeof(F) + offset_, std::align_val_t(page))));
        size_ = size;
        return true;
    }
    std::size_t size() const { return size_; }

private:
    static constexpr std::size_t page = 4096;
    struct release {
        void operator()(std::byte* p) const { ::operator delete(p, std::align_val_t(page)); }
    };
    std::unique_ptr<std::byte, release> memory_;
    std::size_t offset_, size_ = 0;
};

/// Inputs hold the same normally distributed values, of deviation 2; results and what lies between what the last
/// benchmark left there.
template <class F>
class memory {
public:
    static F* input(std::size_t k, std::size_t size) {
        aligned_values<F>& values = at<0>(k);
        if (values.grow(size)) fill(values.data(), size, k);
        return values.data();
    }
    static F* result(std::size_t k, std::size_t size) { return met_before(at<1>(k), size); }
    static F* intermediate(std::size_t k, std::size_t size) { return met_before(at<2>(k), size); }

private:
    // No two at the same distance from a page: a load would wait for a store to the same place of another page.
    template <std::size_t Kind>
    static aligned_values<F>& at(std::size_t k) {
        static std::vector<std::unique_ptr<aligned_values<F>>> all;
        while (all.size() <= k)
            all.push_back(std::make_unique<aligned_values<F>>((all.size() * 5 + Kind * 16) % 32 * 128));
        return *all[k];
    }
    // No benchmark meets a page of memory for the first time.
    static F* met_before(aligned_values<F>& values, std::size_t size) {
        if (values.grow(size)) std::fill_n(values.data(), size, F(0));
        return values.data();
    }
    static void fill(F* to, std::size_t size, std::size_t seed) {
        constexpr std::size_t period = 4096;
        std::mt19937 random(static_cast<unsigned>(seed + 1));
        std::normal_distribution<F> normal(0, 2);
        for (std::size_t i = 0; i < size; ++i) to[i] = i < period ? normal(random) : to[i - period];
    }
};

}  // namespace ogive::benchmarking
