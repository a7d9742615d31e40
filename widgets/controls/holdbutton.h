#pragma once

#include <QAbstractButton>
#include <QVariantAnimation>

namespace qd {

// Does its deed only after it was held for three seconds, with the mouse or with Space. Letting
// go, losing the focus or Esc empties it. Return does nothing. The fill grows under the label;
// without motion the seconds stand in the label instead.
class HoldButton : public QAbstractButton
{
    Q_OBJECT

public:
    static constexpr int HoldMilliseconds = 3000;

    explicit HoldButton(const QString &text, QWidget *parent = nullptr);
    bool isHeld() const { return m_fill.state() == QAbstractAnimation::Running; }
    double progress() const;
    // False if there was nothing to cancel.
    bool cancel();
    QSize sizeHint() const override;

signals:
    void held();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void begin();
    QVariantAnimation m_fill;
};

} // namespace qd
