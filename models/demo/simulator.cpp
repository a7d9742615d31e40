#include "demo/simulator.h"

#include "demo/deploys.h"
#include "retrieval/import/hashembedding.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <limits>
#include <numeric>

namespace qd::demo {

namespace {

constexpr int simulatedDims = 1536;

HttpResponse jsonResponse(int status, const QJsonObject &body)
{
    return {status, QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

HttpResponse errorResponse(int status, const char *code, const QString &message)
{
    return jsonResponse(status, {{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), QLatin1String(code)}, {QStringLiteral("message"), message}}}});
}

std::optional<Simulator::Fault::Mode> faultMode(const QString &word)
{
    using Mode = Simulator::Fault::Mode;
    static const QHash<QString, Mode> modes{{QStringLiteral("status"), Mode::Status}, {QStringLiteral("timeout"), Mode::TimeOut}, {QStringLiteral("truncated"), Mode::Truncated},
                                            {QStringLiteral("malformed"), Mode::Malformed}, {QStringLiteral("shape"), Mode::OtherShape}};
    const auto it = modes.constFind(word);
    return it == modes.cend() ? std::nullopt : std::optional(*it);
}

} // namespace

QStringList simulatedPages()
{
    return QStringLiteral("supabase vercel openai anthropic groq neon clerk cloudflare upstash sentry pagerduty").split(QLatin1Char(' '));
}

Simulator::Simulator(const Story &story, const Secret &token, const QStringList &projects, QObject *parent)
    : QObject(parent)
    , m_story(story)
    , m_token(token)
    , m_server([this](const HttpRequest &request, const HttpReplier &reply) { answer(request, reply); })
{
    for (const QString &project : projects)
        m_deployments.insert(project, deploymentHistory(story, project));
}

Result<> Simulator::listen()
{
    const auto port = m_server.listen();
    if (!port)
        return failure(port.error());
    setObjectName(QStringLiteral("http://127.0.0.1:%1").arg(*port));
    return {};
}

QString Simulator::base() const
{
    return objectName();
}

void Simulator::setFault(const QString &route, const Fault &fault)
{
    m_faults.insert(route, fault);
}

void Simulator::heal(const QString &route)
{
    m_faults.remove(route);
}

void Simulator::answer(const HttpRequest &request, const HttpReplier &reply)
{
    const HttpResponse well = routed(request);
    const auto fault = m_faults.find(request.path);
    if (fault == m_faults.end())
        return reply(well);
    const auto ill = failing(*fault, well);
    if (fault->times > 0 && --fault->times == 0)
        m_faults.erase(fault);
    if (ill)
        reply(*ill);
}

std::optional<HttpResponse> Simulator::failing(const Fault &fault, const HttpResponse &well) const
{
    HttpResponse ill = well;
    switch (fault.mode) {
    case Fault::Mode::TimeOut:
        return {};
    case Fault::Mode::Truncated:
        ill.isCutOff = true;
        return ill;
    case Fault::Mode::Malformed:
        ill.body.replace('{', "{,");
        return ill;
    case Fault::Mode::OtherShape:
        return jsonResponse(200, {{QStringLiteral("ok"), true}, {QStringLiteral("result"), QJsonArray()}});
    case Fault::Mode::Status:
        break;
    }
    ill = errorResponse(fault.status, fault.status == 429 ? "rate_limited" : "internal_server_error", QStringLiteral("The demo was told to fail."));
    if (fault.retryAfter)
        ill.headers.insert("Retry-After", QByteArray::number(*fault.retryAfter));
    return ill;
}

HttpResponse Simulator::routed(const HttpRequest &request)
{
    static const QRegularExpression page(QStringLiteral("^/status/([a-z]+)/api/v2/summary\\.json$"));
    if (const auto match = page.match(request.path); match.hasMatch())
        return statusPage(match.captured(1));
    if (request.headers.value("authorization") != "Bearer " + m_token.reveal())
        return errorResponse(403, "forbidden", QStringLiteral("Not authorized"));
    if (request.path == QLatin1String("/vercel/v6/deployments"))
        return deployments(request);
    if (request.path == QLatin1String("/v1/embeddings"))
        return embeddings(request);
    if (request.path == QLatin1String("/v1/rerank"))
        return rerank(request);
    if (request.path == QLatin1String("/upstash/pipeline"))
        return upstash(request);
    if (request.path.startsWith(QLatin1String("/control/")))
        return control(request);
    return errorResponse(404, "not_found", QStringLiteral("The demo has no such route."));
}

HttpResponse Simulator::control(const HttpRequest &request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QString route = body.value(QLatin1String("route")).toString();
    if (request.path == QLatin1String("/control/heal") && !route.isEmpty()) {
        heal(route);
        return jsonResponse(200, {{QStringLiteral("healed"), route}});
    }
    const auto mode = faultMode(body.value(QLatin1String("mode")).toString());
    if (request.path != QLatin1String("/control/fail") || route.isEmpty() || !mode)
        return errorResponse(400, "bad_request", QStringLiteral("Say which route fails and how."));
    Fault fault{*mode, body.value(QLatin1String("status")).toInt(500), {}, body.value(QLatin1String("times")).toInt(-1)};
    if (body.contains(QLatin1String("retryAfter")))
        fault.retryAfter = body.value(QLatin1String("retryAfter")).toInt();
    setFault(route, fault);
    return jsonResponse(200, {{QStringLiteral("failing"), route}});
}

