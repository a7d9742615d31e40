#pragma once

// The pages of a relation file, read with suspicion: they come from another machine and may be cut,
// overwritten or of another kind. Layout after PostgreSQL's storage/bufpage.h and itemid.h.

#include "core/result.h"

#include <QByteArrayView>

#include <cstring>
#include <optional>

namespace qd::retrieval {

// Where a row lies in its table: block in the upper, line pointer in the lower 16 bits of 48.
using HeapTid = quint64;
constexpr HeapTid NoTid = 0; // line pointers count from 1
constexpr HeapTid tidOf(quint32 block, quint16 offset) { return quint64(block) << 16 | offset; }
// "(12,3)", as ctid::text prints it.
std::optional<HeapTid> tidFromText(QByteArrayView text);
QByteArray toText(HeapTid tid);

// A number at a place that need not be aligned.
template <typename Number>
Number numberAt(const char *at)
{
    Number number;
    std::memcpy(&number, at, sizeof number);
    return number;
}
// ItemPointerData: the block in two halves, then the line pointer; NoTid when that is 0.
HeapTid tidAt(const char *at);

class RelationPage
{
public:
    static constexpr int Size = 8192, HeaderSize = 24;

    // Refuses a page whose header contradicts itself. A page of zeros is new and has no items.
    static std::optional<RelationPage> read(const char *bytes);
    int itemCount() const { return m_itemCount; }
    // Items count from 1. Empty for a line pointer that is unused or dead; nothing for one that
    // points outside of the page.
    std::optional<QByteArrayView> item(int number) const;
    // What the access method keeps at the end of the page.
    QByteArrayView special() const { return {m_bytes + m_special, Size - m_special}; }

private:
    const char *m_bytes = nullptr;
    int m_itemCount = 0;
    int m_special = Size;
};

class RelationPages
{
public:
    // The pages as a relation file holds them, or as get_raw_page returned them, one after another.
    // The bytes stay whose they are.
    static Result<RelationPages> read(QByteArrayView bytes);
    quint32 count() const { return m_count; }
    const char *bytes(quint32 page) const { return m_bytes + qsizetype(page) * RelationPage::Size; }
    std::optional<RelationPage> page(quint32 number) const { return number < m_count ? RelationPage::read(bytes(number)) : std::nullopt; }

private:
    const char *m_bytes = nullptr;
    quint32 m_count = 0;
};

} // namespace qd::retrieval
