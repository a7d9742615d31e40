#pragma once

#include "telemetry/mirror.h"
#include "telemetry/names.h"

#include <QFuture>
#include <QLockFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <list>
#include <set>

namespace qd::telemetry {

inline constexpr int MirrorVersion = 1;
inline constexpr int MirrorApplication = 0x51444D52; // "QDMR"
inline constexpr Bin BinsPerChunk = 96;

constexpr Bin chunkOf(Bin bin)
{
    return bin >= 0 ? bin / BinsPerChunk : (bin - BinsPerChunk + 1) / BinsPerChunk;
}

// First and last bin of a range, which is widened to bin edges. Nothing for an empty one.
std::optional<std::pair<Bin, Bin>> binsOf(const TimeRange &range);

// Decoded cells of the 96 bins of one UTC day of one source.
struct CellChunk
{
    QList<std::pair<Bin, QList<Cell>>> bins;
    qint64 cells = 0;
};

struct Mirror::Private
{
    QString file;
    bool isWriter = false;
    bool isAsItStands = false; // read without log and locks, because the disk has no room for them
    std::unique_ptr<QLockFile> lock;
    QString connection;  // name of the QSqlDatabase; empty while there is no file
    quint64 inode = 0;
    QString problem;
    std::set<qint64> damaged; // places
    qint64 revision = 0;
    QMap<QString, int> sources;
    QMap<QString, Coverage> coverages;
    Names names;
    std::array<bool, Dimensions> namesAreStale{};
    QHash<qint64, std::shared_ptr<const CellChunk>> chunks; // by place of the chunk's first bin
    std::list<qint64> chunkOrder;                           // oldest use first
    qint64 cachedCells = 0;

    // What another thread read of the file, and the state in which it saw it.
    struct Ahead
    {
        qint64 revision = 0;
        QHash<qint64, std::shared_ptr<const CellChunk>> chunks;
    };
    std::optional<QFuture<std::shared_ptr<const Ahead>>> ahead;

    ~Private();

    // ---- the file (mirrorfile.cpp) ----
    QSqlDatabase database() const { return QSqlDatabase::database(connection, false); }
    bool isOpen() const { return !connection.isEmpty(); }
    Result<> openForWriting();
    Result<> openForReading();
    Result<> connect(bool forWriting, bool asItStands = false);
    void close();
    Result<> createTables();
    Result<> setAside();
    Result<bool> looksWhole(); // structure only; the content is under seals
    // A query that has run, or why not.
    Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {}) const;
    Error errorOf(const QSqlQuery &query) const;
    Error diskIsFull(const QString &said = {}) const;
    static bool isOfDisk(const Error &error);
    void followRevision(); // forgets what the writer has changed since
    void takeNews();
    void loadSources();
    void noteDamage(qint64 place);
    void forgetDamage(qint64 from, qint64 to);

    // ---- reading ----
    static qint64 placeOf(int source, Bin bin) { return (qint64(source) << 32) + (qint64(bin) + 0x80000000LL); }
    static Bin binAt(qint64 place) { return Bin((place & 0xffffffffLL) - 0x80000000LL); }
    static int sourceAt(qint64 place) { return int(place >> 32); }
    void refreshNames(Dimension dimension);
    std::shared_ptr<const CellChunk> chunk(int source, Bin first);
    std::optional<Bin> nextChunk(Bin first, Bin last);
    void forgetChunk(qint64 place);
    void forgetChunks();
    void takeAhead();
    void trimChunks();
    // Blobs of a table in time order, sources side by side.
    void visitBlobs(const char *table, Bin first, Bin last, bool newestFirst, const std::function<bool(qint64 place, const QByteArray &)> &visit) const;

    // ---- writing (mirrorwriting.cpp) ----
    QHash<quint32, QString> userKinds; // as written, of the users seen in this run
    Result<int> sourceNumber(const QString &source);
    Result<> writeCoverage(const QString &source, Coverage coverage);
    Result<> writeNames();
    Result<> writeUserKinds(const QList<Call> &calls);
    Result<> writeBin(int source, Bin bin, const QList<Call> &calls, const BinContent &content, bool keepsRaw);
    bool opens(qint64 place) const; // every part of a bin passes its seal
    Result<> dropBins(int source, Bin first, Bin last);
    // Names and the new revision are written at the end; nothing of it happens if one step fails.
    // A damaged file is set aside and begun anew, which is still an error of kind Lost.
    Result<> inTransaction(const std::function<Result<>()> &work);
    Result<> noteChange(int source, Bin first, Bin last);
};

QByteArray packedCoverage(const Coverage &coverage);
std::optional<Coverage> coverageFrom(const QByteArray &blob);

} // namespace qd::telemetry
