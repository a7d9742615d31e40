#include "widgets/controls/sentenceline.h"

#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"

namespace qd {

SentenceLine::SentenceLine(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    followTheme(this);
}

void SentenceLine::say(const reports::Sentence &sentence)
{
    m_sentence = sentence;
    setAccessibleName(sentence.fact.isEmpty() ? QString() : QStringLiteral("%1: %2").arg(markWord(markOf(sentence.state)), sentence.text()));
    setToolTip(sentence.text());
    update();
}

QSize SentenceLine::sizeHint() const { return {scaled(400), scaled(20)}; }
QSize SentenceLine::minimumSizeHint() const { return {scaled(80), scaled(20)}; }

void SentenceLine::paintEvent(QPaintEvent *)
{
    if (m_sentence.fact.isEmpty())
        return;
    QPainter painter(this);
    paintMark(painter, QPointF(scaled(5), height() / 2.0), markOf(m_sentence.state));
    QRect rest = rect().adjusted(scaled(16), 0, 0, 0);
    const int used = paint::text(painter, rest, m_sentence.fact, qd::font(Type::BodyBold), tokens().text);
    rest.setLeft(rest.left() + used + paint::width(QStringLiteral(" "), qd::font(Type::Body)));
    paint::text(painter, rest, m_sentence.rest, qd::font(Type::Body), tokens().text2);
}

} // namespace qd
