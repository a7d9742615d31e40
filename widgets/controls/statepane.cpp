#include "widgets/controls/statepane.h"

#include "widgets/controls/button.h"
#include "widgets/controls/codeview.h"
#include "widgets/controls/label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace qd {

StatePane::StatePane(QWidget *content, QWidget *parent)
    : QStackedWidget(parent)
    , m_blank(new QWidget)
    , m_said(new QWidget)
    , m_fact(new Label({}, Type::Heading))
    , m_why(new Label({}, Type::Body, Tone::Text2))
    , m_action(new Button({}, Button::Kind::Plain))
    , m_cancel(new Button(tr("Cancel"), Button::Kind::Plain))
{
    m_fact->setWraps(true);
    m_why->setWraps(true);
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_fact->setMaximumWidth(640);
    m_why->setMaximumWidth(640);
    auto *column = new QVBoxLayout(m_said);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addWidget(m_fact);
    column->addWidget(m_why);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_action);
    row->addWidget(m_cancel);
    row->addStretch();
    column->addSpacing(4);
    column->addLayout(row);
    column->addStretch();
    addWidget(content);
    addWidget(m_blank);
    addWidget(m_said);
    m_patience.setSingleShot(true);
    m_patience.setInterval(300);
    m_slow.setSingleShot(true);
    m_slow.setInterval(5000);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        fill(Tone::Text, m_loading, {}, {}, {});
        m_cancel->show();
    });
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_why->setText(tr("This has taken 5 seconds so far. The server or the network is slow; you can cancel and keep what is on this computer."));
        m_why->show();
    });
    connect(m_cancel, &QPushButton::clicked, this, &StatePane::cancelled);
    connect(m_action, &QPushButton::clicked, this, &StatePane::acted);
}

void StatePane::fill(Tone tone, const QString &fact, const QString &why, const QString &code, const QString &action)
{
    m_fact->setText(fact);
    m_fact->setTone(tone);
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    if (!m_code && !code.isEmpty()) { // most panes never show any
        m_code = new CodeView;
        m_code->setMaximumWidth(640);
        static_cast<QVBoxLayout *>(m_said->layout())->insertWidget(2, m_code); // below fact and reason
        setTabOrder(m_code, m_action);
    }
    if (m_code) {
        m_code->setCode(code);
        m_code->setVisible(!code.isEmpty());
    }
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_cancel->hide();
    setCurrentWidget(m_said);
}

void StatePane::showContent()
{
    m_patience.stop();
    m_slow.stop();
    setCurrentIndex(0);
}

void StatePane::showLoading(const QString &whatIsRead)
{
    m_loading = whatIsRead;
    if (m_patience.isActive() || m_slow.isActive())
        return;
    setCurrentWidget(m_blank);
    m_patience.start();
    m_slow.start();
}

void StatePane::showEmpty(const QString &fact, const QString &why, const QString &fix, const QString &action)
{
    m_patience.stop();
    m_slow.stop();
    fill(Tone::Text, fact, why, fix, action);
}

void StatePane::showError(const Error &error, const QString &action)
{
    if (error.isCancelled())
        return;
    m_patience.stop();
    m_slow.stop();
    const QString detail = error.code.isEmpty() ? error.detail : tr("%1 (%2)").arg(error.detail, error.code);
    fill(Tone::Crit, error.message, {}, detail, action.isEmpty() && error.mayRetryRead() ? tr("Try again") : action);
}

QString StatePane::words() const
{
    return currentWidget() != m_said ? QString() : m_why->text().isEmpty() ? m_fact->text() : m_fact->text() + QLatin1Char(' ') + m_why->text();
}

} // namespace qd
