#include "retrieval/vectors/relationpages.h"

#include <QCoreApplication>

#include <algorithm>

namespace qd::retrieval {

namespace {

struct RelationWords
{
    Q_DECLARE_TR_FUNCTIONS(RelationPages)
};

} // namespace

std::optional<HeapTid> tidFromText(QByteArrayView text)
{
    const qsizetype comma = text.indexOf(',');
    if (text.size() < 5 || text.front() != '(' || text.back() != ')' || comma < 2)
        return {};
    bool isBlock = false, isOffset = false;
    const quint32 block = text.sliced(1, comma - 1).toUInt(&isBlock);
    const quint16 offset = text.sliced(comma + 1, text.size() - comma - 2).toUShort(&isOffset);
    if (!isBlock || !isOffset || offset == 0)
        return {};
    return tidOf(block, offset);
}

QByteArray toText(HeapTid tid)
{
    return '(' + QByteArray::number(tid >> 16) + ',' + QByteArray::number(tid & 0xffff) + ')';
}

HeapTid tidAt(const char *at)
{
    const quint32 block = quint32(numberAt<quint16>(at)) << 16 | numberAt<quint16>(at + 2);
    const quint16 offset = numberAt<quint16>(at + 4);
    return offset == 0 ? NoTid : tidOf(block, offset);
}

std::optional<RelationPage> RelationPage::read(const char *bytes)
{
    RelationPage page;
    page.m_bytes = bytes;
    const int lower = numberAt<quint16>(bytes + 12), upper = numberAt<quint16>(bytes + 14), special = numberAt<quint16>(bytes + 16);
    if (upper == 0) // new
        return std::all_of(bytes, bytes + Size, [](char byte) { return byte == 0; }) ? std::optional(page) : std::nullopt;
    const int sizeAndVersion = numberAt<quint16>(bytes + 18);
    if ((sizeAndVersion & 0xff00) != Size || lower < HeaderSize || lower > upper || upper > special || special > Size || (lower - HeaderSize) % 4 != 0)
        return {};
    page.m_itemCount = (lower - HeaderSize) / 4;
    page.m_special = special;
    return page;
}

std::optional<QByteArrayView> RelationPage::item(int number) const
{
    if (number < 1 || number > m_itemCount)
        return {};
    const quint32 pointer = numberAt<quint32>(m_bytes + HeaderSize + (number - 1) * 4);
    constexpr quint32 Normal = 1;
    if (((pointer >> 15) & 3) != Normal)
        return QByteArrayView(m_bytes, qsizetype(0));
    const int offset = int(pointer & 0x7fff), length = int(pointer >> 17);
    if (offset < HeaderSize + m_itemCount * 4 || offset + length > m_special)
        return {};
    return QByteArrayView(m_bytes + offset, length);
}

Result<RelationPages> RelationPages::read(QByteArrayView bytes)
{
    if (bytes.isEmpty() || bytes.size() % RelationPage::Size != 0)
        return failure(Error::Kind::Wrong, RelationWords::tr("The index pages are cut off: %1 bytes are not a whole number of pages of 8,192.").arg(bytes.size()));
    RelationPages pages;
    pages.m_bytes = bytes.data();
    pages.m_count = quint32(bytes.size() / RelationPage::Size);
    return pages;
}

} // namespace qd::retrieval
