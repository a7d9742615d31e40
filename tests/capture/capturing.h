#pragma once

// A private PostgreSQL with pgvector, profiles as TOML, and captures that are waited for.

#include "capture/capture.h"
#include "retrieval/recordedqueries.h"
#include "retrieval/snapshot.h"
#include "support/cluster.h"
#include "support/wait.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <map>

namespace qd::test {

inline RetrievalProfile retrievalOf(const QByteArray &toml)
{
    const auto profile = parseProfile("id = \"test\"\n" + toml, QStringLiteral("test.toml"));
    if (!profile)
        qFatal("%s", qPrintable(profile.error().message));
    return profile->retrieval;
}

class Capturing
{
public:
    explicit Capturing(const QStringList &settings = {})
        : m_cluster(options(settings))
    {
    }

    const Cluster &cluster() const { return m_cluster; }
    Cluster &cluster() { return m_cluster; }
    QString sql(const QString &text, const QString &database = QStringLiteral("postgres")) const { return m_cluster.execute(text, database); }
    QString file(const char *name = "chunks.snapshot") const { return m_folder.filePath(QString::fromLatin1(name)); }

    std::unique_ptr<Target> target(const QByteArray &user = "postgres", const QByteArray &database = "postgres") const
    {
        return std::make_unique<Target>(deployment(m_cluster.parameters(database, user)), nullptr, nullptr, Clock::system());
    }
    static Deployment deployment(const pg::Parameters &database)
    {
        Deployment deployment;
        deployment.name = QStringLiteral("tested");
        deployment.database = database;
        deployment.secret = QStringLiteral("none");
        return deployment;
    }
    Result<capture::Captured> take(const RetrievalProfile &profile, capture::CaptureOptions options, const QByteArray &user = "postgres", const QByteArray &database = "postgres") const
    {
        const auto line = target(user, database);
        if (options.path.isEmpty())
            options.path = file();
        capture::CaptureRun run(line.get(), profile, options);
        return await(run.start(), std::chrono::minutes(2));
    }
    Result<capture::Captured> take(const RetrievalProfile &profile, const QByteArray &user = "postgres") const { return take(profile, {.cap = 1}, user); }

private:
    static ClusterOptions options(const QStringList &settings)
    {
        ClusterOptions options;
        options.settings = settings;
        options.settings << QStringLiteral("autovacuum = off");
        return options;
    }

    Cluster m_cluster;
    QTemporaryDir m_folder;
};

// What is alive in a snapshot: key → its cells by column, the embedding as the server would write it
// under the name "embedding". Missing cells are left out.
using SnapshotTable = std::map<QByteArray, std::map<QByteArray, QByteArray>>;

inline QByteArray numbersOf(const retrieval::VectorColumn &vectors, quint32 row)
{
    QByteArray text;
    for (int i = 0; i < vectors.dims; ++i)
        text += (i ? "," : "[") + QByteArray::number(double(static_cast<const float *>(vectors.row(row))[i]), 'g', 9);
    return text + ']';
}

inline SnapshotTable tableOf(const QString &path)
{
    const auto opened = retrieval::Snapshot::open(path);
    if (!opened)
        qFatal("%s", described(opened.error()).constData());
    const retrieval::Snapshot &snapshot = **opened;
    if (const auto verified = snapshot.verify(); !verified)
        qFatal("%s", described(verified.error()).constData());
    SnapshotTable table;
    for (quint32 row = 0; row < snapshot.rows(); ++row) {
        if (!snapshot.alive().contains(row))
            continue;
        std::map<QByteArray, QByteArray> cells;
        for (int column = 0; column < int(snapshot.shape().columns.size()); ++column) {
            const QByteArray &name = snapshot.shape().columns[column].name;
            if (const auto bytes = snapshot.bytes(row, column))
                cells[name] = bytes->toByteArray();
            else if (const auto number = snapshot.integer(row, column))
                cells[name] = QByteArray::number(*number);
        }
        if (snapshot.searchable().contains(row))
            cells["embedding"] = numbersOf(snapshot.vectors(), row);
        const auto added = table.emplace(cells["key"], cells);
        if (!added.second)
            qFatal("two rows with the key %s", cells["key"].constData());
    }
    return table;
}

inline QByteArray noteOf(const QString &path, const QByteArray &name)
{
    const auto opened = retrieval::Snapshot::open(path);
    const auto note = opened ? (*opened)->note(name) : Result<QByteArrayView>(tl::unexpected(opened.error()));
    return note ? note->toByteArray() : QByteArray();
}

inline QJsonObject jsonNote(const QString &path, const QByteArray &name)
{
    return QJsonDocument::fromJson(noteOf(path, name)).object();
}

} // namespace qd::test
