#pragma once

#include "widgets/controls/cells.h"

#include <QStyledItemDelegate>

namespace qd {

// Paints a Cell. Text left or right as its column is; marks, swatches, bars and sparklines.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CellDelegate(bool hasTwoLines, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setRowHeight(int pixels) { m_rowHeight = pixels; }
    int rowHeight() const { return m_rowHeight; }

private:
    bool m_hasTwoLines;
    int m_rowHeight = 26;
};

} // namespace qd
