#include "reports/cost.h"

#include "core/format.h"
#include "reports/costbreakdowns.h"
#include "reports/costwords.h"
#include "reports/coverage.h"
#include "reports/odd.h"
#include "reports/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace qd::reports {

// Whether the mirror has what the range is compared with.
static bool knowsBefore(const CombinedCoverage &combined, const CostSpan &span)
{
    const Instant from = span.previous.from;
    return combined.reachesBackTo(from) && !(combined.begins && *combined.begins > from + std::chrono::hours(24));
}

namespace {

struct CostChartWords
{
    Q_DECLARE_TR_FUNCTIONS(CostReport)
};

constexpr qsizetype mostCostParts = 6;

const CostReport::Breakdown &stackOf(const CostReport &report)
{
    switch (report.stackedBy) {
    case CostBy::Model: return report.byModel;
    case CostBy::Tool: return report.byTool;
    case CostBy::User: return report.byUser;
    case CostBy::Kind: return report.byKind;
    }
    Q_UNREACHABLE();
}

bool isChosen(const Inputs &inputs, const CostOptions &options, const CostKey &key)
{
    return (!options.onlyTool || *options.onlyTool == nameOfCost(inputs, CostBy::Tool, key))
        && (!options.onlyModel || *options.onlyModel == nameOfCost(inputs, CostBy::Model, key));
}

// The stack from the bottom: the largest of the range, models in their fixed order. More than six
// are five and "other".
QStringList partNames(const CostReport &report, const QStringList &models)
{
    QStringList names;
    for (const CostReport::Row &row : stackOf(report).rows) {
        if (!row.isRest && !row.amount.known().isZero())
            names << row.name;
    }
    const bool isFolded = names.size() > mostCostParts || (report.stackedBy == CostBy::User && stackOf(report).rows.size() > names.size());
    if (isFolded)
        names.resize(std::min(names.size(), mostCostParts - 1));
    if (report.stackedBy == CostBy::Model)
        std::ranges::stable_sort(names, {}, [&](const QString &name) { const qsizetype at = models.indexOf(name); return at < 0 ? models.size() : at; });
    return names;
}

class CostDays
{
public:
    CostDays(CostReport &report, const Inputs &inputs, const CostScan &scan, const CostSpan &span, const CostOptions &options)
        : m_report(report)
        , m_inputs(inputs)
        , m_scan(scan)
        , m_span(span)
        , m_options(options)
        , m_combined(combinedCoverage(inputs))
    {
    }

    void fill(const QStringList &names)
    {
        m_names = names;
        for (const QString &name : names)
            m_report.parts << costLabel(m_inputs, m_report.stackedBy, name);
        for (QDate day = m_span.first; day <= m_span.last; day = day.addDays(1))
            m_report.days << dayOfRange(day);
        const bool hasRest = std::ranges::any_of(m_report.days, [&](const CostReport::Day &day) { return !day.parts.last().isZero(); });
        if (hasRest)
            m_report.parts << CostChartWords::tr("other");
        else
            for (CostReport::Day &day : m_report.days)
                day.parts.removeLast();
        if (m_span.includesToday)
            addForecast();
    }

private:
    CostReport::Day dayOfRange(QDate date)
    {
        CostReport::Day day;
        day.day = date;
        day.range = dayRange(date, m_inputs.zone);
        day.isToday = m_span.includesToday && date == m_span.last;
        day.parts.resize(m_names.size() + 1);
        const auto tallies = m_scan.tallies(day.isToday ? m_span.today : day.range);
        for (auto tally = tallies.cbegin(); tally != tallies.cend(); ++tally) {
            if (!isChosen(m_inputs, m_options, tally.key()))
                continue;
            day.amount += tally->amount;
            day.calls += tally->calls;
            if (m_report.stackedBy == CostBy::User)
                continue;
            const qsizetype part = m_names.indexOf(nameOfCost(m_inputs, m_report.stackedBy, tally.key()));
            day.parts[part < 0 ? m_names.size() : part] += tally->amount.known();
        }
        if (m_report.stackedBy == CostBy::User)
            splitByUser(day);
        judgeCoverage(day);
        return day;
    }

    // What the largest leave over is "other", so that the parts sum to the day exactly.
    void splitByUser(CostReport::Day &day) const
    {
        const qsizetype at = m_span.first.daysTo(day.day);
        Money rest = day.amount.known();
        for (const CostReport::Row &row : m_report.byUser.rows) {
            const qsizetype part = row.isRest ? -1 : m_names.indexOf(row.name);
            if (part < 0 || at >= row.spark.size())
                continue;
            day.parts[part] = std::min(rest, Money::fromMicros(qRound64(row.spark.at(at) * 1e6)));
            rest -= day.parts[part];
        }
        day.parts.last() = rest;
    }

    void judgeCoverage(CostReport::Day &day) const
    {
        const Instant readTo = m_combined.readAt ? std::max(m_combined.covered->to, *m_combined.readAt) : m_combined.covered->to;
        day.isBeforeTelemetry = m_combined.isBackfillDone && m_combined.begins && day.range.to <= *m_combined.begins;
        day.isCovered = !day.isBeforeTelemetry && m_combined.reachesBackTo(day.range.from) && (day.isToday ? readTo >= day.range.from : readTo >= day.range.to);
    }

