#include "providers/vercel.h"

#include "core/redact.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace qd::providers {

namespace {

constexpr int VercelPageSize = 100;
constexpr int VercelMostRows = 500;
constexpr int VercelMostPages = 50;

// Epoch milliseconds; 0 and everything that is no number count as missing.
std::optional<Instant> vercelTime(const QJsonValue &value)
{
    const double ms = value.toDouble();
    return ms > 0 && ms < 1e14 ? std::optional(fromMsecs(qint64(ms))) : std::nullopt;
}

QString firstText(const QJsonObject &object, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (const QString text = object.value(QLatin1String(key)).toString(); !text.isEmpty())
            return text;
    }
    return {};
}

std::optional<VercelDeployment> deploymentFrom(const QJsonObject &row)
{
    VercelDeployment deployment;
    const QJsonObject meta = row.value(QLatin1String("meta")).toObject(), creator = row.value(QLatin1String("creator")).toObject();
    deployment.uid = firstText(row, {"uid", "id"});
    const QJsonValue created = row.value(QLatin1String("created"));
    const std::optional<Instant> createdAt = vercelTime(created.isUndefined() ? row.value(QLatin1String("createdAt")) : created);
    if (deployment.uid.isEmpty() || !createdAt)
        return {};
    deployment.createdAt = *createdAt;
    deployment.readyAt = vercelTime(row.value(QLatin1String("ready")));
    deployment.url = row.value(QLatin1String("url")).toString();
    deployment.state = firstText(row, {"state", "readyState"});
    deployment.substate = row.value(QLatin1String("readySubstate")).toString();
    deployment.target = row.value(QLatin1String("target")).toString();
    deployment.commit = firstText(meta, {"githubCommitSha", "gitlabCommitSha", "bitbucketCommitSha"});
    deployment.message = redacted(firstText(meta, {"githubCommitMessage", "gitlabCommitMessage", "bitbucketCommitMessage"})).section(QLatin1Char('\n'), 0, 0);
    deployment.branch = firstText(meta, {"githubCommitRef", "gitlabCommitRef", "bitbucketCommitRef"});
    deployment.author = firstText(creator, {"username", "githubLogin"});
    deployment.isRollbackCandidate = row.value(QLatin1String("isRollbackCandidate")).toBool();
    deployment.errorMessage = redacted(row.value(QLatin1String("errorMessage")).toString());
    return deployment;
}

// One listing, page by page. A child of the client; gone when it is answered.
class VercelListing : public QObject
{
public:
    VercelListing(Http &http, const QUrlQuery &query, Instant since, const Answer<QList<VercelDeployment>> &answer, QObject *parent)
        : QObject(parent)
        , m_http(http)
        , m_query(query)
        , m_since(since)
        , m_answer(answer)
    {
        m_answer.onCancel(this, [this] {
            m_page.cancel();
            deleteLater();
        });
        ask();
    }

private:
    void ask()
    {
        QUrlQuery query = m_query;
        if (m_until)
            query.addQueryItem(QStringLiteral("until"), QString::number(*m_until));
        m_page.start(m_http.getJson(QStringLiteral("/v6/deployments"), query), [this](Result<QJsonDocument> answer) { arrived(std::move(answer)); });
    }

    void arrived(Result<QJsonDocument> answer)
    {
        if (!answer)
            return end(failure(answer.error()));
        const QJsonObject page = answer->object();
        const QJsonValue rows = page.value(QLatin1String("deployments"));
        if (!rows.isArray())
            return end(otherShape(QStringLiteral("deployments[] is missing")));
        for (const QJsonValue &value : rows.toArray()) {
            const std::optional<VercelDeployment> deployment = deploymentFrom(value.toObject());
            if (!deployment)
                return end(otherShape(QStringLiteral("a deployment without uid or created")));
            if (deployment->createdAt < m_since)
                return end(std::move(m_found));
            if (m_seen.contains(deployment->uid))
                continue;
            m_seen.insert(deployment->uid);
            m_found.append(*deployment);
            if (m_found.size() == VercelMostRows)
                return end(std::move(m_found));
        }
        const double next = page.value(QLatin1String("pagination")).toObject().value(QLatin1String("next")).toDouble();
        if (next <= 0 || rows.toArray().isEmpty())
            return end(std::move(m_found));
        // Pages must lead backwards, or we would ask for ever.
        if ((m_until && qint64(next) >= *m_until) || ++m_pages == VercelMostPages)
            return end(otherShape(QStringLiteral("pagination.next does not lead to older deployments")));
        m_until = qint64(next);
        ask();
    }

    tl::unexpected<Error> otherShape(const QString &detail) const
    {
        return failure(Error::Kind::Wrong, Vercel::tr("Vercel answered in a shape that is not known, so its list of deployments is not used."), detail);
    }

    void end(Result<QList<VercelDeployment>> result)
    {
        deleteLater();
        m_answer.give(std::move(result));
    }

    Http &m_http;
    QUrlQuery m_query;
    Instant m_since;
    Answer<QList<VercelDeployment>> m_answer;
    Latest m_page{this};
    std::optional<qint64> m_until;
    QList<VercelDeployment> m_found;
    QSet<QString> m_seen;
    int m_pages = 0;
};

} // namespace

Vercel::Vercel(QUrl base, const Secret &token, QString team, QObject *parent)
    : QObject(parent)
    , m_http(QStringLiteral("Vercel"), std::move(base))
    , m_team(std::move(team))
{
    m_http.setBearer(token);
}

Reply<QList<VercelDeployment>> Vercel::deployments(const QString &project, Instant since)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("projectId"), QString::fromLatin1(QUrl::toPercentEncoding(project)));
    query.addQueryItem(QStringLiteral("limit"), QString::number(VercelPageSize));
    query.addQueryItem(QStringLiteral("since"), QString::number(toMsecs(since)));
    if (!m_team.isEmpty())
        query.addQueryItem(m_team.startsWith(QLatin1String("team_")) ? QStringLiteral("teamId") : QStringLiteral("slug"), QString::fromLatin1(QUrl::toPercentEncoding(m_team)));
    const Answer<QList<VercelDeployment>> answer;
    new VercelListing(m_http, query, since, answer, this);
    return answer.reply();
}

} // namespace qd::providers
