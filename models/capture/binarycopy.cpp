#include "capture/binarycopy.h"

#include <QCoreApplication>
#include <QtEndian>

namespace qd::capture {

namespace {

struct CopyWords
{
    Q_DECLARE_TR_FUNCTIONS(Capture)
};

constexpr QByteArrayView CopySignature("PGCOPY\n\377\r\n\0", 11);
constexpr qsizetype CopyHeader = 19; // signature, flags, length of the extension
constexpr qsizetype LargestCell = qsizetype(1) << 30;

tl::unexpected<Error> copyDamage(const QString &detail)
{
    return failure(Error::Kind::Wrong, CopyWords::tr("The database sent rows in a form that is not understood. Something between here and there may have changed them."), detail);
}

} // namespace

template <typename Number>
std::optional<Number> numberFrom(QByteArrayView cell)
{
    if (cell.size() != qsizetype(sizeof(Number)))
        return std::nullopt;
    return qFromBigEndian<Number>(cell.data());
}
template std::optional<qint16> numberFrom(QByteArrayView);
template std::optional<qint32> numberFrom(QByteArrayView);
template std::optional<quint32> numberFrom(QByteArrayView);
template std::optional<qint64> numberFrom(QByteArrayView);

// What the next thing in `bytes` took; 0 if it is not all there yet.
Result<qsizetype> BinaryCopyReader::takeOne(QByteArrayView bytes, const TakeRow &row)
{
    if (!m_isInside) {
        if (bytes.size() < CopyHeader)
            return 0;
        const quint32 extension = qFromBigEndian<quint32>(bytes.data() + 15);
        if (!bytes.startsWith(CopySignature) || extension > 1 << 20)
            return copyDamage(QStringLiteral("no signature"));
        if (bytes.size() < CopyHeader + qsizetype(extension))
            return 0;
        m_isInside = true;
        return CopyHeader + qsizetype(extension);
    }
    if (bytes.size() < 2)
        return 0;
    const qint16 cells = qFromBigEndian<qint16>(bytes.data());
    if (cells == -1) {
        m_isInside = false;
        ++m_finished;
        return 2;
    }
    if (cells < 0)
        return copyDamage(QStringLiteral("%1 cells").arg(cells));
    qsizetype at = 2;
    m_row.clear();
    for (qint16 cell = 0; cell < cells; ++cell) {
        if (bytes.size() < at + 4)
            return 0;
        const qint32 size = qFromBigEndian<qint32>(bytes.data() + at);
        at += 4;
        if (size < -1 || size > LargestCell)
            return copyDamage(QStringLiteral("a cell of %1 bytes").arg(size));
        if (size == -1) {
            m_row.emplace_back();
            continue;
        }
        if (bytes.size() - at < size)
            return 0;
        m_row.emplace_back(bytes.sliced(at, size));
        at += size;
    }
    if (const auto taken = row(m_finished, m_row); !taken)
        return tl::unexpected(taken.error());
    return at;
}

Result<> BinaryCopyReader::feed(QByteArrayView bytes, const TakeRow &row)
{
    // What was left over is completed with the new bytes; after that they are read where they are.
    while (!m_rest.isEmpty() && !bytes.isEmpty()) {
        const qsizetype kept = m_rest.size(), more = std::min<qsizetype>(bytes.size(), std::max<qsizetype>(kept, 4096));
        m_rest += bytes.first(more);
        qsizetype done = 0;
        while (done < kept) {
            const auto took = takeOne(QByteArrayView(m_rest).sliced(done), row);
            if (!took)
                return tl::unexpected(took.error());
            if (*took == 0)
                break;
            done += *took;
        }
        if (done < kept) { // not complete even so
            m_rest.remove(0, done);
            bytes = bytes.sliced(more);
            continue;
        }
        bytes = bytes.sliced(done - kept);
        m_rest.clear();
    }
    while (!bytes.isEmpty()) {
        const auto took = takeOne(bytes, row);
        if (!took)
            return tl::unexpected(took.error());
        if (*took == 0)
            break;
        bytes = bytes.sliced(*took);
    }
    m_rest += bytes;
    return {};
}

} // namespace qd::capture
