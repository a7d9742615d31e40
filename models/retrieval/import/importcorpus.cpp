#include "retrieval/import/importcorpus.h"

#include "retrieval/import/corpusfile.h"
#include "retrieval/import/importfolder.h"
#include "retrieval/import/tsvectorwire.h"
#include "retrieval/judgements.h"
#include "retrieval/recordedqueries.h"
#include "retrieval/snapshotwriter.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace qd::retrieval {

namespace {

struct ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(ImportCorpus)
};

using OptionalText = std::optional<QByteArray> CorpusLine::*;
using OptionalNumber = std::optional<qint64> CorpusLine::*;
constexpr std::pair<const char *, OptionalText> importTexts[] = {{"metadata", &CorpusLine::metadata}, {"owner", &CorpusLine::owner}, {"status", &CorpusLine::status}, {"document", &CorpusLine::document}, {"title", &CorpusLine::title},
    {"section", &CorpusLine::section}};
constexpr std::pair<const char *, OptionalNumber> importNumbers[] = {{"ordinal", &CorpusLine::ordinal}, {"page", &CorpusLine::page}, {"begin", &CorpusLine::begin}, {"end", &CorpusLine::end}};

} // namespace

// Remarks of one kind: how many, and where the first of them are.
struct ImportRemark
{
    int count = 0;
    QStringList first;
    void add(const QString &where)
    {
        if (count++ < 5)
            first << where;
    }
    QString places() const { return count > first.size() ? ImportWords::tr("%1 and %n more", nullptr, count - int(first.size())).arg(first.join(QStringLiteral(", "))) : first.join(QStringLiteral(", ")); }
};

class CorpusImport
{
public:
    CorpusImport(const QString &folder, const QString &file, const ImportSettings &settings)
        : m_folder(folder), m_file(file), m_settings(settings), m_analyzer(settings.configuration, settings.characters)
    {
    }
    Result<ImportReport> run();

private:
    using Take = std::function<Result<>(const CorpusLine &, const QString &where, const ImportFile &, qsizetype index)>;
    Result<> readLines(ImportProgress::Stage stage, const Take &take);
    Result<> check(const CorpusLine &line, const QString &where, const ImportFile &file);
    Result<> openVectors();
    Result<> writeRow(const CorpusLine &line, const QString &where, const ImportFile &file, qsizetype index);
    std::optional<QByteArray> embedding(const CorpusLine &line, const QString &where, const ImportFile &file, qsizetype index);
    Result<> writeQuestions();
    Result<> writeNotes();
    void remarkOnAll();
    void describeAnalysis();
    Result<> progressed(ImportProgress::Stage stage, qint64 bytes);

    QString m_folder, m_file;
    const ImportSettings &m_settings;
    Analyzer m_analyzer;
    ImportFolder m_found;
    SnapshotShape m_shape;
    std::unique_ptr<SnapshotWriter> m_writer;
    ImportReport m_report;
    QHash<QByteArray, QString> m_keys;   // where each was seen
    QSet<QByteArray> m_columns;          // that any line has
    QSet<QString> m_unknown;
    QSet<QByteArray> m_models;
    QString m_dimsFrom;
    quint32 m_lines = 0;
    ImportRemark m_otherDims, m_notFinite, m_zero, m_noEmbedding, m_tooLong, m_tokens, m_empty, m_skipped;
};

Result<> CorpusImport::progressed(ImportProgress::Stage stage, qint64 bytes)
{
    if (m_settings.isStopped && m_settings.isStopped())
        return failure(Error::Kind::Cancelled, {});
    if (m_settings.progress)
        m_settings.progress({stage, bytes, m_found.bytes(), m_lines});
    return {};
}

