#include "retrieval/engine/chunkquality.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace qd::retrieval {

namespace {

struct QualityWords
{
    Q_DECLARE_TR_FUNCTIONS(ChunkQuality)
};

using FindingKind = ChunkFinding::Kind;

// Collects rows by kind of finding.
class Findings
{
public:
    explicit Findings(const Corpus &corpus) : m_corpus(corpus) {}
    void add(FindingKind kind, quint32 row)
    {
        ChunkFinding &finding = m_found[kind];
        finding.kind = kind;
        ++finding.count;
        if (finding.examples.size() < 20) {
            finding.examples << row;
            finding.keys << m_corpus.key(row);
        }
    }
    QList<ChunkFinding> take();

private:
    const Corpus &m_corpus;
    QMap<FindingKind, ChunkFinding> m_found;
};

QString titleOf(FindingKind kind, int count)
{
    switch (kind) {
    case FindingKind::NoEmbedding: return QualityWords::tr("%n chunk(s) without an embedding that can be searched", nullptr, count);
    case FindingKind::NoLength: return QualityWords::tr("%n embedding(s) are all zeros", nullptr, count);
    case FindingKind::NotFinite: return QualityWords::tr("%n embedding(s) hold NaN or infinity", nullptr, count);
    case FindingKind::OtherModel: return QualityWords::tr("%n chunk(s) were embedded by another model than most", nullptr, count);
    case FindingKind::Duplicate: return QualityWords::tr("%n chunk(s) repeat the text of another", nullptr, count);
    case FindingKind::SameEmbedding: return QualityWords::tr("%n chunk(s) share their embedding with one of another text", nullptr, count);
    case FindingKind::EmptyText: return QualityWords::tr("%n chunk(s) have no text", nullptr, count);
    case FindingKind::Placeholder: return QualityWords::tr("%n chunk(s) hold placeholder text", nullptr, count);
    case FindingKind::WrongOffsets: return QualityWords::tr("%n chunk(s) have offsets that do not fit their text", nullptr, count);
    case FindingKind::StuckDocument: return QualityWords::tr("%n chunk(s) belong to documents that were never finished", nullptr, count);
    case FindingKind::NoTextVector: return QualityWords::tr("%n chunk(s) with a text have no tsvector", nullptr, count);
    }
    return {};
}

QString meaningOf(FindingKind kind)
{
    switch (kind) {
    case FindingKind::NoEmbedding: return QualityWords::tr("It is missing or has another dimension than the others; they are never found by meaning, and no error says so.");
    case FindingKind::NoLength: return QualityWords::tr("An index by cosine does not hold them; an exact search gives them the similarity NaN, which passes every threshold.");
    case FindingKind::NotFinite: return QualityWords::tr("Their distance is no number, so they stand anywhere in an answer.");
    case FindingKind::OtherModel: return QualityWords::tr("Vectors of two models cannot be compared; what they are near to is chance.");
    case FindingKind::Duplicate: return QualityWords::tr("The same text takes several places of an answer, and which of them is chance.");
    case FindingKind::SameEmbedding: return QualityWords::tr("The embedding of one text was probably stored for another.");
    case FindingKind::EmptyText: return QualityWords::tr("They take places in answers and say nothing.");
    case FindingKind::Placeholder: return QualityWords::tr("They take places in answers and say nothing.");
    case FindingKind::WrongOffsets: return QualityWords::tr("Citations of these chunks point to the wrong place.");
    case FindingKind::StuckDocument: return QualityWords::tr("A search that asks for finished documents leaves them out.");
    case FindingKind::NoTextVector: return QualityWords::tr("They are never found by words.");
    }
    return {};
}

bool isSerious(FindingKind kind)
{
    return kind != FindingKind::Duplicate && kind != FindingKind::Placeholder && kind != FindingKind::StuckDocument && kind != FindingKind::EmptyText;
}

QList<ChunkFinding> Findings::take()
{
    QList<ChunkFinding> findings = m_found.values();
    for (ChunkFinding &finding : findings) {
        finding.title = titleOf(finding.kind, int(finding.count));
        finding.meaning = meaningOf(finding.kind);
        finding.isSerious = isSerious(finding.kind);
    }
    std::stable_sort(findings.begin(), findings.end(), [](const ChunkFinding &a, const ChunkFinding &b) { return a.isSerious != b.isSerious ? a.isSerious : a.count > b.count; });
    return findings;
}

bool isPlaceholder(const QByteArray &text)
{
    static const QRegularExpression words(QStringLiteral("^\\W*(lorem ipsum|todo|tbd|tba|fixme|placeholder|n/?a|null|none|undefined|test|example text|content goes here|insert text here|asdf+|xxx+)\\b"), QRegularExpression::CaseInsensitiveOption);
    const QString trimmed = QString::fromUtf8(text.left(200)).trimmed();
    if (trimmed.isEmpty())
        return false;
    if (std::all_of(trimmed.begin(), trimmed.end(), [&trimmed](QChar c) { return c == trimmed.front(); }))
        return true;
    const auto match = words.match(trimmed);
    return match.hasMatch() && (text.size() < 60 || match.captured(1).compare(QLatin1String("lorem ipsum"), Qt::CaseInsensitive) == 0);
}

enum class VectorState { Good, Zero, NotFinite };

VectorState stateOf(const VectorColumn &column, quint32 row)
{
    bool isZero = true;
    for (int i = 0; i < column.dims; ++i) {
        const float value = column.type == ElementType::Float32 ? static_cast<const float *>(column.row(row))[i] : fromHalf(static_cast<const quint16 *>(column.row(row))[i]);
        if (!std::isfinite(value))
            return VectorState::NotFinite;
        isZero = isZero && value == 0;
    }
    return isZero ? VectorState::Zero : VectorState::Good;
}

qint64 charactersOf(const QByteArray &utf8)
{
    return std::count_if(utf8.begin(), utf8.end(), [](char c) { return (quint8(c) & 0xc0) != 0x80; });
}

// A document that is done or has failed is not stuck.
bool isUnfinished(const QByteArray &status)
{
    static const QSet<QByteArray> unfinished = {"pending", "processing", "uploading", "queued", "running", "started", "new", "indexing", "embedding", "in_progress"};
    return unfinished.contains(status.toLower());
}

class QualityScan
{
public:
    QualityScan(const Corpus &corpus, const CorpusWork &work) : m_corpus(corpus), m_work(work), m_findings(corpus) {}
    Result<ChunkQuality> run();

private:
    void lookAt(quint32 row);
    void lookAtText(quint32 row);
    void lookAtVector(quint32 row);
    void lookAtOffsets(quint32 row, const QByteArray &text);

