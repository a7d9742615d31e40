#include "widgets/controls/label.h"

#include "widgets/controls/paint.h"

#include <QEvent>
#include <QHelpEvent>
#include <QToolTip>

namespace qd {

void followTheme(QWidget *widget)
{
    QObject::connect(&Theme::instance(), &Theme::changed, widget, [widget] {
        widget->updateGeometry();
        widget->update();
    });
}

Label::Label(const QString &text, Type type, Tone tone, QWidget *parent)
    : QLabel(text, parent)
    , m_type(type)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    restyle();
    connect(&Theme::instance(), &Theme::changed, this, &Label::restyle);
}

void Label::restyle()
{
    setFont(qd::font(m_type));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, colour(m_tone));
    colours.setColor(QPalette::Text, colour(m_tone));
    colours.setColor(QPalette::Link, tokens().accent);
    setPalette(colours);
}

void Label::setTone(Tone tone)
{
    if (tone == m_tone)
        return;
    m_tone = tone;
    restyle();
}

void Label::setType(Type type)
{
    m_type = type;
    restyle();
}

void Label::setElides(bool elides, Qt::TextElideMode mode)
{
    m_elides = elides;
    m_elideMode = mode;
    QSizePolicy policy = sizePolicy();
    policy.setHorizontalPolicy(elides ? QSizePolicy::Preferred : QSizePolicy::Fixed);
    setSizePolicy(policy);
}

void Label::setWraps(bool wraps)
{
    setWordWrap(wraps);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
}

QSize Label::minimumSizeHint() const
{
    const QSize size = QLabel::minimumSizeHint();
    return m_elides ? QSize(std::min(size.width(), scaled(24)), size.height()) : size;
}

void Label::paintEvent(QPaintEvent *event)
{
    if (!m_elides)
        return QLabel::paintEvent(event);
    QPainter painter(this);
    paint::text(painter, contentsRect(), text(), font(), palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText), alignment() & Qt::AlignHorizontal_Mask, m_elideMode);
}

bool Label::event(QEvent *event)
{
    if (m_elides && event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        const bool isCut = fontMetrics().horizontalAdvance(text()) > contentsRect().width();
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), isCut ? text() : QString(), this);
        return true;
    }
    return QLabel::event(event);
}

MarkLabel::MarkLabel(QWidget *parent) : MarkLabel(qd::State::Unknown, {}, parent) { }

MarkLabel::MarkLabel(qd::State state, const QString &words, QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    say(state, words);
    followTheme(this);
}

void MarkLabel::say(qd::State state, const QString &words)
{
    say(int(markOf(state)), words);
}

void MarkLabel::say(int mark, const QString &words)
{
    m_mark = mark;
    m_words = words;
    setAccessibleName(tr("%1: %2").arg(markWord(Mark(mark)), words));
    setToolTip(words);
    updateGeometry();
    update();
}

void MarkLabel::setType(Type type)
{
    m_type = type;
    updateGeometry();
}

void MarkLabel::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize MarkLabel::sizeHint() const
{
    const QFontMetrics metrics(qd::font(m_type));
    return {scaled(18) + metrics.horizontalAdvance(m_words) + 2, std::max(metrics.height(), scaled(16))};
}

QSize MarkLabel::minimumSizeHint() const
{
    return {scaled(40), sizeHint().height()};
}

void MarkLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintMark(painter, QPointF(scaled(6), height() / 2.0), Mark(m_mark));
    paint::text(painter, rect().adjusted(scaled(18), 0, 0, 0), m_words, qd::font(m_type), colour(m_tone));
}

} // namespace qd
