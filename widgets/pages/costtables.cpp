// The tables of the page of costs.

#include "widgets/pages/costpage.h"

#include "core/format.h"
#include "tables/costmodel.h"
#include "widgets/controls/label.h"
#include "widgets/controls/message.h"
#include "widgets/controls/panel.h"
#include "widgets/controls/table.h"

namespace qd {

// "Oct" for a whole month, "25 Oct to 8 Nov" otherwise.
static QString previousName(const TimeRange &previous, const QTimeZone &zone)
{
    const QDate first = dayOf(previous.from, zone), last = dayOf(previous.to - milliseconds(1), zone);
    if (first.day() == 1 && first.month() == last.month() && last.daysInMonth() - last.day() < 3)
        return QLocale().standaloneMonthName(first.month(), QLocale::ShortFormat);
    return first == last ? format::day(first) : CostPage::tr("%1–%2", "first and last day").arg(format::day(first), format::day(last));
}

void CostPage::showTables(const reports::Inputs &inputs)
{
    m_toolRows->setBreakdown(m_report, m_report.byTool);
    m_kindRows->setBreakdown(m_report, m_report.byKind);
    m_modelRows->setBreakdown(m_report, m_report.byModel);
    m_userRows->setBreakdown(m_report, m_report.byUser);
    if (m_report.hasBefore) {
        //: Heading of a column that compares with the period before; %1 is that period: "vs Oct"
        const QString versus = tr("vs %1").arg(previousName(m_report.previous, inputs.zone));
        m_toolRows->setHeading(7, versus);
        m_kindRows->setHeading(7, versus);
        m_userRows->setHeading(3, versus);
    }
    for (Table *table : {m_tools, m_kinds})
        table->setColumnShown(7, m_report.hasBefore);
    m_users->setColumnShown(3, m_report.hasBefore);
    const QDate first = dayOf(m_report.range.from, inputs.zone), last = dayOf(m_report.range.to - milliseconds(1), inputs.zone);
    m_toolPanel->setMeta(tr("%1 to %2; Enter filters the chart by the selected row").arg(format::day(first), format::day(last)));
    m_models->setFixedHeight(m_models->heightForRows(std::clamp(int(m_report.byModel.rows.size()), 1, 6)));
    m_modelPanel->setMeta(tr("%n model(s)", nullptr, int(m_report.byModel.rows.size())));
    // Until they have been counted there is no number of them.
    if (!m_usersProblem.isEmpty())
        m_userPanel->setMeta(m_usersProblem);
    else if (m_usersOf.isEmpty())
        m_userPanel->setMeta(m_report.freshness.hasData() ? tr("being counted") : QString());
    else if (m_report.byUser.distinct == 0)
        m_userPanel->setMeta(tr("not recorded", "the users"));
    else
        m_userPanel->setMeta((m_report.byUser.isApproximate ? tr("of ≈ %1") : tr("of %1")).arg(format::count(m_report.byUser.distinct)));
}

// Recorded by the application, computed by us, or not known: three different things.
void CostPage::showKinds()
{
    const auto row = [&](const QString &key, const QString &label, Money now, Money before, bool isBold = false) {
        TableRow made;
        made.key = key;
        Cell name(label);
        name.isBold = isBold;
        Cell amount = Cell::number(format::money(now), now.pico()), earlier = Cell::number(m_report.hasBefore ? format::money(before) : format::NoValue, before.pico(), Tone::Text2);
        amount.isBold = isBold;
        made.cells = {name, amount, earlier};
        made.isOld = m_report.freshness.isOld();
        return made;
    };
    QList<TableRow> made;
    made << row(QStringLiteral("recorded"), tr("Recorded by the application"), m_report.total.recorded, m_report.before.recorded);
    made << row(QStringLiteral("computed"), tr("Tokens × price book"), m_report.total.computed, m_report.before.computed);
    made << row(QStringLiteral("known"), tr("Known together"), m_report.total.known(), m_report.before.known(), true);
    m_sources->setRows(made);
    m_sources->setFixedHeight(m_sources->heightForRows(3));
    m_unpriced->setVisible(!m_report.total.isComplete());
    if (!m_report.total.isComplete())
        m_unpriced->say(State::Warning, tr("%1 tokens have no price.").arg(format::count(m_report.total.unpricedTokens)),
                        tr("%n call(s) of %1; the true cost is higher.", nullptr, int(m_report.total.unpricedCalls)).arg(m_report.unpricedModels.join(QStringLiteral(", "))));
    m_forecastWords->setText(m_report.forecast.says.isEmpty() ? QString() : tr("Forecast: %1").arg(m_report.forecast.says));
    m_forecastWords->setVisible(!m_report.forecast.says.isEmpty());
}

} // namespace qd