    // Days to come are shown as far as the range looks back, and never beyond the month.
    void addForecast()
    {
        const qsizetype most = m_report.days.size();
        for (const telemetry::Forecast::Day &forecast : m_report.forecast.days) {
            if (forecast.day == m_span.last) {
                m_report.days[most - 1].forecast = forecast;
                continue;
            }
            if (forecast.day < m_span.last || m_report.days.size() >= 2 * most)
                continue;
            CostReport::Day day;
            day.day = forecast.day;
            day.range = dayRange(forecast.day, m_inputs.zone);
            day.parts.resize(m_report.parts.size());
            day.isCovered = false;
            day.forecast = forecast;
            m_report.days << day;
        }
    }

    CostReport &m_report;
    const Inputs &m_inputs;
    const CostScan &m_scan;
    const CostSpan &m_span;
    const CostOptions &m_options;
    CombinedCoverage m_combined;
    QStringList m_names;
};

void takeBudgets(CostReport &report, const Profile &profile)
{
    const auto fromTarget = [&](const QString &metric) -> std::optional<Money> {
        const auto target = profile.target(metric);
        return target ? std::optional(Money::fromMicros(qRound64(target->limit * 1e6))) : std::nullopt;
    };
    report.budgetPerDay = profile.budgetPerDay ? profile.budgetPerDay : fromTarget(QStringLiteral("cost_day"));
    report.budgetPerMonth = profile.budgetPerMonth ? profile.budgetPerMonth : fromTarget(QStringLiteral("cost_month"));
    report.alertPerDay = profile.alertPerDay;
}

} // namespace

CostReport costReport(const Inputs &inputs, const CostOptions &options)
{
    CostReport report;
    const Recording recording = recordingOf(*inputs.profile);
    report.freshness = freshnessOf(inputs);
    report.stackedBy = options.stackedBy;
    report.events = deployEvents(inputs);
    takeBudgets(report, *inputs.profile);
    const Instant until = asOf(inputs, report.freshness);
    const CostSpan span = costSpanOf(inputs, inputs.now);
    report.range = span.range;
    report.previous = span.previous;
    if (!report.freshness.hasData() || !recording.mayHaveCost()) {
        costWithoutValues(report, inputs, recording);
        report.checks << oddChecks(inputs, report.freshness);
        return report;
    }

    CostScan scan(inputs, recording, cutsOf(span, inputs.zone));
    scan.countSavedFrom(span.range);
    scan.run();
    const CombinedCoverage combined = combinedCoverage(inputs);
    report.hasBefore = knowsBefore(combined, span);
    report.total = scan.total(span.range).amount;
    report.before = report.hasBefore ? scan.total(span.previous).amount : Amount();
    report.savedByCaches = scan.savedByCaches();
    if (combined.reachesBackTo(span.today.from) && until >= span.today.from)
        report.today = scan.total(span.today).amount.known();
    if (combined.reachesBackTo(span.month.from))
        report.month = scan.total(span.month).amount.known();

    const QStringList models = modelOrderFrom(scan, inputs);
    report.byTool = breakdownFrom(scan, span, inputs, CostBy::Tool, models, report.hasBefore);
    report.byModel = breakdownFrom(scan, span, inputs, CostBy::Model, models, report.hasBefore);
    report.byKind = breakdownFrom(scan, span, inputs, CostBy::Kind, models, report.hasBefore);
    report.byUser.by = CostBy::User;
    if (options.withUsers)
        report.byUser = userBreakdown(scan, span, inputs, recording, report.hasBefore);
    for (const CostReport::Row &row : report.byModel.rows) {
        if (row.amount.unpricedTokens > 0)
            report.unpricedModels << row.label;
    }
    const Instant known = combined.isBackfillDone && combined.begins ? *combined.begins : combined.covered->from;
    report.forecast = forecastFrom(scan, inputs, known, until);
    // Users have cells of their own, which know no tool.
    if (report.stackedBy == CostBy::User && (!options.withUsers || options.onlyTool || options.onlyModel))
        report.stackedBy = CostBy::Model;
    CostDays(report, inputs, scan, span, options).fill(partNames(report, models));
    sayCost(report, inputs, scan, span);
    const QList<Check> odd = oddChecks(inputs, report.freshness);
    sayOdd(report.sentence, odd);
    report.checks << odd;
    return report;
}

Reply<CostReport> costReportLater(QThreadPool *pool, const Inputs &inputs, CostOptions options)
{
    const Profile profile = *inputs.profile;
    const std::optional<telemetry::PriceBook> prices = inputs.prices ? std::optional(*inputs.prices) : std::nullopt;
    const QString file = inputs.mirror->file();
    Inputs own = inputs;
    own.deployment = nullptr;
    own.journal = nullptr;
    options.withUsers = true;
    return onPool<CostReport>(pool, [profile, prices, file, own, options](const std::function<bool()> &) mutable -> Result<CostReport> {
        const auto mirror = telemetry::Mirror::open(file, telemetry::Mirror::Access::Read);
        if (!mirror)
            return failure(mirror.error());
        own.profile = &profile;
        own.prices = prices ? &*prices : nullptr;
        own.mirror = mirror->get();
        return costReport(own, options);
    });
}

} // namespace qd::reports
