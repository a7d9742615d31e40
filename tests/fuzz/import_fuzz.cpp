// Lines of a corpus and files of vectors as anybody may have made them: read or refused with a
// sentence; what was read can be kept, analysed and read again.
#include "retrieval/import/corpusfile.h"
#include "retrieval/import/importcorpus.h"
#include "retrieval/import/tsvectorwire.h"
#include "retrieval/import/vectorfile.h"
#include "retrieval/snapshot.h"

#include <QDir>
#include <QTemporaryDir>

#include <cstdlib>

using namespace qd;
using namespace qd::retrieval;

static void demand(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

static void writeAll(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    demand(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size());
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    const auto line = readCorpusLine(input);
    if (line) {
        demand(!line->key.isEmpty() && !line->text.contains('\0'));
        Analyzer analyzer(Configuration::English, CharacterType::Utf8);
        if (const auto vector = analyzer.vector(line->text.toStdString())) {
            const auto again = TsVector::fromBinary(tsvectorWire(*vector));
            demand(again.has_value() && *again == *vector);
        }
    } else {
        demand(!line.error().message.isEmpty());
    }
    if (const auto header = readNumpy(input))
        demand(header->rows >= 0 && header->columns >= 0 && header->size <= input.size());

    // The whole way, from a folder: the first byte says how the vectors lie, the text before the first
    // zero byte is the corpus, what follows are the vectors.
    static QTemporaryDir folder(QStringLiteral("/dev/shm/qd-import-XXXXXX"));
    const qsizetype zero = input.indexOf('\0');
    if (input.size() < 2 || zero < 1)
        return 0;
    const QString vectors = folder.filePath(input[0] & 1 ? QStringLiteral("a.npy") : QStringLiteral("a.f32")), target = folder.filePath(QStringLiteral("made"));
    writeAll(folder.filePath(QStringLiteral("a.jsonl")), input.mid(1, zero - 1));
    if (input[0] & 2)
        writeAll(vectors, input.mid(zero + 1));
    if (input[0] & 4)
        writeAll(folder.filePath(QStringLiteral("qrels.txt")), input.mid(zero + 1));
    ImportSettings settings;
    settings.skipsBadLines = input[0] & 8;
    const auto report = importCorpus(folder.path(), target, settings);
    if (report) {
        const auto snapshot = Snapshot::open(target);
        demand(snapshot.has_value() && (*snapshot)->verify().has_value() && (*snapshot)->rows() == report->rows && (*snapshot)->searchable().count() == report->withEmbedding);
    } else {
        demand(!report.error().message.isEmpty());
    }
    for (const QString &name : QDir(folder.path()).entryList(QDir::Files))
        QFile::remove(folder.filePath(name));
    return 0;
}
