#include "capture/capturenotes.h"

#include "postgres/statement.h"
#include "retrieval/recordedqueries.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonDocument>
#include <QRegularExpression>

#include <functional>

namespace qd::capture {

namespace {

QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

// Every node of a plan.
void walkPlan(const QJsonObject &node, const std::function<void(const QJsonObject &)> &visit)
{
    visit(node);
    for (const QJsonValue &child : node.value(QStringLiteral("Plans")).toArray())
        walkPlan(child.toObject(), visit);
}

QJsonObject rootOf(const QByteArray &plan)
{
    return QJsonDocument::fromJson(plan).array().first().toObject().value(QStringLiteral("Plan")).toObject();
}

// "relaxed_order" → "relaxed".
QString iterativeName(const QString &setting)
{
    return setting.section(u'_', 0, 0);
}

void addServerSettings(QJsonObject &json, const QJsonObject &settings)
{
    struct Known
    {
        const char *key, *setting;
        bool isIterative;
    };
    // Whatever scan the planner takes today: tomorrow's question may be about the other.
    static constexpr Known known[] = {{"efSearch", "hnsw.ef_search", false}, {"maxScanTuples", "hnsw.max_scan_tuples", false}, {"scanMemMultiplier", "hnsw.scan_mem_multiplier", false},
                                      {"probes", "ivfflat.probes", false}, {"maxProbes", "ivfflat.max_probes", false}};
    const QJsonObject values = settings.value(QStringLiteral("settings")).toObject();
    for (const Known &one : known) {
        bool isNumber = false;
        const double value = values.value(QLatin1String(one.setting)).toString().toDouble(&isNumber);
        if (isNumber)
            json.insert(QLatin1String(one.key), value);
    }
    const QString iterative = values.value(json.value(QStringLiteral("scan")) == QLatin1String("ivfflat") ? QStringLiteral("ivfflat.iterative_scan") : QStringLiteral("hnsw.iterative_scan")).toString();
    if (!iterative.isEmpty())
        json.insert(QStringLiteral("iterativeScan"), iterativeName(iterative));
    if (const QJsonValue memory = settings.value(QStringLiteral("workMemKb")); memory.isDouble())
        json.insert(QStringLiteral("workMemKb"), memory);
}

// What a function sets for itself wins over the session: hnsw.ef_search=100.
QJsonObject withFunctionSettings(QJsonObject settings, const SearchFunction *function)
{
    if (!function || function->settings.isEmpty())
        return settings;
    QJsonObject values = settings.value(QStringLiteral("settings")).toObject();
    for (const QString &setting : function->settings)
        values.insert(setting.section(u'=', 0, 0), setting.section(u'=', 1));
    settings.insert(QStringLiteral("settings"), values);
    return settings;
}

QString questionId(const QString &text)
{
    return QStringLiteral("f") + QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(10));
}

} // namespace

std::optional<PlannedScan> plannedScan(const QByteArray &plan, const QJsonArray &indexes)
{
    std::optional<PlannedScan> found;
    walkPlan(rootOf(plan), [&](const QJsonObject &node) {
        for (const QJsonValue &index : indexes) {
            const QString name = index.toObject().value(QStringLiteral("name")).toString();
            if (!found && !name.isEmpty() && node.value(QStringLiteral("Index Name")) == name)
                found = PlannedScan{name, index.toObject().value(QStringLiteral("method")).toString()};
        }
    });
    return found;
}

bool isOnlyCall(const QByteArray &plan)
{
    bool hasScan = false;
    walkPlan(rootOf(plan), [&hasScan](const QJsonObject &node) {
        const QString type = node.value(QStringLiteral("Node Type")).toString();
        hasScan = hasScan || (type.contains(QStringLiteral("Scan")) && type != QStringLiteral("Function Scan"));
    });
    return !hasScan;
}

QJsonObject searchSettings(const RetrievalSearch &search, const SearchFunction *function, const Learnt &learnt)
{
    static const QRegularExpression isPlain(QStringLiteral("^[a-z_][a-z0-9_]*$"));
    QJsonObject json = search.settings, named;
    for (const FunctionParameter &parameter : function ? function->parameters : QList<FunctionParameter>()) {
        const QString meaning = search.arguments.value(parameter.name);
        if (QStringList{QStringLiteral("limit"), QStringLiteral("threshold"), QStringLiteral("text_weight"), QStringLiteral("vector_weight")}.contains(meaning))
            named.insert(meaning, isPlain.match(parameter.name).hasMatch() ? parameter.name : QString::fromUtf8(pg::identifier(parameter.name)));
        const auto value = numberOfDefault(parameter.fallback);
        if (!value)
            continue;
        if (meaning == u"limit")
            json.insert(QStringLiteral("limit"), *value);
        else if (meaning == u"text_weight")
            json.insert(QStringLiteral("textWeight"), *value);
        else if (meaning == u"vector_weight")
            json.insert(QStringLiteral("vectorWeight"), *value);
        else if (meaning == u"threshold") {
            QJsonObject threshold = json.value(QStringLiteral("threshold")).toObject();
            threshold.insert(QStringLiteral("bound"), *value);
            json.insert(QStringLiteral("threshold"), threshold);
        }
    }
    if (!named.isEmpty())
        json.insert(QStringLiteral("arguments"), named);
    if (const QByteArray plan = learnt.plans.value(search.name); !plan.isEmpty() && !isOnlyCall(plan)) {
        const auto scan = plannedScan(plan, learnt.facts.value(QStringLiteral("vectorIndexes")).toArray());
        json.insert(QStringLiteral("scan"), scan ? scan->method : QStringLiteral("exact"));
        if (scan)
            json.insert(QStringLiteral("index"), scan->index);
        else
            json.remove(QStringLiteral("index"));
    }
    if (!learnt.model.isEmpty() && json.value(QStringLiteral("mode")) != QLatin1String("text"))
        json.insert(QStringLiteral("model"), learnt.model);
    addServerSettings(json, withFunctionSettings(learnt.settings, function));
    return json;
}

