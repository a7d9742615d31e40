#pragma once

// The order in which the server's sort returns equal keys (tuplesort.c of PostgreSQL 15, in memory): a
// quicksort where everything is wanted, a heap of the best where a LIMIT bounds the sort. Both depend
// on the order in which rows come in, which is that of the table for a scan of it. With it answers
// agree among equals, too; a parallel plan or a sort that spills may still do otherwise, so equals
// stay marked as ties. Private to the layer.

#include "retrieval/vectors/serversort.h"

#include <vector>

namespace qd::retrieval {

// Keeps the least `bound` items. Comparisons are like memcmp's.
template <typename Item, typename Compare>
class BoundedSort
{
public:
    BoundedSort(std::size_t bound, Compare compare) : m_bound(bound), m_compare(compare) {}

    void add(const Item &item)
    {
        if (!m_isHeap) {
            m_items.push_back(item);
            if (m_items.size() > 2 * m_bound)
                makeHeap();
        } else {
            offer(item);
        }
    }
    std::vector<Item> take()
    {
        if (!m_isHeap) {
            sortAsServer(m_items.data(), m_items.size(), m_compare);
            m_items.resize(std::min(m_items.size(), m_bound));
            return std::move(m_items);
        }
        const std::size_t all = m_count;
        while (m_count > 1) {
            const Item worst = m_items[0];
            --m_count;
            replaceTop(Item(m_items[m_count]));
            m_items[m_count] = worst;
        }
        m_items.resize(all);
        return std::move(m_items);
    }

private:
    // The heap has the greatest on top, as if the direction of the sort were reversed.
    int reversed(const Item &a, const Item &b) const { return -m_compare(a, b); }
    void makeHeap()
    {
        m_isHeap = true;
        const std::vector<Item> all = m_items;
        for (const Item &item : all) {
            if (m_count < m_bound)
                insert(item);
            else
                offer(item);
        }
        m_items.resize(m_bound);
    }
    void insert(const Item &item)
    {
        std::size_t at = m_count++;
        while (at > 0) {
            const std::size_t parent = (at - 1) / 2;
            if (reversed(item, m_items[parent]) >= 0)
                break;
            m_items[at] = m_items[parent];
            at = parent;
        }
        m_items[at] = item;
    }
    void offer(const Item &item)
    {
        if (reversed(item, m_items[0]) > 0)
            replaceTop(item);
    }
    void replaceTop(const Item &item)
    {
        std::size_t at = 0;
        for (;;) {
            std::size_t child = 2 * at + 1;
            if (child >= m_count)
                break;
            if (child + 1 < m_count && reversed(m_items[child], m_items[child + 1]) > 0)
                ++child;
            if (reversed(item, m_items[child]) <= 0)
                break;
            m_items[at] = m_items[child];
            at = child;
        }
        m_items[at] = item;
    }

    std::size_t m_bound, m_count = 0;
    Compare m_compare;
    bool m_isHeap = false;
    std::vector<Item> m_items;
};

// The first `limit` of all items (0: all), sorted with a LIMIT on top of the sort or without.
template <typename Item, typename Compare>
std::vector<Item> inServerOrder(std::vector<Item> items, std::size_t limit, bool isBounded, Compare compare)
{
    if (isBounded && limit > 0) {
        BoundedSort<Item, Compare> sort(limit, compare);
        for (const Item &item : items)
            sort.add(item);
        return sort.take();
    }
    sortAsServer(items.data(), items.size(), compare);
    if (limit > 0 && items.size() > limit)
        items.resize(limit);
    return items;
}

} // namespace qd::retrieval
