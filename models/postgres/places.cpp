// Where the server may be: one place, a list of them, or what a service of pg_service.conf says.
#include "postgres/parameters.h"

#include <QCoreApplication>

#include <algorithm>

namespace qd::pg {

namespace {

struct PlacesWords
{
    Q_DECLARE_TR_FUNCTIONS(qd::pg::Connection)
};

QByteArray portAt(const QList<QByteArray> &ports, qsizetype i)
{
    const QByteArray port = ports.size() == 1 ? ports.constFirst() : ports.value(i);
    return port.isEmpty() ? QByteArray("5432") : port;
}

} // namespace

bool Place::isSocket() const
{
    return address.isEmpty() && (host.isEmpty() || host.startsWith('/') || host.startsWith('@'));
}

bool Place::isToLookUp() const
{
    return address.isEmpty() && !isSocket();
}

QString Place::text() const
{
    const QString name = QString::fromUtf8(host.isEmpty() ? address : host);
    if (host.startsWith('/') || name.isEmpty())
        return QStringLiteral("%1/.s.PGSQL.%2").arg(name.isEmpty() ? QStringLiteral("/var/run/postgresql") : name, QString::fromUtf8(port));
    return (name.contains(QLatin1Char(':')) ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(name, QString::fromUtf8(port));
}

// `service=` is resolved here because libpq would look up the host it finds there, and block.
Result<Parameters> Parameters::withService() const
{
    Parameters complete = *this;
    const QByteArray service = complete.values.take("service");
    if (service.isEmpty())
        return complete;
    for (const Found &found : fromServiceFile()) {
        if (found.name.toUtf8() != service)
            continue;
        for (auto it = found.parameters.values.cbegin(); it != found.parameters.values.cend(); ++it) {
            if (!complete.values.contains(it.key()))
                complete.values.insert(it.key(), it.value());
        }
        if (complete.password.isEmpty())
            complete.password = found.parameters.password;
        return complete;
    }
    return failure(Error::Kind::Missing, PlacesWords::tr("The service %1 is not in your pg_service.conf.").arg(QString::fromUtf8(service)));
}

QList<Place> Parameters::places() const
{
    const QByteArray host = value("host").isEmpty() ? qgetenv("PGHOST") : value("host");
    const QList<QByteArray> hosts = host.split(','), addresses = value("hostaddr").split(',');
    const QList<QByteArray> ports = (value("port").isEmpty() ? qgetenv("PGPORT") : value("port")).split(',');
    QList<Place> places;
    for (qsizetype i = 0; i < std::max(hosts.size(), addresses.size()); ++i)
        places.append({hosts.value(i), addresses.value(i), portAt(ports, i)});
    return places;
}

} // namespace qd::pg
