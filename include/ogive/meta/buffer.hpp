#pragma once
// A number of values on the heap, for those who would make every user's compiler read <vector>.

#include <concepts>
#include <cstddef>

namespace ogive {

template <class T>
class buffer {
public:
    explicit buffer(std::size_t size) : values_(size > 0 ? new T[size]{} : nullptr) {}
    buffer(buffer&& other) noexcept : values_(other.values_) { other.values_ = nullptr; }
    buffer(buffer const&) = delete;
    buffer& operator=(buffer const&) = delete;
    ~buffer() { delete[] values_; }

    T& operator[](std::integral auto i) { return values_[i]; }
    T const& operator[](std::integral auto i) const { return values_[i]; }
    T* data() { return values_; }

private:
    T* values_;
};

}  // namespace ogive
