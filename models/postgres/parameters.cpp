#include "postgres/parameters.h"

#include "postgres/url.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHostAddress>
#include <QRegularExpression>

#include <libpq-fe.h>

#include <algorithm>

namespace qd::pg {

namespace {

struct ParametersWords
{
    Q_DECLARE_TR_FUNCTIONS(Parameters)
};

tl::unexpected<Error> wrongAddress(const QString &message)
{
    return failure(Error::Kind::Wrong, message);
}

// Every keyword this libpq knows.
const QList<QByteArray> &keywords()
{
    static const QList<QByteArray> all = [] {
        QList<QByteArray> names;
        PQconninfoOption *options = PQconninfoParse("", nullptr);
        for (const PQconninfoOption *option = options; option && option->keyword; ++option)
            names << option->keyword;
        PQconninfoFree(options);
        return names;
    }();
    return all;
}

// What drivers and frameworks add to the address for themselves, and libpq refuses.
bool isForeignKeyword(const QByteArray &keyword)
{
    static const QList<QByteArray> foreign = {"pgbouncer", "connection_limit", "pool_timeout", "socket_timeout", "schema", "statement_cache_size", "supa", "workaround", "uselibpqcompat",
                                              "sslaccept", "pool_mode", "prepareThreshold", "pool_max_conns", "pool_size", "max_overflow", "prepared_statements", "currentSchema"};
    return foreign.contains(keyword);
}

Result<> checkPorts(const Parameters &parameters)
{
    for (const QByteArray &port : parameters.value("port").split(',')) {
        bool isNumber = false;
        const int number = port.toInt(&isNumber);
        if (!port.isEmpty() && (!isNumber || number < 1 || number > 65535))
            return wrongAddress(ParametersWords::tr("“%1” is not a port. A port is a number from 1 to 65535; Postgres usually has 5432.").arg(QString::fromUtf8(port)));
    }
    return {};
}

Result<> checkSslMode(const Parameters &parameters)
{
    static const QList<QByteArray> modes = {"disable", "allow", "prefer", "require", "verify-ca", "verify-full"};
    const QByteArray mode = parameters.value("sslmode");
    if (!mode.isEmpty() && !modes.contains(mode))
        return wrongAddress(ParametersWords::tr("“%1” is not an sslmode. It is one of disable, allow, prefer, require, verify-ca and verify-full.").arg(QString::fromUtf8(mode)));
    return {};
}

// Keywords become libpq's own; secrets leave the map.
Result<Parameters> fromPairs(const QList<std::pair<QByteArray, QByteArray>> &pairs)
{
    Parameters parameters;
    for (const auto &[keyword, value] : pairs) {
        if (keyword == "password")
            parameters.password = Secret(value);
        else if (keyword == "ssl" && (value == "true" || value == "1")) // JDBC, asyncpg
            parameters.values.insert("sslmode", "require");
        else if (keyword == "ssl")
            parameters.values.insert("sslmode", value == "false" || value == "0" ? QByteArray("disable") : value);
        else if (keyword == "sslpassword")
            return wrongAddress(ParametersWords::tr("The parameter sslpassword cannot be kept safely. Use a client key without a passphrase that only you can read."));
        else if (keywords().contains(keyword))
            parameters.values.insert(keyword, value);
        else if (!isForeignKeyword(keyword))
            return wrongAddress(ParametersWords::tr("“%1” is not a parameter that Postgres understands. Correct or remove it.").arg(QString::fromUtf8(keyword)));
    }
    for (auto it = parameters.values.begin(); it != parameters.values.end();)
        it = it->isEmpty() ? parameters.values.erase(it) : std::next(it);
    // Dashboards show [YOUR-PASSWORD] where the person has to put it.
    if (parameters.password.reveal().startsWith('[') && parameters.password.reveal().endsWith(']'))
        parameters.password = {};
    for (const auto check : {checkPorts, checkSslMode}) {
        if (const Result<> checked = check(parameters); !checked)
            return failure(checked.error());
    }
    return parameters;
}

// DATABASE_URL="…", export X=…, psql '…' and quotes around it.
QString bareText(QString text)
{
    static const QRegularExpression variable(QStringLiteral(R"(^(?:export\s+)?[A-Za-z_][A-Za-z0-9_]*\s*=\s*(?=["']?(?:jdbc:)?postgres))"));
    text = text.trimmed();
    text.remove(variable);
    if (text.startsWith(QLatin1String("psql ")))
        text = text.mid(5).trimmed();
    if (text.startsWith(QLatin1String("jdbc:")))
        text = text.mid(5);
    for (const QChar quote : {QLatin1Char('"'), QLatin1Char('\''), QLatin1Char('`')}) {
        if (text.size() >= 2 && text.startsWith(quote) && text.endsWith(quote))
            return text.sliced(1, text.size() - 2).trimmed();
    }
    return text;
}

bool isLoopback(const QByteArray &host)
{
    if (host.isEmpty() || host.startsWith('/') || host.startsWith('@') || host == "localhost")
        return true;
    return QHostAddress(QString::fromUtf8(host)).isLoopback();
}

QByteArray rootCertificates()
{
    const QString own = QDir::homePath() + QStringLiteral("/.postgresql/root.crt");
    const QStringList places = {own, qEnvironmentVariable("SSL_CERT_FILE"), QStringLiteral("/etc/ssl/certs/ca-certificates.crt"), QStringLiteral("/etc/pki/tls/certs/ca-bundle.crt"),
                                QStringLiteral("/etc/ssl/ca-bundle.pem"), QStringLiteral("/etc/ssl/cert.pem")};
    const auto found = std::ranges::find_if(places, [](const QString &place) { return !place.isEmpty() && QFileInfo(place).isReadable(); });
    return found == places.end() ? QByteArray() : QFile::encodeName(*found);
}

} // namespace

Result<Parameters> Parameters::fromText(const QString &text)
{
    const QString bare = bareText(text);
    if (bare.isEmpty())
        return wrongAddress(ParametersWords::tr("There is no address. An example: postgres://user@db.example:5432/app"));
    const qsizetype scheme = bare.indexOf(QLatin1String("://"));
    const bool isUrl = scheme > 0 && bare.indexOf(QLatin1Char('=')) != -1 ? scheme < bare.indexOf(QLatin1Char('=')) : scheme > 0;
    const auto pairs = isUrl ? pairsOfUrl(bare.toUtf8()) : pairsOfKeywords(bare.toUtf8());
    return pairs ? fromPairs(*pairs) : Result<Parameters>(failure(pairs.error()));
}

QString Parameters::text() const
{
    const QByteArray host = value("host").isEmpty() ? value("hostaddr") : value("host");
    const QByteArray port = value("port").isEmpty() ? QByteArray("5432") : value("port");
    QString place = host.isEmpty() ? ParametersWords::tr("this computer") : QString::fromUtf8(host);
    if (!host.isEmpty() && !host.contains(','))
        place += QLatin1Char(':') + QString::fromUtf8(port);
    if (!value("dbname").isEmpty())
        place += QLatin1Char('/') + QString::fromUtf8(value("dbname"));
    if (value("user").isEmpty())
        return place;
    //: %1 is an address such as db.example:5432/app, %2 the name of a role
    return ParametersWords::tr("%1 as %2").arg(place, QString::fromUtf8(value("user")));
}

QByteArray Parameters::uri() const
{
    const auto encoded = [](const QByteArray &part) { return part.toPercentEncoding(); };
    QByteArray uri = "postgresql://";
    if (!value("user").isEmpty())
        uri += encoded(value("user")) + '@';
    const QList<QByteArray> hosts = value("host").split(','), ports = value("port").split(',');
    for (qsizetype i = 0; i < hosts.size(); ++i) {
        const QByteArray port = ports.size() == 1 ? ports.constFirst() : ports.value(i);
        uri += (i ? "," : "") + (hosts.at(i).contains(':') ? '[' + hosts.at(i) + ']' : encoded(hosts.at(i)));
        uri += port.isEmpty() ? QByteArray() : ':' + port;
    }
    uri += '/' + encoded(value("dbname"));
    char separator = '?';
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        static const QList<QByteArray> elsewhere = {"user", "host", "port", "dbname", "password", "sslpassword"};
        if (elsewhere.contains(it.key()))
            continue;
        uri += separator + it.key() + '=' + encoded(it.value());
        separator = '&';
    }
    return uri;
}

bool Parameters::isLocal() const
{
    const QByteArray where = value("host").isEmpty() ? value("hostaddr") : value("host");
    return std::ranges::all_of(where.split(','), isLoopback);
}

Parameters Parameters::withDefaults() const
{
    Parameters full = *this;
    const auto preset = [&full](const char *keyword, const QByteArray &value) {
        if (!value.isEmpty() && full.value(keyword).isEmpty())
            full.values.insert(keyword, value);
    };
    preset("application_name", "quarterdeck");
    preset("client_encoding", "UTF8");
    preset("connect_timeout", "10");
    preset("gssencmode", "disable");
    preset("keepalives_idle", "30");
    preset("keepalives_interval", "5");
    preset("keepalives_count", "3");
    preset("tcp_user_timeout", "15000");
    preset("sslmode", isLocal() ? "prefer" : "verify-full");
    // With `require` a root certificate would silently mean verify-ca.
    if (full.value("sslmode").startsWith("verify-"))
        preset("sslrootcert", rootCertificates());
    return full;
}

QString sslModeInWords(const QByteArray &sslmode)
{
    if (sslmode == "disable")
        return ParametersWords::tr("not encrypted: everybody on the way can read along");
    if (sslmode == "allow")
        return ParametersWords::tr("not encrypted unless the server insists");
    if (sslmode == "prefer")
        return ParametersWords::tr("encrypted if the server can, identity not checked");
    if (sslmode == "require")
        return ParametersWords::tr("encrypted, identity not checked");
    if (sslmode == "verify-ca")
        return ParametersWords::tr("encrypted, and the certificate comes from a known authority");
    if (sslmode == "verify-full")
        return ParametersWords::tr("encrypted, and nobody else can pose as the server");
    return ParametersWords::tr("unknown");
}

} // namespace qd::pg
