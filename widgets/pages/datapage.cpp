#include "widgets/pages/datapage.h"

#include "core/format.h"
#include "widgets/charts/chartframe.h"
#include "widgets/controls/button.h"
#include "widgets/controls/message.h"
#include "widgets/controls/statepane.h"
#include "widgets/dialogs/explaindialog.h"

#include <QFileDialog>
#include <QMenu>
#include <QSaveFile>
#include <QVBoxLayout>

namespace qd {

DataPage::DataPage(Desk *desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_banner(new Message(Message::Shape::Banner))
{
    auto *content = new QWidget;
    m_rows = new QVBoxLayout(content);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(10);
    m_pane = new StatePane(content);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(m_banner);
    layout->addWidget(m_pane, 1);
    m_banner->hide();

    auto *retry = new Button(tr("Retry Now"));
    retry->setSmall(true);
    auto *diagnose = new Button(tr("Diagnose"));
    diagnose->setSmall(true);
    m_banner->addAction(retry);
    m_banner->addAction(diagnose);
    connect(retry, &Button::clicked, this, [this] {
        if (Target *target = m_desk->target(m_desk->current()))
            target->retry();
        m_desk->refresh();
    });
    connect(diagnose, &Button::clicked, this, [this] { emit connectionAsked(m_desk->current()); });
    connect(m_pane, &StatePane::acted, this, [this] {
        if (m_freshness.state == reports::Freshness::State::Never)
            emit connectionAsked(m_desk->current());
        else
            m_desk->refresh();
    });

    connect(m_desk, &Desk::currentChanged, this, &DataPage::refresh);
    connect(m_desk, &Desk::rangeChanged, this, &DataPage::refresh);
    const auto ifCurrent = [this](const QString &name) {
        if (name == m_desk->current() && isVisible())
            refresh();
    };
    connect(m_desk, &Desk::dataChanged, this, ifCurrent);
    connect(m_desk, &Desk::connectionChanged, this, [this](const QString &name) {
        if (name != m_desk->current() || !isVisible())
            return;
        if (const auto inputs = m_desk->inputs())
            showBanner(*inputs);
    });
}

void DataPage::refresh()
{
    const auto inputs = m_desk->inputs();
    if (!inputs)
        return;
    show(*inputs);
    showBanner(*inputs);
    showReason();
}

void DataPage::said(const reports::Sentence &sentence, const reports::Freshness &freshness, const QString &notRecorded)
{
    m_notRecorded = notRecorded;
    m_sentence = sentence;
    m_freshness = freshness;
    emit sentenceChanged(m_sentence);
}

// Old data keeps its place; the banner says since when, what was tried and what comes next.
void DataPage::showBanner(const reports::Inputs &inputs)
{
    const reports::Freshness freshness = reports::freshnessOf(inputs);
    m_banner->setVisible(freshness.isOld());
    if (!freshness.isOld())
        return;
    const QString since = freshness.since ? format::timeWithSeconds(*freshness.since, inputs.zone) : QString();
    const QString read = freshness.readAt ? format::timeWithSeconds(*freshness.readAt, inputs.zone) : format::NoValue;
    QString rest = tr("Grey values were read at %1.").arg(read);
    if (inputs.connection && inputs.connection->error) {
        rest += QLatin1Char(' ')
            + tr("Attempt %1 failed: %2").arg(inputs.connection->attempt).arg(inputs.connection->error->message);
        if (inputs.connection->nextTry)
            m_banner->setAside(tr("next try in %1").arg(format::duration(std::max(milliseconds(0), *inputs.connection->nextTry - inputs.now))));
    }
    m_banner->say(State::Failing, since.isEmpty() ? freshness.says : tr("The database has not answered since %1.").arg(since), rest);
}

void DataPage::showReason()
{
    if (m_freshness.hasData() && !m_notRecorded.isEmpty())
        return m_pane->showEmpty(m_sentence.fact, m_notRecorded);
    if (m_freshness.hasData() || !hidesWithoutData())
        return m_pane->showContent();
    switch (m_freshness.state) {
    case reports::Freshness::State::NotInstrumented:
    case reports::Freshness::State::Blind:
        return m_pane->showEmpty(m_sentence.fact, m_freshness.says, m_freshness.fix, tr("Look Again"));
    default: {
        const auto inputs = m_desk->inputs();
        if (inputs && inputs->connection && inputs->connection->error)
            return m_pane->showError(*inputs->connection->error, tr("Edit Connection…"));
        return m_pane->showLoading(m_freshness.says);
    }
    }
}

void DataPage::explain(const reports::Figure &figure)
{
    ExplainDialog dialog(figure, m_desk->zone(), this);
    dialog.exec();
}

Button *DataPage::exportButton(ChartFrame *chart, const QString &name)
{
    auto *button = new Button(QStringLiteral("document-export"), tr("Export what is seen"), Button::Kind::Bare);
    auto *formats = new QMenu(button);
    for (const char *format : {"csv", "json", "png", "svg"})
        formats->addAction(QString::fromLatin1(format).toUpper(), this, [this, format, chart, name] { exportAs(QString::fromLatin1(format), chart, name); });
    button->setMenu(formats);
    return button;
}

void DataPage::exportAs(const QString &format, ChartFrame *chart, const QString &name)
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Export what is seen"), name + QLatin1Char('.') + format);
    if (file.isEmpty())
        return;
    QByteArray content;
    if (format == QLatin1String("csv"))
        content = csv();
    else if (format == QLatin1String("json"))
        content = json();
    else if (format == QLatin1String("svg"))
        content = chart->toSvg();
    bool isWritten = false;
    if (format == QLatin1String("png")) {
        isWritten = chart->toImage().save(file, "PNG");
    } else {
        QSaveFile out(file);
        isWritten = out.open(QIODevice::WriteOnly) && out.write(content) == content.size() && out.commit();
    }
    emit m_desk->message(isWritten ? tr("Written to %1").arg(file) : tr("%1 could not be written. Check that the disk is not full and that you may write there.").arg(file));
}

} // namespace qd