    const Corpus &m_corpus;
    const CorpusWork &m_work;
    Findings m_findings;
    QByteArray m_mainModel;
    bool m_hasModels = false, m_hasText = false, m_hasTsvector = false, m_hasOffsets = false, m_hasStatus = false;
    QHash<QByteArray, quint32> m_texts;      // first row of each
    QHash<QByteArray, quint32> m_embeddings; // likewise
};

void QualityScan::lookAtVector(quint32 row)
{
    const VectorColumn column = m_corpus.vectors();
    if (column.dims == 0)
        return;
    if (!column.has(row))
        return m_findings.add(FindingKind::NoEmbedding, row);
    const VectorState state = stateOf(column, row);
    if (state != VectorState::Good)
        return m_findings.add(state == VectorState::Zero ? FindingKind::NoLength : FindingKind::NotFinite, row);
    if (!m_hasText)
        return;
    // The bytes stay mapped as long as the corpus.
    const auto bytes = QByteArray::fromRawData(static_cast<const char *>(column.row(row)), column.bytesPerRow());
    const auto [first, isNew] = [&] {
        const auto known = m_embeddings.constFind(bytes);
        if (known != m_embeddings.cend())
            return std::pair(*known, false);
        m_embeddings.insert(bytes, row);
        return std::pair(row, true);
    }();
    if (!isNew && m_corpus.text(first) != m_corpus.text(row))
        m_findings.add(FindingKind::SameEmbedding, row);
}

void QualityScan::lookAtOffsets(quint32 row, const QByteArray &text)
{
    const auto begin = m_corpus.integer(row, "begin"), end = m_corpus.integer(row, "end");
    if (!begin || !end)
        return;
    const qint64 characters = charactersOf(text);
    // Half-open or closed; chunkers also trim white space at the ends.
    const qint64 room = *end - *begin;
    if (*begin < 0 || room < 0 || characters > room + 1 || (characters > 0 && room > 2 * characters + 64))
        m_findings.add(FindingKind::WrongOffsets, row);
}

void QualityScan::lookAtText(quint32 row)
{
    const QByteArray text = m_corpus.text(row);
    if (text.trimmed().isEmpty())
        return m_findings.add(FindingKind::EmptyText, row);
    if (isPlaceholder(text))
        m_findings.add(FindingKind::Placeholder, row);
    // The same text of two owners is not a mistake.
    const QByteArray key = m_corpus.bytes(row, "owner").value_or(QByteArray()) + '\0' + text;
    if (m_texts.contains(key))
        m_findings.add(FindingKind::Duplicate, row);
    else
        m_texts.insert(key, row);
    if (m_hasTsvector && !m_corpus.bytes(row, "tsvector"))
        m_findings.add(FindingKind::NoTextVector, row);
    if (m_hasOffsets)
        lookAtOffsets(row, text);
}

void QualityScan::lookAt(quint32 row)
{
    lookAtVector(row);
    if (m_hasText)
        lookAtText(row);
    if (m_hasModels && m_corpus.vectors().has(row)) {
        if (const auto model = m_corpus.bytes(row, "model"); model && *model != m_mainModel)
            m_findings.add(FindingKind::OtherModel, row);
    }
    if (m_hasStatus) {
        if (const auto status = m_corpus.bytes(row, "status"); status && isUnfinished(*status))
            m_findings.add(FindingKind::StuckDocument, row);
    }
}

Result<ChunkQuality> QualityScan::run()
{
    m_hasText = m_corpus.hasColumn("text");
    m_hasTsvector = m_corpus.hasColumn("tsvector");
    m_hasOffsets = m_corpus.hasColumn("begin") && m_corpus.hasColumn("end");
    m_hasStatus = m_corpus.hasColumn("status");
    const auto models = m_corpus.valuesOf("model");
    m_hasModels = !models.isEmpty();
    if (m_hasModels)
        m_mainModel = models.first().first;
    ChunkQuality quality;
    for (quint32 row = 0; row < m_corpus.rows(); ++row) {
        if (row % 1024 == 0) {
            if (m_work.stopped())
                return failure(Error::Kind::Cancelled, QString());
            m_work.tell(QualityWords::tr("Looking at every chunk"), double(row) / double(m_corpus.rows()));
        }
        if (!m_corpus.alive().contains(row))
            continue;
        ++quality.chunks;
        lookAt(row);
    }
    quality.findings = m_findings.take();
    if (m_corpus.shape().dims == 0)
        quality.unchecked << QualityWords::tr("There are no embeddings in the snapshot, so none was looked at.");
    if (!m_hasText)
        quality.unchecked << QualityWords::tr("There are no texts in the snapshot, so duplicates and placeholders were not looked for.");
    if (!m_hasModels)
        quality.unchecked << QualityWords::tr("No column says which model made an embedding, so two models in one column would not be noticed.");
    if (!m_hasOffsets)
        quality.unchecked << QualityWords::tr("There are no offsets in the snapshot, so citations were not checked.");
    if (!m_hasStatus)
        quality.unchecked << QualityWords::tr("No status of documents is in the snapshot, so stuck ones would not be noticed.");
    if (const auto damage = m_corpus.damage())
        return tl::unexpected(*damage);
    return quality;
}

} // namespace

Result<ChunkQuality> chunkQuality(const Corpus &corpus, const CorpusWork &work)
{
    return QualityScan(corpus, work).run();
}

} // namespace qd::retrieval
