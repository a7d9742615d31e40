#include "retrieval/snapshotwriter.h"

#include "retrieval/recordedqueries.h"
#include "retrieval/snapshotformat.h"
#include "retrieval/vectors/exactsearch.h"
#include "support/wait.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <set>
#include <random>

#include <sys/resource.h>

using namespace qd;
using namespace qd::retrieval;

namespace {

const SnapshotShape Shape{{{"key", SnapshotColumn::Kind::Integer}, {"text", SnapshotColumn::Kind::Bytes}, {"page", SnapshotColumn::Kind::Number}, {"owner", SnapshotColumn::Kind::Bytes}}, ElementType::Float32, 8};

QByteArray embedding(quint32 i, int dims = 8)
{
    std::mt19937 random(i);
    std::normal_distribution<float> normal;
    QByteArray bytes;
    for (int k = 0; k < dims; ++k) {
        const float value = normal(random);
        bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
    }
    return bytes;
}

// Everything of a row follows from its number.
SnapshotRow rowOf(quint32 i)
{
    SnapshotRow row;
    row.cells = {i % 7 == 3 ? SnapshotCell() : SnapshotCell(qint64(i) * -3), i % 5 == 1 ? SnapshotCell() : SnapshotCell(QByteArray("text of ") + QByteArray::number(i) + QByteArray(int(i % 50), char('a' + i % 26))),
                 i % 2 ? SnapshotCell(double(i) / 3) : SnapshotCell(), SnapshotCell(QByteArray(i % 3 ? "" : "oncall-1"))};
    if (i % 11 != 4)
        row.embedding = embedding(i);
    return row;
}

bool isRow(const Snapshot &snapshot, quint32 row, quint32 i)
{
    const SnapshotRow expected = rowOf(i);
    const auto isSame = [](const SnapshotCell &cell, const auto &found) {
        using Value = typename std::decay_t<decltype(found)>::value_type;
        if constexpr (std::is_same_v<Value, QByteArrayView>)
            return found ? std::holds_alternative<QByteArray>(cell) && std::get<QByteArray>(cell) == *found : cell.index() == 0;
        else
            return found ? std::holds_alternative<Value>(cell) && std::get<Value>(cell) == *found : cell.index() == 0;
    };
    const VectorColumn vectors = snapshot.vectors();
    return isSame(expected.cells[0], snapshot.integer(row, 0)) && isSame(expected.cells[1], snapshot.bytes(row, 1)) && isSame(expected.cells[2], snapshot.number(row, 2)) && isSame(expected.cells[3], snapshot.bytes(row, 3))
        && vectors.has(row) == !expected.embedding.isEmpty() && (!vectors.has(row) || std::memcmp(vectors.row(row), expected.embedding.constData(), size_t(vectors.bytesPerRow())) == 0);
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, QByteArrayView bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes.data(), bytes.size()) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

class SnapshotTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theChecksumIsXxHash();
    void whatWasWrittenIsRead();
    void updatesAddReplaceAndRemove();
    void cutAtEveryByteItIsRefused();
    void everyFlippedByteIsNoticedOrHarmless();
    void anUpdateKilledAtAnyByteLeavesTheOldSnapshot();
    void aNewSnapshotKilledBetweenItsFilesIsFinished();
    void newerAndForeignFilesAreRefused();
    void aFullDiskLeavesTheOldSnapshot();
    void whatUpdatesLeftBehindGoesWhenItIsMostOfTheFile();
    void aCompactionOfADamagedSnapshotLeavesItAsItIs();
    void twoWritersAreOneTooMany();
    void rowsThatDoNotFitAreRefused();
    void searchesInBlocksAreSearchesInOnePiece();
    void recordedQueriesSurvive();

private:
    void write(quint32 rows);
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void SnapshotTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("chunks.snapshot"));
}

void SnapshotTest::write(quint32 rows)
{
    auto writer = SnapshotWriter::create(m_path, Shape);
    QVERIFY_OK(writer);
    for (quint32 i = 0; i < rows; ++i)
        QCOMPARE((*writer)->add(rowOf(i)).value(), i);
    QVERIFY_OK((*writer)->setNote(notes::SearchFunction, "select 1"));
    QVERIFY_OK((*writer)->setNote("index.pages/i", QByteArray(5000, 'p')));
    QVERIFY_OK((*writer)->commit());
}

