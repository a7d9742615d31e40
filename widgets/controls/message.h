#pragma once

#include "widgets/theme/theme.h"

#include <QFrame>

class QHBoxLayout;

namespace qd {

class Label;

// Something said where it was caused; stays until the cause is gone. The fact is bold, the rest
// explains. Two shapes: a note with a stripe at its left, or the banner across a page for data
// that could not be refreshed (framed, actions at its right, "next try in 18 s" before them).
class Message : public QFrame
{
    Q_OBJECT

public:
    enum class Shape { Note, Banner };

    explicit Message(Shape shape = Shape::Note, QWidget *parent = nullptr);

    void say(State state, const QString &fact, const QString &rest = {});
    // "note" ground instead of a state's: nothing is wrong.
    void advise(const QString &fact, const QString &rest = {});
    // Small text before the actions.
    void setAside(const QString &aside);
    void addAction(QWidget *button);
    using QWidget::addAction;
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();
    Shape m_shape;
    State m_state = State::Unknown;
    bool m_isAdvice = false;
    QString m_fact, m_rest;
    Label *m_words, *m_aside;
    QHBoxLayout *m_row;
};

} // namespace qd
