#include "deployments/retrievalproposal.h"

#include "deployments/inquiry.h"
#include "deployments/proposal.h"
#include "postgres/statement.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace qd {

namespace {

struct RetrievalProposalWords
{
    Q_DECLARE_TR_FUNCTIONS(Discovery)
};

constexpr qsizetype MostRetrievalProposals = 10;

// Names that columns have in systems that exist, best first; compared as comparableName() has them.
struct ChunkNames
{
    Field RetrievalSource::*field;
    QStringList names;
    QString categories; // of pg_type; empty: any
};
const QList<ChunkNames> &chunkNames()
{
    const auto words = [](const char *all) { return QString::fromLatin1(all).split(u' '); };
    static const QList<ChunkNames> names{
        {&RetrievalSource::owner, words("user_id owner_id tenant_id account_id workspace_id organization_id org_id created_by"), {}},
        {&RetrievalSource::status, words("status state"), QStringLiteral("SE")},
        {&RetrievalSource::title, words("title document_title name filename file_name"), QStringLiteral("S")},
        {&RetrievalSource::section, words("section_title section heading chapter"), QStringLiteral("S")},
        {&RetrievalSource::ordinal, words("ord ordinal chunk_index chunk_number chunk_no position seq sequence idx"), QStringLiteral("N")},
        {&RetrievalSource::page, words("page_number page page_no"), QStringLiteral("N")},
        {&RetrievalSource::begin, words("char_offset_start char_start start_offset start_char start_index offset_start begin"), QStringLiteral("N")},
        {&RetrievalSource::end, words("char_offset_end char_end end_offset end_char end_index offset_end end"), QStringLiteral("N")},
        {&RetrievalSource::model, words("embedding_model model model_name"), QStringLiteral("S")},
    };
    return names;
}
const QStringList &textNames()
{
    static const QStringList names = QStringLiteral("content text body chunk chunk_text chunk_content page_content passage raw_text document description message").split(u' ');
    return names;
}

QString columnName(const QJsonObject &column) { return column.value(QStringLiteral("name")).toString(); }
QString columnBase(const QJsonObject &column) { return column.value(QStringLiteral("base")).toString(); }
QString columnCategory(const QJsonObject &column) { return column.value(QStringLiteral("category")).toString(); }

Field fieldOf(const QString &column)
{
    Field field;
    field.column = column;
    return field;
}

// The column with the best of the names; null if there is none.
QJsonObject named(const QJsonArray &columns, const QStringList &names, const QString &categories)
{
    for (const QString &name : names) {
        for (const QJsonValue &column : columns) {
            if (comparableName(columnName(column.toObject())) == name && (categories.isEmpty() || categories.contains(columnCategory(column.toObject()))))
                return column.toObject();
        }
    }
    return {};
}

// A column of text by its name, else the widest.
QJsonObject textOf(const QJsonArray &columns)
{
    if (const QJsonObject found = named(columns, textNames(), QStringLiteral("S")); !found.isEmpty())
        return found;
    QJsonObject widest;
    for (const QJsonValue &value : columns) {
        const QJsonObject column = value.toObject();
        if (columnCategory(column) == u"S" && column.value(QStringLiteral("width")).toDouble() > std::max(60.0, widest.value(QStringLiteral("width")).toDouble()))
            widest = column;
    }
    return widest;
}

// The first of pgvector's types, else an array that says it is an embedding.
QJsonObject embeddingOf(const QJsonArray &columns)
{
    QJsonObject array;
    for (const QJsonValue &value : columns) {
        const QJsonObject column = value.toObject();
        const QString base = columnBase(column);
        if (base == u"vector" || base == u"halfvec")
            return column;
        if (array.isEmpty() && (base == u"_float4" || base == u"_float8") && comparableName(columnName(column)).contains(QStringLiteral("embed")))
            array = column;
    }
    return array;
}

void takeDocuments(RetrievalSource &source, const QJsonArray &columns)
{
    static const QStringList marks = QStringLiteral("doc source file page article session parent").split(u' ');
    QJsonObject best;
    for (const QJsonValue &value : columns) {
        const QString name = comparableName(columnName(value.toObject()));
        const bool isLikely = std::any_of(marks.cbegin(), marks.cend(), [&name](const QString &mark) { return name.contains(mark); });
        if (value.toObject().value(QStringLiteral("parent")).isObject() && isLikely && best.isEmpty())
            best = value.toObject();
    }
    if (best.isEmpty())
        return;
    const QJsonObject parent = best.value(QStringLiteral("parent")).toObject();
    const QJsonArray theirs = parent.value(QStringLiteral("columns")).toArray();
    source.document = fieldOf(columnName(best));
    source.documents.schema = parent.value(QStringLiteral("schema")).toString();
    source.documents.table = parent.value(QStringLiteral("table")).toString();
    source.documents.key = parent.value(QStringLiteral("key")).toString();
    for (const ChunkNames &names : chunkNames()) {
        Field DocumentTable::*field = names.field == &RetrievalSource::owner ? &DocumentTable::owner : names.field == &RetrievalSource::status ? &DocumentTable::status : &DocumentTable::title;
        const bool isOfDocument = names.field == &RetrievalSource::owner || names.field == &RetrievalSource::status || names.field == &RetrievalSource::title;
        const QJsonObject found = isOfDocument ? named(theirs, names.names, names.categories) : QJsonObject();
        if (!found.isEmpty() && !(source.*names.field).isMapped())
            source.documents.*field = fieldOf(columnName(found));
    }
}

} // namespace

