#pragma once

// Snapshots for tests of the engine: rows as structs, written to a temporary folder and opened.

#include "retrieval/engine/corpus.h"
#include "retrieval/snapshotwriter.h"

#include <QTemporaryDir>

#include <cstring>

namespace qd::test {

struct CorpusChunk
{
    QByteArray key;
    std::optional<QByteArray> text = {}, owner = {}, status = {}, document = {}, metadata = {}, tsvector = {}, model = {};
    std::optional<qint64> page = {}, begin = {}, end = {}, tid = {};
    std::vector<float> embedding = {}; // empty: NULL
};

class CorpusFile
{
public:
    explicit CorpusFile(int dims, retrieval::ElementType type = retrieval::ElementType::Float32) : m_dims(dims), m_type(type) {}

    // Only these besides the key; by default all but tsvector.
    QList<QByteArray> columns = {"text", "owner", "status", "document", "metadata", "model", "page", "begin", "end", "tid"};
    QList<CorpusChunk> chunks;
    QList<std::pair<QByteArray, QByteArray>> notes;
    QSet<quint32> removed;

    std::shared_ptr<const retrieval::Corpus> open() const
    {
        using namespace retrieval;
        const QString path = m_folder.filePath(QStringLiteral("chunks.snapshot"));
        SnapshotShape shape{{{"key", SnapshotColumn::Kind::Bytes}}, m_type, m_dims};
        for (const QByteArray &column : columns)
            shape.columns << SnapshotColumn{column, QList<QByteArray>{"page", "begin", "end", "tid", "ordinal"}.contains(column) ? SnapshotColumn::Kind::Integer : SnapshotColumn::Kind::Bytes};
        auto writer = SnapshotWriter::create(path, shape);
        if (!writer)
            qFatal("%s", qPrintable(writer.error().message));
        for (const CorpusChunk &chunk : chunks) {
            if (const auto added = (*writer)->add(rowOf(chunk)); !added)
                qFatal("%s", qPrintable(added.error().message));
        }
        for (const quint32 row : removed)
            (*writer)->remove(row);
        for (const auto &[name, value] : notes) {
            if (!(*writer)->setNote(name, value))
                qFatal("note");
        }
        if (const auto done = (*writer)->commit(); !done)
            qFatal("%s", qPrintable(done.error().message));
        writer->reset();
        auto corpus = Corpus::open(path);
        if (!corpus)
            qFatal("%s", qPrintable(corpus.error().message));
        return *corpus;
    }
    QString path() const { return m_folder.filePath(QStringLiteral("chunks.snapshot")); }

private:
    retrieval::SnapshotRow rowOf(const CorpusChunk &chunk) const
    {
        using namespace retrieval;
        const auto bytes = [](const std::optional<QByteArray> &value) { return value ? SnapshotCell(*value) : SnapshotCell(); };
        const auto integer = [](const std::optional<qint64> &value) { return value ? SnapshotCell(*value) : SnapshotCell(); };
        SnapshotRow row;
        row.cells << SnapshotCell(chunk.key);
        for (const QByteArray &column : columns) {
            row.cells << (column == "text" ? bytes(chunk.text) : column == "owner" ? bytes(chunk.owner) : column == "status" ? bytes(chunk.status) : column == "document" ? bytes(chunk.document)
                              : column == "metadata" ? bytes(chunk.metadata) : column == "tsvector" ? bytes(chunk.tsvector) : column == "model" ? bytes(chunk.model)
                              : column == "page" ? integer(chunk.page) : column == "begin" ? integer(chunk.begin) : column == "end" ? integer(chunk.end) : integer(chunk.tid));
        }
        for (const float value : chunk.embedding) {
            if (m_type == ElementType::Float32) {
                row.embedding.append(reinterpret_cast<const char *>(&value), 4);
            } else {
                const quint16 half = toHalf(value);
                row.embedding.append(reinterpret_cast<const char *>(&half), 2);
            }
        }
        return row;
    }

    int m_dims;
    retrieval::ElementType m_type;
    QTemporaryDir m_folder;
};

} // namespace qd::test