// Every line of every file in order. A bad line was reported in the first stage and is passed over in
// the second.
Result<> CorpusImport::readLines(ImportProgress::Stage stage, const Take &take)
{
    m_lines = 0;
    qint64 before = 0;
    for (ImportFile &source : m_found.files) {
        QFile file(source.path);
        if (!file.open(QIODevice::ReadOnly))
            return failure(Error::Kind::Missing, ImportWords::tr("The file “%1” cannot be read.").arg(source.path), file.errorString());
        int number = 0;
        qsizetype index = 0;
        while (!file.atEnd()) {
            QByteArray text = file.readLine();
            if (++number == 1 && text.startsWith("\xef\xbb\xbf"))
                text.remove(0, 3);
            if (++m_lines % 64 == 1) {
                if (const auto going = progressed(stage, before + file.pos()); !going)
                    return going;
            }
            if (text.trimmed().isEmpty())
                continue;
            const QString where = ImportWords::tr("%1 line %2", "a place in a file").arg(source.name).arg(number);
            const auto line = readCorpusLine(text);
            const auto done = line ? take(*line, where, source, index) : Result<>(tl::unexpected(line.error()));
            ++index; // rows of a vector file count bad lines, too
            if (done)
                continue;
            if (done.error().kind != Error::Kind::Wrong || (line && stage == ImportProgress::Stage::Writing))
                return done;
            if (stage == ImportProgress::Stage::Writing)
                continue; // reported before
            if (!m_settings.skipsBadLines)
                return failure(Error::Kind::Wrong, ImportWords::tr("Line %1 of “%2” cannot be imported: %3").arg(number).arg(source.path, done.error().message));
            m_skipped.add(ImportWords::tr("%1 (%2)").arg(where, done.error().message));
        }
        source.lines = index;
        before += file.size();
    }
    return progressed(stage, before);
}

// What can only be known when all lines were seen: which columns there are, and that keys are unique.
Result<> CorpusImport::check(const CorpusLine &line, const QString &where, const ImportFile &file)
{
    if (const auto known = m_keys.constFind(line.key); known != m_keys.cend())
        return failure(Error::Kind::Wrong, ImportWords::tr("its id “%1” was already that of %2.").arg(QString::fromUtf8(line.key), *known));
    m_keys.insert(line.key, where);
    for (const auto &[name, member] : importTexts) {
        if (line.*member)
            m_columns.insert(name);
    }
    for (const auto &[name, member] : importNumbers) {
        if (line.*member)
            m_columns.insert(name);
    }
    if (line.model) {
        m_columns.insert("model");
        m_models.insert(*line.model);
    }
    m_unknown += line.unknown;
    if (line.embedding && file.vectorPath.isEmpty() && m_shape.dims == 0) {
        m_shape.dims = int(line.embedding->size());
        m_dimsFrom = where;
    }
    return {};
}

Result<> CorpusImport::openVectors()
{
    for (ImportFile &file : m_found.files) {
        if (file.vectorPath.isEmpty())
            continue;
        auto vectors = VectorFile::open(file.vectorPath, file.lines);
        if (!vectors)
            return tl::unexpected(vectors.error());
        file.vectors = *std::move(vectors);
        if (m_shape.dims != 0 && m_shape.dims != file.vectors->dims())
            return failure(Error::Kind::Wrong, ImportWords::tr("“%1” has vectors of %2 dimensions and %3 vectors of %4; one corpus has one dimension.").arg(file.vectorPath).arg(file.vectors->dims()).arg(m_dimsFrom).arg(m_shape.dims));
        m_shape.dims = file.vectors->dims();
        m_dimsFrom = file.vectorPath;
        if (file.vectors->element() == VectorFile::Element::Float64)
            m_report.remarks << ImportWords::tr("“%1” holds float64; the embeddings were rounded to float32, as pgvector's type vector would.").arg(file.vectorPath);
        if (file.vectors->element() == VectorFile::Element::Float16)
            m_report.remarks << ImportWords::tr("“%1” holds float16; the embeddings were kept as float32 of the same value, so distances are those of a vector column, not of a halfvec.").arg(file.vectorPath);
    }
    return {};
}

std::optional<QByteArray> CorpusImport::embedding(const CorpusLine &line, const QString &where, const ImportFile &file, qsizetype index)
{
    std::vector<float> numbers;
    if (file.vectors)
        numbers = file.vectors->row(index);
    else if (line.embedding)
        numbers = *line.embedding;
    if (numbers.empty()) {
        m_noEmbedding.add(where);
        return {};
    }
    if (int(numbers.size()) != m_shape.dims) {
        m_otherDims.add(ImportWords::tr("%1 (%2 numbers)").arg(where).arg(numbers.size()));
        return {};
    }
    if (!std::ranges::all_of(numbers, [](float x) { return std::isfinite(x); })) {
        m_notFinite.add(where);
        return {};
    }
    if (std::ranges::all_of(numbers, [](float x) { return x == 0.0f; }))
        m_zero.add(where);
    ++m_report.withEmbedding;
    return QByteArray(reinterpret_cast<const char *>(numbers.data()), qsizetype(numbers.size() * sizeof(float)));
}

