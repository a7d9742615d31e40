#include "widgets/pages/datapage.h"

#include "core/format.h"
#include "widgets/charts/chartframe.h"
#include "widgets/controls/button.h"
#include "widgets/controls/message.h"
#include "widgets/controls/statepane.h"
#include "widgets/dialogs/explaindialog.h"

#include <QBuffer>
#include <QScrollArea>
#include <QVBoxLayout>

namespace qd {

DataPage::DataPage(Desk *desk, QWidget *parent)
    : Page(desk, parent)
    , m_banner(new Message(Message::Shape::Banner))
    , m_remark(new Message)
{
    auto *content = new QWidget;
    m_rows = new QVBoxLayout(content);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(10);
    content->setObjectName(QStringLiteral("scrolled"));
    // Panels keep the height they need; what does not fit into a small window is scrolled to.
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    m_pane = new StatePane(area);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(m_banner);
    layout->addWidget(m_remark);
    m_remark->hide();
    layout->addWidget(m_pane, 1);
    m_banner->hide();

    auto *retry = new Button(tr("Retry Now"));
    auto *diagnose = new Button(tr("Diagnose"));
    for (Button *button : {retry, diagnose}) {
        button->setSmall(true);
        m_banner->addAction(button);
    }
    connect(retry, &Button::clicked, this, [this] {
        if (Target *target = this->desk()->target(this->desk()->current()))
            target->retry();
        this->desk()->refresh();
    });
    const auto connection = [this] { emit pageAsked(QStringLiteral("connect"), this->desk()->current()); };
    connect(diagnose, &Button::clicked, this, connection);
    connect(m_pane, &StatePane::acted, this, [this, connection] {
        if (m_freshness.state == reports::Freshness::State::Never)
            connection();
        else
            this->desk()->refresh();
    });
}

void DataPage::refresh(const reports::Inputs &inputs)
{
    show(inputs);
    showBanner(inputs);
    showReason(inputs);
}

void DataPage::told(const reports::Sentence &sentence, const reports::Freshness &freshness, const QString &notRecorded)
{
    m_freshness = freshness;
    m_notRecorded = notRecorded;
    say(sentence);
}

void DataPage::remark(const QList<Check> &checks)
{
    const Check *worst = nullptr;
    int odd = 0;
    for (const Check &check : checks) {
        const bool isOdd = check.id.startsWith(QLatin1String("source.")) && (check.state == State::Warning || check.state == State::Failing);
        odd += isOdd;
        if (isOdd && (!worst || (check.state == State::Failing && worst->state != State::Failing)))
            worst = &check;
    }
    m_remark->setVisible(worst && m_freshness.hasData());
    if (!worst)
        return;
    m_remark->say(worst->state, worst->object.isEmpty() ? worst->says : tr("%1: %2", "table and what is odd about it").arg(worst->object, worst->says), worst->fix.simplified());
    m_remark->setAside(odd > 1 ? tr("and %n more", nullptr, odd - 1) : QString());
}

// Old data keeps its place; the banner says since when, what was tried and what comes next.
void DataPage::showBanner(const reports::Inputs &inputs)
{
    m_banner->setVisible(m_freshness.isOld());
    if (!m_freshness.isOld())
        return;
    const QString read = m_freshness.readAt ? format::timeWithSeconds(*m_freshness.readAt, inputs.zone) : format::NoValue;
    const auto &connection = inputs.connection;
    const bool hasFailed = connection && connection->error;
    //: %1 is a time; %2 the number of the attempt, %3 why it failed
    const QString rest = hasFailed ? tr("Grey values were read at %1. Attempt %2 failed: %3").arg(read).arg(connection->attempt).arg(connection->error->message)
                                   : tr("Grey values were read at %1.").arg(read);
    m_banner->setAside(hasFailed && connection->nextTry ? tr("next try in %1").arg(format::duration(std::max(milliseconds(0), *connection->nextTry - inputs.now))) : QString());
    m_banner->say(State::Failing, m_freshness.since ? tr("The database has not answered since %1.").arg(format::timeWithSeconds(*m_freshness.since, inputs.zone)) : m_freshness.says, rest);
}

void DataPage::showReason(const reports::Inputs &inputs)
{
    if (m_freshness.hasData() && !m_notRecorded.isEmpty())
        return m_pane->showEmpty(sentence().fact, m_notRecorded);
    if (m_freshness.hasData() || !hidesWithoutData())
        return m_pane->showContent();
    switch (m_freshness.state) {
    case reports::Freshness::State::NotInstrumented:
    case reports::Freshness::State::Blind:
        return m_pane->showEmpty(sentence().fact, m_freshness.says, m_freshness.fix, tr("Look Again"));
    default:
        if (inputs.connection && inputs.connection->error)
            return m_pane->showError(*inputs.connection->error, tr("Edit Connection…"));
        return m_pane->showLoading(m_freshness.says);
    }
}

QList<PageExport> DataPage::exports() const
{
    QList<PageExport> all;
    if (!csv().isEmpty())
        all << PageExport{tr("What Is Seen as CSV…"), QStringLiteral("csv"), [this] { return csv(); }};
    all << PageExport{tr("What Is Seen as JSON…"), QStringLiteral("json"), [this] { return json(); }};
    all << PageExport{tr("Chart as PNG…"), QStringLiteral("png"), [this] {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        mainChart()->toImage().save(&buffer, "PNG");
        return bytes;
    }};
    all << PageExport{tr("Chart as SVG…"), QStringLiteral("svg"), [this] { return mainChart()->toSvg(); }};
    return all;
}

void DataPage::explain(const reports::Figure &figure)
{
    ExplainDialog dialog(figure, desk()->zone(), this);
    dialog.exec();
}

void DataPage::look(const TimeRange &range)
{
    m_before << desk()->range();
    desk()->setRange(RangeRequest{isoText(range.from) + QStringLiteral("..") + isoText(range.to)});
}

void DataPage::lookBack()
{
    if (!m_before.isEmpty())
        desk()->setRange(m_before.takeLast());
}

QString shortId(const QString &id)
{
    return id.size() > 14 ? id.left(8) + QStringLiteral("…") : id;
}

} // namespace qd
