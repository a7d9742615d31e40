#include "widgets/pages/rows.h"

#include "core/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace qd::rows {

namespace {

struct CostWords
{
    Q_DECLARE_TR_FUNCTIONS(CostRows)
};

// "$41.20", or "≥ $41.20" where something of it has no price.
QString amountText(const reports::Amount &amount)
{
    const QString known = format::money(amount.known());
    if (amount.isComplete())
        return known;
    return amount.known().isZero() ? CostWords::tr("unpriced") : CostWords::tr("≥ %1").arg(known);
}

Cell amountCell(const reports::Amount &amount)
{
    Cell cell = Cell::number(amountText(amount), amount.known().pico());
    cell.isBold = true;
    QStringList tip;
    tip << CostWords::tr("recorded by the application %1").arg(amount.recorded.toDecimal());
    if (!amount.computed.isZero())
        tip << CostWords::tr("computed from tokens and prices %1").arg(amount.computed.toDecimal());
    if (!amount.isComplete())
        tip << CostWords::tr("%1 tokens of %2 calls have no price").arg(format::count(amount.unpricedTokens), format::count(amount.unpricedCalls));
    cell.tip = tip.join(QLatin1Char('\n'));
    return cell;
}

Cell changeCell(const reports::CostReport::Row &row, bool hasBefore)
{
    if (!hasBefore || row.isRest)
        return Cell::number(format::NoValue, 0.0, Tone::Text3);
    const double before = row.before.known().toDouble(), now = row.amount.known().toDouble();
    // Grey unless the row moved by itself: a fifth more of an amount that matters.
    const bool stands = before > 0 && now > before * 1.2 && now - before > 1;
    Cell cell = Cell::number(format::changePercent(before, now), row.contribution.toDouble(), stands ? Tone::Warn : Tone::Text2);
    const QString contribution = format::money(row.contribution);
    cell.tip = CostWords::tr("%1 before; this row is %2 of the whole change").arg(format::money(row.before.known()), contribution);
    return cell;
}

Cell nameCell(const reports::CostReport::Row &row, reports::CostBy by)
{
    Cell cell(row.label);
    cell.note = row.note;
    cell.isMono = !row.isRest && !row.name.isEmpty() && by != reports::CostBy::Kind;
    cell.tip = row.name;
    if (by == reports::CostBy::User && !row.isRest && !row.name.isEmpty())
        cell.text = shortId(row.name);
    if (by == reports::CostBy::Model)
        cell.swatch = row.colour;
    if (row.isRest || row.name.isEmpty())
        cell.tone = Tone::Text2;
    return cell;
}

Cell shareCell(const reports::CostReport::Row &row, double largest, int colour)
{
    Cell cell = Cell::number(format::percent(row.share, row.share < 0.0995 ? 1 : 0), row.share);
    cell.share = largest > 0 ? std::clamp(row.share / largest, 0.0, 1.0) : 0;
    cell.shareSeries = colour;
    return cell;
}

} // namespace

QString shortId(const QString &id)
{
    return id.size() > 14 ? id.left(8) + QStringLiteral("…") : id;
}

QString previousName(const TimeRange &previous, const QTimeZone &zone)
{
    const QDate first = dayOf(previous.from, zone), last = dayOf(previous.to - milliseconds(1), zone);
    if (first.day() == 1 && first.month() == last.month())
        return QLocale().standaloneMonthName(first.month(), QLocale::ShortFormat);
    return first == last ? format::day(first) : CostWords::tr("%1 to %2").arg(format::day(first), format::day(last));
}

QList<TableColumn> costColumns(reports::CostBy by, const QString &previousName)
{
    //: Heading of a column that compares with the period before; %1 is that period: "vs Dec"
    const QString versus = CostWords::tr("vs %1").arg(previousName);
    switch (by) {
    case reports::CostBy::Tool:
    case reports::CostBy::Kind:
        return {{by == reports::CostBy::Tool ? CostWords::tr("Tool") : CostWords::tr("Kind"), 0},
                {CostWords::tr("Calls"), 64, true},
                {CostWords::tr("Tokens in"), 78, true},
                {CostWords::tr("Tokens out"), 82, true},
                {CostWords::tr("Cost"), 84, true},
                {CostWords::tr("Share of cost"), 140, true},
                {CostWords::tr("per 1 k"), 72, true},
                {versus, 92, true},
                {CostWords::tr("by day"), 84}};
    case reports::CostBy::Model:
        return {{CostWords::tr("Model"), 0}, {CostWords::tr("Cost"), 84, true}, {CostWords::tr("Share"), 110, true}};
    case reports::CostBy::User:
        return {{CostWords::tr("User"), 0}, {CostWords::tr("Cost"), 74, true}, {CostWords::tr("Share"), 66, true}, {versus, 84, true}};
    }
    Q_UNREACHABLE();
}

QList<TableRow> cost(const reports::CostReport::Breakdown &breakdown, bool hasBefore, bool isOld)
{
    double largest = 0;
    for (const auto &row : breakdown.rows) {
        if (!row.isRest)
            largest = std::max(largest, row.share);
    }
    const auto cellsOf = [&](const reports::CostReport::Row &row) -> QList<Cell> {
        const Cell name = nameCell(row, breakdown.by), amount = amountCell(row.amount);
        const Cell change = changeCell(row, hasBefore);
        if (breakdown.by == reports::CostBy::Model)
            return {name, amount, shareCell(row, largest, row.colour)};
        if (breakdown.by == reports::CostBy::User) {
            Cell share = shareCell(row, largest, 0);
            share.spoken = share.text;
            share.text.clear();
            return {name, amount, row.isRest ? Cell() : share, change};
        }
        Cell spark;
        spark.spark = row.spark;
        spark.spoken = CostWords::tr("cost by day");
        Cell perThousand = Cell::number(row.perThousand ? format::money(*row.perThousand) : format::NoValue, row.perThousand ? row.perThousand->pico() : qint64(-1));
        return {name, Cell::number(format::count(row.calls), row.calls),
                Cell::number(row.tokensIn ? format::shortCount(row.tokensIn) : format::NoValue, row.tokensIn),
                Cell::number(row.tokensOut ? format::shortCount(row.tokensOut) : format::NoValue, row.tokensOut),
                amount, shareCell(row, largest, 0), perThousand, change, spark};
    };
    QList<TableRow> rows;
    for (const auto &row : breakdown.rows) {
        TableRow made;
        made.key = row.isRest ? QStringLiteral("\x01rest") : row.name;
        made.cells = cellsOf(row);
        made.isOld = isOld;
        made.isTotal = row.isRest;
        made.value = row.name;
        rows << made;
    }
    return rows;
}

} // namespace qd::rows
