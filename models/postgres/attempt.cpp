// Why a connection could not be opened.
#include "postgres/errors.h"

#include "core/redact.h"
#include "postgres/statement.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace qd::pg {

namespace {

struct AttemptWords
{
    Q_DECLARE_TR_FUNCTIONS(Postgres)
};

// libpq tries `prefer` twice and says both; a wrong password says more than what followed it.
QByteArray stateIn(const QString &said)
{
    static const QRegularExpression pattern(QStringLiteral(R"(:\s\s([0-9A-Z]{5}):\s)"));
    QByteArray last;
    for (auto it = pattern.globalMatch(said); it.hasNext();) {
        last = it.next().captured(1).toLatin1();
        if (last == "28P01")
            break;
    }
    return last;
}

Error loginRefused(const FailedAttempt &attempt, const QByteArray &state)
{
    const QString user = QString::fromUtf8(attempt.user), database = QString::fromUtf8(attempt.database);
    const auto refused = [&](const QString &message) { return Error{Error::Kind::Refused, message, attempt.said, QString::fromLatin1(state)}; };
    const auto says = [&attempt](const char *words) { return attempt.said.contains(QLatin1String(words)); };

    // PgBouncer knows one SQLSTATE for everything.
    if (state == "28P01" || (state == "08P01" && (says("authentication failed") || says("no such user"))))
        return refused(AttemptWords::tr("%1 did not accept the password of the role %2.").arg(attempt.where, user));
    if (says("Tenant or user not found"))
        return refused(AttemptWords::tr("The pooler at %1 does not know the role %2. There it is written postgres.PROJECT, with the reference of the project.").arg(attempt.where, user));
    if (says("not permitted to log in"))
        return refused(AttemptWords::tr("The role %1 may not log in. An administrator can allow it: alter role %2 login;").arg(user, QString::fromUtf8(identifier(user))));
    if (says("does not exist") && state == "28000")
        return refused(AttemptWords::tr("There is no role %1 at %2.").arg(user, attempt.where));
    if (says("no pg_hba.conf entry") && !attempt.wasEncrypted && says("no encryption") && attempt.sslmode == "disable")
        return refused(AttemptWords::tr("%1 demands encryption, and this deployment is set to do without. Choose another SSL mode.").arg(attempt.where));
    if (says("no pg_hba.conf entry"))
        return refused(AttemptWords::tr("%1 does not let the role %2 into the database %3 from this computer: pg_hba.conf has no entry for it. Allow this network address at the server or its provider.").arg(attempt.where, user, database));
    if (state == "28000" && attempt.sslmode == "disable")
        return refused(AttemptWords::tr("%1 does not let the role %2 in without encryption, or not at all.").arg(attempt.where, user));
    return refused(AttemptWords::tr("%1 refused the login of the role %2.").arg(attempt.where, user));
}

Error fromServer(const FailedAttempt &attempt, const QByteArray &state)
{
    if (state.startsWith("28") || state == "08P01" || attempt.said.contains(QLatin1String("Tenant or user not found")))
        return loginRefused(attempt, state);
    const QString database = QString::fromUtf8(attempt.database);
    if (state == "3D000")
        return {Error::Kind::Missing, AttemptWords::tr("There is no database %1 at %2.").arg(database, attempt.where), attempt.said, QStringLiteral("3D000")};
    if (state == "42501")
        return {Error::Kind::Refused, AttemptWords::tr("The role %1 may not connect to the database %2. The missing grant: %3")
                    .arg(QString::fromUtf8(attempt.user), database, QStringLiteral("grant connect on database %1 to %2;").arg(QString::fromUtf8(identifier(database)), QString::fromUtf8(identifier(QString::fromUtf8(attempt.user))))),
                attempt.said, QStringLiteral("42501")};
    Error error = errorFromState(state, attempt.said);
    if (error.kind == Error::Kind::Lost || error.kind == Error::Kind::Wrong) { // nothing had begun yet
        error.kind = Error::Kind::Unreachable;
        error.message = AttemptWords::tr("%1 ended the connection during the login.").arg(attempt.where);
    }
    return error;
}

std::optional<Error> fromTls(const FailedAttempt &attempt)
{
    const auto says = [&attempt](const char *words) { return attempt.said.contains(QLatin1String(words)); };
    const auto error = [&attempt](const char *code, const QString &message) { return Error{Error::Kind::Unreachable, message, attempt.said, QLatin1String(code)}; };

    if (says("server does not support SSL"))
        return error("tls.off", AttemptWords::tr("%1 does not encrypt, but this deployment demands it. Turn on TLS at the server, or choose another SSL mode if the network in between is yours.").arg(attempt.where));
    if (says("certificate has expired"))
        return error("tls.expired", AttemptWords::tr("The certificate of %1 has expired.").arg(attempt.where));
    if (says("certificate verify failed"))
        return error("tls.authority", AttemptWords::tr("The certificate of %1 comes from an authority that this computer does not know. Choose the certificate of the provider, or continue with “require”: encrypted, identity not checked.").arg(attempt.where));
    if (says("does not match host name") || says("could not get server's host name"))
        return error("tls.name", AttemptWords::tr("The certificate of %1 is made out to another name, so it could be somebody else.").arg(attempt.where));
    if (says("root certificate file") || says("could not read root certificate"))
        return error("tls.file", AttemptWords::tr("The file with the root certificate cannot be read. Choose another file, or leave it out to use the certificates of this computer."));
    if (says("certificate file") || says("private key file"))
        return error("tls.file", AttemptWords::tr("The certificate or key that this computer should show to the server cannot be used."));
    if (says("SSL error") || says("SSL SYSCALL") || says("SSL negotiation"))
        return error("tls", AttemptWords::tr("No encrypted connection to %1 came about.").arg(attempt.where));
    return std::nullopt;
}

Error fromNetwork(const FailedAttempt &attempt)
{
    const auto says = [&attempt](const char *words) { return attempt.said.contains(QLatin1String(words)); };
    const auto error = [&attempt](const char *code, const QString &message) { return Error{Error::Kind::Unreachable, message, attempt.said, QLatin1String(code)}; };

    if (attempt.timedOut && attempt.stage == CONNECTION_STARTED)
        return error("tcp.timeout", AttemptWords::tr("%1 does not answer. Check the address, the network, and any firewall in between.").arg(attempt.where));
    if (attempt.timedOut)
        return error("protocol", AttemptWords::tr("Something at %1 took the connection, but did not answer as a Postgres server does.").arg(attempt.where));
    if (says("Connection refused"))
        return error("tcp.refused", AttemptWords::tr("Nothing listens at %1. Check the port, and that the server runs.").arg(attempt.where));
    if (says("No such file or directory"))
        return error("tcp.refused", AttemptWords::tr("No server listens at the socket %1. Check the folder and the port, and that the server runs.").arg(attempt.where));
    if (attempt.stage == CONNECTION_STARTED)
        return error("tcp", AttemptWords::tr("%1 cannot be reached from this network.").arg(attempt.where));
    return error("protocol", AttemptWords::tr("What answers at %1 is not a Postgres server, or it broke off at once.").arg(attempt.where));
}

} // namespace

Error errorFromAttempt(const FailedAttempt &raw)
{
    static const QRegularExpression place(QStringLiteral("\\n?LOCATION:[^\\n]*")); // in the server's source
    FailedAttempt attempt = raw;
    attempt.said = redacted(raw.said).remove(place).trimmed();
    if (const QByteArray state = stateIn(attempt.said); !state.isEmpty() && !attempt.timedOut)
        return fromServer(attempt, state);
    if (attempt.needsPassword)
        return {Error::Kind::Refused, AttemptWords::tr("%1 asks for the password of the role %2, and none was given.").arg(attempt.where, QString::fromUtf8(attempt.user)), attempt.said, QStringLiteral("password")};
    if (const auto error = attempt.timedOut ? std::nullopt : fromTls(attempt))
        return *error;
    return fromNetwork(attempt);
}

bool isWorthAnotherAddress(const Error &error)
{
    return error.code.startsWith(QLatin1String("tcp")) || error.code == QLatin1String("protocol") || error.code == QLatin1String("57P03");
}

} // namespace qd::pg
