#include "retrieval/judgements.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace qd::retrieval {
namespace {

struct JudgementWords
{
    Q_DECLARE_TR_FUNCTIONS(Judgements)
};

tl::unexpected<Error> badLine(int line, const QString &what)
{
    return failure(Error::Kind::Wrong, JudgementWords::tr("Line %1 cannot be read: %2").arg(line).arg(what));
}

QList<QByteArray> linesOf(QByteArrayView text)
{
    QByteArray all = text.toByteArray();
    if (all.startsWith("\xef\xbb\xbf"))
        all.remove(0, 3);
    QList<QByteArray> lines = all.split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    return lines;
}

// One record: what the line says under each of its names.
using Record = QHash<QString, QString>;

QStringList cellsOf(const QByteArray &line, char separator)
{
    QStringList cells;
    QByteArray cell;
    bool inQuotes = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (inQuotes && c == '"' && i + 1 < line.size() && line[i + 1] == '"') {
            cell += c;
            ++i;
        } else if (c == '"' && separator == ',') {
            inQuotes = !inQuotes;
        } else if (c == separator && !inQuotes) {
            cells << QString::fromUtf8(cell);
            cell.clear();
        } else {
            cell += c;
        }
    }
    cells << QString::fromUtf8(cell);
    return cells;
}

Result<Record> jsonRecord(const QByteArray &line, int number)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(line, &problem);
    if (!document.isObject())
        return badLine(number, JudgementWords::tr("it is no JSON object (%1).").arg(problem.errorString()));
    Record record;
    const QJsonObject object = document.object();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QJsonValue value = *member;
        record.insert(member.key().toLower(), value.isString() ? value.toString() : value.isBool() ? (value.toBool() ? QStringLiteral("true") : QStringLiteral("false")) : value.isDouble() ? QString::number(value.toDouble(), 'g', 17) : QString());
    }
    return record;
}

// JSONL or a table with a header, as records with the numbers of their lines.
Result<QList<std::pair<int, Record>>> recordsOf(QByteArrayView text)
{
    const QList<QByteArray> lines = linesOf(text);
    QList<std::pair<int, Record>> records;
    QStringList names;
    char separator = ',';
    for (int i = 0; i < lines.size(); ++i) {
        if (lines[i].trimmed().isEmpty())
            continue;
        if (names.isEmpty() && lines[i].trimmed().startsWith('{')) {
            auto record = jsonRecord(lines[i], i + 1);
            if (!record)
                return tl::unexpected(record.error());
            records.append({i + 1, *std::move(record)});
        } else if (names.isEmpty() && records.isEmpty()) {
            separator = lines[i].contains('\t') ? '\t' : lines[i].contains(';') && !lines[i].contains(',') ? ';' : ',';
            for (const QString &name : cellsOf(lines[i], separator))
                names << name.trimmed().toLower();
        } else if (names.isEmpty()) {
            return badLine(i + 1, JudgementWords::tr("it is no JSON object."));
        } else {
            const QStringList cells = cellsOf(lines[i], separator);
            if (cells.size() != names.size())
                return badLine(i + 1, JudgementWords::tr("it has %1 columns and the header has %2.").arg(cells.size()).arg(names.size()));
            Record record;
            for (qsizetype c = 0; c < cells.size(); ++c)
                record.insert(names[c], cells[c].trimmed());
            records.append({i + 1, record});
        }
    }
    return records;
}

QString valueOf(const Record &record, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const auto found = record.find(QLatin1String(name));
        if (found != record.end())
            return *found;
    }
    return {};
}

std::optional<int> gradeOf(const QString &text)
{
    const QString lower = text.trimmed().toLower();
    if (lower == QLatin1String("up") || lower == QLatin1String("true") || lower == QStringLiteral("👍"))
        return 1;
    if (lower == QLatin1String("down") || lower == QLatin1String("false") || lower == QStringLiteral("👎"))
        return 0;
    bool isNumber = false;
    const double value = lower.toDouble(&isNumber);
    if (!isNumber || value != double(int(value)))
        return {};
    return int(value);
}

Result<> addGrade(Judgements &judgements, int line, const QString &query, const QString &document, const QString &gradeText)
{
    if (query.isEmpty() || document.isEmpty())
        return badLine(line, JudgementWords::tr("it names no query or no document."));
    const auto grade = gradeOf(gradeText);
    if (!grade)
        return badLine(line, JudgementWords::tr("“%1” is no grade; grades are whole numbers.").arg(gradeText));
    auto &grades = judgements.grades[query];
    const auto known = grades.find(document);
    if (known != grades.end() && *known != *grade)
        return badLine(line, JudgementWords::tr("document “%1” already has another grade for query “%2”.").arg(document, query));
    grades.insert(document, *grade);
    return {};
}

