// What a capture asks before and after the rows.
#include "capture/captureprivate.h"

#include "core/format.h"
#include "postgres/statement.h"
#include "retrieval/vectors/calibration.h"

#include <QJsonDocument>

#include <algorithm>

namespace qd::capture {

namespace {

constexpr int MostFeedback = 5000;

QJsonObject onlyCell(const pg::Rows &rows)
{
    return rows.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(rows.at(0, 0).toByteArray()).object();
}

} // namespace

void CaptureRun::Private::lookAround()
{
    if (isOver)
        return;
    tell(CaptureProgress::Stage::Looking);
    const auto sql = pg::substituted(pg::sqlFile("capture_facts"), {{"schema", source->schema.toUtf8()}, {"table", source->table.toUtf8()},
                                                                    {"document_schema", source->documents.schema.toUtf8()}, {"document_table", source->documents.table.toUtf8()}});
    auto read = target->read({.sql = sql.value_or(QByteArray()), .priority = Priority::Asked, .purpose = tr("retrieval snapshot"), .object = source->schema + u'.' + source->table});
    cancel = [read]() mutable { read.cancel(); };
    whenAnswered(read, q, [this](Result<Target::Answered> answered) {
        cancel = nullptr;
        if (isOver)
            return;
        if (!answered)
            return fail(answered.error());
        learnt.facts = onlyCell(answered->rows);
        auto planned = planCapture(*source, learnt.facts);
        if (!planned)
            return fail(planned.error());
        plan = *std::move(planned);
        measureDims();
    });
}

// A column without a declared dimension: the commonest one of some rows.
void CaptureRun::Private::measureDims()
{
    if (plan.dimsSql.isEmpty())
        return learnSettings();
    learn(plan.dimsSql, plan.relation, tr("The dimension of the embeddings could not be asked, so they are left out."), [this](const pg::Rows &rows) {
        plan.dims = rows.isEmpty() ? 0 : int(rows.integer(0, 0).value_or(0));
    }, &Private::learnSettings);
}

void CaptureRun::Private::learn(const QByteArray &sql, const QString &object, const QString &whatIsUnknown, std::function<void(const pg::Rows &)> take, void (Private::*next)())
{
    if (isOver)
        return;
    auto read = target->read({.sql = sql, .priority = Priority::Asked, .purpose = tr("retrieval snapshot"), .object = object});
    cancel = [read]() mutable { read.cancel(); };
    whenAnswered(read, q, [this, isOfTable = object == plan.relation, whatIsUnknown, take = std::move(take), next](Result<Target::Answered> answered) {
        cancel = nullptr;
        if (isOver)
            return;
        if (answered) {
            take(answered->rows);
        } else if (answered.error().kind == Error::Kind::Lost || answered.error().kind == Error::Kind::Unreachable || (isOfTable && answered.error().code == QLatin1String("55P03"))) {
            return fail(answered.error()); // what cannot be looked at now could not be copied either
        } else {
            unknown << tr("%1 (%2)").arg(whatIsUnknown, answered.error().message);
        }
        (this->*next)();
    });
}

void CaptureRun::Private::learnSettings()
{
    const QString schema = learnt.facts.value(QStringLiteral("extensions")).toObject().value(QStringLiteral("vector")).toObject().value(QStringLiteral("schema")).toString();
    const QByteArray load = schema.isEmpty() ? QByteArray("null") : "'[1]'::" + pg::qualified(schema, QStringLiteral("vector"));
    const auto sql = pg::substituted(pg::sqlFile("capture_settings"), {{"load", load}});
    learn(sql.value_or(QByteArray()), {}, tr("The server's settings could not be read, so probes, ef_search and the locale are unknown."), [this](const pg::Rows &rows) { learnt.settings = onlyCell(rows); }, &Private::learnDefinitions);
}

void CaptureRun::Private::learnDefinitions()
{
    QByteArrayList functions;
    for (const RetrievalSearch &search : std::as_const(profile.searches)) {
        if (!search.function.isEmpty())
            functions << (search.schema + u'.' + search.function).toUtf8();
    }
    const auto sql = pg::substituted(pg::sqlFile("capture_definitions"), {{"schema", source->schema.toUtf8()}, {"table", source->table.toUtf8()}, {"functions", functions.join('\n')}});
    learn(sql.value_or(QByteArray()), plan.relation, tr("The definitions of indexes and search functions could not be read."), [this](const pg::Rows &rows) {
        learnt.definitions = onlyCell(rows);
        const QList<SearchFunction> found = functionsFrom(learnt.definitions);
        for (const RetrievalSearch &search : std::as_const(profile.searches)) {
            if (search.function.isEmpty() || profile.source(search.source) != source)
                continue;
            const SearchFunction *function = functionFor(search, found);
            if (!function)
                unknown << tr("There is no function %1.%2 that takes what the profile says; its settings here are the profile's.").arg(search.schema, search.function);
            else if (!function->mayExecute || !function->mayUseSchema)
                unknown << searchCall(search, function, {}, {}, learnt.facts.value(QStringLiteral("role")).toString()).error().message;
        }
    }, &Private::learnCalibration);
}

void CaptureRun::Private::learnCalibration()
{
    const QJsonObject extension = learnt.facts.value(QStringLiteral("extensions")).toObject().value(QStringLiteral("vector")).toObject();
    if (extension.isEmpty()) {
        if (plan.dims > 0)
            unknown << tr("pgvector is not installed in this database, so there is no arithmetic of the server to agree with.");
        return learnFeedback();
    }
    const QStringList version = extension.value(QStringLiteral("version")).toString().split(u'.');
    const bool hasHalf = version.value(0).toInt() > 0 || version.value(1).toInt() >= 7;
    learn(retrieval::Calibration::sql(extension.value(QStringLiteral("schema")).toString().toUtf8(), hasHalf), {}, tr("The server's arithmetic could not be asked, so scores may differ in their last digits."), [this](const pg::Rows &rows) {
        QList<QList<QByteArray>> cells;
        for (qsizetype row = 0; row < rows.count(); ++row) {
            QList<QByteArray> one;
            for (int column = 0; column < rows.columns().size(); ++column)
                one << rows.at(row, column).toByteArray();
            cells << one;
        }
        if (const auto read = retrieval::Calibration::read(cells))
            learnt.calibration = read->toText();
        else
            unknown << read.error().message;
    }, &Private::learnFeedback);
}

void CaptureRun::Private::learnFeedback()
{
    if (profile.feedback.isEmpty())
        return prepare();
    const FeedbackSource &feedback = profile.feedback.first();
    const QByteArray sql = "select " + feedback.question.sql() + ", " + feedback.rating.sql() + ", t." + pg::identifier(feedback.sources) + "::text from " + pg::qualified(feedback.schema, feedback.table)
        + " t where t." + pg::identifier(feedback.sources) + " is not null order by t.ctid desc limit " + QByteArray::number(MostFeedback);
    learn(sql, feedback.schema + u'.' + feedback.table, tr("What people said of answers could not be read, so there are no judged questions."), [this, &feedback](const pg::Rows &rows) {
        QList<FeedbackRow> given;
        for (qsizetype row = 0; row < rows.count(); ++row)
            given << FeedbackRow{rows.text(row, 0), rows.text(row, 1), rows.at(row, 2).toByteArray()};
        std::tie(learnt.judgements, learnt.questions) = judgedFrom(feedback, given);
    }, &Private::prepare);
}

// Any vector does: what the planner chooses does not depend on it.
std::vector<float> CaptureRun::Private::plainEmbedding() const
{
    std::vector<float> embedding(size_t(plan.dims), 0.5f);
    for (size_t i = 0; i < embedding.size(); i += 3)
        embedding[i] = -0.25f;
    return embedding;
}

// One search after the other, now that it is known what to ask with.
void CaptureRun::Private::explainNext()
{
    while (nextPlan < profile.searches.size() && profile.source(profile.searches[nextPlan].source) != source)
        ++nextPlan;
    if (nextPlan >= profile.searches.size())
        return finish();
    const RetrievalSearch &search = profile.searches[nextPlan++];
    const QList<SearchFunction> functions = functionsFrom(learnt.definitions);
    const CaptureSample sample = writer->sample();
    EmbeddingType type;
    const QString vectorSchema = learnt.facts.value(QStringLiteral("extensions")).toObject().value(QStringLiteral("vector")).toObject().value(QStringLiteral("schema")).toString();
    type.isArray = plan.form == EmbeddingForm::Reals || plan.form == EmbeddingForm::Doubles;
    type.name = type.isArray ? QByteArray("real[]") : pg::qualified(vectorSchema, plan.form == EmbeddingForm::HalfVector ? QStringLiteral("halfvec") : QStringLiteral("vector"));
    SearchInput input{.embedding = plainEmbedding(), .text = QString::fromUtf8(sample.text).section(u' ', 0, 3, QString::SectionSkipEmpty), .limit = {}, .threshold = {}, .textWeight = {}, .vectorWeight = {}, .user = {}, .documents = {}};
    // A user only where production cannot ask without one.
    const SearchFunction *function = functionFor(search, functions);
    const QString userParameter = search.arguments.key(QStringLiteral("user"));
    const FunctionParameter *user = function && !userParameter.isEmpty() ? function->parameter(userParameter) : nullptr;
    if (!sample.owner.isEmpty() && (!user || user->fallback.isEmpty()))
        input.user = QString::fromUtf8(sample.owner);
    input.limit = search.settings.value(QStringLiteral("limit")).toInt(10);
    if (const QJsonValue bound = search.settings.value(QStringLiteral("threshold")).toObject().value(QStringLiteral("bound")); bound.isDouble())
        input.threshold = bound.toDouble();
    const auto inside = searchInside(search, function, type, input);
    if (!inside) {
        unknown << tr("The statement inside %1 could not be told apart, so how the planner runs it is unknown.").arg(search.name);
        return explainNext();
    }
    learn("explain (format json) " + *inside, plan.relation, tr("How the planner runs %1 could not be asked.").arg(search.name), [this, name = search.name](const pg::Rows &rows) {
        if (!rows.isEmpty())
            learnt.plans.insert(name, rows.at(0, 0).toByteArray());
    }, &Private::explainNext);
}

QJsonObject CaptureRun::Private::origin() const
{
    const QJsonObject &facts = learnt.facts;
    QJsonValue hidden = 0;
    if (plan.hidesRows)
        hidden = plan.expectedRows ? QJsonValue(std::max<qint64>(0, *plan.expectedRows - tally.seen)) : QJsonValue();
    QJsonObject origin{{QStringLiteral("deployment"), target->deployment().name}, {QStringLiteral("database"), facts.value(QStringLiteral("database"))},
                       {QStringLiteral("server_version"), facts.value(QStringLiteral("serverVersion"))}, {QStringLiteral("relation"), plan.relation}, {QStringLiteral("source"), QStringLiteral("postgres")},
                       {QStringLiteral("role"), facts.value(QStringLiteral("role"))}, {QStringLiteral("rows_hidden_by_rls"), hidden},
                       {QStringLiteral("pgvector"), facts.value(QStringLiteral("extensions")).toObject().value(QStringLiteral("vector")).toObject().value(QStringLiteral("version"))}};
    Captured captured;
    addRemarks(captured);
    QJsonArray remarks;
    for (const QString &remark : std::as_const(captured.remarks))
        remarks << remark;
    origin.insert(QStringLiteral("remarks"), remarks);
    return origin;
}

void CaptureRun::Private::addRemarks(Captured &captured) const
{
    QStringList &remarks = captured.remarks;
    captured.hidden = 0;
    if (plan.hidesRows) {
        captured.hidden = plan.expectedRows ? std::optional(std::max<qint64>(0, *plan.expectedRows - tally.seen)) : std::nullopt;
        const QString role = learnt.facts.value(QStringLiteral("role")).toString();
        remarks << (captured.hidden ? tr("Row security hides about %1 of %2 rows of %3 from %4: they are not in the snapshot. A role with bypassrls sees them.").arg(format::count(*captured.hidden), format::count(*plan.expectedRows), plan.relation, role)
                                    : tr("Row security applies to %1 in %2: rows that it hides are not in the snapshot, and how many there are is unknown.").arg(role, plan.relation));
    }
    remarks += plan.remarks;
    const auto counted = [&remarks](qint64 count, const QString &says) {
        if (count > 0)
            remarks << says;
    };
    counted(tally.withoutEmbedding - tally.otherDimension, tr("%n chunk(s) have no embedding and are never found by meaning.", nullptr, int(tally.withoutEmbedding - tally.otherDimension)));
    counted(tally.otherDimension, tr("%n embedding(s) have another dimension than most, %1, and were left out.", nullptr, int(tally.otherDimension)).arg(plan.dims));
    counted(tally.withoutText, tr("%n chunk(s) have no text.", nullptr, int(tally.withoutText)));
    counted(tally.withoutWords, tr("%n chunk(s) have a text but no words to search.", nullptr, int(tally.withoutWords)));
    counted(tally.duplicateKeys, tr("%n row(s) share their key with another, so the key does not tell rows apart.", nullptr, int(tally.duplicateKeys)));
    for (const VectorIndexFacts &index : plan.indexes) {
        if (!plan.pageinspect.isEmpty() && index.isValid && options.withIndexPages && !script.pagesOf.contains(index.name))
            remarks << tr("The pages of %1 were left out: %2 is more than allowed.").arg(index.name, format::bytes(index.pages * retrieval::RelationPage::Size));
    }
    remarks += unknown;
}

} // namespace qd::capture
