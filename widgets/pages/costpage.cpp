#include "widgets/pages/costpage.h"

#include "core/format.h"
#include "tables/costmodel.h"
#include "widgets/charts/barsitem.h"
#include "widgets/charts/chartframe.h"
#include "widgets/charts/markitems.h"
#include "widgets/controls/button.h"
#include "widgets/controls/filterfield.h"
#include "widgets/controls/kpitile.h"
#include "widgets/controls/label.h"
#include "widgets/controls/message.h"
#include "widgets/controls/panel.h"
#include "widgets/controls/table.h"
#include "widgets/dialogs/callsdialog.h"
#include "widgets/dialogs/pricedialog.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QMenu>
#include <QRegularExpression>
#include <QThreadPool>
#include <QVBoxLayout>

namespace qd {

namespace {

QString dollarsOnAxis(double dollars)
{
    const Money amount = Money::fromPico(qint64(dollars * 1e12));
    return dollars != 0 && dollars < 1 ? format::money(amount) : format::moneyRounded(amount);
}

QString dollarsInTip(double dollars)
{
    return format::money(Money::fromPico(qint64(dollars * 1e12)));
}

// "Oct" for a whole month, "25 Oct to 8 Nov" otherwise.
QString previousName(const TimeRange &previous, const QTimeZone &zone)
{
    const QDate first = dayOf(previous.from, zone), last = dayOf(previous.to - milliseconds(1), zone);
    if (first.day() == 1 && first.month() == last.month() && last.daysInMonth() - last.day() < 3)
        return QLocale().standaloneMonthName(first.month(), QLocale::ShortFormat);
    return first == last ? format::day(first) : CostPage::tr("%1–%2", "first and last day").arg(format::day(first), format::day(last));
}

// "claude-3-5-sonnet" for claude-3-5-sonnet-20241022: a legend has little room.
QString shortModel(const QString &name)
{
    static const QRegularExpression suffix(QStringLiteral("(-\\d{8}|-\\d{4}-\\d{2}-\\d{2}|-versatile|-instant)$"));
    return QString(name).remove(suffix);
}

QString stackWords(reports::CostBy by)
{
    switch (by) {
    case reports::CostBy::Model: return CostPage::tr("by model");
    case reports::CostBy::Tool: return CostPage::tr("by tool");
    case reports::CostBy::User: return CostPage::tr("by user");
    case reports::CostBy::Kind: return CostPage::tr("by kind of call");
    }
    Q_UNREACHABLE();
}

constexpr reports::CostBy CostDimensions[] = {reports::CostBy::Model, reports::CostBy::Tool, reports::CostBy::User, reports::CostBy::Kind};

} // namespace

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

QWidget *CostPage::makeChart()
{
    m_chartPanel = new Panel(tr("Daily cost"));
    m_by = new Button({}, Button::Kind::Link);
    m_by->setHasArrow(true);
    auto *menu = new QMenu(m_by);
    for (const reports::CostBy by : CostDimensions)
        menu->addAction(stackWords(by), this, [this, by] { choose(by); });
    m_by->setMenu(menu);
    m_by->setText(stackWords(reports::CostBy::Model));
    m_by->setAccessibleName(tr("Stack the bars by"));
    m_legend = new Legend;
    m_chartPanel->addAction(m_legend);
    m_chartPanel->addAction(m_by);

    m_chart = new ChartFrame(tr("Daily cost"));
    m_chart->setMaySelect(true);
    m_chart->setMinimumHeight(scaled(200));
    connect(m_chart, &ChartFrame::clicked, this, [this](qint64 slot) { openDay(slot); });
    m_chartPanel->body()->addWidget(m_chart);
    return m_chartPanel;
}

QWidget *CostPage::makeTools()
{
    m_toolPanel = new Panel(tr("By tool"));
    m_breakdown = new Segments(tr("Break down by"));
    m_breakdown->add(QStringLiteral("tool"), tr("Tool"));
    m_breakdown->add(QStringLiteral("kind"), tr("Kind"));
    m_breakdown->setCurrent(QStringLiteral("tool"));
    auto *filter = new FilterField(tr("Filter rows"));
    m_toolPanel->addAction(m_breakdown);
    m_toolPanel->addAction(filter);
    m_toolRows = new tables::CostModel(tables::CostModel::Columns::All, this);
    m_kindRows = new tables::CostModel(tables::CostModel::Columns::All, this);
    const QList<int> widths{0, 68, 74, 78, 84, 126, 66, 118, 80};
    m_tools = new Table(tr("Cost by tool"), m_toolRows, widths);
    m_kinds = new Table(tr("Cost by kind of call"), m_kindRows, widths);
    for (Table *table : {m_tools, m_kinds}) {
        table->setSorted(4, Qt::DescendingOrder);
        connect(table, &Table::copied, this, &Page::copied);
        m_toolPanel->body()->addWidget(table);
    }
    m_tools->setFilter(filter);
    m_kinds->hide();
    connect(m_breakdown, &Segments::chosen, this, [this, filter](const QString &key) {
        m_breakdown->setCurrent(key);
        const bool isTool = key == QLatin1String("tool");
        m_tools->setVisible(isTool);
        m_kinds->setVisible(!isTool);
        (isTool ? m_tools : m_kinds)->setFilter(filter);
        m_toolPanel->setTitle(isTool ? tr("By tool") : tr("By kind of call"));
    });
    // Enter filters the chart by the row, again takes the filter away.
    connect(m_tools, &Table::opened, this, [this](const QString &tool) {
        m_options.onlyTool = m_options.onlyTool == tool ? std::nullopt : std::optional(tool);
        refreshNow();
    });
    return m_toolPanel;
}

QWidget *CostPage::makeSide()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);

    m_kindsPanel = new Panel(tr("How the money is known"));
    m_sources = new Table(tr("How the money is known"), {{tr("Source"), 0}, {tr("Cost"), 96, true}, {tr("Before"), 96, true}});
    m_sources->setUnsorted();
    m_kindsPanel->body()->addWidget(m_sources);
    m_unpriced = new Message;
    m_unpriced->hide();
    m_forecastWords = new Label({}, Type::Cell, Tone::Text2);
    m_forecastWords->setWraps(true);
    auto *words = new QVBoxLayout;
    words->setContentsMargins(12, 8, 12, 10);
    words->addWidget(m_unpriced);
    words->addWidget(m_forecastWords);
    m_kindsPanel->body()->addLayout(words);
    auto *setPrice = new Button(tr("Enter a price…"), Button::Kind::Link);
    connect(setPrice, &Button::clicked, this, [this] {
        setPriceOf(m_report.unpricedModels.value(0));
    });
    m_unpriced->addAction(setPrice);

    m_modelPanel = new Panel(tr("By model"));
    m_modelRows = new tables::CostModel(tables::CostModel::Columns::ForModels, this);
    m_models = new Table(tr("Cost by model"), m_modelRows, {0, 76, 96});
    m_modelPanel->body()->addWidget(m_models);
    connect(m_models, &Table::opened, this, [this](const QString &model) {
        m_options.onlyModel = m_options.onlyModel == model ? std::nullopt : std::optional(model);
        refreshNow();
    });
    m_userPanel = new Panel(tr("By user"));
    m_userRows = new tables::CostModel(tables::CostModel::Columns::ForUsers, this);
    m_users = new Table(tr("Cost by user"), m_userRows, {0, 84, 96, 104});
    m_userPanel->body()->addWidget(m_users);
    for (Table *table : {m_models, m_users}) {
        table->setSorted(1, Qt::DescendingOrder);
        connect(table, &Table::copied, this, &Page::copied);
    }
    column->addWidget(m_kindsPanel);
    column->addWidget(m_modelPanel);
    column->addWidget(m_userPanel, 1);
    return side;
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

