#pragma once

#include "core/async.h"
#include "core/check.h"
#include "deployments/deployment.h"
#include "deployments/profile.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace qd {

// What Test shows: one step after the other (tunnel, name, TCP, TLS, login, version, direct or
// pooled, role and what it may see, telemetry tables), each with its time, its evidence and,
// where it fails, the remedy. A step after a failed one is Unknown, not Failing. Reads only.
struct TestStep
{
    Check check;                        // ids: test.tunnel, test.name, test.tcp, test.tls, test.login,
                                        // test.version, test.pooling, test.role, test.telemetry
    std::chrono::milliseconds took{0};
};

class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    ConnectionTest(const Deployment &deployment, const Profile *profile, const Clock &clock, QObject *parent = nullptr);
    ~ConnectionTest() override;

    // The password comes with deployment.database.password.
    Reply<QList<TestStep>> start();

signals:
    void stepDone(const qd::TestStep &step);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

// SQL that makes the smallest role Quarterdeck needs: login, pg_monitor, select on the mapped
// tables, connection limit 3; bypassrls only where the server allows it (said in a comment
// otherwise). The password is a placeholder that psql asks for.
QString minimalRoleSql(const Profile &profile, const QString &roleName, bool mayBypassRls);

} // namespace qd

Q_DECLARE_METATYPE(qd::TestStep)
