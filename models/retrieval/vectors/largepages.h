#pragma once

// Memory that is read all over: the kernel is asked to map it in pages of 2 MB where it can, because a
// search in a graph otherwise waits for page tables as long as for what it reads. Where it cannot, the
// memory is ordinary. Not initialised; std::bad_alloc where there is none, as with new.

#include <cstdlib>
#include <memory>
#include <new>

#include <sys/mman.h>

namespace qd::retrieval {

template <typename T>
class LargePages
{
public:
    LargePages() = default;
    explicit LargePages(size_t count)
    {
        constexpr size_t Page = size_t(2) << 20;
        const size_t bytes = (count * sizeof(T) + Page - 1) / Page * Page;
        void *at = std::aligned_alloc(Page, bytes);
        if (!at)
            throw std::bad_alloc();
        ::madvise(at, bytes, MADV_HUGEPAGE); // a wish
        m_data.reset(static_cast<T *>(at));
    }
    T *data() { return m_data.get(); }
    const T *data() const { return m_data.get(); }

private:
    struct Free
    {
        void operator()(T *at) const { std::free(at); }
    };
    std::unique_ptr<T[], Free> m_data;
};

} // namespace qd::retrieval
