#pragma once

#include "widgets/charts/chartitem.h"

#include <QWidget>

namespace qd {

// The one tooltip of a group of charts: a title, then label and value per line, values
// right-aligned. Lives in the window, above everything, and lets the mouse through.
class ChartTip : public QWidget
{
    Q_OBJECT

public:
    explicit ChartTip(QWidget *window);
    void showAt(const QPoint &at, const QString &title, const QList<TipRow> &rows);
    QStringList words() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QSize wanted() const;
    QString m_title;
    QList<TipRow> m_rows;
};

} // namespace qd
