// The file of a mirror: opening, looking whether it is whole, setting a damaged one aside, and
// following another process that writes.

#include "telemetry/mirrorprivate.h"
#include "telemetry/packing.h"

#include "core/log.h"
#include "core/paths.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>

#include <atomic>

#include <sys/stat.h>

namespace qd::telemetry {

namespace {

struct MirrorWords
{
    Q_DECLARE_TR_FUNCTIONS(Mirror)
};

constexpr qint64 QuicklyChecked = 64 * 1024 * 1024;
constexpr const char *MirrorTables[] = {"state", "sources", "names", "bins", "cells", "distributions", "users", "errors", "raw", "life", "changes"};

quint64 inodeOf(const QString &file)
{
    struct stat status{};
    return ::stat(QFile::encodeName(file).constData(), &status) == 0 ? quint64(status.st_ino) : 0;
}

QString newConnectionName()
{
    static std::atomic<quint64> next{0};
    return QStringLiteral("mirror-%1").arg(++next);
}

} // namespace

Mirror::Private::~Private()
{
    close();
}

void Mirror::Private::close()
{
    if (!isOpen())
        return;
    database().close();
    QSqlDatabase::removeDatabase(connection);
    connection.clear();
    ahead.reset();
    forgetChunks();
    names = Names();
    namesAreStale.fill(true);
    sources.clear();
    coverages.clear();
    revision = 0;
}

Result<> Mirror::Private::connect(bool forWriting, bool asItStands)
{
    const QFileInfo info(file);
    isAsItStands = asItStands;
    const bool mayWrite = !asItStands && QFileInfo(info.absolutePath()).isWritable() && (!info.exists() || info.isWritable());
    connection = newConnectionName();
    QSqlDatabase made = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
    if (mayWrite) {
        made.setDatabaseName(file);
        made.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(forWriting ? 5000 : 100));
    } else { // shipped with the program, or on a full disk: nobody writes to it
        made.setDatabaseName(QUrl::fromLocalFile(info.absoluteFilePath()).toString(QUrl::FullyEncoded) + QStringLiteral("?immutable=1"));
        made.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"));
    }
    if (!made.open()) {
        const QString said = made.lastError().text();
        made = QSqlDatabase();
        close();
        return failure(Error::Kind::Refused, MirrorWords::tr("The local copy “%1” cannot be opened. Check the rights of its folder and the space on the disk.").arg(file), said);
    }
    inode = inodeOf(file);
    (void)run(QStringLiteral("pragma cache_size=-8192")); // fails first on what is no database; that is found out later
    return {};
}

Result<QSqlQuery> Mirror::Private::run(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(errorOf(query));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failure(errorOf(query));
    return query;
}

Error Mirror::Private::diskIsFull(const QString &said) const
{
    return {Error::Kind::Busy, MirrorWords::tr("The disk is full: the local copy “%1” could not be brought up to date. What was read before is kept.").arg(file), said, QStringLiteral("SQLite 13")};
}

Error Mirror::Private::errorOf(const QSqlQuery &query) const
{
    const QSqlError error = query.lastError();
    const QString code = QStringLiteral("SQLite %1").arg(error.nativeErrorCode());
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 13: // SQLITE_FULL
        return diskIsFull(error.text());
    case 10: // SQLITE_IOERR
        return {Error::Kind::Busy, MirrorWords::tr("The local copy “%1” could not be read or written: the disk is full or failing. What was read before is kept.").arg(file), error.text(), code};
    case 11:
    case 26:
        return {Error::Kind::Lost, MirrorWords::tr("The local copy “%1” is damaged.").arg(file), error.text(), code};
    case 5:
    case 6:
        return {Error::Kind::Busy, MirrorWords::tr("The local copy “%1” is in use by another program.").arg(file), error.text(), code};
    default:
        return {Error::Kind::Refused, MirrorWords::tr("The local copy “%1” cannot be used.").arg(file), error.text(), code};
    }
}

// The disk and not the content is the matter, so nothing is known about the content.
bool Mirror::Private::isOfDisk(const Error &error)
{
    const int code = error.code.section(QLatin1Char(' '), 1).toInt() & 0xff;
    return code == 10 || code == 13 || code == 14; // SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN
}

