#include "telemetry/packedbins.h"
#include "telemetry/packedcalls.h"
#include "telemetry/packing.h"
#include "telemetry/binning.h"
#include "telemetry/randomcalls.h"

#include <QTest>

using namespace qd;
using namespace qd::telemetry;

class PackingTest : public QObject
{
    Q_OBJECT

private slots:
    void columnsComeBackAsTheyWere_data();
    void columnsComeBackAsTheyWere();
    void textsComeBackAsTheyWere_data();
    void textsComeBackAsTheyWere();
    void callsComeBackAsTheyWere();
    void binsComeBackAsTheyWere();
    void aBlobOfAnotherPlaceDoesNotOpen();
    void aChangedByteNeverOpens();
    void aCutBlobNeverOpens();
    void garbageUnderARightSealFailsWithoutHarm();
};

void PackingTest::columnsComeBackAsTheyWere_data()
{
    QTest::addColumn<QList<qint64>>("values");
    QTest::addColumn<int>("atMost");
    constexpr qint64 most = std::numeric_limits<qint64>::max(), least = std::numeric_limits<qint64>::min();
    QTest::newRow("nothing") << QList<qint64>{} << 2;
    QTest::newRow("one constant") << QList<qint64>(1000, 7) << 2;
    QTest::newRow("extremes") << QList<qint64>{least, most, 0, -1, 1, most, least} << 80;
    QTest::newRow("growing") << QList<qint64>{1'700'000'000'000'000, 1'700'000'000'000'100, 1'700'000'000'000'200, 1'700'000'000'000'300} << 20;
    QTest::newRow("money") << QList<qint64>{123'000'000, 4'000'000, 99'000'000, 0, -5'000'000} << 12;
    QTest::newRow("forty bits") << QList<qint64>{(qint64(1) << 40) - 1, 987'654'321'987, 0, 1'000'123'456'789, 3} << 26;
}

void PackingTest::columnsComeBackAsTheyWere()
{
    QFETCH(QList<qint64>, values);
    QFETCH(int, atMost);
    Packer packer;
    packer.column(Column(values.begin(), values.end()));
    QVERIFY2(packer.content().size() <= atMost, qPrintable(QString::number(packer.content().size())));
    Unpacker unpacker(packer.content());
    const Column column = unpacker.column(values.size());
    QVERIFY(unpacker.isAtEnd());
    QCOMPARE(QList<qint64>(column.begin(), column.end()), values);
}

void PackingTest::textsComeBackAsTheyWere_data()
{
    QTest::addColumn<QList<QByteArray>>("values");
    QTest::addColumn<int>("atMost");
    QTest::newRow("nothing") << QList<QByteArray>{} << 8;
    QTest::newRow("numbers") << QList<QByteArray>{"100", "101", "102", "103"} << 12;
    QTest::newRow("numbers with leading zeros") << QList<QByteArray>{"007", "7", "08"} << 20;
    QTest::newRow("uuids") << QList<QByteArray>{"01234567-89ab-cdef-0123-456789abcdef", "fedcba98-7654-3210-fedc-ba9876543210"} << 40;
    QTest::newRow("almost a uuid") << QList<QByteArray>{"01234567-89AB-cdef-0123-456789abcdef", "x"} << 60;
    QTest::newRow("hexadecimal and empty") << QList<QByteArray>{"00ff", "", "abcdef"} << 20;
    QTest::newRow("odd hexadecimal") << QList<QByteArray>{"0ff", "abcde"} << 20;
    QTest::newRow("repeated") << QList<QByteArray>(500, "the same long sentence, over and over") << 50;
    QTest::newRow("any bytes") << QList<QByteArray>{QByteArray("\0\xff\x80", 3), "ü"} << 20;
}

void PackingTest::textsComeBackAsTheyWere()
{
    QFETCH(QList<QByteArray>, values);
    QFETCH(int, atMost);
    Packer packer;
    packer.texts(values);
    QVERIFY2(packer.content().size() <= atMost, qPrintable(QString::number(packer.content().size())));
    Unpacker unpacker(packer.content());
    QCOMPARE(unpacker.texts(values.size()), values);
    QVERIFY(unpacker.isAtEnd());
}

void PackingTest::callsComeBackAsTheyWere()
{
    Names names;
    QList<Call> calls = test::randomCalls(1, 3000, fromMsecs(1'700'000'000'000), BinLength);
    calls[7].id = "not a number";
    calls[8].span = "0123456789abcdef";
    calls[9].copies = 3;
    calls[10].unclassedTokens = 77;
    const QByteArray blob = packedCalls(calls, names, 42);
    const auto columns = callsFrom(blob, 42);
    QVERIFY(columns);
    QCOMPARE(columns->count, calls.size());
    for (qsizetype i = 0; i < calls.size(); ++i) {
        const Call call = columns->call(i, names);
        QCOMPARE(call.id, calls[i].id);
        QCOMPARE(call.atUs, calls[i].atUs);
        QCOMPARE(call.kind + call.model + call.tool + call.user + call.userKind, calls[i].kind + calls[i].model + calls[i].tool + calls[i].user + calls[i].userKind);
        QCOMPARE(call.trace + call.span, calls[i].trace + calls[i].span);
        QVERIFY(call.latencyMs == calls[i].latencyMs); // to the bit
        QVERIFY(call.tokens == calls[i].tokens && call.hasTokens == calls[i].hasTokens);
        QVERIFY(call.cost == calls[i].cost);
        QVERIFY(call.isError == calls[i].isError && call.errorClass == calls[i].errorClass && call.httpStatus == calls[i].httpStatus);
        QCOMPARE(call.errorMessage, calls[i].errorMessage);
        QVERIFY(call.checksum == calls[i].checksum && call.copies == calls[i].copies && call.countsCost == calls[i].countsCost);
        QCOMPARE(call.unclassedTokens, calls[i].unclassedTokens);
    }
}

void PackingTest::binsComeBackAsTheyWere()
{
    Names names;
    const BinContent content = contentOf(1, test::randomCalls(2, 4000, fromMsecs(0), BinLength), names);
    const auto cells = cellsFrom(packedCells(content.cells, 1), 1);
    QVERIFY(cells);
    QCOMPARE(cells->size(), content.cells.size());
    for (qsizetype i = 0; i < cells->size(); ++i)
        QVERIFY(cells->at(i).key == content.cells[i].key && cells->at(i).sums == content.cells[i].sums);
    const auto users = usersFrom(packedUsers(content.users, 1), 1);
    QVERIFY(users);
    for (qsizetype i = 0; i < users->size(); ++i)
        QVERIFY(users->at(i).user == content.users[i].user && users->at(i).sums == content.users[i].sums);
    const auto errors = errorsFrom(packedErrors(content.errors, 1), 1);
    QVERIFY(errors && !errors->isEmpty());
    for (qsizetype i = 0; i < errors->size(); ++i) {
        QCOMPARE(errors->at(i).count, content.errors[i].count);
        QCOMPARE(errors->at(i).users, content.errors[i].users);
        QCOMPARE(errors->at(i).lastUs, content.errors[i].lastUs);
    }
    std::map<DistributionKey, Distribution> distributions;
    QVERIFY(visitDistributions(packedDistributions(content.distributions, 1), 1, {}, [&](const DistributionKey &key, const Distribution &distribution) { distributions[key] = distribution; }));
    QVERIFY(distributions == content.distributions);
}

void PackingTest::aBlobOfAnotherPlaceDoesNotOpen()
{
    Names names;
    const QByteArray blob = packedCalls(test::randomCalls(3, 10, fromMsecs(0), BinLength), names, 5);
    QVERIFY(callsFrom(blob, 5));
    QVERIFY(!callsFrom(blob, 6));
}

void PackingTest::aChangedByteNeverOpens()
{
    Names names;
    const BinContent content = contentOf(0, test::randomCalls(4, 60, fromMsecs(0), BinLength), names);
    const QByteArray blob = packedCells(content.cells, 9);
    for (qsizetype i = 0; i < blob.size(); ++i) {
        QByteArray changed = blob;
        changed[i] = char(changed[i] ^ (1 << (i % 8)));
        QVERIFY2(!cellsFrom(changed, 9), qPrintable(QString::number(i)));
    }
}

void PackingTest::aCutBlobNeverOpens()
{
    Names names;
    const QByteArray blob = packedCalls(test::randomCalls(5, 200, fromMsecs(0), BinLength), names, 9);
    for (qsizetype size = 0; size < blob.size(); ++size)
        QVERIFY(!callsFrom(blob.first(size), 9));
}

void PackingTest::garbageUnderARightSealFailsWithoutHarm()
{
    QRandomGenerator random(6);
    for (int i = 0; i < 10'000; ++i) {
        Packer packer;
        const int size = random.bounded(200);
        packer.number(quint64(random.bounded(50)));
        for (int at = 0; at < size; ++at)
            packer.byte(quint8(random.bounded(random.bounded(2) == 0 ? 5 : 256)));
        const QByteArray blob = packer.sealed(1);
        // Reading past the end, or asking for memory without end, would not survive this.
        (void)cellsFrom(blob, 1);
        (void)usersFrom(blob, 1);
        (void)errorsFrom(blob, 1);
        (void)callsFrom(blob, 1);
        (void)visitDistributions(blob, 1, {}, [](const DistributionKey &, const Distribution &) {});
    }
}

QTEST_GUILESS_MAIN(PackingTest)
#include "packing_test.moc"
