#include "capture/productionsearch.h"

#include "capture/captureplan.h"
#include "deployments/inquiry.h"
#include "postgres/statement.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

#include <limits>
#include <memory>

namespace qd::capture {

namespace {

struct ProductionWords
{
    Q_DECLARE_TR_FUNCTIONS(Capture)
};

} // namespace

// What is known of a search's surroundings; asked once per source and kept.
struct Surroundings
{
    QJsonObject facts;
    QList<SearchFunction> functions;
    EmbeddingType type;
    int dims = 0; // 0: not declared
};

struct ProductionSearch::Private
{
    Target *target;
    RetrievalProfile profile;
    std::shared_ptr<QMap<QString, Surroundings>> known = std::make_shared<QMap<QString, Surroundings>>(); // by the name of the source
};

namespace {

class ProductionAsking : public Inquiry<ProductionAnswer>
{
public:
    ProductionAsking(Target *target, const RetrievalProfile &profile, ProductionQuestion question, std::shared_ptr<QMap<QString, Surroundings>> known)
        : Inquiry(target)
        , m_profile(profile)
        , m_question(std::move(question))
        , m_known(std::move(known))
    {
    }

    void start()
    {
        m_search = m_profile.search(m_question.search);
        m_source = m_search ? m_profile.source(m_search->source) : nullptr;
        if (!m_source)
            return finish(failure(Error::Kind::Missing, m_question.search.isEmpty() ? ProductionWords::tr("The profile of this deployment names no search of production.") : ProductionWords::tr("The profile has no search “%1”.").arg(m_question.search)));
        const auto sets = settingsSql();
        if (!sets)
            return finish(failure(sets.error()));
        m_sets = *sets;
        if (m_known->contains(m_source->name))
            return search();
        const auto sql = pg::substituted(pg::sqlFile("capture_facts"), {{"schema", m_source->schema.toUtf8()}, {"table", m_source->table.toUtf8()}, {"document_schema", {}}, {"document_table", {}}});
        ask(sql.value_or(QByteArray()), relation(), [this](Result<Target::Answered> answered) {
            if (!answered)
                return finish(failure(std::move(answered.error())));
            m_around.facts = QJsonDocument::fromJson(answered->rows.isEmpty() ? QByteArray() : answered->rows.at(0, 0).toByteArray()).object();
            learnType();
            learnFunctions();
        });
    }

private:
    QString relation() const { return m_source->schema + u'.' + m_source->table; }
    QString role() const { return m_around.facts.value(QStringLiteral("role")).toString(); }

    void learnType()
    {
        const QJsonObject column = m_around.facts.value(QStringLiteral("relations")).toObject().value(QStringLiteral("chunks")).toObject().value(QStringLiteral("columns")).toObject().value(m_source->embedding).toObject();
        const QString base = column.value(QStringLiteral("base")).toString();
        const QString schema = m_around.facts.value(QStringLiteral("extensions")).toObject().value(QStringLiteral("vector")).toObject().value(QStringLiteral("schema")).toString();
        m_around.type.isArray = base.startsWith(u'_');
        m_around.type.name = m_around.type.isArray ? QByteArray("real[]") : pg::qualified(schema, base);
        m_around.dims = m_around.type.isArray ? 0 : std::max(column.value(QStringLiteral("typmod")).toInt(0), 0);
    }

    void learnFunctions()
    {
        QByteArrayList functions;
        for (const RetrievalSearch &search : m_profile.searches)
            functions << (search.schema + u'.' + search.function).toUtf8();
        const auto sql = pg::substituted(pg::sqlFile("capture_definitions"), {{"schema", m_source->schema.toUtf8()}, {"table", m_source->table.toUtf8()}, {"functions", functions.join('\n')}});
        ask(sql.value_or(QByteArray()), relation(), [this](Result<Target::Answered> answered) {
            if (!answered)
                return finish(failure(std::move(answered.error())));
            m_around.functions = functionsFrom(QJsonDocument::fromJson(answered->rows.isEmpty() ? QByteArray() : answered->rows.at(0, 0).toByteArray()).object());
            m_known->insert(m_source->name, m_around);
            search();
        });
    }

