#include "widgets/dialogs/explaindialog.h"

#include "core/format.h"
#include "widgets/controls/button.h"
#include "widgets/controls/codeview.h"
#include "widgets/controls/drawer.h"
#include "widgets/controls/label.h"

#include <QVBoxLayout>

namespace qd {

ExplainDialog::ExplainDialog(const reports::Figure &figure, const QTimeZone &zone, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Explain this number"));
    setObjectName(QStringLiteral("explain"));
    resize(scaled(560), scaled(420));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(new Label(figure.label, Type::Heading));
    const QString value = figure.unit.isEmpty() ? figure.value : figure.value + format::NoBreakSpace + figure.unit;
    layout->addWidget(new Label(value.isEmpty() ? figure.problem : value, Type::Tile));

    const reports::Explanation &why = figure.explanation;
    auto *definition = new Label(why.definition, Type::Body);
    definition->setWraps(true);
    layout->addWidget(definition);

    QList<std::pair<QString, QString>> facts;
    const auto fact = [&](const QString &name, const QString &text) {
        if (!text.isEmpty())
            facts.append({name, text});
    };
    fact(tr("Rows"), why.rows ? format::count(why.rows) : QString());
    fact(tr("Bins"), why.bins ? tr("%1 of 15 minutes").arg(format::count(why.bins)) : QString());
    fact(tr("Can be off by"), why.errorBound);
    fact(tr("Prices"), why.prices);
    fact(tr("Read at"), why.readAt ? format::timeWithSeconds(*why.readAt, zone) + QLatin1Char(' ') + format::zoneName(zone) : QString());
    fact(tr("Cost of reading"), why.cost);
    auto *list = new Facts;
    list->setFacts(facts);
    layout->addWidget(list);

    if (!why.sql.isEmpty()) {
        layout->addWidget(new Label(tr("The newest part was read with"), Type::Small, Tone::Text3));
        auto *code = new CodeView;
        code->setAccessibleName(tr("SQL that read the newest part"));
        code->setCode(QString::fromUtf8(why.sql));
        code->setMaximumLines(10);
        layout->addWidget(code);
    }
    layout->addStretch(1);
    auto *close = new Button(tr("Close"));
    connect(close, &Button::clicked, this, &QDialog::accept);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(close);
    layout->addLayout(foot);
}

} // namespace qd