HttpResponse Simulator::deployments(const HttpRequest &request) const
{
    if (request.method != "GET")
        return errorResponse(405, "method_not_allowed", QStringLiteral("Only GET."));
    QString project = request.value("projectId");
    if (project.startsWith(QLatin1String("prj_")))
        project.remove(0, 4);
    const QString asTeam = request.value("teamId").isEmpty() ? request.value("slug") : request.value("teamId");
    if (!m_deployments.contains(project))
        return errorResponse(404, "not_found", QStringLiteral("Project not found"));
    if (!asTeam.isEmpty() && asTeam != team())
        return errorResponse(403, "forbidden", QStringLiteral("Not a member of this team"));

    const int limit = request.value("limit").isEmpty() ? 20 : std::clamp(request.value("limit").toInt(), 1, 100);
    const qint64 until = request.value("until").isEmpty() ? std::numeric_limits<qint64>::max() : request.value("until").toLongLong();
    const qint64 since = request.value("since").toLongLong();
    const QStringList states = request.value("state").split(QLatin1Char(','), Qt::SkipEmptyParts);
    const QString target = request.value("target");
    QJsonArray page;
    bool hasMore = false;
    for (const QJsonValue &each : m_deployments.value(project)) {
        const QJsonObject row = each.toObject();
        const qint64 created = qint64(row.value(QLatin1String("createdAt")).toDouble());
        const bool isWanted = created < until && created >= since && (states.isEmpty() || states.contains(row.value(QLatin1String("state")).toString()))
            && (target.isEmpty() || target == row.value(QLatin1String("target")).toString())
            && (request.value("rollbackCandidate") != QLatin1String("true") || row.value(QLatin1String("isRollbackCandidate")).toBool());
        if (!isWanted)
            continue;
        hasMore = page.size() == limit;
        if (hasMore)
            break;
        page << row;
    }
    const auto createdAt = [](const QJsonValue &row) { return row.toObject().value(QLatin1String("createdAt")); };
    const QJsonObject pagination{{QStringLiteral("count"), page.size()}, {QStringLiteral("next"), hasMore ? createdAt(page.last()) : QJsonValue()},
                                 {QStringLiteral("prev"), page.isEmpty() ? QJsonValue() : createdAt(page.first())}};
    return jsonResponse(200, {{QStringLiteral("deployments"), page}, {QStringLiteral("pagination"), pagination}});
}

HttpResponse Simulator::statusPage(const QString &name) const
{
    static const QHash<QString, QStringList> pages{
        {QStringLiteral("supabase"), {QStringLiteral("Database"), QStringLiteral("Connection Pooler"), QStringLiteral("Auth"), QStringLiteral("Storage"), QStringLiteral("Realtime"), QStringLiteral("Edge Functions")}},
        {QStringLiteral("vercel"), {QStringLiteral("API"), QStringLiteral("Builds"), QStringLiteral("Edge Network"), QStringLiteral("Functions")}},
        {QStringLiteral("openai"), {QStringLiteral("Chat Completions"), QStringLiteral("Embeddings"), QStringLiteral("Files")}},
        {QStringLiteral("cloudflare"), {QStringLiteral("R2"), QStringLiteral("CDN")}},
    };
    const QStringList components = simulatedPages().contains(name) ? pages.value(name, {QStringLiteral("API")}) : QStringList();
    if (components.isEmpty())
        return errorResponse(404, "not_found", QStringLiteral("The demo has no such status page."));
    const QString updated = isoText(m_story.now - std::chrono::minutes(3));
    QJsonArray rows{QJsonObject{{QStringLiteral("id"), QStringLiteral("group")}, {QStringLiteral("name"), QStringLiteral("Platform")}, {QStringLiteral("status"), QStringLiteral("operational")},
                                {QStringLiteral("group"), true}, {QStringLiteral("group_id"), QJsonValue()}, {QStringLiteral("position"), 1}, {QStringLiteral("updated_at"), updated}}};
    for (qsizetype i = 0; i < components.size(); ++i)
        rows << QJsonObject{{QStringLiteral("id"), QStringLiteral("c%1").arg(i)}, {QStringLiteral("name"), components.at(i)}, {QStringLiteral("status"), QStringLiteral("operational")},
                            {QStringLiteral("group"), false}, {QStringLiteral("group_id"), QStringLiteral("group")}, {QStringLiteral("position"), int(i) + 1},
                            {QStringLiteral("only_show_if_degraded"), false}, {QStringLiteral("updated_at"), updated}};
    QString title = name;
    title[0] = title[0].toUpper();
    return jsonResponse(200, {{QStringLiteral("page"), QJsonObject{{QStringLiteral("id"), QStringLiteral("demo-") + name}, {QStringLiteral("name"), title},
                                                                  {QStringLiteral("url"), QStringLiteral("https://status.%1.example").arg(name)}, {QStringLiteral("updated_at"), updated}}},
                              {QStringLiteral("status"), QJsonObject{{QStringLiteral("indicator"), QStringLiteral("none")}, {QStringLiteral("description"), QStringLiteral("All Systems Operational")}}},
                              {QStringLiteral("components"), rows}, {QStringLiteral("incidents"), QJsonArray()}, {QStringLiteral("scheduled_maintenances"), QJsonArray()}});
}