void SnapshotTest::theChecksumIsXxHash()
{
    // From the reference implementation.
    QCOMPARE(Checksum::of(""), quint64(0xEF46DB3751D8E999u));
    QCOMPARE(Checksum::of("a"), quint64(0xD24EC4F1A98C6E5Bu));
    QCOMPARE(Checksum::of("abc"), quint64(0x44BC2CF5AD770999u));
    QCOMPARE(Checksum::of("Nobody inspects the spammish repetition"), quint64(0xFBCEA83C8A378BF1u));
    const QByteArray text(1000, 'x');
    for (qsizetype cut = 0; cut <= text.size(); ++cut) {
        Checksum pieces;
        pieces.add(text.constData(), cut / 3);
        pieces.add(text.constData(), cut - cut / 3);
        pieces.add(text.constData(), text.size() - cut);
        QCOMPARE(pieces.value(), Checksum::of(text));
    }
}

void SnapshotTest::whatWasWrittenIsRead()
{
    write(9000); // more than two blocks and several segments
    const auto snapshot = Snapshot::open(m_path);
    QVERIFY_OK(snapshot);
    const Snapshot &s = **snapshot;
    QCOMPARE(s.rows(), quint32(9000));
    QCOMPARE(s.generation(), quint64(1));
    QCOMPARE(s.shape(), Shape);
    QCOMPARE(s.column("page"), 2);
    QCOMPARE(s.column("nothing"), -1);
    for (quint32 i = 0; i < 9000; ++i)
        QVERIFY2(isRow(s, i, i), QByteArray::number(i).constData());
    QCOMPARE(s.alive().count(), quint32(9000));
    QCOMPARE(s.searchable().count(), quint32(9000 - 818));
    QCOMPARE(s.note(notes::SearchFunction).value(), QByteArrayView("select 1"));
    QCOMPARE(s.note("index.pages/i").value(), QByteArrayView(QByteArray(5000, 'p')));
    QCOMPARE(s.note("nothing").error().kind, Error::Kind::Missing);
    QVERIFY(!s.bytes(0, 0) && !s.integer(0, 1) && !s.number(9000, 2) && !s.bytes(0, 17));
    QVERIFY_OK(s.verify());
    QVERIFY(!s.damage());
}

void SnapshotTest::updatesAddReplaceAndRemove()
{
    write(5000);
    std::vector<quint32> numbers; // of each row
    for (quint32 i = 0; i < 5000; ++i)
        numbers.push_back(i);
    std::set<quint32> gone;
    for (quint32 round = 0; round < 4; ++round) {
        auto writer = SnapshotWriter::append(m_path);
        QVERIFY_OK(writer);
        for (quint32 i = 0; i < 777; ++i) {
            const quint32 number = 10'000 * (round + 1) + i;
            QCOMPARE((*writer)->add(rowOf(number)).value(), quint32(numbers.size()));
            numbers.push_back(number);
        }
        for (quint32 i = round; i < 300; i += 7) {
            (*writer)->remove(i);
            gone.insert(i);
        }
        QVERIFY_OK((*writer)->setNote(notes::SearchFunction, "select " + QByteArray::number(round)));
        if (round == 2)
            QVERIFY_OK((*writer)->setNote("index.pages/i", {}));
        QVERIFY_OK((*writer)->commit());
        writer->reset();

        const auto snapshot = Snapshot::open(m_path);
        QVERIFY_OK(snapshot);
        const Snapshot &s = **snapshot;
        QCOMPARE(s.generation(), quint64(round + 2));
        QCOMPARE(s.rows(), quint32(numbers.size()));
        for (quint32 row = 0; row < s.rows(); ++row) {
            QCOMPARE(s.alive().contains(row), gone.count(row) == 0);
            if (s.alive().contains(row))
                QVERIFY(isRow(s, row, numbers[row]));
            else
                QVERIFY(!s.searchable().contains(row));
        }
        QCOMPARE(s.note(notes::SearchFunction).value(), QByteArrayView("select " + QByteArray::number(round)));
        QCOMPARE(s.notes().contains("index.pages/i"), round < 2);
        QVERIFY_OK(s.verify());
    }
}

