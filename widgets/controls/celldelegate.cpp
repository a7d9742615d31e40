#include "widgets/controls/celldelegate.h"

#include "widgets/controls/chip.h"
#include "widgets/controls/paint.h"

namespace qd {

namespace {

struct CellPainter
{
    QPainter &painter;
    const Cell &cell;
    QRect rest;
    bool isRight, isSelected, isOld, isBoldRow, isMonoColumn;

    QColor tone(Tone wanted) const
    {
        if (isOld && (wanted == Tone::Text || wanted == Tone::Text2))
            wanted = Tone::Text3;
        // text3 on a selected row would fall below the contrast that is promised.
        if (isSelected && wanted == Tone::Text3)
            wanted = Tone::Text2;
        return colour(wanted);
    }
    QFont face() const
    {
        const bool isBold = cell.isBold || isBoldRow, isMono = cell.isMono || isMonoColumn;
        return qd::font(isMono ? (isBold ? Type::CodeBold : Type::Code) : isBold ? Type::CellBold : Type::Cell);
    }

    void leading()
    {
        const double y = rest.center().y() + 1;
        if (cell.stripe) {
            painter.fillRect(QRect(rest.left(), rest.top() + 4, 3, rest.height() - 8), tokens().environmentLine(*cell.stripe));
            rest.setLeft(rest.left() + 11);
        }
        if (cell.mark) {
            paintMark(painter, QPointF(rest.left() + scaled(5), y), *cell.mark);
            rest.setLeft(rest.left() + scaled(17));
        }
        if (cell.swatch) {
            const int size = scaled(9);
            painter.fillRect(QRect(rest.left(), int(y) - size / 2, size, size), tokens().seriesColour(*cell.swatch));
            rest.setLeft(rest.left() + size + 8);
        }
    }

    // A bar or a sparkline; leaves room at the right for the text.
    bool picture()
    {
        const bool hasPicture = cell.share || cell.isTarget || !cell.spark.isEmpty() || !cell.strip.isEmpty();
        if (!hasPicture)
            return false;
        const int words = cell.text.isEmpty() ? 0 : std::max(paint::width(cell.text, face()) + 8, scaled(46));
        QRectF area = QRectF(rest).adjusted(0, 0, -words, 0);
        const double y = std::round(area.center().y());
        if (cell.share) {
            paint::shareBar(painter, QRectF(area.left(), y - 3, area.width(), 8), *cell.share, isOld ? tokens().unknownMark : tokens().seriesColour(cell.shareSeries));
        } else if (cell.isTarget) {
            const bool isOver = cell.ratio && *cell.ratio > 1;
            paint::targetBar(painter, QRectF(area.left(), y - 3, area.width(), 8), cell.ratio, isOver ? tokens().warnMark : mixed(tokens().accent, tokens().surface, 0.2), cell.isFew);
        } else if (!cell.spark.isEmpty()) {
            const QColor line = cell.sparkAsBars ? (cell.tone == Tone::Accent ? tokens().accent : tokens().text2) : tokens().text2;
            paint::spark(painter, area.adjusted(0, 6, -2, -6), {cell.spark, {}, line, {}, false, cell.sparkAsBars});
        } else {
            strip(area);
        }
        rest.setLeft(int(area.right()) + (cell.text.isEmpty() ? 0 : 4));
        return true;
    }

    void strip(const QRectF &area)
    {
        double x = area.left();
        for (const State state : cell.strip) {
            const bool isFailing = state == State::Failing;
            const QRectF box(x, area.center().y() - (isFailing ? 7 : 5), 5, isFailing ? 14 : 10);
            if (state == State::Unknown)
                paint::box(painter, box, {}, tokens().unknownMark, 1);
            else
                painter.fillRect(box, state == State::Ok ? tokens().okCell : tokens().stateMark(state));
            x += 7;
        }
    }

    void words()
    {
        if (cell.chip) {
            const QColor ground = *cell.chip == State::Unknown ? tokens().infoBg : tokens().stateGround(*cell.chip);
            paintChip(painter, rest, cell.text, ground, *cell.chip == State::Unknown ? tokens().info : tokens().stateText(*cell.chip));
            return;
        }
        const Qt::TextElideMode elide = cell.isMono || isMonoColumn ? Qt::ElideMiddle : Qt::ElideRight;
        if (isRight) {
            const int used = paint::text(painter, rest, cell.note, qd::font(Type::Small), tone(Tone::Text3), Qt::AlignRight);
            if (used)
                rest.setRight(rest.right() - used - 4);
            paint::text(painter, rest, cell.text, face(), tone(cell.tone), Qt::AlignRight, elide);
            return;
        }
        const int used = paint::text(painter, rest, cell.text, face(), tone(cell.tone), Qt::AlignLeft, elide);
        if (!cell.note.isEmpty())
            paint::text(painter, rest.adjusted(used + 5, 0, 0, 0), cell.note, qd::font(Type::Small), tone(Tone::Text3));
    }

    void twoLines()
    {
        const QRect upper(rest.left(), rest.top() + 3, rest.width(), rest.height() / 2 - 3), lower(rest.left(), rest.center().y(), rest.width(), rest.height() / 2 - 2);
        const Qt::Alignment side = isRight ? Qt::AlignRight : Qt::AlignLeft;
        paint::text(painter, upper, cell.text, face(), tone(cell.tone), side);
        paint::text(painter, lower, cell.note, qd::font(Type::Cell), tone(Tone::Text2), side);
    }
};

} // namespace

CellDelegate::CellDelegate(bool hasTwoLines, QObject *parent) : QStyledItemDelegate(parent), m_hasTwoLines(hasTwoLines), m_rowHeight(hasTwoLines ? 40 : 26) { }

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {40, scaled(m_rowHeight)};
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = tokens();
    const bool isSelected = option.state & QStyle::State_Selected, isHovered = option.state & QStyle::State_MouseOver;
    const bool hasFocus = option.state & QStyle::State_Active;
    const auto *view = qobject_cast<const QWidget *>(option.widget);
    const bool isViewFocused = view && view->hasFocus() && hasFocus;
    if (isSelected || isHovered)
        painter->fillRect(option.rect, isSelected ? (isViewFocused ? t.selected : t.selectedOff) : t.hover);
    const int pin = index.data(tables::PinRole).toInt();
    if (pin > 0 && index.row() > 0 && index.siblingAtRow(index.row() - 1).data(tables::PinRole).toInt() <= 0)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1), t.borderStrong);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.grid);
    const Cell cell = cellOf(index);
    const bool isFirst = index.column() == 0, isLast = index.column() == index.model()->columnCount() - 1;
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    CellPainter cellPainter{*painter, cell, option.rect.adjusted(isFirst ? 12 : 8, 0, isLast ? -12 : -8, -1), bool(alignment & Qt::AlignRight), isSelected,
        index.data(CellsModel::OldRole).toBool(), pin < 0 ? isFirst : pin > 0, index.data(tables::MonoRole).toBool() && pin == 0};
    painter->save();
    cellPainter.leading();
    const bool hasPicture = cellPainter.picture();
    if (hasPicture)
        cellPainter.isRight = true;
    if (m_hasTwoLines && !cell.note.isEmpty() && !hasPicture)
        cellPainter.twoLines();
    else if (!cell.text.isEmpty() || !cell.note.isEmpty())
        cellPainter.words();
    painter->restore();
}

} // namespace qd