std::optional<RetrievalProposal> retrievalProposalFrom(const QJsonObject &candidate)
{
    const QJsonArray columns = candidate.value(QStringLiteral("columns")).toArray();
    const QJsonObject embedding = embeddingOf(columns), text = textOf(columns);
    QJsonObject key;
    for (const char *mark : {"isKey", "isUnique"}) {
        for (const QJsonValue &column : columns) {
            if (key.isEmpty() && column.toObject().value(QLatin1String(mark)).toBool())
                key = column.toObject();
        }
    }
    if (embedding.isEmpty() || text.isEmpty() || key.isEmpty())
        return {};
    RetrievalProposal proposal;
    RetrievalSource &source = proposal.source;
    source.schema = candidate.value(QStringLiteral("schema")).toString();
    source.name = source.table = candidate.value(QStringLiteral("table")).toString();
    source.key = fieldOf(columnName(key));
    source.text = fieldOf(columnName(text));
    source.embedding = columnName(embedding);
    source.configuration = QStringLiteral("english");
    for (const QJsonValue &column : columns) {
        if (columnBase(column.toObject()) == u"tsvector" && source.tsvector.isEmpty())
            source.tsvector = columnName(column.toObject());
        if (columnBase(column.toObject()) == u"jsonb" && (comparableName(columnName(column.toObject())) == u"metadata" || !source.metadata.isMapped()))
            source.metadata = fieldOf(columnName(column.toObject()));
    }
    for (const ChunkNames &names : chunkNames()) {
        const QJsonObject found = named(columns, names.names, names.categories);
        if (!found.isEmpty() && columnName(found) != source.key.column && columnName(found) != source.text.column)
            source.*names.field = fieldOf(columnName(found));
    }
    takeDocuments(source, columns);

    const bool isVector = columnBase(embedding) == u"vector" || columnBase(embedding) == u"halfvec";
    const bool isNamed = textNames().contains(comparableName(columnName(text)));
    const double rows = candidate.value(QStringLiteral("rows")).toDouble(0);
    proposal.score = (isVector ? 0.5 : 0.3) + (isNamed ? 0.25 : 0.05) + (rows > 100 ? 0.1 : 0) + (source.document.isMapped() ? 0.1 : 0) + (candidate.value(QStringLiteral("mayRead")).toBool() ? 0.05 : 0);
    proposal.because = RetrievalProposalWords::tr("%1 has embeddings in %2 and texts in %3.").arg(source.schema + u'.' + source.table, source.embedding, source.text.column);
    if (!source.documents.table.isEmpty())
        proposal.because += u' ' + RetrievalProposalWords::tr("Its rows are parts of documents in %1.").arg(source.documents.schema + u'.' + source.documents.table);
    if (!candidate.value(QStringLiteral("mayRead")).toBool())
        proposal.because += u' ' + RetrievalProposalWords::tr("This role may not read it yet.");
    return proposal;
}

Reply<QList<RetrievalProposal>> proposeRetrieval(Target *target)
{
    class Proposing : public Inquiry<QList<RetrievalProposal>>
    {
    public:
        using Inquiry::Inquiry;
        void start()
        {
            ask(pg::sqlFile("retrieval_candidates"), {}, [this](Result<Target::Answered> answered) {
                if (!answered)
                    return finish(failure(std::move(answered.error())));
                QList<RetrievalProposal> found;
                for (qsizetype row = 0; row < answered->rows.count(); ++row) {
                    if (auto proposal = retrievalProposalFrom(QJsonDocument::fromJson(answered->rows.at(row, 0).toByteArray()).object()))
                        found << *std::move(proposal);
                }
                std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.score > b.score; });
                finish(found.mid(0, MostRetrievalProposals));
            });
        }
    };
    auto *proposing = new Proposing(target);
    const auto reply = proposing->reply();
    proposing->start();
    return reply;
}

} // namespace qd
