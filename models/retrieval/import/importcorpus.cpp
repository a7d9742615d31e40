#include "retrieval/import/importcorpus.h"

#include "retrieval/import/corpusfile.h"
#include "retrieval/import/importquestions.h"
#include "retrieval/import/importremarks.h"
#include "retrieval/import/tsvectorwire.h"
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

constexpr qint64 ImportMostLine = 64 << 20;

// A file without line ends is not read into memory as one line. In pieces, because
// QIODevice::readLine(n) takes memory for n bytes every time.
QByteArray nextLine(QFile &file, bool &isTooLong)
{
    QByteArray line;
    char piece[16'384];
    qint64 size = 0;
    do {
        size = file.readLine(piece, sizeof piece);
        if (size <= 0)
            break;
        if (line.size() + size > ImportMostLine)
            isTooLong = true;
        else
            line.append(piece, size);
    } while (piece[size - 1] != '\n');
    return line;
}

} // namespace

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
    void chooseColumns();
    Result<> writeRow(const CorpusLine &line, const QString &where, const ImportFile &file, qsizetype index);
    std::optional<QByteArray> embedding(const CorpusLine &line, const QString &where, const ImportFile &file, qsizetype index);
    Result<> writeNotes();
    Result<> progressed(ImportProgress::Stage stage, qint64 bytes);
    // Of the whole corpus: what was said, else the one that all lines name.
    QString model() const { return m_settings.model.isEmpty() && m_models.size() == 1 ? QString::fromUtf8(*m_models.cbegin()) : m_settings.model; }

    QString m_folder, m_file;
    const ImportSettings &m_settings;
    Analyzer m_analyzer;
    ImportFolder m_found;
    SnapshotShape m_shape;
    std::unique_ptr<SnapshotWriter> m_writer;
    ImportReport m_report;
    QHash<QByteArray, QString> m_keys;   // where each was seen
    QSet<QByteArray> m_columns;          // that any line has
    QSet<QByteArray> m_models;
    QString m_dimsFrom;
    quint32 m_lines = 0;
    ImportRemarks m_remarks;
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
            bool isTooLong = false;
            QByteArray text = nextLine(file, isTooLong);
            if (++number == 1 && text.startsWith("\xef\xbb\xbf"))
                text.remove(0, 3);
            if (++m_lines % 64 == 1) {
                if (const auto going = progressed(stage, before + file.pos()); !going)
                    return going;
            }
            if (text.trimmed().isEmpty())
                continue;
            const QString where = ImportWords::tr("%1 line %2", "a place in a file").arg(source.name).arg(number);
            const auto line = isTooLong ? Result<CorpusLine>(failure(Error::Kind::Wrong, ImportWords::tr("it is longer than 64 MB."))) : readCorpusLine(text);
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
            m_remarks.skipped.add(ImportWords::tr("%1 (%2)").arg(where, done.error().message));
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
    m_remarks.unknownKeys += line.unknown;
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
        m_remarks.noEmbedding.add(where);
        return {};
    }
    if (int(numbers.size()) != m_shape.dims) {
        m_remarks.otherDims.add(ImportWords::tr("%1 (%2 numbers)").arg(where).arg(numbers.size()));
        return {};
    }
    if (!std::ranges::all_of(numbers, [](float x) { return std::isfinite(x); })) {
        m_remarks.notFinite.add(where);
        return {};
    }
    if (std::ranges::all_of(numbers, [](float x) { return x == 0.0f; }))
        m_remarks.zero.add(where);
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
        m_remarks.tooLong.add(where);
    if (m_analyzer.tooLong() > 0)
        m_remarks.tokens.add(where);
    if (line.text.trimmed().isEmpty())
        m_remarks.empty.add(where);
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
    if (m_shape.dims > 0) {
        // What search functions commonly have; without limits both legs would rank the whole corpus.
        parameters.insert(QStringLiteral("vectorLimit"), 40);
        parameters.insert(QStringLiteral("textLimit"), 40);
    }
    if (!model().isEmpty())
        parameters.insert(QStringLiteral("model"), model());
    auto done = m_writer->setNote("origin", json(origin));
    if (done)
        done = m_writer->setNote("locale", json(locale));
    return done ? m_writer->setNote(notes::SearchParameters, json(parameters)) : done;
}

// Those that some line has; the rest of the snapshot's columns are absent.
void CorpusImport::chooseColumns()
{
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
    chooseColumns();
    auto writer = SnapshotWriter::create(m_file, m_shape);
    if (!writer)
        return tl::unexpected(writer.error());
    m_writer = *std::move(writer);

    done = readLines(ImportProgress::Stage::Writing, [this](const CorpusLine &line, const QString &where, const ImportFile &file, qsizetype index) { return writeRow(line, where, file, index); });
    if (done && qsizetype(m_report.rows) != m_keys.size())
        done = failure(Error::Kind::Lost, ImportWords::tr("The files in “%1” changed while they were imported; import them again.").arg(m_folder));
    if (done)
        done = writeImportedQuestions(*m_writer, {m_found, m_keys, m_shape.dims, model()}, m_report);
    if (done)
        done = writeNotes();
    if (done)
        done = m_writer->commit();
    if (!done)
        return tl::unexpected(done.error());
    for (const ImportFile &file : std::as_const(m_found.files))
        m_report.files << file.path;
    m_report.dims = m_shape.dims;
    m_report.skipped = m_remarks.skipped.count;
    m_report.remarks += m_remarks.sentences(m_shape.dims, m_dimsFrom);
    m_report.analysis = analysisOfImport(m_settings);
    return m_report;
}

Result<ImportReport> importCorpus(const QString &folder, const QString &file, const ImportSettings &settings)
{
    return CorpusImport(folder, file, settings).run();
}

} // namespace qd::retrieval
