#include "retrieval/import/samplecorpus.h"

#include "retrieval/import/hashembedding.h"
#include "retrieval/import/tsvectorwire.h"
#include "retrieval/recordedqueries.h"
#include "retrieval/snapshotformat.h"
#include "retrieval/snapshotwriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace qd::retrieval {

namespace {

struct SampleWords
{
    Q_DECLARE_TR_FUNCTIONS(SampleCorpus)
};

constexpr int SampleDims = 1536;
constexpr char SampleFileName[] = "share/quarterdeck/sample/postgres-manual.qdsnapshot";

// Lists of links and of key words; nobody is answered by one.
bool isWorthReading(const QString &page)
{
    return page != QLatin1String("index") && page != QLatin1String("bookindex");
}

Result<QByteArray> sampleSource(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Missing, SampleWords::tr("The file “%1” cannot be read.").arg(name), file.errorString());
    return file.readAll();
}

} // namespace

Result<QString> sampleCorpusPath()
{
    QDir folder(QCoreApplication::applicationDirPath());
    for (int level = 0; level < 4; ++level) {
        const QString path = folder.filePath(QLatin1String(SampleFileName));
        if (QFileInfo::exists(path))
            return path;
        if (!folder.cdUp())
            break;
    }
    return failure(Error::Kind::Missing,
        SampleWords::tr("The sample corpus is not here: this program was built without the PostgreSQL manual. Install the package postgresql-doc-15 (or that of another version) and build again."));
}

Result<QList<ManualPage>> readManual(const QString &folder)
{
    QList<ManualPage> pages;
    QSet<QString> seen;
    for (QString name = QStringLiteral("index"); !name.isEmpty() && !seen.contains(name);) {
        seen.insert(name);
        auto page = readManualPage(QDir(folder).filePath(name + QStringLiteral(".html")));
        if (!page)
            return tl::unexpected(page.error());
        name = page->next;
        pages << *std::move(page);
    }
    if (pages.size() < 2)
        return failure(Error::Kind::Wrong, SampleWords::tr("“%1” does not hold the PostgreSQL manual: its index.html leads to no other page.").arg(folder));
    return pages;
}

// One corpus in the making.
class SampleCorpusMaker
{
public:
    Result<SampleCorpusReport> make(const SampleCorpusSources &sources, const QString &file);

private:
    Result<> writeRows(SnapshotWriter &writer);
    Result<SnapshotRow> rowOf(const ManualPage &page, int number, const ManualChunk &chunk, int ordinal);
    QByteArray embeddingOf(const ManualPage &page, const ManualChunk &chunk, QStringView text);
    Result<> writeNotes(SnapshotWriter &writer, const SampleCorpusSources &sources);
    quint64 fingerprint() const;

    QList<ManualPage> m_pages;
    QList<QList<ManualChunk>> m_chunks;
    QList<JudgedQuery> m_questions;
    ChunkJudgements m_judged;
    HashEmbedding m_embedding;
    Analyzer m_analyzer{Configuration::English, CharacterType::Utf8};
};

// Whose page it is: five made-up people share the book, so that a question can be asked as one of
// them. By name, so that a new edition changes little.
static int sampleShareOf(const QString &page, int shares)
{
    return int(Checksum::of(page.toUtf8()) % quint64(shares));
}

// Pages that a pipeline has not got through yet, or could not read; they have no embedding.
static QByteArray sampleStatusOf(const QString &page)
{
    if (page == QLatin1String("docguide-style") || page == QLatin1String("nls-translator"))
        return "error";
    return page == QLatin1String("sourcerepo") || page == QLatin1String("docguide-toolsets") ? "processing" : "ready";
}

static SnapshotShape sampleShape()
{
    using Kind = SnapshotColumn::Kind;
    return {{{"key", Kind::Bytes}, {"text", Kind::Bytes}, {"tsvector", Kind::Bytes}, {"metadata", Kind::Bytes}, {"owner", Kind::Bytes}, {"status", Kind::Bytes}, {"document", Kind::Bytes}, {"title", Kind::Bytes},
                {"section", Kind::Bytes}, {"ordinal", Kind::Integer}, {"page", Kind::Integer}, {"begin", Kind::Integer}, {"end", Kind::Integer}, {"model", Kind::Bytes}},
            ElementType::Float32, SampleDims};
}