void SnapshotTest::cutAtEveryByteItIsRefused()
{
    write(40);
    const QByteArray main = contents(m_path), vectors = contents(vectorPathOf(m_path));
    QVERIFY(main.size() > 10'000 && main.size() < 40'000);
    for (qsizetype size = main.size() - 1; size >= 0; --size) {
        QVERIFY(QFile::resize(m_path, size));
        const auto snapshot = Snapshot::open(m_path);
        QVERIFY2(!snapshot, QByteArray::number(size).constData());
        QCOMPARE(snapshot.error().kind, Error::Kind::Wrong);
        QVERIFY(snapshot.error().message.endsWith(QLatin1Char('.')));
    }
    put(m_path, main);
    for (qsizetype size = 0; size < vectors.size(); size += size < 5000 || size > vectors.size() - 3000 ? 7 : 4001) {
        put(vectorPathOf(m_path), QByteArrayView(vectors).first(size));
        QVERIFY2(!Snapshot::open(m_path), QByteArray::number(size).constData());
    }
    put(vectorPathOf(m_path), vectors);
    QVERIFY_OK(Snapshot::open(m_path));
    QFile::remove(vectorPathOf(m_path));
    QCOMPARE(Snapshot::open(m_path).error().kind, Error::Kind::Missing);
}

void SnapshotTest::everyFlippedByteIsNoticedOrHarmless()
{
    write(40);
    const QByteArray main = contents(m_path), vectors = contents(vectorPathOf(m_path));
    int noticed = 0;
    const auto check = [&] {
        const auto snapshot = Snapshot::open(m_path);
        if (!snapshot || !(*snapshot)->verify()) {
            ++noticed;
            // Reading what is damaged is safe, and is told.
            for (quint32 row = 0; snapshot && row < (*snapshot)->rows(); ++row) {
                for (int column = 0; column < 4; ++column)
                    (*snapshot)->bytes(row, column), (*snapshot)->integer(row, column), (*snapshot)->number(row, column);
            }
            return true;
        }
        for (quint32 row = 0; row < 40; ++row) {
            if (!isRow(**snapshot, row, row))
                return false;
        }
        return true;
    };
    for (qsizetype at = 0; at < main.size(); ++at) {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
        const auto write = [&file, at](char byte) { return file.seek(at) && file.write(&byte, 1) == 1; };
        QVERIFY(write(char(main[at] ^ (1 << (at % 8)))));
        QVERIFY2(check(), QByteArray::number(at).constData());
        QVERIFY(write(main[at]));
    }
    QVERIFY(noticed > 6'000);
    noticed = 0;
    for (qsizetype at = vectors.size() - 40 * 8 * 4; at < vectors.size(); at += 3) {
        QByteArray bad = vectors;
        bad[at] = char(bad[at] ^ 0x10);
        put(vectorPathOf(m_path), bad);
        QVERIFY(check());
    }
    QVERIFY(noticed > 400);
}

void SnapshotTest::anUpdateKilledAtAnyByteLeavesTheOldSnapshot()
{
    write(60);
    const QByteArray before = contents(m_path), vectorsBefore = contents(vectorPathOf(m_path));
    {
        auto writer = SnapshotWriter::append(m_path);
        QVERIFY_OK(writer);
        for (quint32 i = 0; i < 50; ++i)
            QVERIFY_OK((*writer)->add(rowOf(500 + i)));
        (*writer)->remove(3);
        QVERIFY_OK((*writer)->commit());
    }
    const QByteArray after = contents(m_path), vectorsAfter = contents(vectorPathOf(m_path));
    // All that is written before the header is behind the old end; the vectors may be there or not.
    for (qsizetype size = before.size(); size <= after.size(); size += 5) {
        put(m_path, before + after.sliced(before.size(), size - before.size()));
        put(vectorPathOf(m_path), size % 2 ? vectorsBefore : vectorsAfter);
        const auto snapshot = Snapshot::open(m_path);
        QVERIFY_OK(snapshot);
        QCOMPARE((*snapshot)->generation(), quint64(1));
        QCOMPARE((*snapshot)->rows(), quint32(60));
        QVERIFY_OK((*snapshot)->verify());
        QVERIFY((*snapshot)->alive().contains(3));
    }
    // And a header that was cut while it was written does not count.
    const qsizetype slot = 0; // of the second generation
    for (int bytes = 1; bytes < SnapshotHeader::Size; ++bytes) {
        QByteArray torn = before + after.sliced(before.size());
        torn.replace(slot, bytes, after.sliced(slot, bytes));
        put(m_path, torn);
        const auto snapshot = Snapshot::open(m_path);
        QVERIFY_OK(snapshot);
        QCOMPARE((*snapshot)->generation(), quint64(1));
    }
    // The next update goes on from there.
    auto writer = SnapshotWriter::append(m_path);
    QVERIFY_OK(writer);
    QCOMPARE((*writer)->add(rowOf(900)).value(), quint32(60));
    QVERIFY_OK((*writer)->commit());
    const auto snapshot = Snapshot::open(m_path);
    QVERIFY_OK(snapshot);
    QVERIFY(isRow(**snapshot, 60, 900));
    QVERIFY_OK((*snapshot)->verify());
}

void SnapshotTest::aNewSnapshotKilledBetweenItsFilesIsFinished()
{
    write(10);
    const QByteArray old = contents(m_path);
    {
        auto writer = SnapshotWriter::create(m_path, Shape);
        QVERIFY_OK(writer);
        for (quint32 i = 0; i < 20; ++i)
            QVERIFY_OK((*writer)->add(rowOf(i)));
        // Until the commit the old one is in place.
        QCOMPARE(Snapshot::open(m_path).value()->rows(), quint32(10));
        QVERIFY_OK((*writer)->commit());
    }
    QVERIFY(QFile::rename(m_path, partPathOf(m_path)));
    put(m_path, old);
    const auto snapshot = Snapshot::open(m_path);
    QVERIFY_OK(snapshot);
    QCOMPARE((*snapshot)->rows(), quint32(20));
    QVERIFY_OK((*snapshot)->verify());
    // A writer that never commits leaves nothing behind.
    SnapshotWriter::create(m_path, Shape).value().reset();
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), qsizetype(2));
}