Result<> CorpusImport::writeRow(const CorpusLine &line, const QString &where, const ImportFile &file, qsizetype index)
{
    if (m_keys.value(line.key) != where)
        return {}; // a repeated key that was skipped
    SnapshotRow row;
    row.cells << line.key << line.text;
    const auto vector = m_analyzer.vector({line.text.constData(), std::size_t(line.text.size())});
    if (!vector)
        m_tooLong.add(where);
    if (m_analyzer.tooLong() > 0)
        m_tokens.add(where);
    if (line.text.trimmed().isEmpty())
        m_empty.add(where);
    row.cells << (vector ? SnapshotCell(tsvectorWire(*vector)) : SnapshotCell());
    for (const auto &[name, member] : importTexts) {
        if (m_columns.contains(name))
            row.cells << (line.*member ? SnapshotCell(*(line.*member)) : SnapshotCell());
    }
    for (const auto &[name, member] : importNumbers) {
        if (m_columns.contains(name))
            row.cells << (line.*member ? SnapshotCell(*(line.*member)) : SnapshotCell());
    }
    if (m_shape.dims > 0)
        row.embedding = embedding(line, where, file, index).value_or(QByteArray());
    if (m_columns.contains("model"))
        row.cells << (line.model ? SnapshotCell(*line.model) : m_settings.model.isEmpty() || row.embedding.isEmpty() ? SnapshotCell() : SnapshotCell(m_settings.model.toUtf8()));
    ++m_report.rows;
    return m_writer->add(row).map([](quint32) { });
}

Result<> CorpusImport::writeQuestions()
{
    Judgements judgements;
    if (!m_found.judgements.isEmpty()) {
        const auto text = m_found.read(m_found.judgements);
        const auto read = text ? readJudgements(*text) : Result<Judgements>(tl::unexpected(text.error()));
        if (!read)
            return failure(read.error().kind, ImportWords::tr("The judgements “%1” cannot be used. %2").arg(m_found.judgements, read.error().message), read.error().detail);
        judgements = *read;
    }
    QByteArray judged;
    ImportRemark strangers;
    for (auto query = judgements.grades.cbegin(); query != judgements.grades.cend(); ++query) {
        QStringList keys = query->keys();
        keys.sort();
        for (const QString &key : std::as_const(keys)) {
            if (!m_keys.contains(key.toUtf8()))
                strangers.add(key);
            judged += QJsonDocument(QJsonObject{{QStringLiteral("query"), query.key()}, {QStringLiteral("key"), key}, {QStringLiteral("grade"), query->value(key)}}).toJson(QJsonDocument::Compact) + '\n';
            ++m_report.judgements;
        }
    }
    if (strangers.count > 0)
        m_report.remarks << ImportWords::tr("%n judgement(s) are of ids that the corpus does not have: %1.", nullptr, strangers.count).arg(strangers.places());
    if (m_found.questions.isEmpty())
        return m_writer->setNote(notes::Judgements, judged);

    const auto text = m_found.read(m_found.questions);
    const auto questions = text ? readQueries(*text) : Result<QList<JudgedQuery>>(tl::unexpected(text.error()));
    if (!questions)
        return failure(questions.error().kind, ImportWords::tr("The questions “%1” cannot be used. %2").arg(m_found.questions, questions.error().message), questions.error().detail);
    QByteArray lines;
    for (const JudgedQuery &question : *questions)
        lines += QJsonDocument(QJsonObject{{QStringLiteral("id"), question.id}, {QStringLiteral("text"), question.text}, {QStringLiteral("judged"), judgements.grades.contains(question.id)}}).toJson(QJsonDocument::Compact) + '\n';
    m_report.questions = int(questions->size());
    RecordedQueries recorded;
    if (!m_found.questionVectors.isEmpty()) {
        const auto vectors = VectorFile::open(m_found.questionVectors, questions->size());
        if (!vectors)
            return tl::unexpected(vectors.error());
        const QString model = m_settings.model.isEmpty() && m_models.size() == 1 ? QString::fromUtf8(*m_models.cbegin()) : m_settings.model;
        if ((*vectors)->dims() != m_shape.dims)
            return failure(Error::Kind::Wrong, ImportWords::tr("The questions' vectors “%1” have %2 dimensions and the corpus %3.").arg(m_found.questionVectors).arg((*vectors)->dims()).arg(m_shape.dims));
        for (qsizetype i = 0; i < questions->size(); ++i)
            recorded.record(model, questions->at(i).text, (*vectors)->row(i));
        m_report.recorded = int(recorded.count());
    }
    auto done = m_writer->setNote(notes::Judgements, judged);
    if (done)
        done = m_writer->setNote("questions", lines);
    return done ? m_writer->setNote(notes::Queries, recorded.toBytes()) : done;
}

