#include "reports/costbreakdowns.h"

#include "core/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace qd::reports {

namespace {

struct BreakdownWords
{
    Q_DECLARE_TR_FUNCTIONS(CostReport)
};

constexpr qsizetype mostUserRows = 50;

using CostRows = QHash<QString, CostReport::Row>;

void addTally(CostReport::Row &row, const CostTally &tally, bool isNow)
{
    if (!isNow) {
        row.before += tally.amount;
        return;
    }
    row.amount += tally.amount;
    row.calls += tally.calls;
    row.tokensIn += tally.tokensIn;
    row.tokensOut += tally.tokensOut;
}

void finishRow(CostReport::Row &row, const Money &all, bool hasBefore)
{
    row.share = all.isZero() ? 0 : row.amount.known().toDouble() / all.toDouble();
    if (row.calls > 0 && (row.amount.isComplete() || !row.amount.known().isZero()))
        row.perThousand = Money::fromPico(qint64(row.amount.known().toDouble() * 1e15 / double(row.calls)));
    if (hasBefore)
        row.contribution = row.amount.known() - row.before.known();
}

CostReport::Breakdown finished(CostBy by, CostRows named, bool hasBefore)
{
    CostReport::Breakdown breakdown;
    breakdown.by = by;
    breakdown.total.label = BreakdownWords::tr("Total");
    for (const CostReport::Row &row : std::as_const(named)) {
        breakdown.total.amount += row.amount;
        breakdown.total.before += row.before;
        breakdown.total.calls += row.calls;
        breakdown.total.tokensIn += row.tokensIn;
        breakdown.total.tokensOut += row.tokensOut;
        if (breakdown.total.spark.size() < row.spark.size())
            breakdown.total.spark.resize(row.spark.size(), 0);
        for (qsizetype i = 0; i < row.spark.size(); ++i)
            breakdown.total.spark[i] += row.spark.at(i);
    }
    const Money all = breakdown.total.amount.known();
    for (CostReport::Row row : std::as_const(named)) {
        finishRow(row, all, hasBefore);
        breakdown.rows << row;
    }
    finishRow(breakdown.total, all, hasBefore);
    std::ranges::sort(breakdown.rows, [](const CostReport::Row &a, const CostReport::Row &b) {
        const auto rank = [](const CostReport::Row &row) { return std::tuple(-row.amount.known().pico(), -row.amount.unpricedTokens, -row.calls, row.name); };
        return rank(a) < rank(b);
    });
    breakdown.distinct = breakdown.rows.size();
    return breakdown;
}

// Everybody beyond the first fifty becomes one row, so that the sums still hold.
void foldUsers(CostReport::Breakdown &breakdown, bool hasBefore)
{
    if (breakdown.rows.size() <= mostUserRows + 1)
        return;
    CostReport::Row rest;
    rest.isRest = true;
    for (qsizetype i = mostUserRows; i < breakdown.rows.size(); ++i) {
        const CostReport::Row &row = breakdown.rows.at(i);
        rest.amount += row.amount;
        rest.before += row.before;
        rest.calls += row.calls;
        rest.tokensIn += row.tokensIn;
        rest.tokensOut += row.tokensOut;
    }
    rest.label = BreakdownWords::tr("%n other(s)", nullptr, int(breakdown.rows.size() - mostUserRows));
    finishRow(rest, breakdown.total.amount.known(), hasBefore);
    breakdown.rows.resize(mostUserRows);
    breakdown.rows << rest;
}

} // namespace

QString nameOfCost(const Inputs &inputs, CostBy by, const CostKey &key)
{
    switch (by) {
    case CostBy::Model: return inputs.mirror->name(telemetry::Dimension::Model, key.model);
    case CostBy::Tool: return inputs.mirror->name(telemetry::Dimension::Tool, key.tool);
    case CostBy::Kind: return inputs.mirror->name(telemetry::Dimension::Kind, key.kind);
    case CostBy::User: break;
    }
    return {};
}

QString costLabel(const Inputs &inputs, CostBy by, const QString &name)
{
    if (!name.isEmpty())
        return by == CostBy::Kind ? labelOf(*inputs.profile, name) : name;
    switch (by) {
    case CostBy::Model: return BreakdownWords::tr("model not recorded");
    case CostBy::Tool: return BreakdownWords::tr("without a tool");
    case CostBy::User: return BreakdownWords::tr("user not recorded");
    case CostBy::Kind: return BreakdownWords::tr("kind not recorded");
    }
    Q_UNREACHABLE();
}