Notes notesOf(const RetrievalProfile &profile, const RetrievalSource &source, const RetrievalSearch *main, const Learnt &learnt)
{
    using namespace retrieval;
    Notes notes;
    const QList<SearchFunction> functions = functionsFrom(learnt.definitions);
    for (const RetrievalSearch &search : profile.searches) {
        if (profile.source(search.source) != &source)
            continue;
        const SearchFunction *function = functionFor(search, functions);
        const QByteArray text = function ? function->source.toUtf8() : search.statement.toUtf8();
        const QByteArray parameters = compact(searchSettings(search, function, learnt));
        if (&search == main)
            notes << std::pair{QByteArray(notes::SearchFunction), text} << std::pair{QByteArray(notes::SearchParameters), parameters};
        notes << std::pair{notes::SearchFunction + QByteArray("/") + search.name.toUtf8(), text} << std::pair{notes::SearchParameters + QByteArray("/") + search.name.toUtf8(), parameters};
    }
    notes << std::pair{QByteArray(notes::IndexDefinitions), QJsonDocument(learnt.definitions.value(QStringLiteral("indexes")).toArray()).toJson(QJsonDocument::Compact)};
    QJsonObject settings = learnt.settings.value(QStringLiteral("settings")).toObject();
    if (const QJsonValue roles = learnt.settings.value(QStringLiteral("roleSettings")); roles.isArray())
        settings.insert(QStringLiteral("roles"), roles);
    notes << std::pair{QByteArray(notes::Settings), settings.isEmpty() ? QByteArray() : compact(settings)};
    notes << std::pair{QByteArray(notes::Calibration), learnt.calibration};

    QJsonObject locale = learnt.settings.value(QStringLiteral("locale")).toObject();
    if (!locale.isEmpty()) {
        static const QMap<QString, QString> providers{{QStringLiteral("c"), QStringLiteral("libc")}, {QStringLiteral("i"), QStringLiteral("icu")}, {QStringLiteral("b"), QStringLiteral("builtin")}};
        const QString provider = locale.value(QStringLiteral("provider")).toString();
        locale.insert(QStringLiteral("provider"), providers.value(provider, provider));
        locale.insert(QStringLiteral("probes"), learnt.settings.value(QStringLiteral("probes")));
        locale.insert(QStringLiteral("stem_of_added"), learnt.settings.value(QStringLiteral("stemOfAdded")).toString().section(u'\'', 1, 1)); // 'ad':1
    }
    notes << std::pair{QByteArray("locale"), locale.isEmpty() ? QByteArray() : compact(locale)};
    notes << std::pair{QByteArray(notes::Judgements), learnt.judgements} << std::pair{QByteArray("questions"), learnt.questions};
    QJsonObject plans;
    for (auto plan = learnt.plans.cbegin(); plan != learnt.plans.cend(); ++plan)
        plans.insert(plan.key(), QString::fromUtf8(*plan));
    notes << std::pair{QByteArray(notes::Plan), plans.isEmpty() ? QByteArray() : compact(plans)};
    return notes;
}

std::pair<QByteArray, QByteArray> judgedFrom(const FeedbackSource &source, const QList<FeedbackRow> &rows)
{
    QByteArray judgements, questions;
    QHash<QString, QHash<QString, int>> known;
    for (const FeedbackRow &row : rows) {
        const auto grade = source.grades.constFind(row.rating);
        const QString text = row.question.trimmed();
        if (grade == source.grades.cend() || text.isEmpty())
            continue;
        const QString id = questionId(text);
        for (const QJsonValue &cited : QJsonDocument::fromJson(row.cited).array()) {
            const QJsonValue value = source.sourceKey.isEmpty() ? cited : cited.toObject().value(source.sourceKey);
            const QString key = value.isDouble() ? QString::number(value.toInteger()) : value.toString();
            if (key.isEmpty() || known[id].contains(key))
                continue;
            if (known.value(id).isEmpty())
                questions += compact({{QStringLiteral("id"), id}, {QStringLiteral("text"), text}, {QStringLiteral("judged"), true}}) + '\n';
            known[id].insert(key, *grade);
            judgements += compact({{QStringLiteral("query"), id}, {QStringLiteral("key"), key}, {QStringLiteral("grade"), *grade}}) + '\n';
        }
    }
    return {judgements, questions};
}

} // namespace qd::capture
