#pragma once

// PostgreSQL's pairing heap (lib/pairingheap.c), link for link: among candidates at equal distance
// the order in which they leave depends on how the heap was built, and the replay has to return what
// production returns. Items live in a pool and are named by their index.

#include <QtGlobal>

#include <vector>

namespace qd::retrieval {

constexpr quint32 NoItem = ~quint32(0);

struct PairingLinks
{
    quint32 firstChild = NoItem;
    quint32 nextSibling = NoItem;
};

// `LinksOf` gives the links of an item in this heap; `IsBefore` tells whether the first of two items
// ranks strictly below the second, that is, whether the second should leave first.
template <typename LinksOf, typename IsBelow>
class PairingHeap
{
public:
    PairingHeap(LinksOf links, IsBelow isBelow) : m_links(links), m_isBelow(isBelow) {}

    bool isEmpty() const { return m_root == NoItem; }
    quint32 first() const { return m_root; }
    void reset() { m_root = NoItem; }

    void add(quint32 item)
    {
        m_links(item).firstChild = NoItem;
        m_root = merged(m_root, item);
        m_links(m_root).nextSibling = NoItem;
    }

    quint32 takeFirst()
    {
        const quint32 taken = m_root;
        m_root = mergedChildren(m_links(taken).firstChild);
        if (m_root != NoItem)
            m_links(m_root).nextSibling = NoItem;
        return taken;
    }

private:
    quint32 merged(quint32 a, quint32 b)
    {
        if (a == NoItem)
            return b;
        if (b == NoItem)
            return a;
        if (m_isBelow(a, b))
            std::swap(a, b);
        m_links(b).nextSibling = m_links(a).firstChild;
        m_links(a).firstChild = b;
        return a;
    }

    quint32 mergedChildren(quint32 children)
    {
        if (children == NoItem || m_links(children).nextSibling == NoItem)
            return children;
        quint32 pairs = NoItem;
        for (quint32 next = children; next != NoItem;) {
            quint32 item = next;
            const quint32 sibling = m_links(item).nextSibling;
            if (sibling == NoItem) { // the last of an odd number
                m_links(item).nextSibling = pairs;
                pairs = item;
                break;
            }
            next = m_links(sibling).nextSibling;
            item = merged(item, sibling);
            m_links(item).nextSibling = pairs;
            pairs = item;
        }
        quint32 root = pairs;
        for (quint32 next = m_links(pairs).nextSibling; next != NoItem;) {
            const quint32 item = next;
            next = m_links(item).nextSibling;
            root = merged(root, item);
        }
        return root;
    }

    LinksOf m_links;
    IsBelow m_isBelow;
    quint32 m_root = NoItem;
};

} // namespace qd::retrieval