CostReport::Breakdown breakdownFrom(const CostScan &scan, const CostSpan &span, const Inputs &inputs, CostBy by, const QStringList &models, bool hasBefore)
{
    CostRows rows;
    const qsizetype days = span.first.daysTo(span.last) + 1;
    for (const CostScan::Segment &segment : scan.segments()) {
        const bool isNow = segment.range.from >= span.range.from && segment.range.to <= span.range.to;
        const bool isBefore = segment.range.from >= span.previous.from && segment.range.to <= span.previous.to;
        if (!isNow && !isBefore)
            continue;
        const qsizetype day = isNow ? span.first.daysTo(dayOf(segment.range.from, inputs.zone)) : -1;
        for (auto tally = segment.tallies.cbegin(); tally != segment.tallies.cend(); ++tally) {
            const QString name = nameOfCost(inputs, by, tally.key());
            CostReport::Row &row = rows[name];
            if (row.spark.isEmpty()) {
                row.name = name;
                row.label = costLabel(inputs, by, name);
                const QString words = by == CostBy::Tool ? labelOf(*inputs.profile, name) : QString();
                row.note = words == name ? QString() : words;
                row.colour = by == CostBy::Model ? int(models.indexOf(name)) : -1;
                row.spark.resize(days, 0);
            }
            addTally(row, *tally, isNow);
            if (day >= 0 && day < days)
                row.spark[day] += tally->amount.known().toDouble();
        }
    }
    return finished(by, std::move(rows), hasBefore);
}

CostReport::Breakdown userBreakdown(CostScan &scan, const CostSpan &span, const Inputs &inputs, const Recording &recording, bool hasBefore)
{
    const KindNumbers costs(recording.costs, *inputs.mirror);
    std::unordered_map<quint32, std::pair<CostTally, CostTally>> users; // now, before
    std::unordered_map<quint32, QList<double>> sparks;
    const qsizetype days = span.first.daysTo(span.last) + 1;
    // Cells come in order of time; asking for the day of each would take longer than adding them.
    QDate day;
    Instant dayEnds;
    const auto read = [&](const TimeRange &range, bool isNow) {
        inputs.mirror->forEachUser(range, [&](Bin bin, const telemetry::UserCell &cell) {
            if (!costs.contains(cell.kind) || !range.contains(binStart(bin)))
                return;
            CostTally tally;
            tally.amount = scan.rates().amount(bin, cell.model, cell.tier, cell.sums);
            tally.calls = cell.sums.calls;
            tally.tokensOut = cell.sums.tokens[telemetry::Out];
            tally.tokensIn = cell.sums.tokens[telemetry::In] + cell.sums.tokens[telemetry::Cached] + cell.sums.tokens[telemetry::CacheWrite];
            auto &[now, before] = users[cell.user];
            (isNow ? now : before) += tally;
            if (!isNow)
                return;
            if (!day.isValid() || binStart(bin) >= dayEnds) {
                day = dayOf(binStart(bin), inputs.zone);
                dayEnds = dayRange(day, inputs.zone).to;
            }
            QList<double> &spark = sparks[cell.user];
            if (spark.isEmpty())
                spark.resize(days, 0);
            if (const qsizetype at = span.first.daysTo(day); at >= 0 && at < days)
                spark[at] += tally.amount.known().toDouble();
        });
    };
    read(span.range, true);
    if (hasBefore)
        read(span.previous, false);
    CostRows rows;
    for (const auto &[user, tallies] : users) {
        const QString name = inputs.mirror->name(telemetry::Dimension::User, user);
        CostReport::Row &row = rows[name];
        row.name = name;
        row.label = costLabel(inputs, CostBy::User, name);
        if (const auto spark = sparks.find(user); spark != sparks.end())
            row.spark = spark->second;
        addTally(row, tallies.first, true);
        addTally(row, tallies.second, false);
    }
    CostReport::Breakdown breakdown = finished(CostBy::User, std::move(rows), hasBefore);
    // People who only called in the range before, and calls without a user, are not users of the range.
    breakdown.distinct = std::ranges::count_if(breakdown.rows, [](const CostReport::Row &row) { return row.calls > 0 && !row.name.isEmpty(); });
    foldUsers(breakdown, hasBefore);
    // One look-up each: only for those that are shown.
    for (CostReport::Row &row : breakdown.rows) {
        const auto user = row.name.isEmpty() ? std::nullopt : inputs.mirror->number(telemetry::Dimension::User, row.name);
        if (user)
            row.note = inputs.mirror->userKind(*user);
    }
    return breakdown;
}

} // namespace qd::reports
