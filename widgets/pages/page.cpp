#include "widgets/pages/page.h"

namespace qd {

Page::Page(Desk *desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (isVisible())
            refreshNow();
    });
    connect(desk, &Desk::dataChanged, this, [this](const QString &name) {
        // Overview shows the whole fleet, so it wants to know of the others too; reports are cheap.
        Q_UNUSED(name)
        schedule();
    });
    connect(desk, &Desk::connectionChanged, this, &Page::schedule);
    connect(desk, &Desk::currentChanged, this, &Page::schedule);
    connect(desk, &Desk::deploymentsChanged, this, &Page::schedule);
    connect(desk, &Desk::rangeChanged, this, &Page::schedule);
}

void Page::schedule()
{
    m_isDue = true;
    if (m_isPainted || !isVisible())
        m_soon.start();
}

void Page::refreshNow()
{
    m_isDue = false;
    m_soon.stop();
    if (const auto inputs = m_desk->inputs())
        refresh(*inputs);
    else
        refreshWithout();
}

void Page::say(const reports::Sentence &sentence)
{
    m_sentence = sentence;
    emit said();
}

void Page::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_isPainted = false;
    if (m_isDue)
        refreshNow();
}

void Page::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    m_isPainted = true;
    if (m_isDue)
        m_soon.start();
}

} // namespace qd