QByteArray SampleCorpusMaker::embeddingOf(const ManualPage &page, const ManualChunk &chunk, QStringView text)
{
    if (sampleStatusOf(page.name) != "ready")
        return {};
    // A chunk is about what its page and section are about, also where its words do not say so.
    QString about = page.title;
    if (chunk.section >= 0 && page.sections[chunk.section].title != page.title)
        about += QLatin1Char('\n') + page.sections[chunk.section].title;
    const std::vector<float> embedding = m_embedding.of((about + QLatin1Char('\n') + text.toString()).toStdString(), SampleDims);
    return {reinterpret_cast<const char *>(embedding.data()), qsizetype(embedding.size() * sizeof(float))};
}

Result<SnapshotRow> SampleCorpusMaker::rowOf(const ManualPage &page, int number, const ManualChunk &chunk, int ordinal)
{
    const QStringView text = QStringView(page.text).sliced(chunk.begin, chunk.end - chunk.begin);
    const QByteArray utf8 = text.toUtf8();
    const auto vector = m_analyzer.vector({utf8.constData(), std::size_t(utf8.size())});
    if (!vector)
        return tl::unexpected(vector.error());
    const ManualSection *section = chunk.section < 0 ? nullptr : &page.sections[chunk.section];
    const QString anchor = section ? section->anchor : QString();
    const QJsonObject metadata{{QStringLiteral("chapter"), page.chapter}, {QStringLiteral("kind"), page.kind}, {QStringLiteral("anchor"), anchor}, {QStringLiteral("file"), page.name + QStringLiteral(".html")}};
    const QByteArray status = sampleStatusOf(page.name);
    return SnapshotRow{{chunk.key.toUtf8(), utf8, tsvectorWire(*vector), QJsonDocument(metadata).toJson(QJsonDocument::Compact), "oncall-" + QByteArray::number(1 + sampleShareOf(page.name, 5)), status, page.name.toUtf8(),
                           page.title.toUtf8(), section ? SnapshotCell(section->title.toUtf8()) : SnapshotCell(), qint64(ordinal), qint64(number), qint64(characterAt(page.text, chunk.begin)), qint64(characterAt(page.text, chunk.end)),
                           status == "ready" ? SnapshotCell(HashEmbedding::model(SampleDims).toUtf8()) : SnapshotCell()},
                       embeddingOf(page, chunk, text)};
}

Result<> SampleCorpusMaker::writeRows(SnapshotWriter &writer)
{
    for (int i = 0; i < m_pages.size(); ++i) {
        for (int ordinal = 0; ordinal < m_chunks[i].size(); ++ordinal) {
            const auto row = rowOf(m_pages[i], i + 1, m_chunks[i][ordinal], ordinal);
            if (!row)
                return tl::unexpected(row.error());
            if (const auto added = writer.add(*row); !added)
                return tl::unexpected(added.error());
        }
    }
    return {};
}