bool looksLikeTrec(const QByteArray &line, int columns)
{
    return !line.trimmed().startsWith('{') && !line.contains(',') && line.simplified().count(' ') == columns - 1;
}

QByteArray firstLine(QByteArrayView text)
{
    for (const QByteArray &line : linesOf(text)) {
        if (!line.trimmed().isEmpty())
            return line;
    }
    return {};
}

} // namespace

Result<Judgements> readJudgements(QByteArrayView text)
{
    Judgements judgements;
    const QByteArray first = firstLine(text);
    if (looksLikeTrec(first, 4) && gradeOf(QString::fromUtf8(first.simplified().split(' ').last()))) {
        const QList<QByteArray> lines = linesOf(text);
        for (int i = 0; i < lines.size(); ++i) {
            const QList<QByteArray> cells = lines[i].simplified().split(' ');
            if (lines[i].trimmed().isEmpty())
                continue;
            if (cells.size() != 4)
                return badLine(i + 1, JudgementWords::tr("a line of TREC judgements has four columns: query, 0, document, grade."));
            const auto added = addGrade(judgements, i + 1, QString::fromUtf8(cells[0]), QString::fromUtf8(cells[2]), QString::fromUtf8(cells[3]));
            if (!added)
                return tl::unexpected(added.error());
        }
        return judgements;
    }
    const auto records = recordsOf(text);
    if (!records)
        return tl::unexpected(records.error());
    for (const auto &[line, record] : *records) {
        const auto added = addGrade(judgements, line, valueOf(record, {"query", "query_id", "query-id", "qid", "question"}), valueOf(record, {"document", "doc_id", "docid", "doc", "corpus-id", "chunk_id", "key", "id"}),
            valueOf(record, {"grade", "rel", "relevance", "score", "label", "rating", "feedback"}));
        if (!added)
            return tl::unexpected(added.error());
    }
    if (judgements.grades.isEmpty())
        return failure(Error::Kind::Missing, JudgementWords::tr("There is no judgement in this file."));
    return judgements;
}

Result<QList<JudgedQuery>> readQueries(QByteArrayView text)
{
    const auto records = recordsOf(text);
    if (!records)
        return tl::unexpected(records.error());
    QList<JudgedQuery> queries;
    QHash<QString, QString> texts;
    for (const auto &[line, record] : *records) {
        const JudgedQuery query{valueOf(record, {"id", "query_id", "query-id", "qid", "_id"}), valueOf(record, {"text", "query", "question"})};
        if (query.id.isEmpty() || query.text.isEmpty())
            return badLine(line, JudgementWords::tr("a query needs an id and a text."));
        if (texts.contains(query.id) && texts.value(query.id) != query.text)
            return badLine(line, JudgementWords::tr("query “%1” already has another text.").arg(query.id));
        if (!texts.contains(query.id))
            queries << query;
        texts.insert(query.id, query.text);
    }
    return queries;
}

Result<Run> readRun(QByteArrayView text)
{
    Run run;
    QHash<QString, QHash<QString, bool>> seen;
    const QList<QByteArray> lines = linesOf(text);
    for (int i = 0; i < lines.size(); ++i) {
        if (lines[i].trimmed().isEmpty())
            continue;
        const QList<QByteArray> cells = lines[i].simplified().split(' ');
        bool isNumber = false;
        const double score = cells.size() == 6 ? cells[4].toDouble(&isNumber) : 0;
        if (!isNumber)
            return badLine(i + 1, JudgementWords::tr("a line of a TREC run has six columns: query, Q0, document, rank, score, tag."));
        const QString query = QString::fromUtf8(cells[0]), document = QString::fromUtf8(cells[2]);
        if (seen[query].contains(document))
            return badLine(i + 1, JudgementWords::tr("document “%1” is there twice for query “%2”.").arg(document, query));
        seen[query].insert(document, true);
        run[query].append({document, score});
    }
    return run;
}

QByteArray writeRun(const Run &run, const QString &tag)
{
    QByteArray written;
    for (auto query = run.begin(); query != run.end(); ++query) {
        QList<RunEntry> entries = *query;
        std::stable_sort(entries.begin(), entries.end(), [](const RunEntry &a, const RunEntry &b) { return a.score > b.score; });
        for (int i = 0; i < entries.size(); ++i)
            written += query.key().toUtf8() + " Q0 " + entries[i].document.toUtf8() + ' ' + QByteArray::number(i + 1) + ' ' + QByteArray::number(entries[i].score, 'g', 17) + ' ' + tag.toUtf8() + '\n';
    }
    return written;
}

} // namespace qd::retrieval
