#include "widgets/dialogs/callsdialog.h"

#include "core/format.h"
#include "tables/callsmodel.h"
#include "widgets/controls/button.h"
#include "widgets/controls/filterfield.h"
#include "widgets/controls/label.h"
#include "widgets/controls/statepane.h"
#include "widgets/controls/table.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace qd {

CallsDialog::CallsDialog(Desk *desk, const QString &title, const TimeRange &range, const telemetry::Filter &filter, telemetry::Order order, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(title);
    setObjectName(QStringLiteral("calls"));
    resize(scaled(1080), scaled(560));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(title, Type::Heading));
    auto *meta = new Label({}, Type::Cell, Tone::Text2);
    head->addWidget(meta, 1);
    auto *field = new FilterField(tr("Filter calls"));
    head->addWidget(field);
    layout->addLayout(head);

    auto *model = new tables::CallsModel(this);
    auto *table = new Table(tr("Calls"), model, {118, 96, 150, 160, 96, 72, 78, 70, 74, 0});
    table->setUnsorted();
    table->setFilter(field);
    auto *pane = new StatePane(table);
    layout->addWidget(pane, 1);

    const auto inputs = desk->inputs();
    const auto raw = inputs ? inputs->mirror->rawRange() : std::nullopt;
    const auto found = inputs ? inputs->mirror->calls(range, filter, order, Most) : QList<telemetry::Call>();
    if (found.isEmpty() && raw && range.from < raw->from)
        pane->showEmpty(tr("Single calls of this time are no longer kept."), tr("They are kept for seven days, back to %1; the sums of older days stay.").arg(format::time(raw->from, inputs->now, inputs->zone)));
    else if (found.isEmpty())
        pane->showEmpty(tr("No calls here."), tr("Nothing in the chosen time fits the filter."));
    else
        model->setCalls(found, *inputs);
    meta->setText(found.size() == Most ? tr("the first %1").arg(format::count(Most)) : tr("%n call(s)", nullptr, int(found.size())));

    auto *close = new Button(tr("Close"));
    connect(close, &Button::clicked, this, &QDialog::accept);
    connect(table, &Table::copied, desk, &Desk::message);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(close);
    layout->addLayout(foot);
}

} // namespace qd
