#include "widgets/pages/costpage.h"

#include "core/format.h"
#include "widgets/charts/chartframe.h"
#include "widgets/controls/kpitile.h"
#include "widgets/controls/table.h"
#include "widgets/dialogs/callsdialog.h"
#include "widgets/dialogs/pricedialog.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QThreadPool>
#include <QVBoxLayout>

namespace qd {

CostPage::CostPage(Desk *desk, QWidget *parent)
    : DataPage(desk, parent)
    , m_figures(new FigureStrip)
{
    connect(m_figures, &FigureStrip::explanationAsked, this, &CostPage::explain);
    rows()->addWidget(m_figures);
    auto *left = new QVBoxLayout;
    left->setSpacing(10);
    left->addWidget(makeChart(), 10);
    left->addWidget(makeTools(), 13);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addLayout(left, 820);
    columns->addWidget(makeSide(), 376);
    rows()->addLayout(columns, 1);
}

// Money is looked at by the day and budgeted by the month: a shorter range shows this month.
static reports::Inputs monthOrLonger(reports::Inputs inputs)
{
    if (inputs.range.length() < std::chrono::hours(24 * 6))
        inputs.range = {monthRange(dayOf(inputs.now, inputs.zone), inputs.zone).from, inputs.now};
    return inputs;
}

void CostPage::show(const reports::Inputs &asked)
{
    const reports::Inputs inputs = monthOrLonger(asked);
    const auto before = std::exchange(m_report, reports::costReport(inputs, options()));
    const bool hasData = m_report.freshness.hasData();
    // Those of the same deployment and range stay until the new ones come.
    if (hasData && m_usersOf == desk()->current() && before.range.from == m_report.range.from) {
        m_report.byUser = before.byUser;
        const bool isFiltered = m_options.onlyTool || m_options.onlyModel;
        if (before.stackedBy == reports::CostBy::User && m_options.stackedBy == reports::CostBy::User && !isFiltered)
            takeStack(before);
    } else {
        m_usersOf.clear();
    }
    m_usersProblem.clear();
    m_later.cancel();
    if (hasData)
        m_later.start(reports::costReportLater(QThreadPool::globalInstance(), inputs, m_options), [this](const Result<reports::CostReport> &full) {
            if (const auto now = desk()->inputs())
                takeUsers(full, monthOrLonger(*now));
        });
    showReport(inputs);
}

void CostPage::takeStack(const reports::CostReport &from)
{
    m_report.stackedBy = from.stackedBy;
    m_report.parts = from.parts;
    m_report.days = from.days;
}

reports::CostOptions CostPage::options() const
{
    reports::CostOptions options = m_options;
    options.withUsers = false;
    return options;
}

void CostPage::takeUsers(const Result<reports::CostReport> &full, const reports::Inputs &inputs)
{
    if (full) {
        m_report.byUser = full->byUser;
        m_usersOf = desk()->current();
        if (full->stackedBy == reports::CostBy::User)
            takeStack(*full);
    } else {
        m_usersProblem = full.error().message;
    }
    showReport(inputs);
}

void CostPage::showReport(const reports::Inputs &inputs)
{
    m_document = reports::document(QStringLiteral("show cost"), inputs, m_report.freshness, m_report.data(), m_report.checks);
    told(m_report.sentence, m_report.freshness);
    remark(m_report.checks);
    m_figures->setFigures(m_report.figures);
    showChart(inputs);
    showTables(inputs);
    showKinds();
}

void CostPage::choose(reports::CostBy by)
{
    m_options.stackedBy = by;
    refreshNow();
}

void CostPage::openDay(qint64 slot)
{
    if (slot < 0 || slot >= m_report.days.size())
        return;
    const auto &day = m_report.days.at(slot);
    if (day.amount.known().isZero() && day.calls == 0)
        return;
    telemetry::Filter filter;
    if (const auto inputs = desk()->inputs()) {
        for (const TelemetrySource &source : inputs->profile->sources)
            filter.kinds << source.costKinds;
    }
    filter.tool = m_options.onlyTool;
    filter.model = m_options.onlyModel;
    CallsDialog dialog(desk(), tr("Costliest calls of %1").arg(format::dayWithWeekday(day.day)), day.range, filter, telemetry::Order::CostliestFirst, this);
    dialog.exec();
}

void CostPage::setPriceOf(const QString &model)
{
    PriceDialog dialog(desk(), model, this);
    if (dialog.exec() == QDialog::Accepted)
        refreshNow();
}

QWidget *CostPage::filter() const
{
    return m_tools->filter();
}

QByteArray CostPage::json() const
{
    return QJsonDocument(m_document).toJson();
}

QByteArray CostPage::csv() const
{
    return m_report.csv();
}

} // namespace qd
