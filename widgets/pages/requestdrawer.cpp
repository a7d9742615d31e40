#include "widgets/pages/requestdrawer.h"

#include "core/format.h"
#include "widgets/charts/waterfall.h"
#include "widgets/controls/label.h"
#include "widgets/controls/panel.h"
#include "widgets/controls/table.h"
#include "widgets/pages/datapage.h"

#include <QVBoxLayout>

#include <algorithm>

namespace qd {

namespace {

constexpr int MostRequests = 50;

QString shareWords(qint64 part, qint64 whole)
{
    return whole > 0 ? format::percent(double(part) / double(whole)) : format::NoValue;
}

} // namespace

QWidget *differencesView(const QList<telemetry::Difference> &differences)
{
    auto *table = new Table(RequestDrawer::tr("What is different"), {{RequestDrawer::tr("Dimension"), 84}, {RequestDrawer::tr("Value"), 0}, {RequestDrawer::tr("here"), 96, true}, {RequestDrawer::tr("elsewhere"), 70, true}});
    table->setUnsorted();
    QList<TableRow> made;
    for (const auto &difference : differences) {
        if (!difference.isSignificant())
            continue;
        Cell here = Cell::number(shareWords(difference.inside, difference.insideOf), difference.inside);
        here.share = difference.insideOf > 0 ? double(difference.inside) / double(difference.insideOf) : 0.0;
        here.shareSeries = 5;
        here.isBold = true;
        Cell value(difference.value);
        value.isMono = true;
        TableRow row;
        row.key = difference.dimension;
        row.cells = {Cell(difference.dimension), value, here, Cell::number(shareWords(difference.outside, difference.outsideOf), difference.outside, Tone::Text2)};
        made << row;
    }
    if (made.isEmpty()) {
        delete table;
        auto *none = new Label(RequestDrawer::tr("Nothing that is recorded sets these calls apart from the others."), Type::Cell, Tone::Text2);
        none->setWraps(true);
        return none;
    }
    table->setRows(made);
    table->setFixedHeight(table->heightForRows(int(made.size())));
    return table;
}

RequestDrawer::RequestDrawer(Desk *desk, QWidget *parent)
    : Drawer(tr("Slow request"), parent)
    , m_desk(desk)
{
    connect(this, &Drawer::stepped, this, [this](int by) { showRequest(m_index + by); });
    connect(this, &Drawer::closed, this, &QWidget::hide);
}

void RequestDrawer::showSlowest(const reports::Inputs &inputs, const QString &operation)
{
    telemetry::Filter filter;
    if (operation.startsWith(QLatin1String("kind:"))) {
        filter.kinds << operation.mid(5);
    } else if (!operation.isEmpty()) {
        filter.tool = operation;
        for (const TelemetrySource &source : inputs.profile->sources)
            filter.kinds << source.toolKinds;
    } else {
        for (const TelemetrySource &source : inputs.profile->sources)
            filter.kinds << source.requestKinds;
    }
    setTitle(tr("Slow request"));
    showCalls(inputs.mirror->calls(inputs.range, filter, telemetry::Order::SlowestFirst, MostRequests), tr("Single calls are kept for seven days; in this range there is none."));
}

void RequestDrawer::showBox(const reports::Inputs &inputs, const TimeRange &range, double fromMs, double toMs)
{
    const reports::BoxReport box = reports::boxReport(inputs, range, fromMs, toMs);
    m_calls = box.slowest;
    setTitle(tr("What is different"));
    setObject({});
    setPosition(-1, 0);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    auto *head = new Label(tr("%n request(s)", nullptr, int(box.inside)), Type::Tile);
    auto *where = new Label(tr("between %1 and %2, %3 to %4, against %5 others")
                                .arg(format::duration(fromMs), format::duration(toMs), format::time(range.from, inputs.now, inputs.zone), format::timeOfDay(range.to, inputs.zone), format::count(box.outside)),
                            Type::Cell, Tone::Text2);
    where->setWraps(true);
    column->addWidget(head);
    column->addWidget(where);
    if (!box.says.isEmpty()) {
        auto *says = new Label(box.says, Type::Cell, Tone::Text2);
        says->setWraps(true);
        column->addWidget(says);
    }
    if (!box.differences.isEmpty() || box.says.isEmpty())
        column->addWidget(differencesView(box.differences));
    column->addWidget(Panel::rule());
    column->addWidget(new Label(tr("Slowest of them"), Type::BodyBold));
    auto *table = new Table(tr("Slowest of them"), {{tr("Time"), 96}, {tr("Took"), 66, true}, {tr("What"), 0}});
    table->setUnsorted();
    QList<TableRow> made;
    for (const auto &call : m_calls) {
        Cell what(call.tool.isEmpty() ? call.kind : call.tool);
        what.isMono = true;
        TableRow row;
        row.key = QString::fromUtf8(call.id);
        row.cells = {Cell(format::timeWithSeconds(call.at(), inputs.zone)), Cell::number(call.latencyMs ? format::duration(*call.latencyMs) : format::NoValue, call.latencyMs.value_or(-1)), what};
        made << row;
    }
    table->setRows(made);
    table->setFixedHeight(table->heightForRows(std::min(8, int(made.size()))));
    connect(table, &Table::opened, this, [this](const QString &key) {
        for (int i = 0; i < m_calls.size(); ++i) {
            if (QString::fromUtf8(m_calls.at(i).id) == key)
                return showRequest(i);
        }
    });
    column->addWidget(table);
    column->addStretch(1);
    setContent(content);
}

void RequestDrawer::showCalls(const QList<telemetry::Call> &calls, const QString &nothing)
{
    m_calls = calls;
    if (!m_calls.isEmpty())
        return showRequest(0);
    setObject({});
    setPosition(-1, 0);
    auto *words = new Label(nothing, Type::Cell, Tone::Text2);
    words->setWraps(true);
    words->setContentsMargins(12, 12, 12, 12);
    words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setContent(words);
}

void RequestDrawer::showRequest(int index)
{
    const auto inputs = m_desk->inputs();
    if (!inputs || index < 0 || index >= m_calls.size())
        return;
    m_index = index;
    const telemetry::Call &call = m_calls.at(index);
    const reports::TraceReport trace = reports::traceReport(*inputs, call);
    setTitle(tr("Slow request"));
    setObject(shortId(QString::fromUtf8(call.trace.isEmpty() ? call.id : call.trace)));
    setPosition(index, int(m_calls.size()));

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(call.latencyMs ? format::duration(*call.latencyMs) : format::NoValue, Type::Tile));
    const auto target = inputs->profile->target(QStringLiteral("p95"), call.tool);
    head->addWidget(new Label(target && call.latencyMs ? tr("%1 times the %2 target").arg(QLocale().toString(*call.latencyMs / target->limit, 'f', 1), format::duration(target->limit)) : QString(), Type::Cell, Tone::Text2), 1);
    head->addWidget(new Label(format::day(dayOf(call.at(), inputs->zone)) + format::NoBreakSpace + format::timeWithSeconds(call.at(), inputs->zone), Type::Cell, Tone::Text2));
    column->addLayout(head);
    if (!trace.says.isEmpty()) {
        auto *says = new Label(trace.says, Type::Cell);
        says->setWraps(true);
        column->addWidget(says);
    }
    if (trace.hasSpans) {
        column->addWidget(Panel::rule());
        auto *waterfall = new Waterfall;
        waterfall->setTrace(trace);
        column->addWidget(waterfall);
        auto *step = new Label({}, Type::BodyBold);
        auto *median = new Label({}, Type::Cell, Tone::Text2);
        auto *stepRow = new QHBoxLayout;
        stepRow->addWidget(step, 1);
        stepRow->addWidget(median);
        column->addWidget(Panel::rule());
        column->addLayout(stepRow);
        const auto describe = [trace, step, median](int span) {
            const auto &chosen = trace.spans.at(span);
            step->setText(chosen.label);
            median->setText(chosen.medianMs ? RequestDrawer::tr("median of this step %1").arg(format::duration(*chosen.medianMs)) : QString());
        };
        connect(waterfall, &Waterfall::spanChosen, this, describe);
        const auto longest = std::ranges::max_element(trace.spans, {}, &reports::TraceReport::Span::selfMs);
        describe(int(longest - trace.spans.begin()));
    }
    auto *facts = new Facts;
    facts->setFacts(trace.facts);
    column->addWidget(facts);
    column->addStretch(1);
    setContent(content);
}

} // namespace qd
