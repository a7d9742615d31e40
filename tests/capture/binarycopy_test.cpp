#include "capture/binarycopy.h"

#include <QTest>
#include <QtEndian>

using namespace qd;
using capture::BinaryCopyReader;
using capture::CopiedRow;

namespace {

template <typename Number>
void put(QByteArray &bytes, Number number)
{
    const Number big = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

QByteArray begin()
{
    QByteArray bytes("PGCOPY\n\377\r\n\0", 11);
    put<quint32>(bytes, 0);
    put<quint32>(bytes, 0);
    return bytes;
}

void putRow(QByteArray &bytes, const QList<std::optional<QByteArray>> &cells)
{
    put<qint16>(bytes, qint16(cells.size()));
    for (const auto &cell : cells) {
        put<qint32>(bytes, cell ? qint32(cell->size()) : -1);
        bytes += cell.value_or(QByteArray());
    }
}

void end(QByteArray &bytes) { put<qint16>(bytes, -1); }

// As "copy:cell,cell" per row, NULL as "~".
struct Collected
{
    QStringList rows;
    Result<> take(int copy, const CopiedRow &row)
    {
        QStringList cells;
        for (const auto &cell : row)
            cells << (cell ? QString::fromUtf8(*cell) : QStringLiteral("~"));
        rows << QStringLiteral("%1:%2").arg(copy).arg(cells.join(QLatin1Char(',')));
        return {};
    }
};

QByteArray twoCopies()
{
    QByteArray bytes = begin();
    putRow(bytes, {QByteArray("one"), std::nullopt});
    putRow(bytes, {QByteArray(), QByteArray(20'000, 'x')});
    end(bytes);
    bytes += begin();
    end(bytes);
    bytes += begin();
    putRow(bytes, {QByteArray("three")});
    end(bytes);
    return bytes;
}

} // namespace

class BinaryCopyTest : public QObject
{
    Q_OBJECT

private slots:
    void rowsOfSeveralCopiesAreTold()
    {
        Collected collected;
        BinaryCopyReader reader;
        QVERIFY(reader.feed(twoCopies(), [&](int copy, const CopiedRow &row) { return collected.take(copy, row); }).has_value());
        QCOMPARE(collected.rows, QStringList({QStringLiteral("0:one,~"), QStringLiteral("0:,") + QString(20'000, QLatin1Char('x')), QStringLiteral("2:three")}));
        QCOMPARE(reader.finished(), 3);
        QVERIFY(!reader.isInside());
    }

    void piecesOfAnySizeMakeTheSameRows()
    {
        const QByteArray all = twoCopies();
        Collected whole;
        BinaryCopyReader once;
        QVERIFY(once.feed(all, [&](int copy, const CopiedRow &row) { return whole.take(copy, row); }).has_value());
        for (const int size : {1, 2, 3, 7, 19, 20, 4095, 4096, 9999}) {
            Collected collected;
            BinaryCopyReader reader;
            for (qsizetype at = 0; at < all.size(); at += size)
                QVERIFY(reader.feed(QByteArrayView(all).sliced(at, std::min<qsizetype>(size, all.size() - at)), [&](int copy, const CopiedRow &row) { return collected.take(copy, row); }).has_value());
            QCOMPARE(collected.rows, whole.rows);
            QCOMPARE(reader.finished(), 3);
        }
    }

    void aCutIsNotAnEnd()
    {
        const QByteArray all = twoCopies();
        Collected collected;
        BinaryCopyReader reader;
        QVERIFY(reader.feed(QByteArrayView(all).chopped(1), [&](int copy, const CopiedRow &row) { return collected.take(copy, row); }).has_value());
        QCOMPARE(reader.finished(), 2);
        QVERIFY(reader.isInside());
    }

    void nonsenseIsRefused()
    {
        const auto refused = [](const QByteArray &bytes) { return !BinaryCopyReader().feed(bytes, [](int, const CopiedRow &) { return Result<>(); }).has_value(); };
        QVERIFY(refused(QByteArray(40, 'x')));
        QByteArray length = begin();
        put<qint16>(length, 1);
        put<qint32>(length, -2);
        QVERIFY(refused(length));
        QByteArray huge = begin();
        put<qint16>(huge, 1);
        put<qint32>(huge, 0x7fffffff);
        QVERIFY(refused(huge));
        QByteArray cells = begin();
        put<qint16>(cells, -5);
        QVERIFY(refused(cells));
    }

    void theErrorOfARowEndsTheReading()
    {
        BinaryCopyReader reader;
        int rows = 0;
        const auto fed = reader.feed(twoCopies(), [&rows](int, const CopiedRow &) -> Result<> {
            ++rows;
            return failure(Error::Kind::Wrong, QStringLiteral("no"));
        });
        QCOMPARE(fed.error().message, QStringLiteral("no"));
        QCOMPARE(rows, 1);
    }
};

QTEST_GUILESS_MAIN(BinaryCopyTest)
#include "binarycopy_test.moc"
