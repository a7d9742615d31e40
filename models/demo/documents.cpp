#include "demo/documents.h"

#include "demo/prose.h"
#include "retrieval/import/hashembedding.h"

#include <QMutex>
#include <QMutexLocker>

#include <charconv>
#include <map>

namespace qd::demo {

namespace {

enum DocumentStream : quint64 { StandardsStream = 0x5d0c, NotesStream = 0x0c1e };

constexpr int standardCount = 15, chunksPerStandard = 100;
constexpr int noteCount = 450, chunksPerNote = 6;

int charactersOf(const QByteArray &utf8) { return int(QString::fromUtf8(utf8).size()); }

// One text after another with an empty line between; a page holds three.
void appendDocument(Library &library, const DemoDocument &document, const Subject &subject, int chunks, Random &random)
{
    const int number = int(library.documents.size());
    library.documents.push_back(document);
    Prose prose(random, subject);
    int at = 0;
    for (int i = 0; i < chunks; ++i) {
        const Prose::Passage passage = prose.passage(3 + random.below(5));
        DemoChunk chunk{number, i, 1 + i / 3, at, 0, passage.heading, passage.text, passage.question};
        chunk.end = at + charactersOf(chunk.text);
        at = chunk.end + 2;
        library.chunks.push_back(std::move(chunk));
    }
}

// What goes wrong in such tables: a passage stored twice, embeddings that were never made, one of
// nothing but zeros, text that no parser read, and offsets of an older version.
void plantFaults(Library &library, Random &random, const QByteArray &placeholder)
{
    const auto any = [&]() -> DemoChunk & { return library.chunks[size_t(random.below(int(library.chunks.size())))]; };
    for (size_t i = 0; i < library.chunks.size() / 110; ++i)
        any().hasEmbedding = false;
    for (size_t i = 0; i < library.chunks.size() / 60; ++i) {
        const DemoChunk original = any();
        DemoChunk &copy = any();
        copy.text = original.text;
        copy.question = original.question;
    }
    for (size_t i = 0; i < library.chunks.size() / 250; ++i) {
        DemoChunk &moved = any();
        moved.begin += 400;
        moved.end += 350;
    }
    any().hasLength = false;
    any().text = placeholder;
}

Library makeStandards(quint32 seed)
{
    Random random(seed, StandardsStream);
    Library library;
    for (int i = 0; i < standardCount; ++i) {
        const Subject &subject = engineeringSubjects()[size_t(i)];
        DemoDocument document{"standard-" + QByteArray::number(i + 1) + ".pdf", i == 13 ? "processing" : i == 14 ? "error" : "indexed"};
        const size_t first = library.chunks.size();
        appendDocument(library, document, subject, chunksPerStandard, random);
        for (size_t chunk = first; chunk < library.chunks.size(); chunk += 3)
            library.chunks[chunk].text = "According to QD-" + QByteArray::number(201 + i) + ", section " + QByteArray::number(1 + (chunk - first) / 12) + ": " + library.chunks[chunk].text;
        int at = 0; // the codes have made them longer
        for (size_t chunk = first; chunk < library.chunks.size(); ++chunk) {
            library.chunks[chunk].begin = at;
            library.chunks[chunk].end = at + charactersOf(library.chunks[chunk].text);
            at = library.chunks[chunk].end + 2;
        }
    }
    plantFaults(library, random, "This page is intentionally left blank.");
    return library;
}

// Few students keep most of the notes. The fourth has one note in a hundred: a filter by them that
// comes after the index was asked leaves next to nothing.
Library makeNotes(quint32 seed)
{
    static constexpr double shares[] = {0.21, 0.16, 0.12, 0.0, 0.09, 0.07, 0.06, 0.05};
    Random random(seed, NotesStream);
    Library library;
    for (int i = 0; i < noteCount; ++i) {
        const Subject &subject = studySubjects()[size_t(random.below(int(studySubjects().size())))];
        double u = random.uniform();
        int owner = 8 + random.below(60);
        for (int heavy = 0; heavy < int(std::size(shares)); ++heavy) {
            if (u >= 0 && u < shares[heavy])
                owner = heavy;
            u -= shares[heavy];
        }
        if (i % 100 == 41)
            owner = 3;
        const QByteArray title = "Notes " + QByteArray::number(i + 1) + ": " + subject.name;
        appendDocument(library, {title, i == 188 ? "processing" : i % 97 == 96 ? "error" : "ready", owner}, subject, chunksPerNote, random);
    }
    plantFaults(library, random, "PDF content extraction requires pdf-parse");
    return library;
}

const Library &kept(std::map<quint32, Library> &libraries, quint32 seed, Library (*make)(quint32))
{
    static QMutex mutex;
    const QMutexLocker locker(&mutex);
    auto known = libraries.find(seed);
    if (known == libraries.end())
        known = libraries.emplace(seed, make(seed)).first;
    return known->second;
}

} // namespace

const Library &standardsLibrary(quint32 seed)
{
    static std::map<quint32, Library> libraries;
    return kept(libraries, seed, makeStandards);
}

const Library &notesLibrary(quint32 seed)
{
    static std::map<quint32, Library> libraries;
    return kept(libraries, seed, makeNotes);
}

struct EmbeddingText::Private
{
    retrieval::HashEmbedding embedding;
    int dims;
    bool hasVector;
};

EmbeddingText::EmbeddingText(int dims, bool hasVector)
    : d(new Private{{}, dims, hasVector})
{
}

EmbeddingText::~EmbeddingText() = default;

QByteArray EmbeddingText::of(const DemoChunk &chunk)
{
    if (!chunk.hasEmbedding)
        return "\\N";
    return of(chunk.hasLength ? QByteArrayView(chunk.text) : QByteArrayView());
}

QByteArray EmbeddingText::of(QByteArrayView text)
{
    const std::vector<float> numbers = text.isEmpty() ? std::vector<float>(size_t(d->dims), 0.f) : d->embedding.of({text.data(), size_t(text.size())}, d->dims);
    QByteArray out;
    out.reserve(d->dims * 6);
    out += d->hasVector ? '[' : '{';
    char digits[32];
    for (size_t i = 0; i < numbers.size(); ++i) {
        if (i > 0)
            out += ',';
        if (numbers[i] == 0) {
            out += '0';
            continue;
        }
        const auto written = std::to_chars(digits, digits + sizeof digits, numbers[i]);
        out.append(digits, written.ptr - digits);
    }
    return out + (d->hasVector ? ']' : '}');
}

} // namespace qd::demo
