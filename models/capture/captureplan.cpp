#include "capture/captureplan.h"

#include "core/format.h"
#include "postgres/statement.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>

namespace qd::capture {

using retrieval::SnapshotColumn;

namespace {

struct PlanWords
{
    Q_DECLARE_TR_FUNCTIONS(Capture)
};

struct PlannedRelation
{
    QString schema, table;
    QJsonObject facts;
    QString role;

    QString name() const { return schema + u'.' + table; }
    QJsonObject column(const QString &name) const { return facts.value(QStringLiteral("columns")).toObject().value(name).toObject(); }
    QString base(const QString &name) const { return column(name).value(QStringLiteral("base")).toString(); }
    bool has(const QString &name) const { return !column(name).isEmpty(); }

    // That one can look at it at all.
    Result<> check() const
    {
        if (facts.isEmpty())
            return failure(Error::Kind::Missing, PlanWords::tr("The table %1 does not exist.").arg(name()));
        if (!facts.value(QStringLiteral("mayUseSchema")).toBool())
            return refused(QStringLiteral("grant usage on schema %1 to %2;").arg(QString::fromUtf8(pg::identifier(schema)), QString::fromUtf8(pg::identifier(role))));
        return {};
    }
    Result<> checkColumn(const QString &column) const
    {
        if (!has(column))
            return failure(Error::Kind::Missing, PlanWords::tr("The table %1 has no column “%2”. The profile or the database has changed.").arg(name(), column));
        if (!this->column(column).value(QStringLiteral("maySelect")).toBool())
            return refused(QStringLiteral("grant select on %1 to %2;").arg(QString::fromUtf8(pg::qualified(schema, table)), QString::fromUtf8(pg::identifier(role))));
        return {};
    }
    tl::unexpected<Error> refused(const QString &grant) const
    {
        return failure(Error::Kind::Refused, PlanWords::tr("%1 may not read %2. The missing grant: %3").arg(role, name(), grant), {}, QStringLiteral("42501"));
    }
};

struct WantedField
{
    const char *column;
    SnapshotColumn::Kind kind;
    Field RetrievalSource::*field;
};
constexpr WantedField wantedFields[] = {
    {"text", SnapshotColumn::Kind::Bytes, &RetrievalSource::text},
    {"metadata", SnapshotColumn::Kind::Bytes, &RetrievalSource::metadata},
    {"owner", SnapshotColumn::Kind::Bytes, &RetrievalSource::owner},
    {"status", SnapshotColumn::Kind::Bytes, &RetrievalSource::status},
    {"title", SnapshotColumn::Kind::Bytes, &RetrievalSource::title},
    {"section", SnapshotColumn::Kind::Bytes, &RetrievalSource::section},
    {"ordinal", SnapshotColumn::Kind::Integer, &RetrievalSource::ordinal},
    {"page", SnapshotColumn::Kind::Integer, &RetrievalSource::page},
    {"begin", SnapshotColumn::Kind::Integer, &RetrievalSource::begin},
    {"end", SnapshotColumn::Kind::Integer, &RetrievalSource::end},
    {"model", SnapshotColumn::Kind::Bytes, &RetrievalSource::model},
};

// Beyond this to_tsvector() may fail for its result's size and end the whole copy.
constexpr auto LongestAnalysed = "300000";

Result<> planText(CapturePlan &plan, const RetrievalSource &source, const PlannedRelation &table)
{
    if (!source.tsvector.isEmpty()) {
        if (const auto there = table.checkColumn(source.tsvector); !there) {
            if (there.error().kind == Error::Kind::Refused)
                return there;
            plan.remarks << PlanWords::tr("%1 has no column “%2”, so the words are analysed from the text while the snapshot is taken.").arg(table.name(), source.tsvector);
        } else if (table.base(source.tsvector) == u"tsvector") {
            plan.fields << PlannedField{"tsvector", SnapshotColumn::Kind::Bytes, "t." + pg::identifier(source.tsvector)};
            return {};
        }
    }
    if (source.configuration.isEmpty()) {
        plan.remarks << PlanWords::tr("No text-search configuration is known for %1, so this snapshot cannot be searched by words.").arg(table.name());
        return {};
    }
    const QByteArray text = source.analysed.isEmpty() ? source.text.sql() : '(' + source.analysed.toUtf8() + ')';
    plan.fields << PlannedField{"tsvector", SnapshotColumn::Kind::Bytes,
                                "(case when octet_length(" + text + ") <= " + LongestAnalysed + " then to_tsvector(" + pg::literal(source.configuration.toUtf8()) + "::regconfig, " + text + ") end)"};
    return {};
}

Result<> planEmbedding(CapturePlan &plan, const RetrievalSource &source, const PlannedRelation &table, const QJsonObject &facts)
{
    if (source.embedding.isEmpty() || !table.has(source.embedding)) {
        plan.remarks << (source.embedding.isEmpty() ? PlanWords::tr("No column of embeddings is known for %1: this snapshot can be searched by words only.").arg(table.name())
                                                    : PlanWords::tr("The table %1 has no column “%2”: this snapshot can be searched by words only.").arg(table.name(), source.embedding));
        return {};
    }
    if (const auto there = table.checkColumn(source.embedding); !there)
        return there;
    const QString base = table.base(source.embedding);
    const QByteArray column = "t." + pg::identifier(source.embedding);
    const QByteArray extension = pg::identifier(facts.value(QStringLiteral("extensions")).toObject().value(QStringLiteral("vector")).toObject().value(QStringLiteral("schema")).toString());
    const int typmod = table.column(source.embedding).value(QStringLiteral("typmod")).toInt(-1);
    QByteArray length = extension + ".vector_dims(" + column + ")";
    if (base == u"vector" || base == u"halfvec") {
        plan.form = base == u"vector" ? EmbeddingForm::Vector : EmbeddingForm::HalfVector;
        plan.type = base == u"vector" ? retrieval::ElementType::Float32 : retrieval::ElementType::Float16;
        plan.dims = std::max(typmod, 0);
    } else if (base == u"_float4" || base == u"_float8") {
        plan.form = base == u"_float4" ? EmbeddingForm::Reals : EmbeddingForm::Doubles;
        length = "array_length(" + column + ", 1)";
        plan.remarks << PlanWords::tr("Embeddings of %1 are plain arrays (%2), not of pgvector's type: no index of the server can search them, and distances are those that pgvector would compute.")
                            .arg(table.name(), table.column(source.embedding).value(QStringLiteral("type")).toString());
    } else {
        plan.remarks << PlanWords::tr("The column “%2” of %1 is of type %3, which is not understood: this snapshot can be searched by words only.")
                            .arg(table.name(), source.embedding, table.column(source.embedding).value(QStringLiteral("type")).toString());
        return {};
    }
    plan.embedding = column;
    if (plan.dims == 0)
        plan.dimsSql = "select dims from (select " + length + " as dims from " + plan.table + " t where " + column + " is not null limit 500) s group by dims order by count(*) desc, dims limit 1";
    return {};
}

void planDocuments(CapturePlan &plan, const RetrievalSource &source, const PlannedRelation &documents)
{
    const auto leaveOut = [&](const QString &why) {
        plan.remarks << why;
        plan.remarks << PlanWords::tr("Owners, states and titles of documents are therefore missing from this snapshot.");
    };
    for (const Result<> &there : {documents.check(), documents.facts.isEmpty() ? Result<>() : documents.checkColumn(source.documents.key)}) {
        if (!there)
            return leaveOut(there.error().message);
    }
    plan.documents = source.documents.relation();
    plan.documentKey = "d." + pg::identifier(source.documents.key) + "::text";
    for (const auto &[name, field] : {std::pair{"owner", &source.documents.owner}, {"status", &source.documents.status}, {"title", &source.documents.title}}) {
        if (!field->isMapped())
            continue;
        if (const auto there = field->column.isEmpty() ? Result<>() : documents.checkColumn(field->column); !there) {
            plan.remarks << there.error().message;
            continue;
        }
        plan.documentFields << PlannedField{name, SnapshotColumn::Kind::Bytes, field->sql("d")};
    }
}

void planPages(CapturePlan &plan, const QJsonObject &facts)
{
    for (const QJsonValue &value : facts.value(QStringLiteral("vectorIndexes")).toArray()) {
        const QJsonObject index = value.toObject();
        if ("t." + pg::identifier(index.value(QStringLiteral("column")).toString()) != plan.embedding)
            continue;
        plan.indexes << VectorIndexFacts{index.value(QStringLiteral("schema")).toString(), index.value(QStringLiteral("name")).toString(), index.value(QStringLiteral("method")).toString(),
                                         index.value(QStringLiteral("opclass")).toString(), qint64(index.value(QStringLiteral("pages")).toDouble()), index.value(QStringLiteral("valid")).toBool()};
        if (!plan.indexes.last().isValid)
            plan.remarks << PlanWords::tr("The index %1 is not valid: the server does not use it.").arg(plan.indexes.last().name);
    }
    const QString schema = facts.value(QStringLiteral("extensions")).toObject().value(QStringLiteral("pageinspect")).toObject().value(QStringLiteral("schema")).toString();
    const bool isAllowed = facts.value(QStringLiteral("pageFunctions")).toBool();
    const bool mayRead = (isAllowed || (facts.value(QStringLiteral("isSuperuser")).toBool() && !schema.isEmpty())) && facts.value(QStringLiteral("blockSize")).toInt() == retrieval::RelationPage::Size;
    if (mayRead)
        plan.pageinspect = isAllowed ? QByteArray("\"quarterdeck\"") : pg::identifier(schema);
    else if (!plan.indexes.isEmpty())
        plan.remarks << PlanWords::tr("The pages of %1 cannot be read: that takes a superuser and the extension pageinspect, or its two functions in a schema “quarterdeck” that run with a superuser's rights. What the index leaves out can only be estimated from one that is built here.").arg(plan.indexes.first().name);
    if (!mayRead && plan.hasTids && !plan.indexes.isEmpty())
        plan.remarks << PlanWords::tr("Where rows lie is known as of now; a row that was updated in its place may be known to an index by an earlier place.");
}

} // namespace

retrieval::SnapshotShape CapturePlan::shape() const
{
    retrieval::SnapshotShape shape;
    shape.columns << SnapshotColumn{"key", SnapshotColumn::Kind::Bytes};
    for (const PlannedField &field : fields)
        shape.columns << SnapshotColumn{field.column, field.kind};
    for (const PlannedField &field : documentFields)
        shape.columns << SnapshotColumn{field.column, field.kind};
    if (!document.isEmpty())
        shape.columns << SnapshotColumn{"document", SnapshotColumn::Kind::Bytes};
    if (hasTids)
        shape.columns << SnapshotColumn{"tid", SnapshotColumn::Kind::Integer} << SnapshotColumn{"source.ctid", SnapshotColumn::Kind::Integer};
    if (hasVersions)
        shape.columns << SnapshotColumn{"source.xmin", SnapshotColumn::Kind::Integer};
    shape.type = type;
    shape.dims = embedding.isEmpty() ? 0 : dims;
    return shape;
}

QByteArray CapturePlan::fingerprint() const
{
    QByteArray all = table + key + document + where + embedding + documents + documentKey;
    for (const PlannedField &field : fields + documentFields)
        all += '\0' + field.column + '=' + field.sql;
    return QCryptographicHash::hash(all, QCryptographicHash::Sha256).toHex();
}

Result<CapturePlan> planCapture(const RetrievalSource &source, const QJsonObject &facts)
{
    const QString role = facts.value(QStringLiteral("role")).toString();
    const QJsonObject relations = facts.value(QStringLiteral("relations")).toObject();
    const PlannedRelation table{source.schema, source.table, relations.value(QStringLiteral("chunks")).toObject(), role};
    if (const auto there = table.check(); !there)
        return tl::unexpected(there.error());
    if (source.text.column.isEmpty() || !table.has(source.text.column))
        return failure(Error::Kind::Missing, PlanWords::tr("The table %1 has no column of text (“%2” was expected), so there is nothing to search or to show.").arg(table.name(), source.text.text()));

    CapturePlan plan;
    plan.relation = table.name();
    plan.table = source.relation();
    plan.where = source.where.toUtf8();
    if (const auto there = table.checkColumn(source.key.column); !there)
        return tl::unexpected(there.error());
    plan.key = source.key.sql();
    for (const WantedField &wanted : wantedFields) {
        const Field &field = source.*wanted.field;
        if (field.column.isEmpty()) // a constant says the same of every row: that is a setting
            continue;
        if (const auto there = table.checkColumn(field.column); !there) {
            if (wanted.field == &RetrievalSource::text || there.error().kind == Error::Kind::Refused)
                return tl::unexpected(there.error());
            plan.remarks << there.error().message;
            continue;
        }
        plan.fields << PlannedField{wanted.column, wanted.kind, field.sql()};
    }
    if (source.document.isMapped() && table.checkColumn(source.document.column))
        plan.document = source.document.sql();
    if (const auto done = planText(plan, source, table); !done)
        return tl::unexpected(done.error());
    if (const auto done = planEmbedding(plan, source, table, facts); !done)
        return tl::unexpected(done.error());
    if (!source.documents.table.isEmpty() && !plan.document.isEmpty())
        planDocuments(plan, source, {source.documents.schema, source.documents.table, relations.value(QStringLiteral("documents")).toObject(), role});

    const QString kind = table.facts.value(QStringLiteral("kind")).toString();
    plan.hasVersions = kind == u"r" || kind == u"m" || kind == u"p";
    plan.hasTids = kind == u"r" || kind == u"m";
    plan.hidesRows = table.facts.value(QStringLiteral("rowsFiltered")).toBool();
    if (!plan.documents.isEmpty() && relations.value(QStringLiteral("documents")).toObject().value(QStringLiteral("rowsFiltered")).toBool())
        plan.remarks << PlanWords::tr("Row security applies to %1 of %2.%3: chunks of documents that it hides have no owner, state or title here.").arg(role, source.documents.schema, source.documents.table);
    for (const char *estimate : {"rows", "liveRows"}) {
        const QJsonValue rows = table.facts.value(QLatin1String(estimate));
        if (!plan.expectedRows && rows.isDouble() && (rows.toDouble() > 0 || table.facts.value(QStringLiteral("pages")).toDouble() > 0))
            plan.expectedRows = qint64(rows.toDouble());
    }
    planPages(plan, facts);
    return plan;
}

CopyScript copyScript(const CapturePlan &plan, const CopyRange &range, qint64 mostIndexBytes)
{
    CopyScript script;
    const auto add = [&script](CopyKind kind, const QByteArray &select) {
        script.sql += "; copy (" + select + ") to stdout (format binary)";
        script.kinds << kind;
    };
    // One snapshot for all of it, and rows in the order in which they lie, so that an interrupted
    // copy can go on where it stopped.
    script.sql = "set transaction isolation level repeatable read; set local synchronize_seqscans = off";
    add(CopyKind::Moment, "select txid_snapshot_xmin(txid_current_snapshot()), to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')");
    if (!plan.documents.isEmpty()) {
        QByteArray columns = plan.documentKey;
        for (const PlannedField &field : plan.documentFields)
            columns += ", " + field.sql;
        add(CopyKind::Documents, "select " + columns + " from " + plan.documents + " d");
    }
    const auto blocks = [](const QByteArray &relation) { return "generate_series(0, (pg_relation_size(" + pg::literal(relation) + "::regclass) / 8192 - 1)::int) as b"; };
    if (!plan.pageinspect.isEmpty() && plan.hasTids)
        add(CopyKind::Roots, "select b::int, i.lp::int, i.lp_off::int, i.lp_flags::int, i.t_ctid, i.t_infomask2::int, i.t_xmin, i.t_xmax, i.t_infomask::int from " + blocks(plan.table) + ", lateral " + plan.pageinspect
                + ".heap_page_items(" + plan.pageinspect + ".get_raw_page(" + pg::literal(plan.table) + ", 'main', b)) i where i.lp_flags = 2 or (i.t_infomask2 & 49152) <> 0");

    QByteArray sent = "true";
    if (!range.isEverything) {
        sent = "(age(t.xmin) <= age('" + QByteArray::number(range.horizon) + "'::xid)";
        if (range.after != retrieval::NoTid)
            sent += " or t.ctid > '" + retrieval::toText(range.after) + "'::tid";
        sent += ')';
    }
    const auto field = [&](const QByteArray &sql) { return range.isEverything ? sql : "case when " + sent + " then " + sql + " end"; };
    QByteArray columns = plan.key + ", " + (plan.hasVersions ? "t.xmin" : "null") + ", " + (plan.hasTids ? "t.ctid" : "null") + ", " + (plan.document.isEmpty() ? "null" : plan.document) + ", " + sent;
    for (const PlannedField &each : plan.fields)
        columns += ", " + field(each.sql);
    if (!plan.embedding.isEmpty())
        columns += ", " + field(plan.embedding);
    add(CopyKind::Rows, "select " + columns + " from " + plan.table + " t" + (plan.where.isEmpty() ? QByteArray() : " where (" + plan.where + ')'));

    for (const VectorIndexFacts &index : plan.indexes) {
        if (plan.pageinspect.isEmpty() || !index.isValid || (mostIndexBytes > 0 && index.pages * retrieval::RelationPage::Size > mostIndexBytes))
            continue;
        const QByteArray name = pg::qualified(index.schema, index.name);
        add(CopyKind::Pages, "select " + plan.pageinspect + ".get_raw_page(" + pg::literal(name) + ", 'main', b) from " + blocks(name));
        script.pagesOf << index.name;
    }
    return script;
}

} // namespace qd::capture
