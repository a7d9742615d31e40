#pragma once

// How the steps of a connection test are judged. No network in here.

#include "deployments/connectiontest.h"
#include "postgres/connection.h"

namespace qd::teststeps {

struct Finding
{
    State state = State::Unknown;
    QString says, evidence, fix;
};

// The eight or nine steps in their order, with titles, all unknown.
QList<TestStep> all(const Deployment &deployment);

Finding addresses(const QString &host, const QStringList &found, const QString &lookupSaid);
// Which step a failed open() belongs to: "test.tls" or "test.login".
QString stepOf(const Error &error, const pg::Parameters &used);
Finding failed(const Error &error, const pg::Parameters &used);
// What is known of the encryption when the login failed after it.
Finding encryptionBehind(const pg::Parameters &used, const Error &loginError);
Finding encryption(const pg::ServerFacts &server, const pg::Parameters &used);
Finding login(const pg::ServerFacts &server, const pg::Parameters &used);
Finding version(const pg::ServerFacts &server);
Finding pooling(const pg::ServerFacts &server, const pg::Parameters &used, std::optional<qint64> pid);

// SQL and judgement of the last two.
QByteArray roleSql();
Finding role(const pg::Rows &rows, const Profile *profile);
QByteArray telemetrySql(const Profile &profile);
Finding telemetry(const pg::Rows &rows, const Profile &profile, const QString &roleName);

} // namespace qd::teststeps
