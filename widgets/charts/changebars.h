#pragma once

#include <QWidget>

namespace qd {

// Gain and loss per item: one bar each, the largest gain at the left, sorted around zero, with how
// many are better, equal and worse below.
class ChangeBars : public QWidget
{
    Q_OBJECT

public:
    struct Change
    {
        QString key, name;
        double by = 0;
        bool operator==(const Change &) const = default;
    };

    explicit ChangeBars(const QString &accessibleName, QWidget *parent = nullptr);
    void setChanges(QList<Change> changes);
    const QList<Change> &changes() const { return m_changes; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void activated(const QString &key);
    void copied(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF area() const;
    int barAt(double x) const; // -1: none
    QString words(int bar) const;

    QList<Change> m_changes; // largest gain first
    double m_largest = 0.1;
    int m_better = 0, m_equal = 0, m_worse = 0, m_current = -1;
};

} // namespace qd