Result<> CorpusImport::writeNotes()
{
    const auto json = [](const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); };
    const QString type = m_settings.characters == CharacterType::C ? QStringLiteral("C") : QStringLiteral("C.UTF-8");
    const QJsonObject origin{{QStringLiteral("deployment"), QJsonValue()}, {QStringLiteral("database"), QJsonValue()}, {QStringLiteral("server_version"), QJsonValue()}, {QStringLiteral("pgvector"), QJsonValue()},
        {QStringLiteral("taken_at"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}, {QStringLiteral("relation"), m_folder}, {QStringLiteral("rows_hidden_by_rls"), QJsonValue()}, {QStringLiteral("source"), QStringLiteral("import")}};
    const QJsonObject locale{{QStringLiteral("collate"), type}, {QStringLiteral("ctype"), type}, {QStringLiteral("provider"), QStringLiteral("libc")}, {QStringLiteral("encoding"), QStringLiteral("UTF8")}, {QStringLiteral("probes"), QJsonObject()},
        {QStringLiteral("stem_of_added"), QStringLiteral("ad")}};
    QJsonObject parameters{{QStringLiteral("mode"), m_shape.dims > 0 ? QStringLiteral("hybrid") : QStringLiteral("text")},
        {QStringLiteral("configuration"), m_settings.configuration == Configuration::Simple ? QStringLiteral("simple") : QStringLiteral("english")}};
    const QString model = m_settings.model.isEmpty() && m_models.size() == 1 ? QString::fromUtf8(*m_models.cbegin()) : m_settings.model;
    if (m_shape.dims > 0) {
        // What search functions commonly have; without limits both legs would rank the whole corpus.
        parameters.insert(QStringLiteral("vectorLimit"), 40);
        parameters.insert(QStringLiteral("textLimit"), 40);
    }
    if (!model.isEmpty())
        parameters.insert(QStringLiteral("model"), model);
    auto done = m_writer->setNote("origin", json(origin));
    if (done)
        done = m_writer->setNote("locale", json(locale));
    return done ? m_writer->setNote(notes::SearchParameters, json(parameters)) : done;
}

void CorpusImport::remarkOnAll()
{
    QStringList &remarks = m_report.remarks;
    const auto remark = [&remarks](const ImportRemark &what, const QString &sentence) {
        if (what.count > 0)
            remarks << sentence.arg(what.places());
    };
    m_report.skipped = m_skipped.count;
    remark(m_skipped, ImportWords::tr("%n line(s) could not be read and were left out: %1.", nullptr, m_skipped.count));
    remark(m_otherDims, ImportWords::tr("%n embedding(s) have not the %2 dimensions of %3 and were left out; their chunks were kept: %1.", nullptr, m_otherDims.count).arg(QStringLiteral("%1"), QString::number(m_shape.dims), m_dimsFrom));
    remark(m_notFinite, ImportWords::tr("%n embedding(s) hold NaN or an infinity, which pgvector refuses, and were left out; their chunks were kept: %1.", nullptr, m_notFinite.count));
    remark(m_zero, ImportWords::tr("%n embedding(s) are zero: they have no direction, and an index for cosine distance leaves them out: %1.", nullptr, m_zero.count));
    remark(m_noEmbedding, ImportWords::tr("%n chunk(s) have no embedding: %1.", nullptr, m_noEmbedding.count));
    remark(m_empty, ImportWords::tr("%n chunk(s) have no text: %1.", nullptr, m_empty.count));
    remark(m_tooLong, ImportWords::tr("%n text(s) make a tsvector that is longer than 1 MB, which PostgreSQL refuses, and cannot be found by their words: %1.", nullptr, m_tooLong.count));
    remark(m_tokens, ImportWords::tr("%n text(s) hold words of more than 2,047 bytes, which PostgreSQL leaves out of a tsvector, too: %1.", nullptr, m_tokens.count));
    if (!m_unknown.isEmpty()) {
        QStringList unknown = m_unknown.values();
        unknown.sort();
        remarks << ImportWords::tr("Keys without a meaning here were left out: %1. What chunks shall be filtered by belongs into “metadata”.").arg(unknown.join(QStringLiteral(", ")));
    }
}

