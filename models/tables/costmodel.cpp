#include "tables/costmodel.h"

#include "core/format.h"

namespace qd::tables {

namespace {

using CostColumn = Column<CostLine>;

QString costText(const reports::Amount &amount)
{
    const QString text = format::money(amount.known());
    if (amount.isComplete())
        return text;
    return amount.known().isZero() ? CostModel::tr("no price") : CostModel::tr("≥ %1").arg(text);
}

QVariant costName(const CostLine &line, const Viewing &) { return line.row.label; }
QVariant costNote(const CostLine &line, const Viewing &) { return line.row.note; }
QVariant costCalls(const CostLine &line, const Viewing &) { return format::count(line.row.calls); }
QVariant costTokensIn(const CostLine &line, const Viewing &) { return line.row.tokensIn ? format::shortCount(line.row.tokensIn) : format::NoValue; }
QVariant costTokensOut(const CostLine &line, const Viewing &) { return line.row.tokensOut ? format::shortCount(line.row.tokensOut) : format::NoValue; }
QVariant costAmount(const CostLine &line, const Viewing &) { return costText(line.row.amount); }
QVariant costShare(const CostLine &line, const Viewing &) { return line.isTotal ? QVariant() : format::percent(line.row.share, 1); }
QVariant costBar(const CostLine &line, const Viewing &) { return line.isTotal ? QVariant() : line.largestShare > 0 ? line.row.share / line.largestShare : 0.0; }
QVariant costHollow(const CostLine &line, const Viewing &) { return !line.row.amount.isComplete() && line.row.amount.known().isZero(); }
QVariant costPerThousand(const CostLine &line, const Viewing &) { return line.row.perThousand ? format::money(*line.row.perThousand) : format::NoValue; }
QVariant costSpark(const CostLine &line, const Viewing &) { return QVariant::fromValue(line.row.spark); }
QVariant costColour(const CostLine &line, const Viewing &) { return line.row.colour; }
QVariant costTone(const CostLine &line, const Viewing &) { return line.row.amount.isComplete() ? QVariant() : toVariant(State::Unknown); }

// What the row adds to the change: these sum to the change of the total. Beside it its own growth.
QVariant costChange(const CostLine &line, const Viewing &)
{
    if (!line.hasBefore)
        return format::NoValue;
    const Money more = line.row.contribution;
    return format::change(more.toDouble(), format::money(more < Money() ? Money() - more : more));
}

QVariant costGrowth(const CostLine &line, const Viewing &)
{
    QString growth = line.hasBefore ? format::changePercent(line.row.before.known().toDouble(), line.row.amount.known().toDouble()) : QString();
    return growth == format::NoValue ? QString() : growth.remove(QStringLiteral("▲ ")).remove(QStringLiteral("▼ "));
}

// Sorted by what a row adds to the change, not by its own growth: a hundred times nothing is nothing.
QVariant costChangeSort(const CostLine &line, const Viewing &)
{
    return line.hasBefore ? QVariant(line.row.contribution.toDouble()) : QVariant();
}

QVariant costChangeTip(const CostLine &line, const Viewing &)
{
    if (!line.hasBefore)
        return CostModel::tr("The range before is not in the local copy.");
    return CostModel::tr("%1 before, %2 now: %3 of the change").arg(format::money(line.row.before.known()), format::money(line.row.amount.known()), format::money(line.row.contribution));
}

QVariant costAmountTip(const CostLine &line, const Viewing &)
{
    const reports::Amount &amount = line.row.amount;
    QString tip = CostModel::tr("recorded $%1, computed from tokens $%2").arg(amount.recorded.toDecimal(), amount.computed.toDecimal());
    if (!amount.isComplete())
        tip = CostModel::tr("%1; %2 tokens in %3 calls have no price").arg(tip, format::count(amount.unpricedTokens), format::count(amount.unpricedCalls));
    return tip;
}

constexpr CostColumn costNameColumn{.title = QT_TRANSLATE_NOOP("qd::tables::CostModel", "Name"), .display = costName, .isMono = true, .note = costNote, .colour = costColour};
constexpr CostColumn costAmountColumn{.title = QT_TRANSLATE_NOOP("qd::tables::CostModel", "Cost"), .display = costAmount, .sort = [](const CostLine &line, const Viewing &) -> QVariant { return line.row.amount.known().toDouble(); }, .isNumber = true, .tone = costTone, .tip = costAmountTip};
constexpr CostColumn costShareColumn{.title = QT_TRANSLATE_NOOP("qd::tables::CostModel", "Share of cost"), .display = costShare, .sort = [](const CostLine &line, const Viewing &) -> QVariant { return line.row.share; }, .look = Look::Share, .bar = costBar, .hollow = costHollow, .colour = costColour};
constexpr CostColumn costChangeColumn{.title = QT_TRANSLATE_NOOP("qd::tables::CostModel", "vs before"), .display = costChange, .sort = costChangeSort, .isNumber = true, .note = costGrowth, .tip = costChangeTip};

constexpr CostColumn costAllColumns[] = {
    costNameColumn,
    {.title = QT_TRANSLATE_NOOP("qd::tables::CostModel", "Calls"), .display = costCalls, .sort = [](const CostLine &line, const Viewing &) -> QVariant { return line.row.calls; }, .isNumber = true},
    {.title = QT_TRANSLATE_NOOP("qd::tables::CostModel", "Tokens in"), .display = costTokensIn, .sort = [](const CostLine &line, const Viewing &) -> QVariant { return line.row.tokensIn; }, .isNumber = true},
    {.title = QT_TRANSLATE_NOOP("qd::tables::CostModel", "Tokens out"), .display = costTokensOut, .sort = [](const CostLine &line, const Viewing &) -> QVariant { return line.row.tokensOut; }, .isNumber = true},
    costAmountColumn,
    costShareColumn,
    {.title = QT_TRANSLATE_NOOP("qd::tables::CostModel", "per 1 k"), .display = costPerThousand, .sort = [](const CostLine &line, const Viewing &) -> QVariant { return line.row.perThousand ? QVariant(line.row.perThousand->toDouble()) : QVariant(); }, .isNumber = true},
    costChangeColumn,
    {.title = QT_TRANSLATE_NOOP("qd::tables::CostModel", "Per day"), .display = [](const CostLine &, const Viewing &) -> QVariant { return QString(); }, .sort = [](const CostLine &line, const Viewing &) -> QVariant { return line.row.spark.isEmpty() ? QVariant() : QVariant(line.row.spark.last()); }, .look = Look::Spark, .spark = costSpark, .tip = [](const CostLine &, const Viewing &) -> QVariant { return CostModel::tr("Cost of each day of the range"); }},
};
constexpr CostColumn costModelColumns[] = {costNameColumn, costAmountColumn, costShareColumn};
constexpr CostColumn costUserColumns[] = {costNameColumn, costAmountColumn, costShareColumn, costChangeColumn};

std::span<const CostColumn> costColumnsOf(CostModel::Columns columns)
{
    switch (columns) {
    case CostModel::Columns::All: return costAllColumns;
    case CostModel::Columns::ForModels: return costModelColumns;
    case CostModel::Columns::ForUsers: return costUserColumns;
    }
    Q_UNREACHABLE();
}

QString costKey(const CostLine &line)
{
    return line.isTotal ? QStringLiteral("\u001ftotal") : line.row.isRest ? QStringLiteral("\u001frest") : line.row.name;
}

int costPin(const CostLine &line)
{
    return line.isTotal ? 2 : line.row.isRest ? 1 : 0;
}

} // namespace

CostModel::CostModel(Columns columns, QObject *parent)
    : RowsModel(costColumnsOf(columns), costKey, costPin, parent)
    , m_kind(columns)
{
}

void CostModel::setBreakdown(const reports::CostReport &report, const reports::CostReport::Breakdown &breakdown)
{
    double largest = 0;
    for (const reports::CostReport::Row &row : breakdown.rows)
        largest = row.isRest ? largest : std::max(largest, row.share);
    QList<CostLine> lines;
    for (const reports::CostReport::Row &row : breakdown.rows)
        lines << CostLine{row, std::max(largest, row.share), report.hasBefore, false};
    if (m_kind == Columns::All && !lines.isEmpty())
        lines << CostLine{breakdown.total, largest, report.hasBefore, true};
    switch (breakdown.by) {
    case reports::CostBy::Model: setHeading(0, tr("Model")); break;
    case reports::CostBy::Tool: setHeading(0, tr("Tool")); break;
    case reports::CostBy::User: setHeading(0, tr("User")); break;
    case reports::CostBy::Kind: setHeading(0, tr("Kind")); break;
    }
    become(std::move(lines), {});
}

} // namespace qd::tables
