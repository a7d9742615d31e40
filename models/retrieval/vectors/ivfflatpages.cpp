#include "retrieval/vectors/ivfflat.h"

#include <QCoreApplication>

// Layout after ivfflat.h of pgvector 0.5 to 0.8 and PostgreSQL's access/itup.h and varatt.h.
namespace qd::retrieval {

namespace {

struct IvfflatWords
{
    Q_DECLARE_TR_FUNCTIONS(IvfflatIndex)
};

constexpr quint32 IvfflatMagic = 0x14FF1A7, IvfflatNoBlock = 0xffffffff;

tl::unexpected<Error> ivfflatDamage(quint32 page, const QString &detail)
{
    return failure(Error::Kind::Wrong, IvfflatWords::tr("Page %1 of the IVFFlat index is damaged or not of an IVFFlat index.").arg(page), detail);
}

// The elements of a vector or halfvec value; empty if it is not one of that many dimensions. Small
// values carry a header of one byte in index tuples and lie where they like.
QByteArrayView elementsOf(QByteArrayView value, int dims, ElementType type)
{
    if (value.isEmpty())
        return {};
    const int header = (quint8(value[0]) & 1) ? 1 : 4;
    const qsizetype bytes = qsizetype(dims) * bytesOf(type);
    if (value.size() < header + 4 + bytes || numberAt<quint16>(value.data() + header) != dims)
        return {};
    const quint32 length = header == 1 ? quint8(value[0]) >> 1 : numberAt<quint32>(value.data()) >> 2;
    if (qsizetype(length) != header + 4 + bytes)
        return {};
    return value.sliced(header + 4, bytes);
}

// Walks a chain of pages; tells of damage by the page's number.
template <typename Take>
std::optional<quint32> badPage(const RelationPages &pages, quint32 first, std::vector<bool> &seen, Take take)
{
    for (quint32 number = first; number != IvfflatNoBlock;) {
        const auto page = number > 0 ? pages.page(number) : std::nullopt;
        if (!page || seen[number] || page->special().size() < 8)
            return number;
        seen[number] = true; // a chain that bites its tail would never end
        for (int i = 1; i <= page->itemCount(); ++i) {
            const auto item = page->item(i);
            if (!item || (!item->isEmpty() && !take(*item)))
                return number;
        }
        number = numberAt<quint32>(page->special().data());
    }
    return {};
}

} // namespace

Result<IvfflatIndex> IvfflatIndex::fromPages(QByteArrayView bytes, ElementType type)
{
    const auto pages = RelationPages::read(bytes);
    if (!pages)
        return tl::unexpected(pages.error());
    const char *meta = pages->bytes(0) + RelationPage::HeaderSize;
    if (!pages->page(0) || numberAt<quint32>(meta) != IvfflatMagic)
        return ivfflatDamage(0, QStringLiteral("magic number"));
    if (numberAt<quint32>(meta + 4) != 1)
        return failure(Error::Kind::Wrong, IvfflatWords::tr("The IVFFlat index is of version %1, which this program does not know.").arg(numberAt<quint32>(meta + 4)));
    IvfflatIndex index;
    index.m_dims = numberAt<quint16>(meta + 8);
    const int dims = index.m_dims;
    if (dims < 1)
        return ivfflatDamage(0, QStringLiteral("dimensions"));
    const auto place = [&index](QByteArrayView elements) -> const void * {
        if (quintptr(elements.data()) % alignof(float) == 0)
            return elements.data();
        index.m_copies.push_back(std::make_unique<std::byte[]>(size_t(elements.size())));
        std::memcpy(index.m_copies.back().get(), elements.data(), size_t(elements.size()));
        return index.m_copies.back().get();
    };

    std::vector<bool> seen(pages->count(), false);
    std::vector<quint32> starts;
    const auto takeList = [&](QByteArrayView item) {
        const QByteArrayView centre = item.size() > 8 ? elementsOf(item.sliced(8), dims, type) : QByteArrayView();
        if (centre.isEmpty())
            return false;
        starts.push_back(numberAt<quint32>(item.data()));
        index.m_lists.push_back({place(centre), 0, 0});
        return true;
    };
    if (const auto bad = badPage(*pages, 1, seen, takeList))
        return ivfflatDamage(*bad, QStringLiteral("lists"));
    if (int(index.m_lists.size()) != numberAt<quint16>(meta + 10))
        return ivfflatDamage(0, QStringLiteral("%1 lists, %2 announced").arg(index.m_lists.size()).arg(numberAt<quint16>(meta + 10)));
    const auto takeEntry = [&](QByteArrayView item) {
        const QByteArrayView vector = item.size() > 8 ? elementsOf(item.sliced(8), dims, type) : QByteArrayView();
        const HeapTid tid = item.size() > 8 ? tidAt(item.data()) : NoTid;
        if (vector.isEmpty() || tid == NoTid)
            return false;
        index.m_entries.push_back({place(vector), tid});
        return true;
    };
    for (size_t i = 0; i < starts.size(); ++i) {
        index.m_lists[i].firstEntry = quint32(index.m_entries.size());
        if (const auto bad = badPage(*pages, starts[i], seen, takeEntry))
            return ivfflatDamage(*bad, QStringLiteral("entries of list %1").arg(i));
        index.m_lists[i].entryCount = quint32(index.m_entries.size()) - index.m_lists[i].firstEntry;
    }
    return index;
}

} // namespace qd::retrieval
