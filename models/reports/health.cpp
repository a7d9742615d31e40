#include "reports/standing.h"

#include "core/format.h"
#include "reports/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace qd::reports {

namespace {

struct HealthWords
{
    Q_DECLARE_TR_FUNCTIONS(OverviewReport)
};

constexpr int healthCells = 48;
constexpr int rareCells = 12; // six hours
constexpr milliseconds healthCell = std::chrono::minutes(30);

QString inTargetText(const QList<State> &cells)
{
    qint64 measured = 0, within = 0;
    for (const State cell : cells) {
        measured += cell == State::Unknown ? 0 : 1;
        within += cell == State::Ok ? 1 : 0;
    }
    return measured ? format::percent(double(within) / double(measured), within == measured ? 0 : 1) : format::NoValue;
}

QList<State> unknownCells()
{
    return QList<State>(healthCells, State::Unknown);
}

int cellOf(Instant at, const TimeRange &range)
{
    return std::clamp(int((at - range.from) / healthCell), 0, healthCells - 1);
}

void markCells(QList<State> &cells, const TimeRange &range, Instant from, Instant to, State state)
{
    if (to <= range.from || from >= range.to)
        return;
    const Instant last = std::min(to, range.to) - milliseconds(1);
    for (int i = cellOf(std::max(from, range.from), range); i <= cellOf(std::max(last, from), range); ++i)
        cells[i] = state;
}

void finishRow(OverviewReport::HealthRow &row, const Standing &standing, bool isOfMirror)
{
    row.inTarget = inTargetText(row.cells);
    row.isOld = isOfMirror && standing.freshness.isOld();
    if (row.isOld) {
        row.state = State::Unknown;
        row.now = HealthWords::tr("no data");
    }
}

// 95 of 100 may be over nothing: the p95 of a cell is over its limit exactly when more than one in
// twenty calls are.
OverviewReport::HealthRow latencyRow(const Inputs &inputs, const Standing &standing, const OperationNow &now, const TimeRange &range)
{
    OverviewReport::HealthRow row;
    const OperationScan &operation = *now.operation;
    const bool isRequests = operation.type == OperationScan::Type::Requests;
    row.id = isRequests ? QStringLiteral("requests") : QStringLiteral("step:") + operation.name;
    row.label = operationLabel(operation, inputs);
    row.note = isRequests || row.label == operation.name ? QString() : operation.name;
    row.cells = unknownCells();
    std::array<Window, healthCells> sums{};
    for (const Window &window : operation.quarters.windows().all) {
        if (!range.contains(window.from))
            continue;
        Window &sum = sums[size_t(cellOf(window.from, range))];
        sum.count += window.count;
        sum.over += window.over;
    }
    // What is called now and then is judged over the hours up to each cell.
    const auto isEnough = [](const Window &sum) { return sum.count >= telemetry::FewForP95; };
    const bool isRare = std::ranges::count_if(sums, isEnough) < healthCells / 4;
    if (isRare)
        row.note = HealthWords::tr("over %n h", nullptr, rareCells / 2);
    for (int i = 0; i < healthCells; ++i) {
        Window sum = sums[size_t(i)];
        for (int back = 1; isRare && !isEnough(sum) && back < rareCells && back <= i; ++back) {
            sum.count += sums[size_t(i - back)].count;
            sum.over += sums[size_t(i - back)].over;
        }
        if (isEnough(sum))
            row.cells[i] = sum.over > sum.count / 20 ? State::Warning : State::Ok;
    }
    row.now = format::NoValue;
    if (now.isJudged()) {
        row.now = HealthWords::tr("p95 %1").arg(format::duration(now.p95()));
        row.state = now.isOver() ? State::Warning : State::Ok;
    }
    finishRow(row, standing, true);
    return row;
}

OverviewReport::HealthRow errorRow(const Standing &standing, const TimeRange &range)
{
    OverviewReport::HealthRow row;
    row.id = QStringLiteral("errors");
    row.label = HealthWords::tr("Errors");
    row.note = HealthWords::tr("limit %1").arg(format::percent(*standing.errorLimit));
    row.cells = unknownCells();
    for (int i = 0; i < healthCells; ++i) {
        const Instant from = range.from + healthCell * i;
        const RequestTally tally = standing.counts->total({from, from + healthCell});
        if (tally.calls >= telemetry::FewForP95)
            row.cells[i] = tally.rate() > *standing.errorLimit ? State::Failing : State::Ok;
    }
    row.now = standing.rate.tally.calls > 0 ? rateText(standing.rate.tally.rate()) : format::NoValue;
    if (standing.rate.tally.calls >= telemetry::FewForP95)
        row.state = standing.rate.tally.rate() > *standing.errorLimit ? State::Failing : State::Ok;
    finishRow(row, standing, true);
    return row;
}

// A row that was written proves that the database took writes; whether it answers us is asked now.
OverviewReport::HealthRow postgresRow(const Inputs &inputs, const Standing &standing, const TimeRange &range)
{
    OverviewReport::HealthRow row;
    row.id = QStringLiteral("postgres");
    row.label = HealthWords::tr("Postgres");
    row.note = HealthWords::tr("took writes");
    row.cells = unknownCells();
    if (standing.freshness.hasData())
        inputs.mirror->forEachCell(range, [&](Bin bin, const telemetry::Cell &cell) {
            if (cell.sums.calls > 0)
                markCells(row.cells, range, binStart(bin), binStart(bin) + BinLength, State::Ok);
        });
    row.now = HealthWords::tr("not asked");
    if (const auto &connection = inputs.connection) {
        using Connection = Target::Status::Connection;
        if (connection->failedSince && connection->error) {
            row.state = State::Failing;
            row.now = connection->error->kind == Error::Kind::Refused ? HealthWords::tr("refused us") : HealthWords::tr("unreachable");
            markCells(row.cells, range, *connection->failedSince, inputs.now, State::Failing);
        } else if (connection->connection == Connection::Connected || connection->lastAnswer) {
            row.state = State::Ok;
            row.now = HealthWords::tr("answers in %1").arg(format::duration(double(connection->roundTrip.count()) / 1000));
            markCells(row.cells, range, connection->lastAnswer.value_or(inputs.now), inputs.now, State::Ok);
        } else {
            row.now = HealthWords::tr("connecting");
        }
    }
    row.inTarget = inTargetText(row.cells);
    return row;
}

// What a provider said of itself: its last word in the journal holds until the next one.
std::optional<OverviewReport::HealthRow> providerRow(const Inputs &inputs, const ProviderFacts &provider, const TimeRange &range)
{
    const auto asked = inputs.statusPages.constFind(provider.id);
    OverviewReport::HealthRow row;
    row.id = QStringLiteral("provider:") + provider.id;
    row.label = providerName(inputs, provider.id);
    row.note = HealthWords::tr("status page");
    row.cells = unknownCells();
    if (inputs.journal && inputs.deployment) {
        QList<JournalEntry> entries = inputs.journal->entries({range.from - std::chrono::hours(24 * 30), inputs.now}, inputs.deployment->name, QStringLiteral("status-page"));
        entries.removeIf([&](const JournalEntry &entry) { return entry.facts.value(QLatin1String("provider")).toString() != provider.id; });
        for (qsizetype i = 0; i < entries.size(); ++i)
            markCells(row.cells, range, entries.at(i).at, i + 1 < entries.size() ? entries.at(i + 1).at : inputs.now, entries.at(i).state);
    }
    const bool isKnown = std::ranges::any_of(row.cells, [](State state) { return state != State::Unknown; });
    if (asked == inputs.statusPages.constEnd() && !isKnown)
        return {};
    row.now = HealthWords::tr("not asked");
    if (asked != inputs.statusPages.constEnd() && !asked->has_value()) {
        row.now = HealthWords::tr("no answer");
        row.cells.last() = State::Unknown;
    } else if (asked != inputs.statusPages.constEnd()) {
        const providers::StatusSummary &summary = **asked;
        row.state = summary.state;
        row.now = summary.state == State::Ok ? HealthWords::tr("operational") : summary.says;
        for (const providers::StatusIncident &incident : summary.incidents) {
            if (summary.state != State::Ok)
                markCells(row.cells, range, incident.createdAt, inputs.now, summary.state);
        }
        row.cells.last() = summary.state;
    }
    row.inTarget = inTargetText(row.cells);
    return row;
}

} // namespace