void CorpusImport::describeAnalysis()
{
    QStringList &analysis = m_report.analysis;
    analysis << (m_settings.characters == CharacterType::C ? ImportWords::tr("Words were found as PostgreSQL 15 to 17 finds them in a database with the locale C, where every character beyond ASCII is a letter without lower case.")
                                                           : ImportWords::tr("Words were found as PostgreSQL 15 to 17 finds them in a UTF-8 database with the locale C.UTF-8. In a database with the locale C, or with Turkish rules for i, texts beyond ASCII are analysed differently."));
    if (m_settings.configuration == Configuration::English)
        analysis << ImportWords::tr("The configuration is “english”. PostgreSQL 18 has a newer stemmer and reduces some words differently (“added” becomes “add”, here “ad”).");
    else
        analysis << ImportWords::tr("The configuration is “simple”: words are in lower case and not reduced to their stems.");
    analysis << ImportWords::tr("A server with dictionaries or configurations of its own (synonyms, unaccent, other languages) makes other lexemes; a snapshot of it brings them along.");
    if (!CharacterClasses::of(m_settings.characters).isFaithful())
        analysis << ImportWords::tr("This system has no locale C.UTF-8, so what counts as a letter follows Unicode's own tables and may differ from a server's for rare characters.");
}

Result<ImportReport> CorpusImport::run()
{
    auto found = ImportFolder::look(m_folder);
    if (!found)
        return tl::unexpected(found.error());
    m_found = *std::move(found);
    auto done = readLines(ImportProgress::Stage::Checking, [this](const CorpusLine &line, const QString &where, const ImportFile &file, qsizetype) { return check(line, where, file); });
    if (done)
        done = openVectors();
    if (!done)
        return tl::unexpected(done.error());
    if (m_keys.isEmpty())
        m_report.remarks << ImportWords::tr("The corpus is empty: there is no line in its files.");
    if (m_shape.dims > 16'000)
        return failure(Error::Kind::Wrong, ImportWords::tr("The embedding of %1 has %2 dimensions; pgvector's limit is 16,000.").arg(m_dimsFrom).arg(m_shape.dims));
    if (!m_settings.model.isEmpty() && m_shape.dims > 0)
        m_columns.insert("model");

    m_shape.columns = {{"key", SnapshotColumn::Kind::Bytes}, {"text", SnapshotColumn::Kind::Bytes}, {"tsvector", SnapshotColumn::Kind::Bytes}};
    for (const auto &[name, member] : importTexts) {
        if (m_columns.contains(name))
            m_shape.columns << SnapshotColumn{name, SnapshotColumn::Kind::Bytes};
    }
    for (const auto &[name, member] : importNumbers) {
        if (m_columns.contains(name))
            m_shape.columns << SnapshotColumn{name, SnapshotColumn::Kind::Integer};
    }
    if (m_columns.contains("model"))
        m_shape.columns << SnapshotColumn{"model", SnapshotColumn::Kind::Bytes};
    auto writer = SnapshotWriter::create(m_file, m_shape);
    if (!writer)
        return tl::unexpected(writer.error());
    m_writer = *std::move(writer);

    done = readLines(ImportProgress::Stage::Writing, [this](const CorpusLine &line, const QString &where, const ImportFile &file, qsizetype index) { return writeRow(line, where, file, index); });
    if (done)
        done = writeQuestions();
    if (done)
        done = writeNotes();
    if (done)
        done = m_writer->commit();
    if (!done)
        return tl::unexpected(done.error());
    for (const ImportFile &file : std::as_const(m_found.files))
        m_report.files << file.path;
    m_report.dims = m_shape.dims;
    remarkOnAll();
    describeAnalysis();
    return m_report;
}

Result<ImportReport> importCorpus(const QString &folder, const QString &file, const ImportSettings &settings)
{
    return CorpusImport(folder, file, settings).run();
}

} // namespace qd::retrieval
