#include "widgets/controls/chip.h"

#include "widgets/controls/label.h"

namespace qd {

int chipWidth(const QString &text, bool hasMark)
{
    return paint::width(text, qd::font(Type::Small)) + 12 + (hasMark ? scaled(13) : 0);
}

int paintChip(QPainter &painter, const QRect &rect, const QString &text, const QColor &ground, const QColor &words, std::optional<Mark> mark)
{
    const int w = std::min(chipWidth(text, mark.has_value()), rect.width()), h = scaled(18);
    const QRect chip(rect.left(), rect.center().y() - h / 2 + 1, w, h);
    paint::box(painter, chip, ground, {}, 3);
    int left = 6;
    if (mark) {
        painter.save();
        painter.translate(chip.left() + 6 + scaled(4), chip.center().y() + 0.5);
        painter.scale(0.85, 0.85);
        paintMark(painter, {}, *mark);
        painter.restore();
        left += scaled(13);
    }
    paint::text(painter, chip.adjusted(left, 0, -4, 0), text, qd::font(Type::Small), words);
    return w;
}

Chip::Chip(const QString &text, State state, bool hasMark, QWidget *parent) : QWidget(parent), m_text(text), m_state(state), m_hasMark(hasMark)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
    followTheme(this);
}

Chip::Chip(const QString &text, Tone tone, QWidget *parent) : Chip(text, State::Unknown, false, parent)
{
    m_tone = tone;
}

QSize Chip::sizeHint() const { return {chipWidth(m_text, m_hasMark), scaled(18)}; }

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    if (m_tone) {
        const QColor ground = *m_tone == Tone::Prod ? t.prodBg : *m_tone == Tone::Accent ? t.infoBg : t.unknownBg;
        paintChip(painter, rect(), m_text, ground, colour(*m_tone));
        return;
    }
    paintChip(painter, rect(), m_text, t.stateGround(m_state), t.stateText(m_state), m_hasMark ? std::optional(markOf(m_state)) : std::nullopt);
}

FilterChip::FilterChip(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setProperty("focusRing", true);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(tr("Remove the filter %1").arg(text));
    setToolTip(accessibleName());
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    followTheme(this);
}

QSize FilterChip::sizeHint() const { return {paint::width(text(), qd::font(Type::Small)) + 26, scaled(20)}; }

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    paint::box(painter, rect(), underMouse() ? t.hover : t.surface, t.field, 3);
    paint::text(painter, rect().adjusted(7, 0, -18, 0), text(), qd::font(Type::Small), t.text2);
    paint::text(painter, QRect(width() - 16, 0, 12, height()), QStringLiteral("×"), qd::font(Type::Small), t.text2);
}

} // namespace qd
