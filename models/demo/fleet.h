#pragma once

// The demo fleet: two private PostgreSQL clusters with the five systems' schemas as they really
// are, thirty days of telemetry, live traffic, and a provider simulator on loopback. It never
// touches the machine's own servers and leaves nothing behind. Nothing outside models/demo knows a
// planted time, id or name.

#include "core/async.h"
#include "deployments/deployment.h"

#include <QObject>

#include <memory>

namespace qd::demo {

// What goes wrong in the demo; moved by tests to prove that the sentences follow the data.
struct Incidents
{
    std::chrono::minutes slowDeployAge{50};   // Clerva: a deploy this long ago made retrieval slow
    bool hasSlowDeploy = true;
    std::chrono::hours rateLimitAge{17};      // a 429 storm of 16 minutes
    bool hasUnpricedModel = true;
    bool hasStreamErrors = true;              // errors inside HTTP 200
    bool hasFailingCron = true;
    double latencyFactor = 9;                 // of retrieval after the slow deploy
};

struct Options
{
    Incidents incidents;
    int days = 30;
    double requestsPerDay = 4000;             // of Clerva; the others follow
    quint32 seed = 20261121;
    bool liveTraffic = true;
    QString folder;                           // empty: a new one below the temporary folder
};

class Fleet : public QObject
{
    Q_OBJECT

public:
    explicit Fleet(Options options = {}, QObject *parent = nullptr);
    ~Fleet() override; // stops what it started

    // Missing: no PostgreSQL server installed, says which package. Answers when every database
    // answers and holds its data.
    Reply<> start();
    Reply<> stop();
    bool isRunning() const;

    // clerva, clerva-staging (empty: "not instrumented"), ara, spec-agents, steward, observai.
    QList<Deployment> deployments() const;
    QString folder() const;

    // Joins a fleet that another process started (state file below the temporary folder, same user).
    static Result<QList<Deployment>> running(QString *folder = nullptr);

    // Cuts one database off, as a network fault would, and back on; other databases go on.
    static Reply<> unplug(QObject *context, const QString &name);
    static Reply<> replug(QObject *context, const QString &name);

    // Ends the newest running fleet, in whichever process it lives; its owner emits stopped().
    static Reply<> stopRunning(QObject *context);

signals:
    void progress(const QString &says);
    void stopped(); // by stop() or by another process

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace qd::demo
