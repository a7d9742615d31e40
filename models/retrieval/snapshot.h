#pragma once

// A snapshot of production's chunks in a pair of files that are mapped, not read: FILE holds texts,
// metadata, tsvectors, pages of indexes and notes; FILE.vectors holds the embeddings and their
// quantised copy, in blocks of 4,096 rows. Opening checks the headers, the directory and that
// everything it names lies within the files; the rest is checked by its checksum when it is first
// touched, and all of it by verify(). A file that is damaged, cut, of another version or of another pair is refused
// with one sentence.
//
// Updates append: new rows and a new directory go behind the old ones and one of two headers is
// rewritten last, so a writer that is killed at any byte leaves the snapshot as it was before.
// Numbers are little-endian.

#include "core/result.h"
#include "retrieval/vectors/quantised.h"

#include <QByteArray>
#include <QDateTime>
#include <QFile>
#include <QList>

#include <functional>
#include <memory>
#include <optional>

namespace qd::retrieval {

// A column besides the embedding. The names are the profile's choice; the engine knows "key", "text",
// "tsvector", "metadata", "owner", "status", "page", "begin", "end" and "tid".
struct SnapshotColumn
{
    enum class Kind : quint8 { Bytes, Integer, Number };
    QByteArray name;
    Kind kind = Kind::Bytes;
    bool operator==(const SnapshotColumn &) const = default;
};

struct SnapshotShape
{
    QList<SnapshotColumn> columns;
    ElementType type = ElementType::Float32;
    int dims = 0;
    bool operator==(const SnapshotShape &) const = default;
};

class Snapshot
{
public:
    static constexpr quint32 Version = 2;

    static Result<std::unique_ptr<Snapshot>> open(const QString &path);
    ~Snapshot();

    const SnapshotShape &shape() const { return m_shape; }
    int column(QByteArrayView name) const; // -1 if there is none
    // Counts up with every commit of a writer.
    quint64 generation() const { return m_generation; }
    // Rows ever written; those that an update replaced or removed are not in alive().
    quint32 rows() const { return m_rows; }
    const RowSet &alive() const { return m_alive; }
    // Rows that are alive and have an embedding: what a search looks at.
    const RowSet &searchable() const { return m_searchable; }

    // Cells; nothing is NULL, and also what damage leaves: then damage() says so. The bytes live as
    // long as the snapshot. One thread at a time; vectors() and quantised() are for any number.
    std::optional<QByteArrayView> bytes(quint32 row, int column) const;
    std::optional<qint64> integer(quint32 row, int column) const;
    std::optional<double> number(quint32 row, int column) const;
    const std::optional<Error> &damage() const { return m_damage; }

    // What belongs to the whole: the search function's source and parameters, index definitions and
    // settings, judged queries, calibration, recorded query embeddings, pages of an index.
    QList<QByteArray> notes() const;
    Result<QByteArrayView> note(QByteArrayView name) const; // Missing if there is none

    // The embeddings and their quantised copy, where they lie in the mapped file.
    VectorColumn vectors() const;
    QuantisedColumn quantised() const;

    // Reads everything and compares the checksums. `isStopped` is asked now and then.
    Result<> verify(const std::function<bool()> &isStopped = {}) const;

private:
    struct Directory;
    Snapshot();
    Result<> openMain(const QString &path);
    Result<> openVectors(const QString &path);
    const char *cell(quint32 row, int column, qsizetype &size) const;

    QString m_name;
    QFile m_main, m_vectors;
    const char *m_mainBytes = nullptr, *m_vectorBytes = nullptr;
    std::unique_ptr<Directory> m_directory;
    SnapshotShape m_shape;
    quint64 m_generation = 0, m_pair = 0;
    quint32 m_rows = 0;
    RowSet m_alive, m_searchable;
    mutable std::optional<Error> m_damage;
};

} // namespace qd::retrieval