QString providerName(const Inputs &inputs, const QString &id)
{
    static const QHash<QString, QString> names{{QStringLiteral("openai"), QStringLiteral("OpenAI")}, {QStringLiteral("pagerduty"), QStringLiteral("PagerDuty")}, {QStringLiteral("r2"), QStringLiteral("Cloudflare R2")}};
    const auto page = inputs.statusPages.constFind(id);
    if (!names.contains(id) && page != inputs.statusPages.constEnd() && page->has_value() && !(*page)->page.isEmpty())
        return (*page)->page;
    return names.value(id, id.left(1).toUpper() + id.mid(1));
}

QList<OverviewReport::HealthRow> healthRows(const Inputs &inputs, const Standing &standing, const TimeRange &range)
{
    QList<OverviewReport::HealthRow> rows;
    for (const OperationNow &now : standing.operations)
        rows << latencyRow(inputs, standing, now, range);
    if (standing.counts && standing.recording.hasErrors && standing.errorLimit)
        rows << errorRow(standing, range);
    if (standing.freshness.hasData() || inputs.connection)
        rows << postgresRow(inputs, standing, range);
    for (const ProviderFacts &provider : inputs.profile->providers) {
        if (const auto row = providerRow(inputs, provider, range))
            rows << *row;
    }
    return rows;
}

} // namespace qd::reports
