#include "widgets/theme/marks.h"

#include <QCoreApplication>
#include <QPainterPath>

namespace qd {

Mark markOf(State state)
{
    switch (state) {
    case State::Ok: return Mark::Within;
    case State::Warning: return Mark::Over;
    case State::Failing: return Mark::Failing;
    case State::NeedsPerson: return Mark::Person;
    case State::Unknown: break;
    }
    return Mark::Unknown;
}

QColor markColour(Mark mark)
{
    const Tokens &t = tokens();
    switch (mark) {
    case Mark::Within: return t.okMark;
    case Mark::Over:
    case Mark::Near: return t.warnMark;
    case Mark::Failing: return t.critMark;
    case Mark::Note:
    case Mark::Running:
    case Mark::Person: return t.accent;
    case Mark::Flag: return t.text;
    default: return t.unknownMark;
    }
}

QString markWord(Mark mark)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("Marks", text); };
    switch (mark) {
    case Mark::Within: return say(QT_TRANSLATE_NOOP("Marks", "within target"));
    case Mark::Over: return say(QT_TRANSLATE_NOOP("Marks", "over target"));
    case Mark::Failing: return say(QT_TRANSLATE_NOOP("Marks", "failing"));
    case Mark::Near: return say(QT_TRANSLATE_NOOP("Marks", "near or pending"));
    case Mark::Note: return say(QT_TRANSLATE_NOOP("Marks", "note"));
    case Mark::Running: return say(QT_TRANSLATE_NOOP("Marks", "running"));
    case Mark::Unknown: return say(QT_TRANSLATE_NOOP("Marks", "unknown"));
    case Mark::Old: return say(QT_TRANSLATE_NOOP("Marks", "old or blind"));
    case Mark::Skipped: return say(QT_TRANSLATE_NOOP("Marks", "skipped"));
    case Mark::Silenced: return say(QT_TRANSLATE_NOOP("Marks", "silenced"));
    case Mark::Person: return say(QT_TRANSLATE_NOOP("Marks", "needs a person"));
    case Mark::Flag: return say(QT_TRANSLATE_NOOP("Marks", "deployed"));
    }
    return {};
}

static QPolygonF markTriangle(double r)
{
    return {{0, -r}, {r * 1.06, r * 0.82}, {-r * 1.06, r * 0.82}};
}

static void paintMarkPerson(QPainter &painter)
{
    QPainterPath figure;
    figure.addEllipse(QPointF(0, -2.6), 2.5, 2.5);
    QPainterPath shoulders;
    shoulders.moveTo(-5, 5);
    shoulders.cubicTo(-5, -0.6, 5, -0.6, 5, 5);
    shoulders.closeSubpath();
    painter.drawPath(figure + shoulders);
}

static void paintMarkLines(QPainter &painter, Mark mark, const QColor &color, int turn)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1.6));
    switch (mark) {
    case Mark::Near: painter.drawPolygon(markTriangle(4.4).translated(0, 0.2)); break;
    case Mark::Running: painter.drawArc(QRectF(-4.2, -4.2, 8.4, 8.4), (90 - turn * 90) * 16, -270 * 16); break;
    case Mark::Unknown: painter.drawEllipse(QPointF(), 3.8, 3.8); break;
    case Mark::Old: {
        QPen dashes(color, 1.6);
        dashes.setDashPattern({1.25, 0.95});
        dashes.setCapStyle(Qt::FlatCap);
        painter.setPen(dashes);
        painter.drawEllipse(QPointF(), 4, 4);
        break;
    }
    case Mark::Skipped:
        painter.setPen(QPen(color, 2));
        painter.drawLine(QPointF(-4, 0), QPointF(4, 0));
        break;
    default: break;
    }
}

void paintMark(QPainter &painter, const QPointF &centre, Mark mark, int turn, QColor color)
{
    if (!color.isValid())
        color = markColour(mark);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    const double scale = Theme::instance().textPercent() / 100.0;
    painter.scale(scale, scale);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (mark) {
    case Mark::Within: painter.drawEllipse(QPointF(), 4.3, 4.3); break;
    case Mark::Over: painter.drawPolygon(markTriangle(5.2)); break;
    case Mark::Failing: painter.drawPolygon(QPolygonF{{0, -5.6}, {5.6, 0}, {0, 5.6}, {-5.6, 0}}); break;
    case Mark::Note: painter.drawRect(QRectF(-4, -4, 8, 8)); break;
    case Mark::Person: paintMarkPerson(painter); break;
    case Mark::Silenced:
        painter.drawPolygon(markTriangle(5));
        painter.setPen(QPen(tokens().surface, 3));
        painter.drawLine(QPointF(-5, -5), QPointF(5, 5));
        painter.setPen(QPen(color, 1.5));
        painter.drawLine(QPointF(-5, -5), QPointF(5, 5));
        break;
    case Mark::Flag: painter.drawPolygon(QPolygonF{{-4, -4}, {5, -1.5}, {-4, 1.5}, {-4, 5}, {-5, 5}, {-5, -4}}); break;
    default: paintMarkLines(painter, mark, color, turn);
    }
    painter.restore();
}

} // namespace qd
