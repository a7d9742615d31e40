#pragma once

// PostgreSQL's quicksort (lib/sort_template.h), comparison for comparison: it is not stable, and what
// it does to equal keys is part of the server's answer.

#include <algorithm>
#include <cstddef>

namespace qd::retrieval {

template <typename Item, typename Compare>
Item *medianAsServer(Item *a, Item *b, Item *c, Compare compare)
{
    if (compare(*a, *b) < 0)
        return compare(*b, *c) < 0 ? b : (compare(*a, *c) < 0 ? c : a);
    return compare(*b, *c) > 0 ? b : (compare(*a, *c) < 0 ? a : c);
}

// `compare` answers like memcmp.
template <typename Item, typename Compare>
void sortAsServer(Item *a, size_t n, Compare compare)
{
    for (;;) {
        if (n < 7) {
            for (Item *m = a + 1; m < a + n; ++m) {
                for (Item *l = m; l > a && compare(*(l - 1), *l) > 0; --l)
                    std::swap(*l, *(l - 1));
            }
            return;
        }
        if (std::adjacent_find(a, a + n, [&compare](const Item &x, const Item &y) { return compare(x, y) > 0; }) == a + n)
            return;
        Item *middle = a + n / 2;
        if (n > 7) {
            Item *left = a, *right = a + (n - 1);
            if (n > 40) {
                const size_t d = n / 8;
                left = medianAsServer(left, left + d, left + 2 * d, compare);
                middle = medianAsServer(middle - d, middle, middle + d, compare);
                right = medianAsServer(right - 2 * d, right - d, right, compare);
            }
            middle = medianAsServer(left, middle, right, compare);
        }
        std::swap(*a, *middle);
        Item *pa = a + 1, *pb = pa, *pc = a + (n - 1), *pd = pc;
        for (;;) {
            for (int r; pb <= pc && (r = compare(*pb, *a)) <= 0; ++pb) {
                if (r == 0)
                    std::swap(*pa++, *pb);
            }
            for (int r; pb <= pc && (r = compare(*pc, *a)) >= 0; --pc) {
                if (r == 0)
                    std::swap(*pc, *pd--);
            }
            if (pb > pc)
                break;
            std::swap(*pb++, *pc--);
        }
        Item *const end = a + n;
        const std::ptrdiff_t equalLeft = std::min(pa - a, pb - pa);
        std::swap_ranges(a, a + equalLeft, pb - equalLeft);
        const std::ptrdiff_t equalRight = std::min(pd - pc, end - pd - 1);
        std::swap_ranges(pb, pb + equalRight, end - equalRight);
        const size_t below = size_t(pb - pa), above = size_t(pd - pc);
        if (below <= above) {
            if (below > 1)
                sortAsServer(a, below, compare);
            if (above <= 1)
                return;
            a = end - above;
            n = above;
        } else {
            if (above > 1)
                sortAsServer(end - above, above, compare);
            if (below <= 1)
                return;
            n = below;
        }
    }
}

} // namespace qd::retrieval
