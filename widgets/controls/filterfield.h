#pragma once

#include <QLineEdit>

namespace qd {

// A field that filters a table: funnel, words, and the key "/" that leads to it. Esc empties it.
class FilterField : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterField(const QString &accessibleName, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void restyle();
};

} // namespace qd
