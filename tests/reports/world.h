#pragma once

// A small planted world: a profile like Clerva's, a real mirror in a temporary file filled with
// made calls, a real journal, and a clock that stands still.

#include "reports/report.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>

namespace qd::test {

using std::chrono::hours;
using std::chrono::minutes;

inline Instant at(const char *iso)
{
    return fromDateTime(QDateTime::fromString(QLatin1String(iso), Qt::ISODate));
}

inline TelemetrySource fullSource()
{
    TelemetrySource source;
    source.name = source.table = QStringLiteral("agent_telemetry");
    source.id.column = QStringLiteral("id");
    source.time.column = QStringLiteral("created_at");
    source.kind.column = QStringLiteral("event_type");
    source.model.column = source.tool.column = source.user.column = QStringLiteral("c");
    source.latencyMs.column = source.tokensIn.column = source.tokensOut.column = source.costUsd.column = QStringLiteral("c");
    source.status.column = source.httpStatus.column = source.errorMessage.column = QStringLiteral("c");
    source.requestKinds = {QStringLiteral("request")};
    source.costKinds = {QStringLiteral("llm_call")};
    source.toolKinds = {QStringLiteral("tool_call")};
    return source;
}

class World
{
public:
    explicit World(const char *nowIso = "2026-01-28T14:52:00Z")
        : now(at(nowIso))
        , journal(folder.filePath(QStringLiteral("journal")))
    {
        profile.id = profile.name = QStringLiteral("planted");
        profile.sources = {fullSource()};
        profile.targets = {{QStringLiteral("p95"), {}, QStringLiteral("All requests"), 2000}, {QStringLiteral("p95"), QStringLiteral("retrieval"), QStringLiteral("RAG retrieval"), 500}, {QStringLiteral("error_rate"), {}, QStringLiteral("Errors"), 0.05}};
        deployment.name = QStringLiteral("planted");
        deployment.title = QStringLiteral("Planted");
        auto opened = telemetry::Mirror::open(folder.filePath(QStringLiteral("mirror.sqlite")), telemetry::Mirror::Access::Write);
        Q_ASSERT(opened);
        mirror = std::move(*opened);
        const auto read = journal.open();
        Q_ASSERT(read);
        coverage.readAt = now - std::chrono::seconds(10);
        coverage.isBackfillDone = true;
    }

    telemetry::Call &add(Instant when, const QString &kind)
    {
        telemetry::Call call;
        call.id = QByteArray::number(++count);
        call.atUs = toMsecs(when) * 1000;
        call.kind = kind;
        call.countsCost = kind == QLatin1String("llm_call");
        call.checksum = count;
        calls << call;
        return calls.last();
    }
    telemetry::Call &request(Instant when, double ms)
    {
        telemetry::Call &call = add(when, QStringLiteral("request"));
        call.latencyMs = ms;
        return call;
    }
    telemetry::Call &llm(Instant when, const QString &model, const QString &tool, std::optional<Money> cost, qint64 in = 1000, qint64 out = 100)
    {
        telemetry::Call &call = add(when, QStringLiteral("llm_call"));
        call.model = model;
        call.tool = tool;
        call.cost = cost;
        call.tokens = {in, out, 0, 0};
        call.hasTokens = true;
        return call;
    }
    // `perWindow` calls in each quarter of an hour, evenly spaced; `make` gets the number within it.
    void each(Instant from, Instant to, int perWindow, const std::function<void(Instant, int)> &make)
    {
        for (Instant window = from; window < to; window += BinLength) {
            for (int i = 0; i < perWindow; ++i)
                make(window + BinLength * i / perWindow, i);
        }
    }
    // Requests with one call in ten at the slow end, so that p95 is `p95`.
    void traffic(Instant from, Instant to, double p95, int perWindow = 40)
    {
        each(from, to, perWindow, [&](Instant when, int i) { request(when, i % 10 == 0 ? p95 : p95 / 3); });
    }

    void deploy(Instant when, const QString &title = QStringLiteral("4c1e9ab Rerank chunks before answering"), State state = State::Ok, const QString &target = QStringLiteral("production"))
    {
        JournalEntry entry;
        entry.id = QStringLiteral("deploy-") + QString::number(toMsecs(when));
        entry.at = when;
        entry.kind = QStringLiteral("deploy");
        entry.deployment = deployment.name;
        entry.title = title;
        entry.state = state;
        entry.facts = {{QStringLiteral("commit"), title.section(QLatin1Char(' '), 0, 0)}, {QStringLiteral("target"), target}};
        const Reply<> reply = journal.append(entry);
        QVERIFY(QTest::qWaitFor([&] { return reply.isFinished(); }, qd::test::PatienceMs));
        QVERIFY(reply.result());
    }

    // Writes what was added. Read back to `from`, or to the first call.
    void write(std::optional<Instant> from = {})
    {
        Instant first = now, newest = now - hours(24 * 400);
        for (const telemetry::Call &call : std::as_const(calls)) {
            first = std::min(first, call.at());
            newest = std::max(newest, call.at());
        }
        coverage.bins = TimeRange{from.value_or(first), std::min(now, *coverage.readAt)};
        coverage.sourceBegins = coverage.sourceBegins.value_or(from.value_or(first));
        if (!calls.isEmpty())
            coverage.newestEvent = newest;
        const auto written = mirror->replaceBins(profile.sources.first().name, binOf(std::min(first, from.value_or(first))), binOf(now), calls, coverage);
        QVERIFY(written);
    }

    reports::Inputs inputs(std::optional<TimeRange> range = {}) const
    {
        reports::Inputs inputs;
        inputs.deployment = &deployment;
        inputs.profile = &profile;
        inputs.mirror = mirror.get();
        inputs.prices = &prices;
        inputs.journal = &journal;
        inputs.range = range.value_or(TimeRange{now - hours(24), now});
        inputs.zone = zone;
        inputs.now = now;
        return inputs;
    }

    QTemporaryDir folder;
    Instant now;
    QTimeZone zone = QTimeZone::utc();
    Profile profile;
    Deployment deployment;
    std::unique_ptr<telemetry::Mirror> mirror;
    telemetry::PriceBook prices = telemetry::PriceBook::shipped();
    Journal journal;
    telemetry::Coverage coverage;
    QList<telemetry::Call> calls;
    int count = 0;
};

inline const reports::Figure *figure(const QList<reports::Figure> &figures, const char *id)
{
    for (const reports::Figure &one : figures) {
        if (one.id == QLatin1String(id))
            return &one;
    }
    return nullptr;
}

// No-break spaces as ordinary ones, so that expectations can be typed.
inline QString plain(QString text)
{
    return text.replace(QChar(0x00A0), QLatin1Char(' '));
}

} // namespace qd::test
