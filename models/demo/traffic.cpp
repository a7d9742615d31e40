#include "demo/traffic.h"

#include "core/log.h"
#include "core/async.h"

#include <algorithm>

namespace qd::demo {

Traffic::Traffic(const Story &story, QObject *parent)
    : QObject(parent)
    , m_story(story)
{
    connect(&m_timer, &QTimer::timeout, this, &Traffic::tick);
}

void Traffic::add(std::shared_ptr<const System> system, Cluster *cluster, const QString &database)
{
    Stream stream;
    stream.system = std::move(system);
    stream.cluster = cluster;
    stream.database = database;
    // What began before midnight may end after the start.
    stream.plannedUntil = dayOf(m_story.now, QTimeZone::utc()).addDays(-2);
    m_streams.push_back(std::move(stream));
}

void Traffic::start()
{
    m_timer.start(1000);
    tick();
}

void Traffic::tick()
{
    const Instant now = Clock::system().now();
    for (Stream &stream : m_streams) {
        if (!stream.isPlanning && stream.plannedUntil < dayOf(now + std::chrono::minutes(10), QTimeZone::utc()))
            plan(stream, stream.plannedUntil.addDays(1));
        if (!stream.isPlanning && !stream.isWriting)
            write(stream, now);
    }
}

void Traffic::plan(Stream &stream, QDate day)
{
    stream.isPlanning = true;
    const qint64 from = toMsecs(m_story.history.to) * 1000;
    const auto rowsOfDay = onPool<std::vector<Row>>(QThreadPool::globalInstance(), [system = stream.system, day, from](const std::function<bool()> &) -> Result<std::vector<Row>> {
        std::vector<Row> rows;
        system->appendDay(day, rows);
        std::erase_if(rows, [from](const Row &row) { return row.atUs < from; });
        return rows;
    });
    whenAnswered(rowsOfDay, this, [this, &stream, day](const Result<std::vector<Row>> &rows) {
        if (!rows)
            return;
        stream.isPlanning = false;
        stream.plannedUntil = day;
        stream.coming.insert(stream.coming.end(), rows->begin(), rows->end());
        std::ranges::stable_sort(stream.coming, {}, &Row::atUs);
        tick();
    });
}

void Traffic::write(Stream &stream, Instant now)
{
    const QList<Table> tables = stream.system->tables();
    std::vector<QByteArray> texts(size_t(tables.size()));
    bool isAnything = false;
    for (; !stream.coming.empty() && stream.coming.front().atUs <= toMsecs(now) * 1000; stream.coming.pop_front(), isAnything = true)
        texts[size_t(stream.coming.front().table)] += stream.coming.front().line;
    if (!isAnything)
        return;
    QByteArray script = "begin;\n";
    for (qsizetype i = 0; i < tables.size(); ++i) {
        if (!texts[size_t(i)].isEmpty())
            script += "copy " + tables[i].name + " (" + tables[i].columns + ") from stdin;\n" + texts[size_t(i)] + "\\.\n";
    }
    stream.isWriting = true;
    whenAnswered(stream.cluster->sql(stream.database, script + "commit;\n"), this, [&stream](const Result<> &written) {
        stream.isWriting = false;
        if (!written)
            log::warning(written.error().message + QLatin1Char(' ') + written.error().detail);
    });
}

} // namespace qd::demo