void SnapshotTest::newerAndForeignFilesAreRefused()
{
    write(10);
    const QByteArray main = contents(m_path), vectors = contents(vectorPathOf(m_path));
    SnapshotHeader header = *SnapshotHeader::fromBytes(QByteArrayView(main).sliced(SnapshotHeader::SlotDistance));
    for (const auto &[version, word] : {std::pair{Snapshot::Version + 1, QStringLiteral("newer")}, {Snapshot::Version - 1, QStringLiteral("earlier")}}) {
        header.version = version;
        QByteArray other = main;
        other.replace(SnapshotHeader::SlotDistance, SnapshotHeader::Size, header.toBytes());
        put(m_path, other);
        QVERIFY(Snapshot::open(m_path).error().message.contains(word));
    }
    put(m_path, QByteArray("not a snapshot at all, but longer than a header would be; so there is something to read"));
    QVERIFY(Snapshot::open(m_path).error().message.contains(QStringLiteral("no snapshot")));
    put(m_path, main);

    const QString other = m_folder->filePath(QStringLiteral("other"));
    {
        auto writer = SnapshotWriter::create(other, Shape);
        QVERIFY_OK(writer);
        for (quint32 i = 0; i < 10; ++i)
            QVERIFY_OK((*writer)->add(rowOf(i)));
        QVERIFY_OK((*writer)->commit());
    }
    put(vectorPathOf(m_path), contents(vectorPathOf(other)));
    QVERIFY(Snapshot::open(m_path).error().message.contains(QStringLiteral("another snapshot")));
    QCOMPARE(Snapshot::open(m_folder->filePath(QStringLiteral("absent"))).error().kind, Error::Kind::Missing);
}

