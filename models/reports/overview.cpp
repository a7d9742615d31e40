#include "reports/overview.h"

#include "core/format.h"
#include "reports/odd.h"
#include "reports/standing.h"
#include "reports/words.h"

#include <QCoreApplication>

namespace qd::reports {

namespace {

struct OverviewWords
{
    Q_DECLARE_TR_FUNCTIONS(OverviewReport)
};

// "p95 is 2.31 s against a 2 s target since the 14:02 deploy"
QString slowClause(const Inputs &inputs, const Standing &standing)
{
    const auto target = inputs.profile->target(QStringLiteral("p95"));
    const auto p95 = standing.requests.distribution.quantile(0.95);
    if (!target || !p95 || standing.requests.distribution.count() < telemetry::FewForP95 || *p95 <= target->limit)
        return {};
    if (!standing.slow || !standing.slow->isOngoing)
        return OverviewWords::tr("p95 since %3 is %1 against a %2 target").arg(format::duration(*p95), limitText(target->limit), format::time(standing.requests.range.from, inputs.now, inputs.zone));
    return OverviewWords::tr("p95 is %1 against a %2 target since %3").arg(format::duration(*p95), limitText(target->limit), sinceWords(*standing.slow, inputs));
}

// What is measured, when nothing is over its target: "p95 1.88 s, errors 0.95 %"
QString calmClause(const Standing &standing)
{
    const auto p95 = standing.latency && standing.requests.distribution.count() >= telemetry::FewForP95 ? standing.requests.distribution.quantile(0.95) : std::nullopt;
    const bool hasRate = standing.recording.hasErrors && standing.rate.tally.calls >= telemetry::FewForP95;
    if (p95 && hasRate)
        return OverviewWords::tr("p95 %1, errors %2").arg(format::duration(*p95), rateText(standing.rate.tally.rate()));
    if (p95)
        return OverviewWords::tr("p95 %1").arg(format::duration(*p95));
    return hasRate ? OverviewWords::tr("errors %1").arg(rateText(standing.rate.tally.rate())) : QString();
}

QString notRecordedWords(const Recording &recording)
{
    if (!recording.hasLatency && !recording.hasErrors)
        return OverviewWords::tr("Latency and errors are not recorded.");
    if (!recording.hasLatency && !recording.mayHaveCost())
        return OverviewWords::tr("Latency and cost are not recorded.");
    if (!recording.hasLatency)
        return OverviewWords::tr("Latency is not recorded.");
    if (!recording.mayHaveCost())
        return OverviewWords::tr("Cost is not recorded.");
    return recording.hasErrors ? QString() : OverviewWords::tr("Errors are not recorded.");
}

// Two clauses as one sentence.
QString joinedClauses(const QString &first, const QString &second)
{
    if (first.isEmpty() || second.isEmpty())
        return first.isEmpty() && second.isEmpty() ? QString() : sentenceStart(first + second) + QLatin1Char('.');
    //: two statements about different things in one sentence
    return OverviewWords::tr("%1; %2.").arg(first, second);
}

Line p95Line(const Inputs &inputs, const Standing &standing)
{
    const bool isDay = inputs.range.to >= standing.day.to - std::chrono::minutes(1) && inputs.range.length() <= std::chrono::hours(25) && inputs.range.length() >= std::chrono::hours(23);
    const auto lineOf = [](const LatencyScan &scan) {
        Line line{QStringLiteral("p95"), QStringLiteral("p95"), scan.steps.first, scan.steps.step, {}};
        for (const telemetry::Distribution &distribution : scan.perStep)
            line.values << distribution.quantile(0.95).value_or(qQNaN());
        return line;
    };
    if (!standing.latency)
        return {QStringLiteral("p95"), QStringLiteral("p95"), inputs.range.from, BinLength, {}};
    return lineOf(isDay ? *standing.latency : scanLatency(inputs, standing.recording, inputs.range, std::min(standing.until, inputs.range.to), false));
}

} // namespace

Sentence overviewSentence(const Inputs &inputs, const Standing &standing, const QList<OverviewReport::OverTarget> &over)
{
    if (auto empty = withoutData(inputs, standing.freshness))
        return *empty;
    if (standing.freshness.isOld()) {
        const bool isCutOff = inputs.connection && inputs.connection->failedSince;
        const QString rest = isCutOff ? OverviewWords::tr("What is shown in grey is from then.") : OverviewWords::tr("Nothing newer is known.");
        return sentence(isCutOff ? State::Failing : State::Unknown, standing.freshness.says, {rest});
    }
    const QString filling = standing.freshness.state == Freshness::State::Filling ? standing.freshness.says : QString();
    const QString track = standing.cost.track(), slow = slowClause(inputs, standing);
    if (!over.isEmpty()) {
        const QString fact = OverviewWords::tr("%n over target.", nullptr, int(over.size()));
        const QString first = slow.isEmpty() ? OverviewWords::tr("%1: %2").arg(over.first().title, over.first().says) : slow;
        const QString both = joinedClauses(first, track), one = joinedClauses(first, {});
        return sentence(over.first().state, fact, {fact.size() + 1 + both.size() <= SentenceLimit ? both : one, filling});
    }
    const QString calm = calmClause(standing), missing = notRecordedWords(standing.recording);
    if (standing.counts && standing.counts->total(standing.day).calls == 0)
        return sentence(State::Unknown, OverviewWords::tr("Nothing was asked in the last 24 hours."), {missing, filling});
    const bool isJudged = !calm.isEmpty() || !track.isEmpty();
    if (!isJudged)
        return sentence(State::Unknown, OverviewWords::tr("Too little to judge."), {missing, filling});
    return sentence(standing.cost.knowsToday && !standing.cost.today.isComplete() ? State::Unknown : State::Ok,
                    missing.isEmpty() ? OverviewWords::tr("All within target.") : OverviewWords::tr("What is recorded is within target."), {joinedClauses(calm, track), missing, filling});
}

QList<OverviewReport::Source> answeringSources(const Inputs &inputs, const Freshness &freshness)
{
    QList<OverviewReport::Source> sources;
    const auto nextWords = [&](Instant at) {
        const qint64 seconds = std::chrono::ceil<std::chrono::seconds>(at - inputs.now).count();
        return seconds <= 0 ? OverviewWords::tr("now") : seconds < 60 ? OverviewWords::tr("in %1 s").arg(seconds) : OverviewWords::tr("in %1").arg(format::duration(double(seconds) * 1000));
    };
    if (const auto &connection = inputs.connection) {
        const bool isFailed = connection->failedSince && connection->error;
        OverviewReport::Source source{OverviewWords::tr("Database %1").arg(connection->where).trimmed(), isFailed ? State::Failing : connection->lastAnswer ? State::Ok : State::Unknown, {}, {}};
        source.lastAnswer = isFailed ? connection->error->message : connection->lastAnswer ? format::ago(*connection->lastAnswer, inputs.now) : OverviewWords::tr("not yet");
        source.nextTry = connection->nextTry ? nextWords(*connection->nextTry) : isFailed ? format::NoValue : OverviewWords::tr("live");
        sources << source;
    }
    OverviewReport::Source copy{OverviewWords::tr("Local copy"), freshness.readAt ? State::Ok : State::Unknown, freshness.readAt ? readAtNote(inputs, freshness) : OverviewWords::tr("empty"), OverviewWords::tr("always there")};
    sources << copy;
    if (inputs.vercelReadAt) {
        const auto &answer = *inputs.vercelReadAt;
        sources << OverviewReport::Source{OverviewWords::tr("Vercel deployments"), answer ? State::Ok : State::Failing, answer ? format::ago(*answer, inputs.now) : answer.error().message, answer ? OverviewWords::tr("live") : format::NoValue};
    }
    for (const auto &[id, page] : inputs.statusPages.asKeyValueRange())
        sources << OverviewReport::Source{OverviewWords::tr("%1 status page").arg(providerName(inputs, id)), page ? page->state : State::Unknown, !page ? page.error().message : page->state == State::Ok ? OverviewWords::tr("operational") : page->says, page ? OverviewWords::tr("live") : format::NoValue};
    return sources;
}

OverviewReport overviewReport(const Inputs &inputs)
{
    OverviewReport report;
    const Standing standing = standingNow(inputs);
    report.freshness = standing.freshness;
    report.range = inputs.range;
    report.healthStep = std::chrono::minutes(30);
    // Ends with the half hour that is running.
    const Instant end = floorToBin(inputs.now) + BinLength;
    report.healthRange = {end - std::chrono::hours(24), end};
    report.tiles = overviewTiles(inputs, standing);
    report.health = healthRows(inputs, standing, report.healthRange);
    report.overTarget = overTargets(inputs, standing);
    report.sources = answeringSources(inputs, standing.freshness);
    report.events = overviewEvents(inputs, standing);
    report.p95 = p95Line(inputs, standing);
    if (const auto target = inputs.profile->target(QStringLiteral("p95")); target && standing.recording.hasLatency)
        report.p95Target = target->limit;
    report.sentence = overviewSentence(inputs, standing, report.overTarget);
    report.fleetRow = fleetRowOf(inputs, standing);
    for (const SourceReality &reality : inputs.reality)
        report.checks << reality.checks;
    report.checks << oddChecks(inputs, standing.freshness);
    for (const OverviewReport::HealthRow &row : std::as_const(report.health)) {
        Check check;
        check.id = QStringLiteral("overview.") + row.id;
        check.title = row.label;
        check.object = row.note;
        check.state = row.state;
        check.says = row.now;
        check.measuredAt = standing.freshness.readAt;
        report.checks << check;
    }
    return report;
}

} // namespace qd::reports