    // Nothing but how a search searches, and only numbers and words as values.
    Result<QByteArray> settingsSql() const
    {
        static const QRegularExpression names(QStringLiteral("^(hnsw\\.(ef_search|iterative_scan|max_scan_tuples|scan_mem_multiplier)|ivfflat\\.(probes|iterative_scan|max_probes)|work_mem|enable_(seqscan|indexscan|bitmapscan|sort))$"));
        static const QRegularExpression values(QStringLiteral("^[A-Za-z0-9_.]{1,30}$"));
        QByteArray sql;
        for (auto setting = m_question.settings.cbegin(); setting != m_question.settings.cend(); ++setting) {
            if (!names.match(setting.key()).hasMatch() || !values.match(setting.value()).hasMatch())
                return failure(Error::Kind::Refused, ProductionWords::tr("“%1” is not a setting that may be changed for a question.").arg(setting.key()));
            sql += "set local " + setting.key().toUtf8() + " = " + pg::literal(setting.value().toUtf8()) + "; ";
        }
        return sql;
    }

    SearchInput input() const
    {
        SearchInput input = m_question.input;
        const SearchFunction *function = functionFor(*m_search, m_around.functions);
        const QJsonObject &json = m_search->settings;
        // What neither the question nor the function says, the application says, which is in the profile.
        const auto isOpen = [&](const char *meaning) {
            for (const FunctionParameter &parameter : function ? function->parameters : QList<FunctionParameter>()) {
                if (m_search->arguments.value(parameter.name) == QLatin1String(meaning))
                    return parameter.fallback.isEmpty();
            }
            return true;
        };
        if (!input.limit && isOpen("limit"))
            input.limit = json.value(QStringLiteral("limit")).toInt(10);
        const QJsonValue bound = json.value(QStringLiteral("threshold")).toObject().value(QStringLiteral("bound"));
        if (!input.threshold && isOpen("threshold") && bound.isDouble())
            input.threshold = bound.toDouble();
        return input;
    }

    // The rows in their order, with the key where the answer has none.
    QByteArray rowsSql(const QByteArray &call) const
    {
        const auto column = [](const QString &name) { return name.isEmpty() ? QByteArray("null::text") : "r." + pg::identifier(name) + "::text"; };
        const QByteArray table = m_source->relation();
        QByteArray key = column(m_search->resultKey);
        if (m_search->resultKey.isEmpty() && !m_search->resultDocument.isEmpty() && m_source->document.isMapped()) {
            key = "(select " + m_source->key.sql("k") + " from " + table + " k where k." + pg::identifier(m_source->document.column) + " = r." + pg::identifier(m_search->resultDocument);
            if (!m_search->resultOrdinal.isEmpty() && m_source->ordinal.isMapped())
                key += " and k." + pg::identifier(m_source->ordinal.column) + " = r." + pg::identifier(m_search->resultOrdinal);
            key += " limit 1)";
        }
        QByteArray columns = key + ", " + column(m_search->resultScore) + ", " + column(m_search->resultText);
        for (const QString &part : m_search->parts)
            columns += ", " + column(part);
        return "select " + columns + " from (select s.*, row_number() over () as quarterdeck_rank from " + call + " s) r order by r.quarterdeck_rank";
    }

    void search()
    {
        m_around = m_known->value(m_source->name);
        const int given = int(m_question.input.embedding.size());
        if (m_around.dims > 0 && given > 0 && given != m_around.dims)
            return finish(failure(Error::Kind::Wrong, ProductionWords::tr("The embedding of the question has %1 dimensions, those of %2 have %3: it comes from another model.").arg(given).arg(relation()).arg(m_around.dims)));
        const SearchFunction *function = functionFor(*m_search, m_around.functions);
        const SearchInput asked = input();
        const auto call = searchCall(*m_search, function, m_around.type, asked, role());
        if (!call)
            return finish(failure(call.error()));
        SearchInput shown = asked;
        shown.embedding.resize(std::min<size_t>(shown.embedding.size(), 2)); // for people
        m_answer.sql = searchCall(*m_search, function, m_around.type, shown, role()).value_or(QByteArray());
        read(m_sets + rowsSql(*call), [this](const Target::Answered &answered) {
            take(answered);
            explain();
        });
    }

