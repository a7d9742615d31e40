#include "widgets/controls/message.h"

#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"

#include <QAccessible>
#include <QHBoxLayout>

namespace qd {

Message::Message(Shape shape, QWidget *parent)
    : QFrame(parent)
    , m_shape(shape)
    , m_words(new Label({}, Type::Cell))
    , m_aside(new Label({}, Type::Cell, Tone::Text2))
    , m_row(new QHBoxLayout(this))
{
    m_row->setSpacing(8);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::RichText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->setFocusPolicy(Qt::NoFocus);
    if (shape == Shape::Banner)
        m_words->setType(Type::Body);
    m_row->addWidget(m_words, 1);
    m_row->addWidget(m_aside);
    m_aside->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, &Message::restyle);
}

void Message::say(State state, const QString &fact, const QString &rest)
{
    const bool isNew = m_fact != fact || m_state != state;
    m_state = state;
    m_isAdvice = false;
    m_fact = fact;
    m_rest = rest;
    restyle();
    if (isNew && state == State::Failing && isVisible()) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void Message::advise(const QString &fact, const QString &rest)
{
    say(State::Unknown, fact, rest);
    m_isAdvice = true;
    restyle();
}

void Message::setAside(const QString &aside)
{
    m_aside->setText(aside);
    m_aside->setVisible(!aside.isEmpty());
}

void Message::addAction(QWidget *button)
{
    m_row->addWidget(button);
}

QString Message::text() const
{
    return m_rest.isEmpty() ? m_fact : m_fact + QLatin1Char(' ') + m_rest;
}

void Message::restyle()
{
    setAccessibleName(text());
    m_words->setText(QStringLiteral("<b>%1</b> %2").arg(m_fact.toHtmlEscaped(), m_rest.toHtmlEscaped()));
    const bool isBanner = m_shape == Shape::Banner;
    m_row->setContentsMargins(scaled(32), isBanner ? 5 : 8, isBanner ? 12 : 10, isBanner ? 5 : 8);
    setMinimumHeight(isBanner ? scaled(40) : 0);
    m_words->setTone(Tone::Text);
    update();
}

void Message::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    const QColor ground = m_isAdvice ? t.infoBg : t.stateGround(m_state), line = m_isAdvice ? t.accent : t.stateMark(m_state);
    if (m_shape == Shape::Banner) {
        paint::box(painter, rect(), ground, line, 6);
    } else {
        painter.setClipRect(QRect(0, 0, 4, height()));
        paint::box(painter, rect(), line, {}, 4);
        painter.setClipRect(rect().adjusted(3, 0, 0, 0));
        paint::box(painter, rect(), ground, {}, 4);
        painter.setClipping(false);
    }
    const double y = m_shape == Shape::Banner ? height() / 2.0 : 8 + QFontMetrics(font()).height() / 2.0;
    paintMark(painter, QPointF(scaled(16), y), m_isAdvice ? Mark::Note : markOf(m_state));
}

} // namespace qd
