#include "widgets/charts/charttip.h"

#include "widgets/controls/paint.h"

namespace qd {

ChartTip::ChartTip(QWidget *window) : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

QSize ChartTip::wanted() const
{
    int width = paint::width(m_title, qd::font(Type::CellBold)), height = scaled(20);
    for (const TipRow &row : m_rows) {
        width = std::max(width, paint::width(row.label, qd::font(Type::Small)) + (row.color.isValid() ? scaled(14) : 0) + (row.value.isEmpty() ? 0 : 24 + paint::width(row.value, qd::font(Type::Small))));
        height += scaled(15);
    }
    return {std::min(width, 340) + 20, height + 10};
}

void ChartTip::showAt(const QPoint &at, const QString &title, const QList<TipRow> &rows)
{
    m_title = title;
    m_rows = rows;
    resize(wanted());
    // Right of the hairline, or left of it where there is no room; never below the pointer.
    QPoint place(at.x() + 14, at.y());
    if (place.x() + width() > parentWidget()->width() - 4)
        place.setX(at.x() - width() - 14);
    place.setY(qBound(4, place.y(), std::max(4, parentWidget()->height() - height() - 4)));
    move(std::max(4, place.x()), place.y());
    show();
    raise();
    update();
}

QStringList ChartTip::words() const
{
    QStringList all{m_title};
    for (const TipRow &row : m_rows)
        all << (row.value.isEmpty() ? row.label : row.label + QLatin1Char(' ') + row.value);
    return all;
}

void ChartTip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    paint::box(painter, rect(), t.surface, t.borderStrong, 4);
    const QRect inside = rect().adjusted(10, 5, -10, -5);
    paint::text(painter, QRect(inside.left(), inside.top(), inside.width(), scaled(19)), m_title, qd::font(Type::CellBold), t.text);
    int y = inside.top() + scaled(20);
    for (const TipRow &row : m_rows) {
        const QRect line(inside.left(), y, inside.width(), scaled(15));
        const int left = row.color.isValid() ? scaled(14) : 0, size = scaled(8);
        if (row.color.isValid())
            painter.fillRect(QRect(line.left(), line.center().y() - size / 2 + 1, size, size), row.color);
        const bool isBold = row.tone == Tone::Text && !row.isNote;
        const int used = paint::text(painter, line, row.value, qd::font(isBold ? Type::SmallBold : Type::Small), t.text, Qt::AlignRight);
        paint::text(painter, line.adjusted(left, 0, used ? -used - 8 : 0, 0), row.label, qd::font(isBold ? Type::SmallBold : Type::Small), colour(row.tone));
        y += scaled(15);
    }
}

} // namespace qd