    void read(const QByteArray &sql, std::function<void(Target::Answered)> then)
    {
        askWithin(sql, relation(), m_question.timeout, [this, then = std::move(then)](Result<Target::Answered> answered) {
            if (!answered) {
                // The function may have gone, or its rights, since it was looked at.
                m_known->remove(m_source->name);
                return finish(failure(std::move(answered.error())));
            }
            then(*std::move(answered));
        });
    }

    void take(const Target::Answered &answered)
    {
        m_answer.took = answered.took;
        m_answer.at = answered.at;
        const pg::Rows &rows = answered.rows;
        const QStringList parts = m_search->parts.keys();
        for (qsizetype i = 0; i < rows.count(); ++i) {
            // A vector without length has no distance to anything, and Postgres ranks NaN above all numbers.
            const auto score = rows.at(i, 1) == "NaN" ? std::optional(std::numeric_limits<double>::quiet_NaN()) : rows.number(i, 1);
            ProductionRow row{rows.at(i, 0).toByteArray(), score, int(i) + 1, rows.isNull(i, 2) ? std::nullopt : std::optional(rows.at(i, 2).toByteArray()), {}};
            for (int part = 0; part < int(parts.size()); ++part) {
                if (const auto value = rows.number(i, 3 + part))
                    row.parts.insert(parts[part], *value);
            }
            m_answer.rows << row;
        }
    }

    void explain()
    {
        if (!m_question.wantsPlan)
            return finish(std::move(m_answer));
        const SearchFunction *function = functionFor(*m_search, m_around.functions);
        const auto inside = searchInside(*m_search, function, m_around.type, input());
        if (!inside) {
            m_answer.planRemark = ProductionWords::tr("The statement inside %1 could not be told apart, so how the planner runs it is unknown.").arg(m_search->name);
            return finish(std::move(m_answer));
        }
        const QByteArray how = m_question.mayRunForPlan ? "explain (analyze, buffers, format json) " : "explain (format json) ";
        askWithin(m_sets + how + *inside, relation(), m_question.timeout, [this](Result<Target::Answered> answered) {
            if (answered && !answered->rows.isEmpty())
                m_answer.plan = answered->rows.at(0, 0).toByteArray();
            else if (!answered)
                m_answer.planRemark = ProductionWords::tr("How the planner runs %1 could not be asked. %2").arg(m_search->name, answered.error().message);
            finish(std::move(m_answer));
        });
    }

    template <typename Arrived>
    void askWithin(const QByteArray &sql, const QString &object, std::chrono::milliseconds timeout, Arrived arrived)
    {
        ask(ReadRequest{.sql = sql, .priority = Priority::Asked, .purpose = ProductionWords::tr("production search"), .object = object, .statementTimeout = timeout}, std::move(arrived));
    }

    const RetrievalProfile m_profile; // pointers go into it
    ProductionQuestion m_question;
    std::shared_ptr<QMap<QString, Surroundings>> m_known;
    const RetrievalSearch *m_search = nullptr;
    const RetrievalSource *m_source = nullptr;
    Surroundings m_around;
    QByteArray m_sets;
    ProductionAnswer m_answer;
};

} // namespace

ProductionSearch::ProductionSearch(Target *target, RetrievalProfile profile, QObject *parent)
    : QObject(parent)
    , d(new Private{target, std::move(profile)})
{
}

ProductionSearch::~ProductionSearch() = default;

Reply<ProductionAnswer> ProductionSearch::ask(const ProductionQuestion &question)
{
    auto *asking = new ProductionAsking(d->target, d->profile, question, d->known);
    const auto reply = asking->reply();
    QMetaObject::invokeMethod(asking, [asking] { asking->start(); }, Qt::QueuedConnection);
    return reply;
}

} // namespace qd::capture
