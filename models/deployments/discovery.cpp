#include "deployments/discovery.h"

#include "deployments/inquiry.h"
#include "deployments/reality.h"
#include "postgres/statement.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace qd {

namespace {

struct DiscoveryWords
{
    Q_DECLARE_TR_FUNCTIONS(Discovery)
};

class SourceLookUp : public Inquiry<SourceReality>
{
public:
    SourceLookUp(Target *target, const TelemetrySource &source) : Inquiry(target), m_source(source)
    {
        const QMap<QByteArray, QByteArray> names{{"schema", source.schema.toUtf8()}, {"table", source.table.toUtf8()}};
        m_catalogSql = pg::substituted(pg::sqlFile("source_reality"), names).value_or(QByteArray());
        m_rowsSql = pg::substituted(pg::sqlFile("source_has_rows"), names).value_or(QByteArray());
    }

    void start()
    {
        ask(m_catalogSql, m_source.table, [this](Result<Target::Answered> answered) {
            if (!answered)
                return finish(failure(std::move(answered.error())));
            const QJsonObject catalog = QJsonDocument::fromJson(answered->rows.at(0, 0).toByteArray()).object();
            if (catalog.isEmpty())
                return finish(failure(Error::Kind::Wrong, DiscoveryWords::tr("The catalogs of this database answered in a way that is not understood.")));
            m_reality = realityFrom(m_source, catalog, QString::fromUtf8(m_catalogSql), answered->at);
            if (!m_reality.exists || !m_reality.mayRead)
                return finishWithoutRows(answered->at);
            askForRows(answered->at);
        });
    }

private:
    void askForRows(Instant at)
    {
        ask(m_rowsSql, m_source.table, [this, at](Result<Target::Answered> answered) {
            const Result<bool> hasRows = answered ? Result<bool>(answered->rows.boolean(0, 0).value_or(false)) : failure(std::move(answered.error()));
            addRows(m_reality, hasRows, QString::fromUtf8(m_rowsSql), answered ? answered->at : at);
            finish(std::move(m_reality));
        });
    }

    void finishWithoutRows(Instant at)
    {
        if (m_reality.exists)
            addRows(m_reality, failure(Error::Kind::Refused, DiscoveryWords::tr("The table may not be read, so it is unknown whether it has rows.")),
                    QString::fromUtf8(m_rowsSql), at);
        finish(std::move(m_reality));
    }

    TelemetrySource m_source;
    QByteArray m_catalogSql, m_rowsSql;
    SourceReality m_reality;
};

class Detection : public Inquiry<QList<Fit>>
{
public:
    Detection(Target *target, const Profiles &profiles) : Inquiry(target)
    {
        for (const Profile &profile : profiles.all)
            if (!profile.fingerprint.isEmpty())
                m_fingerprints.append({profile.id, profile.fingerprint});
    }

    void start()
    {
        QByteArrayList names;
        for (const auto &[id, tables] : m_fingerprints)
            for (const QString &table : tables)
                names << pg::literal(table.section(u'.', -1).toUtf8());
        if (names.isEmpty())
            return finish(QList<Fit>());
        const auto sql = pg::substituted(pg::sqlFile("fingerprint_tables"), {{"names", names.join(", ")}});
        ask(sql.value_or(QByteArray()), {}, [this](Result<Target::Answered> answered) {
            if (!answered)
                return finish(failure(std::move(answered.error())));
            QSet<QString> found;
            for (qsizetype row = 0; row < answered->rows.count(); ++row) {
                const QString schema = answered->rows.text(row, 0), table = answered->rows.text(row, 1);
                found << table << schema + u'.' + table;
            }
            finish(fits(found));
        });
    }

private:
    QList<Fit> fits(const QSet<QString> &found) const
    {
        QList<Fit> fits;
        for (const auto &[id, tables] : m_fingerprints) {
            Fit fit{id, 0, int(tables.size())};
            for (const QString &table : tables)
                fit.found += found.contains(table) ? 1 : 0;
            if (fit.found > 0)
                fits << fit;
        }
        // By share, then by number: 5 of 5 says more than 2 of 2.
        std::stable_sort(fits.begin(), fits.end(), [](const Fit &a, const Fit &b) {
            const int left = a.found * b.expected, right = b.found * a.expected;
            return left != right ? left > right : a.found > b.found;
        });
        return fits;
    }

    QList<std::pair<QString, QStringList>> m_fingerprints;
};

} // namespace

Reply<SourceReality> lookUp(Target *target, const TelemetrySource &source)
{
    auto *inquiry = new SourceLookUp(target, source); // lives below the target until it has answered
    const auto reply = inquiry->reply();
    inquiry->start();
    return reply;
}

Reply<QList<Fit>> detect(Target *target, const Profiles &profiles)
{
    auto *inquiry = new Detection(target, profiles); // lives below the target until it has answered
    const auto reply = inquiry->reply();
    inquiry->start();
    return reply;
}

} // namespace qd