Result<> Mirror::Private::createTables()
{
    const QStringList statements{
        QStringLiteral("pragma auto_vacuum=incremental"),
        QStringLiteral("pragma journal_mode=wal"),
        QStringLiteral("pragma synchronous=normal"),
        QStringLiteral("begin immediate"),
        QStringLiteral("create table if not exists state(id integer primary key check (id = 1), revision integer not null)"),
        QStringLiteral("insert or ignore into state values (1, 1)"),
        QStringLiteral("create table if not exists sources(id integer primary key, name text not null unique, coverage blob)"),
        QStringLiteral("create table if not exists names(dimension integer, number integer, name text, seal integer, note text, primary key (dimension, number)) without rowid"),
        QStringLiteral("create table if not exists bins(place integer primary key, rows integer, copies integer, checksum integer, oddcosts integer, oddlatencies integer)"),
        QStringLiteral("create table if not exists cells(place integer primary key, content blob)"),
        QStringLiteral("create table if not exists distributions(place integer primary key, content blob)"),
        QStringLiteral("create table if not exists users(place integer primary key, content blob)"),
        QStringLiteral("create table if not exists errors(place integer primary key, content blob)"),
        QStringLiteral("create table if not exists raw(place integer primary key, content blob)"),
        QStringLiteral("create table if not exists life(grp integer, place integer, first integer, last integer, primary key (grp, place)) without rowid"),
        QStringLiteral("create index if not exists lifeplace on life(place)"),
        QStringLiteral("create table if not exists changes(number integer primary key autoincrement, revision integer, source integer, first integer, last integer)"),
        QStringLiteral("pragma application_id=%1").arg(MirrorApplication),
        QStringLiteral("pragma user_version=%1").arg(MirrorVersion),
        QStringLiteral("commit"),
    };
    for (const QString &statement : statements)
        if (auto done = run(statement); !done)
            return failure(done.error());
    return {};
}

Result<bool> Mirror::Private::looksWhole()
{
    std::optional<Error> ofDisk;
    const auto number = [this, &ofDisk](const QString &sql) -> qint64 {
        auto answer = run(sql);
        if (!answer && isOfDisk(answer.error()))
            ofDisk = answer.error();
        return answer && answer->next() ? answer->value(0).toLongLong() : -1;
    };
    for (const char *table : MirrorTables)
        if (number(QStringLiteral("select count(*) from sqlite_master where type='table' and name='%1'").arg(QLatin1String(table))) != 1)
            return ofDisk ? Result<bool>(failure(*ofDisk)) : false;
    // A file that lost its end; only after the log was written back, which may still be to come.
    if (isWriter && number(QStringLiteral("pragma wal_checkpoint(truncate)")) == 0
        && QFileInfo(file).size() < number(QStringLiteral("pragma page_count")) * number(QStringLiteral("pragma page_size")))
        return false;
    if (number(QStringLiteral("select revision from state")) < 1)
        return ofDisk ? Result<bool>(failure(*ofDisk)) : false;
    if (!isWriter || QFileInfo(file).size() > QuicklyChecked)
        return true;
    auto checked = run(QStringLiteral("pragma quick_check(1)"));
    if (!checked && isOfDisk(checked.error()))
        return failure(checked.error());
    return checked && checked->next() && checked->value(0).toString() == QStringLiteral("ok");
}

Result<> Mirror::Private::openForWriting()
{
    isWriter = true;
    const bool isNew = QFileInfo(file).size() == 0 && QFileInfo(file + QStringLiteral("-wal")).size() == 0;
    if (auto opened = connect(true); !opened)
        return opened;
    if (!isNew) {
        // SQLite takes less than a page for a database that is still empty.
        if (QFile head(file); QFileInfo(file).size() < 512 || !head.open(QIODevice::ReadOnly) || !head.read(16).startsWith("SQLite format 3")) {
            if (auto done = setAside(); !done)
                return done;
        }
        auto version = run(QStringLiteral("pragma user_version"));
        if (!version && isOfDisk(version.error()))
            return failure(version.error());
        const int found = version && version->next() ? version->value(0).toInt() : -1;
        auto application = run(QStringLiteral("pragma application_id"));
        const int owner = application && application->next() ? application->value(0).toInt() : -1;
        version = QSqlQuery();
        application = QSqlQuery();
        if (owner == MirrorApplication && found > MirrorVersion)
            return failure(Error::Kind::Wrong, MirrorWords::tr("The local copy “%1” was written by a newer Quarterdeck and is left as it is. Use that version, or move the file away.").arg(file));
        const bool isEmpty = owner == 0 && found == 0 && run(QStringLiteral("select 1 from sqlite_master")) && !run(QStringLiteral("select 1 from sqlite_master"))->next();
        const Result<bool> isWhole = isEmpty ? true : owner == MirrorApplication ? looksWhole() : false;
        if (!isWhole)
            return failure(isWhole.error());
        if (!*isWhole)
            if (auto done = setAside(); !done)
                return done;
    }
    if (auto made = createTables(); !made)
        return made;
    loadSources();
    return {};
}