void SnapshotTest::aFullDiskLeavesTheOldSnapshot()
{
    write(50);
    rlimit old{};
    getrlimit(RLIMIT_FSIZE, &old);
    signal(SIGXFSZ, SIG_IGN);
    rlimit tight = old;
    tight.rlim_cur = 200'000; // the vectors' first block is larger
    auto writer = SnapshotWriter::append(m_path);
    QVERIFY_OK(writer);
    setrlimit(RLIMIT_FSIZE, &tight);
    Result<> done;
    for (quint32 i = 0; i < 5000 && done; ++i) {
        if (const auto added = (*writer)->add(rowOf(100 + i)); !added)
            done = tl::unexpected(added.error());
    }
    if (done)
        done = (*writer)->commit();
    setrlimit(RLIMIT_FSIZE, &old);
    QVERIFY(!done);
    QVERIFY(done.error().message.contains(QStringLiteral("could not be written")));
    writer->reset();
    const auto snapshot = Snapshot::open(m_path);
    QVERIFY_OK(snapshot);
    QCOMPARE((*snapshot)->rows(), quint32(50));
    QVERIFY_OK((*snapshot)->verify());
}

void SnapshotTest::whatUpdatesLeftBehindGoesWhenItIsMostOfTheFile()
{
    write(5000);
    QCOMPARE(compactSnapshot(m_path, 0).value(), false); // nothing to gain
    {
        auto writer = SnapshotWriter::append(m_path);
        QVERIFY_OK(writer);
        for (quint32 i = 0; i < 4000; ++i)
            (*writer)->remove(i);
        QVERIFY_OK((*writer)->setNote("index.pages/i", QByteArray(6000, 'q')));
        QVERIFY_OK((*writer)->commit());
    }
    const auto reader = Snapshot::open(m_path);
    QVERIFY_OK(reader);
    const auto sizes = [this] { return QFileInfo(m_path).size() + QFileInfo(vectorPathOf(m_path)).size(); };
    const qint64 before = sizes();
    QCOMPARE(compactSnapshot(m_path, qint64(1) << 30).value(), false); // too little to be worth it
    QCOMPARE(sizes(), before);
    QCOMPARE(compactSnapshot(m_path, 0).value(), true);
    QVERIFY2(sizes() < before / 2, qPrintable(QStringLiteral("%1 of %2").arg(sizes()).arg(before)));
    const auto now = Snapshot::open(m_path);
    QVERIFY_OK(now);
    QVERIFY_OK((*now)->verify());
    QCOMPARE((*now)->rows(), 1000u);
    QCOMPARE((*now)->alive().count(), 1000u);
    for (quint32 i = 0; i < 1000; ++i)
        QVERIFY2(isRow(**now, i, 4000 + i), qPrintable(QString::number(i)));
    QCOMPARE((*now)->note("index.pages/i").value(), QByteArrayView(QByteArray(6000, 'q')));
    QCOMPARE((*now)->note(notes::SearchFunction).value(), QByteArrayView("select 1"));
    // Who had it open before still reads it.
    QVERIFY(isRow(**reader, 4999, 4999));
    QVERIFY_OK((*reader)->verify());
    QVERIFY_OK(SnapshotWriter::append(m_path)); // and the lock is free
}

void SnapshotTest::aCompactionOfADamagedSnapshotLeavesItAsItIs()
{
    write(300);
    {
        auto writer = SnapshotWriter::append(m_path);
        for (quint32 i = 0; i < 290; ++i)
            (*writer)->remove(i);
        QVERIFY_OK((*writer)->commit());
    }
    QByteArray bytes = contents(m_path);
    bytes[bytes.indexOf("text of 295")] = 'T';
    put(m_path, bytes);
    QVERIFY(!compactSnapshot(m_path, 0));
    QCOMPARE(contents(m_path), bytes);
    QVERIFY(QDir(m_folder->path()).entryList({QStringLiteral("*part*")}).isEmpty());
}

void SnapshotTest::twoWritersAreOneTooMany()
{
    write(5);
    auto first = SnapshotWriter::append(m_path);
    QVERIFY_OK(first);
    QCOMPARE(SnapshotWriter::append(m_path).error().kind, Error::Kind::Busy);
    QCOMPARE(SnapshotWriter::create(m_path, Shape).error().kind, Error::Kind::Busy);
    QVERIFY_OK((*first)->add(rowOf(5)));
    QVERIFY_OK((*first)->commit());
}

