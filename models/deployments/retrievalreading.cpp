// [retrieval] of a profile: reading and writing.
#include "deployments/profilefile.h"

#include <QCoreApplication>

#include <algorithm>

namespace qd {

namespace {

struct RetrievalReadingWords
{
    Q_DECLARE_TR_FUNCTIONS(Profile)
};

QString retrievalKey(const char *key)
{
    return QString::fromLatin1(key);
}

// A name in a query of ours: no path, no arithmetic.
void checkPlain(TomlTable &table, const char *key, const Field &field)
{
    if (field.isMapped() && (!field.path.isEmpty() || field.scale != 1 || !field.minus.isEmpty() || !field.constant.isEmpty()))
        table.refuse(table.line(retrievalKey(key)), RetrievalReadingWords::tr("“%1” should be a column.").arg(retrievalKey(key)));
}

// Part of a select of ours: balanced, without a way to end the statement.
void checkSql(TomlTable &table, const char *key, const QString &sql)
{
    if (!isOneCondition(sql))
        table.refuse(table.line(retrievalKey(key)), RetrievalReadingWords::tr("“%1” should be one expression without semicolons or comments, and with its quotes and brackets closed.").arg(retrievalKey(key)));
}

DocumentTable documentsFrom(TomlTable table)
{
    DocumentTable documents;
    documents.schema = table.text(retrievalKey("schema"), documents.schema);
    documents.table = table.neededText(retrievalKey("table"));
    documents.key = table.neededText(retrievalKey("key"));
    documents.owner = fieldFrom(table, retrievalKey("owner"));
    documents.status = fieldFrom(table, retrievalKey("status"));
    documents.title = fieldFrom(table, retrievalKey("title"));
    table.finish();
    return documents;
}

RetrievalSource retrievalSourceFrom(TomlTable table)
{
    RetrievalSource source;
    source.table = table.neededText(retrievalKey("table"));
    source.name = table.text(retrievalKey("name"), source.table);
    source.schema = table.text(retrievalKey("schema"), source.schema);
    for (const RetrievalFieldKey &entry : RetrievalFieldKeys)
        source.*entry.field = fieldFrom(table, retrievalKey(entry.key));
    source.embedding = table.text(retrievalKey("embedding"));
    source.tsvector = table.text(retrievalKey("tsvector"));
    source.analysed = table.text(retrievalKey("analysed"));
    source.configuration = table.text(retrievalKey("configuration"));
    source.where = table.text(retrievalKey("where"));
    if (const auto documents = table.table(retrievalKey("documents")))
        source.documents = documentsFrom(*documents);
    table.finish();
    for (const auto &[key, field] : {std::pair{"key", &source.key}, {"text", &source.text}}) {
        if (!field->isMapped())
            table.refuse(table.has(retrievalKey(key)) ? table.line(retrievalKey(key)) : table.line(), RetrievalReadingWords::tr("“%1” is missing here; it is needed.").arg(retrievalKey(key)));
    }
    checkPlain(table, "key", source.key);
    checkSql(table, "where", source.where);
    checkSql(table, "analysed", source.analysed);
    if (!source.documents.table.isEmpty() && !source.document.isMapped())
        table.refuse(table.line(retrievalKey("documents")), RetrievalReadingWords::tr("“documents” needs “document” beside it: the column that refers to the document."));
    for (const auto &[key, own, parents] : {std::tuple{"owner", &source.owner, &source.documents.owner}, {"status", &source.status, &source.documents.status}, {"title", &source.title, &source.documents.title}}) {
        if (own->isMapped() && parents->isMapped())
            table.refuse(table.line(retrievalKey(key)), RetrievalReadingWords::tr("“%1” is the chunk's own or the document's; both are given.").arg(retrievalKey(key)));
    }
    if (!source.analysed.isEmpty() && !source.tsvector.isEmpty())
        table.refuse(table.line(retrievalKey("analysed")), RetrievalReadingWords::tr("Either “tsvector” or “analysed” tells what is searched by words; both are given."));
    if (!source.analysed.isEmpty() && source.configuration.isEmpty())
        table.refuse(table.line(retrievalKey("analysed")), RetrievalReadingWords::tr("“analysed” needs “configuration” beside it, such as \"english\"."));
    return source;
}

AnswerCacheFacts answerCacheFrom(TomlTable &table)
{
    AnswerCacheFacts cache;
    if (auto inner = table.table(retrievalKey("cache"))) {
        cache.key = inner->neededText(retrievalKey("key"));
        cache.keptSeconds = inner->seconds(retrievalKey("kept_for"), 0);
        inner->finish();
        if (!cache.key.isEmpty() && !cache.key.contains(QLatin1String("{text}")))
            table.refuse(table.line(retrievalKey("cache")), RetrievalReadingWords::tr("The key of a cached answer has to contain the question, written {text}."));
    }
    return cache;
}

RetrievalSearch retrievalSearchFrom(TomlTable table)
{
    RetrievalSearch search;
    search.function = table.text(retrievalKey("function"));
    search.statement = table.text(retrievalKey("statement"));
    search.name = table.text(retrievalKey("name"), search.function);
    search.schema = table.text(retrievalKey("schema"), search.schema);
    search.source = table.text(retrievalKey("source"));
    search.arguments = table.textsByKey(retrievalKey("arguments"));
    if (auto result = table.table(retrievalKey("result"))) {
        search.resultKey = result->text(retrievalKey("key"));
        search.resultScore = result->text(retrievalKey("score"));
        search.resultText = result->text(retrievalKey("text"));
        search.resultDocument = result->text(retrievalKey("document"));
        search.resultOrdinal = result->text(retrievalKey("ordinal"));
        search.parts = result->textsByKey(retrievalKey("parts"));
        result->finish();
    }
    search.settings = table.json(retrievalKey("settings"));
    search.cache = answerCacheFrom(table);
    table.finish();
    if (search.function.isEmpty() == search.statement.isEmpty())
        table.refuse(table.line(), RetrievalReadingWords::tr("A search needs either “function” or “statement”."));
    if (search.name.isEmpty())
        table.refuse(table.line(), RetrievalReadingWords::tr("“%1” is missing here; it is needed.").arg(retrievalKey("name")));
    checkSql(table, "statement", search.statement);
    for (auto argument = search.arguments.cbegin(); argument != search.arguments.cend(); ++argument) {
        if (!argument.value().startsWith(u'=') && !argumentMeanings().contains(argument.value()))
            table.refuse(table.line(retrievalKey("arguments")), RetrievalReadingWords::tr("“%1” should be a constant such as \"=0.7\", or one of: %2.").arg(argument.key(), argumentMeanings().join(QStringLiteral(", "))));
    }
    return search;
}

FeedbackSource feedbackFrom(TomlTable table)
{
    FeedbackSource feedback;
    feedback.schema = table.text(retrievalKey("schema"), feedback.schema);
    feedback.table = table.neededText(retrievalKey("table"));
    feedback.question = fieldFrom(table, retrievalKey("question"));
    feedback.rating = fieldFrom(table, retrievalKey("rating"));
    feedback.sources = table.neededText(retrievalKey("sources"));
    feedback.sourceKey = table.text(retrievalKey("source_key"));
    const QJsonObject grades = table.json(retrievalKey("grades"));
    for (auto grade = grades.constBegin(); grade != grades.constEnd(); ++grade) {
        if (!grade.value().isDouble() || grade.value().toDouble() < 0 || grade.value().toDouble() > 10)
            table.refuse(table.line(retrievalKey("grades")), RetrievalReadingWords::tr("“%1” should be a grade from 0 to 10.").arg(grade.key()));
        feedback.grades.insert(grade.key(), grade.value().toInt());
    }
    table.finish();
    if (!feedback.question.isMapped() || !feedback.rating.isMapped() || feedback.grades.isEmpty())
        table.refuse(table.line(), RetrievalReadingWords::tr("Feedback needs “question”, “rating” and “grades”: what each rating says of the sources of an answer."));
    return feedback;
}

void writeRetrievalSource(TomlWriter &out, const RetrievalSource &source)
{
    static const RetrievalSource plain;
    out.heading(retrievalKey("retrieval.sources"));
    if (source.name != source.table)
        out.text(retrievalKey("name"), source.name);
    if (source.schema != plain.schema)
        out.text(retrievalKey("schema"), source.schema);
    out.text(retrievalKey("table"), source.table);
    for (const RetrievalFieldKey &entry : RetrievalFieldKeys)
        out.text(retrievalKey(entry.key), (source.*entry.field).text());
    out.text(retrievalKey("embedding"), source.embedding);
    out.text(retrievalKey("tsvector"), source.tsvector);
    out.text(retrievalKey("analysed"), source.analysed);
    out.text(retrievalKey("configuration"), source.configuration);
    out.text(retrievalKey("where"), source.where);
    const DocumentTable &documents = source.documents;
    if (documents.table.isEmpty())
        return;
    QMap<QString, QString> keys{{retrievalKey("table"), documents.table}, {retrievalKey("key"), documents.key}};
    if (documents.schema != plain.documents.schema)
        keys.insert(retrievalKey("schema"), documents.schema);
    for (const auto &[key, field] : {std::pair{"owner", &documents.owner}, {"status", &documents.status}, {"title", &documents.title}}) {
        if (field->isMapped())
            keys.insert(retrievalKey(key), field->text());
    }
    out.table(retrievalKey("documents"), keys);
}

void writeRetrievalSearch(TomlWriter &out, const RetrievalSearch &search)
{
    static const RetrievalSearch plain;
    out.heading(retrievalKey("retrieval.searches"));
    if (search.name != search.function)
        out.text(retrievalKey("name"), search.name);
    if (search.schema != plain.schema)
        out.text(retrievalKey("schema"), search.schema);
    out.text(retrievalKey("source"), search.source);
    out.text(retrievalKey("function"), search.function);
    out.text(retrievalKey("statement"), search.statement);
    out.table(retrievalKey("arguments"), search.arguments);
    QJsonObject result;
    for (const auto &[key, column] : {std::pair{"key", &search.resultKey}, {"score", &search.resultScore}, {"text", &search.resultText}, {"document", &search.resultDocument}, {"ordinal", &search.resultOrdinal}}) {
        if (!column->isEmpty())
            result.insert(retrievalKey(key), *column);
    }
    QJsonObject parts;
    for (auto part = search.parts.cbegin(); part != search.parts.cend(); ++part)
        parts.insert(part.key(), part.value());
    if (!parts.isEmpty())
        result.insert(retrievalKey("parts"), parts);
    if (!result.isEmpty())
        out.raw(retrievalKey("result"), tomlText(result));
    if (!search.settings.isEmpty())
        out.raw(retrievalKey("settings"), tomlText(search.settings));
    if (!search.cache.key.isEmpty()) {
        QMap<QString, QString> cache{{retrievalKey("key"), search.cache.key}};
        if (search.cache.keptSeconds > 0)
            cache.insert(retrievalKey("kept_for"), QStringLiteral("%1s").arg(search.cache.keptSeconds));
        out.table(retrievalKey("cache"), cache);
    }
}

} // namespace

const QStringList &argumentMeanings()
{
    static const QStringList words{QStringLiteral("embedding"), QStringLiteral("text"), QStringLiteral("limit"), QStringLiteral("threshold"), QStringLiteral("user"),
                                   QStringLiteral("documents"), QStringLiteral("text_weight"), QStringLiteral("vector_weight")};
    return words;
}

RetrievalProfile retrievalFrom(TomlTable table)
{
    RetrievalProfile retrieval;
    for (const TomlTable &source : table.tables(retrievalKey("sources")))
        retrieval.sources << retrievalSourceFrom(source);
    for (const TomlTable &search : table.tables(retrievalKey("searches"))) {
        retrieval.searches << retrievalSearchFrom(search);
        const QString &source = retrieval.searches.last().source;
        if (!retrieval.source(source))
            table.refuse(search.line(), source.isEmpty() ? RetrievalReadingWords::tr("A search needs a source, written [[retrieval.sources]].") : RetrievalReadingWords::tr("There is no source “%1”.").arg(source));
    }
    for (const TomlTable &feedback : table.tables(retrievalKey("feedback")))
        retrieval.feedback << feedbackFrom(feedback);
    table.finish();
    return retrieval;
}

void writeRetrieval(TomlWriter &out, const RetrievalProfile &retrieval)
{
    for (const RetrievalSource &source : retrieval.sources)
        writeRetrievalSource(out, source);
    for (const RetrievalSearch &search : retrieval.searches)
        writeRetrievalSearch(out, search);
    for (const FeedbackSource &feedback : retrieval.feedback) {
        out.heading(retrievalKey("retrieval.feedback"));
        if (feedback.schema != FeedbackSource().schema)
            out.text(retrievalKey("schema"), feedback.schema);
        out.text(retrievalKey("table"), feedback.table);
        out.text(retrievalKey("question"), feedback.question.text());
        out.text(retrievalKey("rating"), feedback.rating.text());
        out.text(retrievalKey("sources"), feedback.sources);
        out.text(retrievalKey("source_key"), feedback.sourceKey);
        QJsonObject grades;
        for (auto grade = feedback.grades.cbegin(); grade != feedback.grades.cend(); ++grade)
            grades.insert(grade.key(), grade.value());
        out.raw(retrievalKey("grades"), tomlText(grades));
    }
}

} // namespace qd