void CostPage::showChart(const reports::Inputs &inputs)
{
    m_by->setText(stackWords(m_report.stackedBy)); // what is shown: a filter or a wait has no users
    QStringList labels;
    QList<int> colours;
    const QStringList order = reports::modelOrder(inputs);
    for (int part = 0; part < m_report.parts.size(); ++part) {
        const QString &name = m_report.parts.at(part);
        const int place = m_report.stackedBy == reports::CostBy::Model ? int(order.indexOf(name)) : part;
        colours << (name == QLatin1String("other") ? -1 : place);
        labels << name;
    }
    if (m_bars)
        m_chart->remove(m_bars);
    for (LimitItem *limit : std::as_const(m_limits))
        m_chart->remove(limit);
    m_limits.clear();
    m_bars = m_chart->add(new BarsItem(labels, colours, dollarsInTip));

    QList<BarsItem::Bar> bars;
    QStringList slotNames;
    int forecastFrom = -1;
    double highest = 0;
    for (const auto &day : m_report.days)
        highest = std::max({highest, day.amount.known().toDouble(), day.forecast ? day.forecast->high : 0});
    for (const auto &day : m_report.days) {
        BarsItem::Bar bar;
        bar.title = format::dayWithWeekday(day.day);
        bar.isCovered = day.isCovered || (day.forecast && !day.isToday);
        for (const Money &part : day.parts)
            bar.parts << part.toDouble();
        if (day.amount.unpricedTokens > 0) {
            // Its height says "something", never an amount.
            bar.unpriced = highest * 0.05;
            bar.notes << tr("%1 tokens have no price", nullptr).arg(format::count(day.amount.unpricedTokens));
        }
        if (!bar.isCovered)
            bar.notes << (day.isBeforeTelemetry ? tr("the telemetry begins later") : tr("not read yet"));
        for (const reports::Event &event : std::as_const(m_report.events)) {
            if (day.range.contains(event.from))
                bar.deploys << tr("%1 deployed %2", "time and commit").arg(format::timeOfDay(event.from, inputs.zone), event.label);
        }
        // A busy day needs no list.
        if (bar.deploys.size() > 4)
            bar.deploys = {tr("%n deploy(s)", nullptr, int(bar.deploys.size()))};
        if (day.forecast) {
            const double sofar = day.isToday ? day.amount.known().toDouble() : 0;
            bar.expected = sofar + day.forecast->expected;
            bar.low = sofar + day.forecast->low;
            bar.high = sofar + day.forecast->high;
            if (forecastFrom < 0 && !day.isToday)
                forecastFrom = int(bars.size());
        }
        bars << bar;
        slotNames << QLocale().toString(day.day.day());
    }
    m_bars->setForecastFrom(forecastFrom);
    m_bars->setBars(bars);
    m_chart->setSlotAxis(slotNames, m_report.days.isEmpty() ? QString() : QLocale().standaloneMonthName(m_report.days.first().day.month(), QLocale::ShortFormat));

    const auto limit = [&](LimitItem::Kind kind, const std::optional<Money> &amount, const QString &words) {
        if (!amount || m_options.onlyTool || m_options.onlyModel)
            return;
        m_limits << m_chart->add(new LimitItem(kind, words.arg(format::moneyRounded(*amount)), amount->toDouble()));
        highest = std::max(highest, amount->toDouble());
    };
    limit(LimitItem::Kind::Budget, m_report.budgetPerDay, tr("budget %1"));
    limit(LimitItem::Kind::Limit, m_report.alertPerDay, tr("alert %1"));
    m_chart->setValueScale(ValueScale::linear(std::max(highest, m_bars->highest()), dollarsOnAxis));
    m_chart->setSays(m_report.sentence.text());

    // What nobody can see in the bars is left to the tooltip and the table.
    QList<int> visible;
    for (int part = 0; part < labels.size(); ++part) {
        Money sum;
        for (const auto &day : m_report.days)
            sum += day.parts.value(part);
        if (sum.toDouble() > 0.004 * m_report.total.known().toDouble())
            visible << part;
    }
    m_legend->setEntries([labels, colours, visible, hasForecast = forecastFrom >= 0, hasUnpriced = m_report.total.unpricedTokens > 0] {
        QList<Legend::Entry> entries;
        for (const int i : visible)
            entries << Legend::Entry{labels.at(i).isEmpty() ? tr("without") : shortModel(labels.at(i)), tokens().seriesColour(colours.at(i))};
        if (hasUnpriced)
            entries << Legend::Entry{tr("unpriced"), tokens().warnMark, Legend::Sign::Hatched};
        if (hasForecast)
            entries << Legend::Entry{tr("forecast"), tokens().other, Legend::Sign::Hatched};
        return entries;
    });
    QStringList filters;
    if (m_options.onlyTool)
        filters << tr("only %1").arg(m_options.onlyTool->isEmpty() ? tr("calls without a tool") : *m_options.onlyTool);
    if (m_options.onlyModel)
        filters << tr("only %1").arg(*m_options.onlyModel);
    if (desk()->inputs() && desk()->inputs()->range.length() < inputs.range.length())
        filters.prepend(tr("all of %1", "a month").arg(QLocale().standaloneMonthName(dayOf(inputs.range.from, inputs.zone).month())));
    m_chartPanel->setMeta(filters.join(QStringLiteral(", ")));
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
