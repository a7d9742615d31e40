// How the copies of a script become rows.
#include "capture/capturewriter.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cstring>

namespace qd::capture {

using retrieval::HeapTid;
using retrieval::SnapshotCell;

namespace {

struct CaptureRowWords
{
    Q_DECLARE_TR_FUNCTIONS(Capture)
};

constexpr qsizetype MostOwners = 20'000;

tl::unexpected<Error> everythingIsNeeded(const QString &detail)
{
    return failure(Error::Kind::Busy, CaptureRowWords::tr("The table was rebuilt since the last snapshot, so all rows have to be read again."), detail, QStringLiteral("capture.everything"));
}

tl::unexpected<Error> oddRow(const QString &detail)
{
    return failure(Error::Kind::Wrong, CaptureRowWords::tr("The database sent a row of another shape than was asked for."), detail);
}

// ItemPointerData as tidsend() sends it.
std::optional<HeapTid> tidFrom(const std::optional<QByteArrayView> &cell)
{
    if (!cell || cell->size() != 6)
        return std::nullopt;
    return retrieval::tidOf(qFromBigEndian<quint32>(cell->data()), qFromBigEndian<quint16>(cell->data() + 4));
}

SnapshotCell bytesCell(const std::optional<QByteArrayView> &cell)
{
    return cell ? SnapshotCell(cell->toByteArray()) : SnapshotCell();
}

// Whole numbers that came as text; what is none counts as missing.
SnapshotCell integerCell(const std::optional<QByteArrayView> &cell)
{
    bool isNumber = false;
    const qint64 number = cell ? cell->toLongLong(&isNumber) : 0;
    return isNumber ? SnapshotCell(number) : SnapshotCell();
}

SnapshotCell tidCell(std::optional<HeapTid> tid)
{
    return tid ? SnapshotCell(qint64(*tid)) : SnapshotCell();
}

} // namespace

Result<> CaptureWriter::takeRow(int copy, const CopiedRow &row)
{
    if (copy >= m_script.kinds.size())
        return oddRow(QStringLiteral("copy %1").arg(copy));
    switch (m_script.kinds[copy]) {
    case CopyKind::Moment: return takeMoment(row);
    case CopyKind::Documents: return takeDocument(row);
    case CopyKind::Roots: return takeRoot(row);
    case CopyKind::Rows: return takeChunk(row);
    case CopyKind::Pages: return takePage(copy, row);
    }
    return {};
}

Result<> CaptureWriter::takeMoment(const CopiedRow &row)
{
    const auto horizon = row.size() == 2 && row[0] && row[1] ? numberFrom<qint64>(*row[0]) : std::nullopt;
    if (!horizon)
        return oddRow(QStringLiteral("moment"));
    m_horizon = quint32(*horizon);
    m_moment = row[1]->toByteArray();
    return {};
}

Result<> CaptureWriter::takeDocument(const CopiedRow &row)
{
    if (qsizetype(row.size()) != 1 + m_plan.documentFields.size())
        return oddRow(QStringLiteral("document"));
    if (!row[0])
        return {};
    Document document;
    for (size_t i = 1; i < row.size(); ++i)
        document << (row[i] ? std::optional(row[i]->toByteArray()) : std::nullopt);
    m_documents.insert(row[0]->toByteArray(), document);
    return {};
}

// A row that was updated in its place (HOT) is known to indexes by the place of its first version.
// Items of one page come together.
Result<> CaptureWriter::takeRoot(const CopiedRow &row)
{
    if (row.size() != 9 || !row[0] || !row[1] || !row[2] || !row[3])
        return oddRow(QStringLiteral("root"));
    const auto number = [&row](size_t i) { return row[i] ? numberFrom<quint32>(*row[i]).value_or(0) : 0u; };
    if (number(0) != m_page || m_pageItems.empty()) {
        finishRootPage();
        m_page = number(0);
    }
    constexpr quint32 Redirect = 2, HotUpdated = 0x4000, HeapOnly = 0x8000, XmaxIsMulti = 0x1000;
    PageItem item;
    item.item = quint16(number(1));
    item.isRedirect = number(3) == Redirect;
    item.isRoot = item.isRedirect || !(number(5) & HeapOnly);
    const auto next = tidFrom(row[4]);
    if (item.isRedirect)
        item.next = quint16(number(2));
    else if ((number(5) & HotUpdated) && next && quint32(*next >> 16) == m_page)
        item.next = quint16(*next & 0xffff);
    item.xmin = number(6);
    item.xmax = number(7);
    item.isMulti = number(8) & XmaxIsMulti;
    m_pageItems.push_back(item);
    return {};
}

void CaptureWriter::finishRootPage()
{
    const auto find = [this](quint16 number) {
        return std::find_if(m_pageItems.cbegin(), m_pageItems.cend(), [number](const PageItem &item) { return item.item == number; });
    };
    for (const PageItem &root : m_pageItems) {
        if (!root.isRoot)
            continue;
        const PageItem *before = &root;
        for (size_t steps = 0; before->next != 0 && steps < m_pageItems.size(); ++steps) {
            const auto next = find(before->next);
            // What a pointer of an update that was undone leads to may be another row by now.
            const bool isItsVersion = next != m_pageItems.cend() && !next->isRoot && (before->isRedirect || before->isMulti || before->xmax == next->xmin);
            if (!isItsVersion)
                break;
            m_roots.insert(retrieval::tidOf(m_page, next->item), retrieval::tidOf(m_page, root.item));
            before = &*next;
        }
    }
    m_pageItems.clear();
}

Result<> CaptureWriter::takePage(int copy, const CopiedRow &row)
{
    if (row.size() != 1 || !row[0] || row[0]->size() != retrieval::RelationPage::Size)
        return oddRow(QStringLiteral("page"));
    QTemporaryFile &spool = *m_spools[size_t(m_script.kinds.first(copy).count(CopyKind::Pages))];
    if ((!spool.isOpen() && !spool.open()) || spool.write(row[0]->data(), row[0]->size()) != row[0]->size())
        return failure(Error::Kind::Lost, CaptureRowWords::tr("The pages of an index could not be kept beside “%1”. Is its disk full?").arg(m_settings.path), spool.errorString());
    ++m_tally.pages;
    return {};
}

Result<> CaptureWriter::takeChunk(const CopiedRow &row)
{
    if (qsizetype(row.size()) != FirstFieldCell + m_plan.fields.size() + (m_plan.embedding.isEmpty() ? 0 : 1) || !row[SentCell])
        return oddRow(QStringLiteral("row"));
    finishRootPage(); // the last one
    ++m_tally.seen;
    if (!row[KeyCell])
        return failure(Error::Kind::Wrong, CaptureRowWords::tr("A row of %1 has no key, so it cannot be told from others. Choose another column as the key.").arg(m_plan.relation));
    if (const auto tid = tidFrom(row[CtidCell])) {
        m_isOrdered = m_isOrdered && *tid > m_last;
        m_last = std::max(m_last, *tid);
    } else {
        m_isOrdered = false;
    }
    std::optional<quint32> known;
    if (const auto found = m_known.constFind(*row[KeyCell]); found != m_known.cend())
        known = *found;
    if (known && m_met.contains(*known)) {
        ++m_tally.duplicateKeys;
        known.reset();
    }
    if (*row[SentCell] == QByteArrayView("\0", 1))
        return takeUnsent(row, known);
    m_row.cells = QList<SnapshotCell>(m_shape.columns.size());
    m_row.embedding.clear();
    if (const auto filled = fillFields(row); !filled)
        return filled;
    fillRest(row);
    return put(known);
}

Result<> CaptureWriter::fillFields(const CopiedRow &row)
{
    m_row.cells[0] = row[KeyCell]->toByteArray();
    for (qsizetype i = 0; i < m_plan.fields.size(); ++i) {
        const auto &cell = row[size_t(FirstFieldCell + i)];
        m_row.cells[1 + i] = m_plan.fields[i].kind == retrieval::SnapshotColumn::Kind::Integer ? integerCell(cell) : bytesCell(cell);
    }
    if (m_plan.embedding.isEmpty())
        return {};
    if (const auto &cell = row.back()) {
        fillEmbedding(*cell);
        if (m_row.embedding.isEmpty())
            ++m_tally.otherDimension;
    }
    return {};
}

void CaptureWriter::fillRest(const CopiedRow &row)
{
    if (m_documentColumn >= 0)
        m_row.cells[m_documentColumn] = bytesCell(row[DocumentCell]);
    const auto document = row[DocumentCell] && !m_plan.documentFields.isEmpty() ? m_documents.constFind(row[DocumentCell]->toByteArray()) : m_documents.cend();
    for (qsizetype i = 0; i < m_plan.documentFields.size(); ++i) {
        const auto &value = document != m_documents.cend() ? (*document)[i] : std::nullopt;
        m_row.cells[1 + m_plan.fields.size() + i] = value ? SnapshotCell(*value) : SnapshotCell();
    }
    const auto tid = tidFrom(row[CtidCell]);
    if (m_tidColumn >= 0)
        m_row.cells[m_tidColumn] = tidCell(tid ? std::optional(m_roots.value(*tid, *tid)) : tid);
    if (m_ctidColumn >= 0)
        m_row.cells[m_ctidColumn] = tidCell(tid);
    const auto xmin = row[XminCell] ? numberFrom<quint32>(*row[XminCell]) : std::nullopt;
    if (m_xminColumn >= 0)
        m_row.cells[m_xminColumn] = xmin ? SnapshotCell(qint64(*xmin)) : SnapshotCell();
}

// Takes the embedding if it has the snapshot's dimension.
void CaptureWriter::fillEmbedding(QByteArrayView cell)
{
    const int dims = m_shape.dims;
    const char *bytes = cell.data();
    if (m_plan.form == EmbeddingForm::Vector || m_plan.form == EmbeddingForm::HalfVector) {
        const int each = m_plan.form == EmbeddingForm::Vector ? 4 : 2;
        if (cell.size() != 4 + qsizetype(dims) * each || qFromBigEndian<quint16>(bytes) != dims)
            return;
        m_row.embedding.resize(qsizetype(dims) * each);
        if (each == 4)
            qFromBigEndian<quint32>(bytes + 4, dims, m_row.embedding.data());
        else
            qFromBigEndian<quint16>(bytes + 4, dims, m_row.embedding.data());
        return;
    }
    // An array: dimensions, whether there are NULLs, type; size and lower bound; length and value of each.
    const int each = m_plan.form == EmbeddingForm::Reals ? 4 : 8;
    if (cell.size() != 20 + qsizetype(dims) * (4 + each) || qFromBigEndian<qint32>(bytes) != 1 || qFromBigEndian<qint32>(bytes + 12) != dims)
        return;
    m_row.embedding.resize(qsizetype(dims) * 4);
    for (int i = 0; i < dims; ++i) {
        const char *element = bytes + 20 + qsizetype(i) * (4 + each);
        if (qFromBigEndian<qint32>(element) != each) {
            m_row.embedding.clear();
            return;
        }
        const float value = each == 4 ? std::bit_cast<float>(qFromBigEndian<quint32>(element + 4)) : float(std::bit_cast<double>(qFromBigEndian<quint64>(element + 4)));
        std::memcpy(m_row.embedding.data() + qsizetype(i) * 4, &value, 4);
    }
}

// The server says that the row has not changed: what is known of it stays, but for its document and
// the place where it lies.
Result<> CaptureWriter::takeUnsent(const CopiedRow &row, std::optional<quint32> known)
{
    const auto xmin = row[XminCell] ? numberFrom<quint32>(*row[XminCell]) : std::nullopt;
    if (!known || !xmin || m_old->integer(*known, m_xminColumn) != qint64(*xmin))
        return everythingIsNeeded(QString::fromUtf8(*row[KeyCell]));
    fillFromOld(*known);
    fillRest(row);
    return put(known);
}

void CaptureWriter::fillFromOld(quint32 row)
{
    m_row.cells.clear();
    for (int i = 0; i < int(m_shape.columns.size()); ++i) {
        if (m_shape.columns[i].kind == retrieval::SnapshotColumn::Kind::Bytes) {
            m_row.cells << bytesCell(m_old->bytes(row, i));
        } else {
            const auto number = m_old->integer(row, i);
            m_row.cells << (number ? SnapshotCell(*number) : SnapshotCell());
        }
    }
    m_row.embedding.clear();
    if (m_old->searchable().contains(row))
        m_row.embedding = QByteArray(static_cast<const char *>(m_oldVectors.row(row)), m_oldVectors.bytesPerRow());
}

bool CaptureWriter::isSame(quint32 row) const
{
    for (int i = 0; i < int(m_shape.columns.size()); ++i) {
        const SnapshotCell &cell = m_row.cells[i];
        if (m_shape.columns[i].kind == retrieval::SnapshotColumn::Kind::Bytes) {
            const auto old = m_old->bytes(row, i);
            const QByteArray *now = std::get_if<QByteArray>(&cell);
            if (old.has_value() != (now != nullptr) || (old && *old != QByteArrayView(*now)))
                return false;
        } else {
            const auto old = m_old->integer(row, i);
            const qint64 *now = std::get_if<qint64>(&cell);
            if (old.has_value() != (now != nullptr) || (old && *old != *now))
                return false;
        }
    }
    if (m_old->searchable().contains(row) != !m_row.embedding.isEmpty())
        return false;
    return m_row.embedding.isEmpty() || std::memcmp(m_oldVectors.row(row), m_row.embedding.constData(), size_t(m_row.embedding.size())) == 0;
}

void CaptureWriter::countRow()
{
    const auto isNull = [this](int column) { return column >= 0 && m_row.cells[column].index() == 0; };
    if (isNull(m_textColumn))
        ++m_tally.withoutText;
    if (isNull(m_wordsColumn) && !isNull(m_textColumn))
        ++m_tally.withoutWords;
    if (m_row.embedding.isEmpty() && m_shape.dims > 0)
        ++m_tally.withoutEmbedding;
    const QByteArray *owner = m_ownerColumn >= 0 ? std::get_if<QByteArray>(&m_row.cells[m_ownerColumn]) : nullptr;
    if (owner && (m_owners.size() < MostOwners || m_owners.contains(*owner)))
        ++m_owners[*owner];
    const QByteArray *text = m_textColumn >= 0 ? std::get_if<QByteArray>(&m_row.cells[m_textColumn]) : nullptr;
    if (m_sampleText.isEmpty() && text && text->size() > 20)
        m_sampleText = text->left(200);
}

// The row that was put together, in place of the one that is known.
Result<> CaptureWriter::put(std::optional<quint32> known)
{
    countRow();
    if (known) {
        m_met.insert(*known);
        const bool stays = isSame(*known);
        if (m_old->damage())
            return failure(*m_old->damage());
        if (stays) {
            ++m_tally.unchanged;
            return {};
        }
        m_writer->remove(*known);
    }
    const auto number = m_writer->add(m_row);
    if (!number)
        return tl::unexpected(number.error());
    ++(known ? m_tally.changed : m_tally.added);
    for (const SnapshotCell &cell : std::as_const(m_row.cells)) {
        if (const QByteArray *bytes = std::get_if<QByteArray>(&cell))
            m_uncommitted += bytes->size();
    }
    m_uncommitted += m_row.embedding.size();
    if (m_isFirstRun && m_uncommitted >= m_settings.commitBytes)
        return commitPart();
    return {};
}

} // namespace qd::capture