Result<> SampleCorpusMaker::writeNotes(SnapshotWriter &writer, const SampleCorpusSources &sources)
{
    QByteArray questions, judgements;
    RecordedQueries recorded;
    for (const JudgedQuery &question : std::as_const(m_questions)) {
        const auto grades = m_judged.judgements.grades.value(question.id);
        questions += QJsonDocument(QJsonObject{{QStringLiteral("id"), question.id}, {QStringLiteral("text"), question.text}, {QStringLiteral("judged"), !grades.isEmpty()}}).toJson(QJsonDocument::Compact) + '\n';
        QStringList keys = grades.keys();
        keys.sort();
        for (const QString &key : std::as_const(keys))
            judgements += QJsonDocument(QJsonObject{{QStringLiteral("query"), question.id}, {QStringLiteral("key"), key}, {QStringLiteral("grade"), grades.value(key)}}).toJson(QJsonDocument::Compact) + '\n';
        recorded.record(HashEmbedding::model(SampleDims), question.text, m_embedding.of(question.text.toStdString(), SampleDims));
    }
    const QString index = QDir(sources.manual).filePath(QStringLiteral("index.html"));
    const QJsonObject origin{{QStringLiteral("deployment"), QJsonValue()}, {QStringLiteral("database"), QJsonValue()}, {QStringLiteral("server_version"), QJsonValue()}, {QStringLiteral("pgvector"), QJsonValue()},
        {QStringLiteral("taken_at"), QFileInfo(index).lastModified().toUTC().toString(Qt::ISODate)}, {QStringLiteral("relation"), m_pages.first().title}, {QStringLiteral("rows_hidden_by_rls"), QJsonValue()},
        {QStringLiteral("source"), QStringLiteral("sample")}};
    const QJsonObject locale{{QStringLiteral("collate"), QStringLiteral("C.UTF-8")}, {QStringLiteral("ctype"), QStringLiteral("C.UTF-8")}, {QStringLiteral("provider"), QStringLiteral("libc")}, {QStringLiteral("encoding"), QStringLiteral("UTF8")},
        {QStringLiteral("probes"), QJsonObject()}, {QStringLiteral("stem_of_added"), QStringLiteral("ad")}};
    const QJsonObject parameters{{QStringLiteral("mode"), QStringLiteral("hybrid")}, {QStringLiteral("metric"), QStringLiteral("cosine")}, {QStringLiteral("scan"), QStringLiteral("exact")}, {QStringLiteral("vectorLimit"), 40},
        {QStringLiteral("textLimit"), 40}, {QStringLiteral("ranking"), QStringLiteral("ts_rank_cd")}, {QStringLiteral("model"), HashEmbedding::model(SampleDims)}};
    const auto json = [](const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); };
    const std::initializer_list<std::pair<const char *, QByteArray>> all = {{"origin", json(origin)}, {"locale", json(locale)}, {notes::SearchParameters, json(parameters)}, {"questions", questions}, {notes::Judgements, judgements},
        {notes::Queries, recorded.toBytes()}};
    for (const auto &[name, bytes] : all) {
        if (const auto done = writer.setNote(name, bytes); !done)
            return done;
    }
    return {};
}

// Names the pair of files; of the same sources always the same.
quint64 SampleCorpusMaker::fingerprint() const
{
    Checksum sum;
    const auto add = [&sum](const QString &text) {
        const QByteArray utf8 = text.toUtf8();
        sum.add(utf8.constData(), utf8.size());
    };
    for (const ManualPage &page : m_pages)
        add(page.text);
    for (const JudgedQuery &question : m_questions)
        add(question.text);
    return sum.value();
}

Result<SampleCorpusReport> SampleCorpusMaker::make(const SampleCorpusSources &sources, const QString &file)
{
    const auto questionText = sampleSource(sources.questions), judgementText = sampleSource(sources.judgements);
    for (const auto *source : {&questionText, &judgementText}) {
        if (!*source)
            return tl::unexpected(source->error());
    }
    auto questions = readQueries(*questionText);
    const auto sections = readSectionJudgements(*judgementText);
    auto pages = readManual(sources.manual);
    if (!questions)
        return tl::unexpected(questions.error());
    if (!sections)
        return tl::unexpected(sections.error());
    if (!pages)
        return tl::unexpected(pages.error());
    m_questions = *std::move(questions);
    m_pages = *std::move(pages);

    SampleCorpusReport report;
    report.pages = int(m_pages.size());
    for (const ManualPage &page : std::as_const(m_pages)) {
        m_chunks << (isWorthReading(page.name) ? chunksOf(page) : QList<ManualChunk>());
        report.chunks += int(m_chunks.last().size());
    }
    m_judged = judgementsOfChunks(*sections, m_pages, m_chunks);
    report.missing = m_judged.missing;
    report.questions = int(m_questions.size());
    report.judged = int(m_judged.judgements.grades.size());

    const auto writer = SnapshotWriter::create(file, sampleShape(), fingerprint());
    if (!writer)
        return tl::unexpected(writer.error());
    auto done = writeRows(**writer);
    if (done)
        done = writeNotes(**writer, sources);
    if (done)
        done = (*writer)->commit();
    return done.map([&report] { return report; });
}

Result<SampleCorpusReport> makeSampleCorpus(const SampleCorpusSources &sources, const QString &file)
{
    return SampleCorpusMaker().make(sources, file);
}

} // namespace qd::retrieval