HttpResponse Simulator::embeddings(const HttpRequest &request) const
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QJsonValue input = body.value(QLatin1String("input"));
    const QJsonArray texts = input.isArray() ? input.toArray() : QJsonArray{input};
    const bool isText = !texts.isEmpty() && std::all_of(texts.begin(), texts.end(), [](const QJsonValue &text) { return text.isString() && !text.toString().isEmpty(); });
    if (request.method != "POST" || !isText)
        return errorResponse(400, "invalid_request_error", QStringLiteral("input must be a text or a list of texts"));
    // "dimensions" shortens or lengthens, as far as that goes.
    const int asked = body.value(QLatin1String("dimensions")).toInt(retrieval::HashEmbedding::dimsOf(body.value(QLatin1String("model")).toString()));
    const int dims = asked > 0 && asked <= 16'000 ? asked : simulatedDims;
    retrieval::HashEmbedding embedding;
    QJsonArray rows;
    int tokens = 0;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        QJsonArray numbers;
        for (const float number : embedding.of(texts.at(i).toString().toStdString(), dims))
            numbers << double(number);
        tokens += int(texts.at(i).toString().size() / 4) + 1;
        rows << QJsonObject{{QStringLiteral("object"), QStringLiteral("embedding")}, {QStringLiteral("index"), int(i)}, {QStringLiteral("embedding"), numbers}};
    }
    return jsonResponse(200, {{QStringLiteral("object"), QStringLiteral("list")}, {QStringLiteral("model"), retrieval::HashEmbedding::model(dims)}, {QStringLiteral("data"), rows},
                              {QStringLiteral("usage"), QJsonObject{{QStringLiteral("prompt_tokens"), tokens}, {QStringLiteral("total_tokens"), tokens}}}});
}

HttpResponse Simulator::rerank(const HttpRequest &request) const
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QString query = body.value(QLatin1String("query")).toString();
    const QJsonArray documents = body.value(QLatin1String("documents")).toArray();
    if (request.method != "POST" || query.isEmpty() || documents.isEmpty())
        return errorResponse(400, "invalid_request_error", QStringLiteral("query and documents are wanted"));
    retrieval::HashEmbedding embedding;
    const std::vector<float> wanted = embedding.of(query.toStdString(), simulatedDims);
    std::vector<std::pair<double, int>> scored;
    for (qsizetype i = 0; i < documents.size(); ++i) {
        const std::vector<float> found = embedding.of(documents.at(i).toString().toStdString(), simulatedDims);
        scored.emplace_back(std::inner_product(wanted.begin(), wanted.end(), found.begin(), 0.0), int(i));
    }
    std::ranges::sort(scored, [](const auto &a, const auto &b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    QJsonArray rows;
    for (const auto &[score, index] : scored)
        rows << QJsonObject{{QStringLiteral("index"), index}, {QStringLiteral("relevance_score"), score}};
    return jsonResponse(200, {{QStringLiteral("object"), QStringLiteral("list")}, {QStringLiteral("model"), retrieval::HashEmbedding::model(simulatedDims)}, {QStringLiteral("data"), rows}});
}

HttpResponse Simulator::upstash(const HttpRequest &request) const
{
    constexpr int KeptSeconds = 3600;
    const QString prefix = QStringLiteral("query:");
    QJsonArray results;
    for (const QJsonValue &value : QJsonDocument::fromJson(request.body).array()) {
        const QString command = value.toArray().at(0).toString().toUpper(), key = value.toArray().at(1).toString();
        const QByteArray digest = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha1);
        const bool isThere = key.startsWith(prefix) && quint8(digest[0]) % 3 == 0;
        const int left = 1 + (quint8(digest[1]) * 256 + quint8(digest[2])) % KeptSeconds;
        if (command == QLatin1String("GET")) {
            const QJsonObject kept{{QStringLiteral("query"), key.mid(prefix.size())}, {QStringLiteral("cached"), true}};
            results << QJsonObject{{QStringLiteral("result"), isThere ? QJsonValue(QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact))) : QJsonValue()}};
        } else if (command == QLatin1String("PTTL")) {
            results << QJsonObject{{QStringLiteral("result"), isThere ? left * 1000 : -2}};
        } else {
            results << QJsonObject{{QStringLiteral("error"), QStringLiteral("ERR Command is not available: '%1'").arg(command)}};
        }
    }
    HttpResponse response = jsonResponse(200, {});
    response.body = QJsonDocument(results).toJson(QJsonDocument::Compact);
    return response;
}

} // namespace qd::demo
