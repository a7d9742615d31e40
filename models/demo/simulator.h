#pragma once

// The providers' side of the demo: one HTTP server on loopback that answers as Vercel
// (/vercel/v6/deployments), status pages (/status/<name>/api/v2/summary.json) and an embedding
// service (/v1/embeddings, /v1/rerank) and Redis over HTTP (/upstash/pipeline) would. Embeddings are those of retrieval::HashEmbedding, whatever
// model is asked for, and the answer says so: demo-hash-1536. It keeps its state for as long as the fleet runs and can be told
// to fail:
//
//     POST /control/fail  {"route":"/vercel/v6/deployments","mode":"status","status":429,"retryAfter":2,"times":1}
//     POST /control/heal  {"route":"/vercel/v6/deployments"}
//
// Modes: status, timeout (never answers), truncated, malformed, shape (200 with another shape).
// Every route but the status pages wants the bearer token.

#include "core/secret.h"
#include "demo/httpserver.h"
#include "demo/story.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace qd::demo {

class Simulator : public QObject
{
    Q_OBJECT

public:
    struct Fault
    {
        enum class Mode { Status, TimeOut, Truncated, Malformed, OtherShape };
        Mode mode = Mode::Status;
        int status = 500;
        std::optional<int> retryAfter;
        int times = -1; // how many answers fail; -1: until healed
    };

    Simulator(const Story &story, const Secret &token, const QStringList &projects, QObject *parent);

    Result<> listen();
    QString base() const; // http://127.0.0.1:port
    void setFault(const QString &route, const Fault &fault);
    void heal(const QString &route);

    static QString team() { return QStringLiteral("team_demo"); }

private:
    void answer(const HttpRequest &request, const HttpReplier &reply);
    HttpResponse routed(const HttpRequest &request);
    HttpResponse control(const HttpRequest &request);
    HttpResponse deployments(const HttpRequest &request) const;
    HttpResponse statusPage(const QString &name) const;
    HttpResponse embeddings(const HttpRequest &request) const;
    HttpResponse rerank(const HttpRequest &request) const;
    // Spec Agents' answers are kept for an hour below query:<text>; every third question is there.
    HttpResponse upstash(const HttpRequest &request) const;
    // What a failing route does instead of answering well; nothing if it does not answer at all.
    std::optional<HttpResponse> failing(const Fault &fault, const HttpResponse &well) const;

    Story m_story;
    Secret m_token;
    QHash<QString, QJsonArray> m_deployments; // by project, newest first
    QHash<QString, Fault> m_faults;
    HttpServer m_server;
};

// Providers that have a status page here. The demo never asks the real ones.
QStringList simulatedPages();

} // namespace qd::demo
