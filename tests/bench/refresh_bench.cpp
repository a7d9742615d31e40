// One refresh of a table of 5 M rows that grows by two rows a second, beside the query of daily
// percentiles that dashboards repeat instead (DESIGN §9 row 2): server time and buffers, as
// EXPLAIN (ANALYZE, BUFFERS) counts them. QUARTERDECK_BENCH_ROWS makes it smaller.

#include "support/cluster.h"
#include "telemetry/follower.h"
#include "telemetry/reading.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace qd;
using namespace qd::telemetry;

namespace {

struct ServerWork
{
    double ms = 0;
    qint64 buffers = 0;
    double rows = 0;
};

// All runs in one session, as the program asks: what the first one pays for filling the session's
// caches counts only when it is the only one.
ServerWork workOf(const test::Cluster &cluster, const QString &sql, int runs)
{
    ServerWork best{1e300, 0, 0};
    QString said = cluster.execute(QStringLiteral("set max_parallel_workers_per_gather = 0; set jit = off; ") + (QStringLiteral("explain (analyze, buffers, format json) ") + sql + QStringLiteral(";\n")).repeated(runs));
    said = said.mid(said.indexOf(u'['));
    for (const QString &plans : said.split(QStringLiteral("\n]"), Qt::SkipEmptyParts)) {
        const QJsonObject top = QJsonDocument::fromJson((plans + QStringLiteral("\n]")).toUtf8()).array().at(0).toObject();
        if (top.isEmpty())
            continue;
        const QJsonObject plan = top.value(QStringLiteral("Plan")).toObject();
        const double ms = top.value(QStringLiteral("Execution Time")).toDouble() + top.value(QStringLiteral("Planning Time")).toDouble();
        if (ms < best.ms)
            best = {ms, qint64(plan.value(QStringLiteral("Shared Hit Blocks")).toDouble() + plan.value(QStringLiteral("Shared Read Blocks")).toDouble()), plan.value(QStringLiteral("Actual Rows")).toDouble()};
    }
    if (best.ms == 1e300)
        qFatal("no plan: %s", qPrintable(said));
    return best;
}

TelemetrySource benchSource(bool byId)
{
    TelemetrySource source;
    source.name = source.table = QStringLiteral("agent_telemetry");
    source.id = Field::fromText(QStringLiteral("id"));
    source.idIsMonotone = byId;
    source.time = Field::fromText(QStringLiteral("created_at"));
    source.kind = Field::fromText(QStringLiteral("event_type"));
    source.model = Field::fromText(QStringLiteral("metadata.model"));
    source.tool = Field::fromText(QStringLiteral("tool_name"));
    source.user = Field::fromText(QStringLiteral("user_id"));
    source.trace = Field::fromText(QStringLiteral("trace_id"));
    source.latencyMs = Field::fromText(QStringLiteral("latency_ms"));
    source.tokensIn = Field::fromText(QStringLiteral("metadata.tokens_in"));
    source.tokensTotal = Field::fromText(QStringLiteral("token_count"));
    source.costUsd = Field::fromText(QStringLiteral("cost_usd"));
    return source;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const qint64 rows = qEnvironmentVariableIsSet("QUARTERDECK_BENCH_ROWS") ? qEnvironmentVariable("QUARTERDECK_BENCH_ROWS").toLongLong() : 5'000'000;
    test::Cluster cluster({.settings = {QStringLiteral("shared_buffers = 256MB"), QStringLiteral("max_wal_size = 8GB")}});
    cluster.execute(QStringLiteral(R"(
        create table agent_telemetry (id bigserial primary key, user_id text, trace_id text, event_type text not null, tool_name text,
            latency_ms int, token_count int, cost_usd numeric(10,6), metadata jsonb default '{}', created_at timestamptz default now());
        insert into agent_telemetry (user_id, trace_id, event_type, tool_name, latency_ms, token_count, cost_usd, metadata, created_at)
        select 'user-' || i % 2000, md5((i / 4)::text), (array['agent_completion','llm_call','tool_call','retrieval'])[1 + i % 4], case when i % 4 = 2 then 'tool-' || i % 5 end,
            (exp(random() * 4) * 50)::int, i % 4000, (random() * 0.05)::numeric(10,6), jsonb_build_object('model', (array['gpt-4o','gpt-4o-mini'])[1 + i % 2], 'tokens_in', i % 3000),
            now() - (%1 - i) * interval '0.5 seconds'
        from generate_series(1, %1) i;
        create index on agent_telemetry (created_at);
        vacuum analyze agent_telemetry)").arg(rows));
    std::printf("%lld rows, two a second; %s\n", static_cast<long long>(rows), qPrintable(cluster.execute(QStringLiteral("select pg_size_pretty(pg_table_size('agent_telemetry'))")).trimmed()));

    const ServerWork daily = workOf(cluster, QStringLiteral(R"(
        select date_trunc('day', created_at), metadata->>'model', percentile_cont(array[0.5, 0.95, 0.99]) within group (order by latency_ms), sum(cost_usd), count(*)
        from agent_telemetry group by 1, 2)"), 2);
    std::printf("%-44s %10.2f ms %8lld buffers\n", "daily percentiles, cost and calls by model", daily.ms, static_cast<long long>(daily.buffers));

    // The watermark is the end of the table; new rows came within half a minute, the overlap is a minute.
    const Instant end = fromMsecs(cluster.execute(QStringLiteral("select (extract(epoch from max(created_at)) * 1000)::bigint from agent_telemetry")).trimmed().toLongLong());
    const ServerWork clock = workOf(cluster, QString::fromUtf8(clockSql()), 5);
    std::printf("%-44s %10.3f ms %8lld buffers\n", "refresh: clock and open transactions", clock.ms, static_cast<long long>(clock.buffers));
    for (const auto &[what, byId] : {std::pair{"refresh: 90 s of rows, by time", false}, {"refresh: 90 s of rows, by id", true}}) {
        const TelemetrySource source = benchSource(byId);
        const std::optional<qint64> afterId = byId ? std::optional<qint64>(rows - 190) : std::nullopt;
        const ServerWork refresh = workOf(cluster, QString::fromUtf8(windowSql(source, end - std::chrono::seconds(90), end + std::chrono::hours(24), afterId)), 5);
        std::printf("%-44s %10.3f ms %8lld buffers, %.0f rows\n", what, refresh.ms, static_cast<long long>(refresh.buffers), refresh.rows);
        std::printf("  with the clock: %.3f ms, %lld buffers; the daily query costs %.0f × the time and %.0f × the buffers\n", refresh.ms + clock.ms,
            static_cast<long long>(refresh.buffers + clock.buffers), daily.ms / (refresh.ms + clock.ms), double(daily.buffers) / double(refresh.buffers + clock.buffers));
    }
    const TelemetrySource byTime = benchSource(false);
    const ServerWork edge = workOf(cluster, QString::fromUtf8(windowSql(benchSource(true), end - std::chrono::hours(50), end - std::chrono::hours(49), {})), 3);
    std::printf("%-44s %10.2f ms %8lld buffers, %.0f rows\n", "an hour of history, by id, edges looked up", edge.ms, static_cast<long long>(edge.buffers), edge.rows);
    const ServerWork tally = workOf(cluster, QString::fromUtf8(tallySql(byTime, end - std::chrono::hours(48), end - std::chrono::hours(24))), 3);
    std::printf("%-44s %10.2f ms %8lld buffers\n", "audit of one day", tally.ms, static_cast<long long>(tally.buffers));
    return 0;
}