void SnapshotTest::rowsThatDoNotFitAreRefused()
{
    auto writer = SnapshotWriter::create(m_path, Shape);
    QVERIFY_OK(writer);
    SnapshotRow row = rowOf(1);
    row.embedding.append(4, '\0'); // nine dimensions: the table changed its model half-way
    QVERIFY((*writer)->add(row).error().message.contains(QStringLiteral("dimensions")));
    row = rowOf(1);
    row.cells[0] = QByteArray("a text");
    QVERIFY((*writer)->add(row).error().message.contains(QStringLiteral("key")));
    row.cells.removeLast();
    QVERIFY(!(*writer)->add(row));
    QCOMPARE((*writer)->rows(), quint32(0));
    QVERIFY_OK((*writer)->commit());
    const auto empty = Snapshot::open(m_path);
    QVERIFY_OK(empty);
    QCOMPARE((*empty)->rows(), quint32(0));
    const QuantisedColumn quantised = (*empty)->quantised();
    const QByteArray query = embedding(1);
    ExactQuery ask;
    ask.query = query.constData();
    QVERIFY(searchExactly((*empty)->vectors(), &quantised, ask).rows.empty());
}

void SnapshotTest::searchesInBlocksAreSearchesInOnePiece()
{
    write(9000);
    const auto snapshot = Snapshot::open(m_path);
    QVERIFY_OK(snapshot);
    const VectorColumn blocks = (*snapshot)->vectors();
    const QuantisedColumn quantised = (*snapshot)->quantised();
    QByteArray flat;
    for (quint32 i = 0; i < 9000; ++i)
        flat += embedding(i);
    const VectorColumn piece{flat.constData(), ElementType::Float32, 8, 9000, &(*snapshot)->searchable()};
    RowSet some(9000);
    for (quint32 i = 0; i < 9000; i += 5)
        some.insert(i);
    for (quint32 i = 0; i < 200; ++i) {
        const QByteArray query = embedding(20'000 + i);
        ExactQuery ask;
        ask.metric = i % 3 == 0 ? Metric::L2 : Metric::Cosine;
        ask.query = query.constData();
        ask.filter = i % 2 ? &some : nullptr;
        ask.pool = i % 5 == 0 ? QThreadPool::globalInstance() : nullptr;
        const ExactAnswer fast = searchExactly(blocks, &quantised, ask), slow = searchExactly(piece, nullptr, ask);
        QCOMPARE(fast.rows.size(), size_t(10));
        QCOMPARE(fast.scanned, slow.scanned);
        QVERIFY(fast.rescored < slow.rescored);
        for (size_t k = 0; k < 10; ++k)
            QVERIFY(fast.rows[k].row == slow.rows[k].row && fast.rows[k].distance == slow.rows[k].distance);
    }
}

void SnapshotTest::recordedQueriesSurvive()
{
    RecordedQueries queries;
    queries.record(QStringLiteral("demo-hash-1536"), QStringLiteral("How do I take a backup?"), {1, 2, 3});
    queries.record(QStringLiteral("demo-hash-1536"), QString(), {});
    queries.record(QStringLiteral("another"), QStringLiteral("How do I take a backup?"), {4, 5});
    const QByteArray bytes = queries.toBytes();
    const auto again = RecordedQueries::fromBytes(bytes);
    QVERIFY_OK(again);
    QCOMPARE(again->count(), qsizetype(3));
    QCOMPARE(again->find(QStringLiteral("demo-hash-1536"), 3, QStringLiteral("How do I take a backup?")), (std::vector<float>{1, 2, 3}));
    QVERIFY(!again->find(QStringLiteral("another"), 3, QStringLiteral("How do I take a backup?")));
    for (qsizetype size = 1; size < bytes.size(); ++size) {
        const auto cut = RecordedQueries::fromBytes(QByteArrayView(bytes).first(size));
        QVERIFY(!cut || cut->count() < 3);
    }
}

QTEST_GUILESS_MAIN(SnapshotTest)
#include "snapshot_test.moc"