Result<> Mirror::Private::openForReading()
{
    isWriter = false;
    if (QFileInfo(file).size() == 0)
        return {}; // empty until somebody has written
    if (auto opened = connect(false); !opened)
        return opened;
    // On a full disk there is no room for what SQLite wants beside the file; the file itself is whole
    // as long as no log waits to be written back.
    if (const auto seen = run(QStringLiteral("select revision from state")); !seen && isOfDisk(seen.error()) && QFileInfo(file + QStringLiteral("-wal")).size() == 0) {
        close();
        if (auto opened = connect(false, true); !opened)
            return opened;
    }
    auto version = run(QStringLiteral("pragma user_version"));
    if (version && version->next() && version->value(0).toInt() > MirrorVersion)
        return failure(Error::Kind::Wrong, MirrorWords::tr("The local copy “%1” was written by a newer Quarterdeck and is left as it is. Use that version, or move the file away.").arg(file));
    version = QSqlQuery();
    const auto tables = run(QStringLiteral("pragma query_only=1"));
    auto state = run(QStringLiteral("select revision from state"));
    if (!state || !state->next()) {
        // Just being made by the writer, or damaged; the writer decides which.
        const bool isUnreadable = !state && state.error().kind == Error::Kind::Lost;
        state = QSqlQuery();
        close();
        if (isUnreadable)
            problem = MirrorWords::tr("The local copy “%1” is damaged and will be read again from the database.").arg(file);
        return {};
    }
    state = QSqlQuery();
    takeNews();
    return {};
}

Result<> Mirror::Private::setAside()
{
    close();
    const QString aside = file + QStringLiteral(".damaged-") + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    for (const QString &part : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        if (QFile::exists(file + part) && !QFile::rename(file + part, aside + part))
            return failure(Error::Kind::Refused, MirrorWords::tr("The local copy “%1” is damaged and could not be set aside. Move it away by hand.").arg(file));
    problem = MirrorWords::tr("The local copy was damaged. It has been set aside as “%1” and is being read again from the database.").arg(aside);
    log::warning(problem);
    return connect(true);
}

void Mirror::Private::loadSources()
{
    sources.clear();
    coverages.clear();
    auto rows = run(QStringLiteral("select id, name, coverage from sources"));
    while (rows && rows->next()) {
        const QString name = rows->value(1).toString();
        sources.insert(name, rows->value(0).toInt());
        // A coverage that does not open is none: everything is read again.
        coverages.insert(name, coverageFrom(rows->value(2).toByteArray()).value_or(Coverage()));
    }
    auto state = run(QStringLiteral("select revision from state"));
    if (state && state->next())
        revision = state->value(0).toLongLong();
    namesAreStale.fill(true);
}

void Mirror::Private::followRevision()
{
    if (isWriter)
        return;
    if (isOpen() && isAsItStands)
        close(); // would never see what others write
    if (isOpen() && inodeOf(file) != inode) {
        close();
        damaged.clear();
        problem = MirrorWords::tr("The local copy was damaged. It has been set aside and is being read again from the database.");
    }
    if (!isOpen()) {
        if (QFileInfo(file).size() > 0)
            if (auto opened = openForReading(); !opened)
                problem = opened.error().message;
        return;
    }
    takeNews();
}

void Mirror::Private::takeNews()
{
    database().commit(); // ends what was seen as one state so far
    database().transaction();
    auto state = run(QStringLiteral("select revision from state"));
    if (!state || !state->next() || state->value(0).toLongLong() == revision)
        return;
    const qint64 before = revision;
    loadSources();
    auto oldest = run(QStringLiteral("select min(revision) from changes"));
    if (before == 0 || !oldest || !oldest->next() || oldest->value(0).toLongLong() > before + 1)
        return forgetChunks();
    auto changes = run(QStringLiteral("select source, first, last from changes where revision > ?"), {before});
    while (changes && changes->next()) {
        const Bin first = changes->value(1).toInt(), last = changes->value(2).toInt();
        if (first > last)
            return forgetChunks();
        const int source = changes->value(0).toInt();
        forgetDamage(placeOf(source, first), placeOf(source, last));
        for (Bin chunk = chunkOf(first); chunk <= chunkOf(last); ++chunk)
            forgetChunk(placeOf(source, chunk * BinsPerChunk));
    }
}

// Those bins were written anew; if they are not sound this time either, reading them will say so.
void Mirror::Private::forgetDamage(qint64 from, qint64 to)
{
    if (damaged.empty())
        return;
    damaged.erase(damaged.lower_bound(from), damaged.upper_bound(to));
    if (damaged.empty())
        problem.clear();
}

void Mirror::Private::noteDamage(qint64 place)
{
    if (!damaged.insert(place).second)
        return;
    problem = MirrorWords::tr("A part of the local copy was damaged, %1; it is left out until it has been read again.").arg(isoText(binStart(binAt(place))));
    log::warning(problem);
}

Result<bool> Mirror::verify()
{
    if (!d->isWriter)
        return true;
    bool isWhole = true;
    {
        auto checked = d->run(QStringLiteral("pragma quick_check(1)"));
        isWhole = checked ? checked->next() && checked->value(0).toString() == QStringLiteral("ok") : checked.error().kind != Error::Kind::Lost;
    }
    if (isWhole)
        return true;
    if (auto done = d->setAside(); !done)
        return failure(done.error());
    if (auto made = d->createTables(); !made)
        return failure(made.error());
    d->loadSources();
    return false;
}

} // namespace qd::telemetry
