#pragma once

#include "widgets/theme/theme.h"

#include <QLabel>

namespace qd {

// Text by its use and its meaning; follows theme and text size. `elides` shortens what does not
// fit and shows the whole in a tooltip.
class Label : public QLabel
{
    Q_OBJECT

public:
    explicit Label(const QString &text, Type type = Type::Body, Tone tone = Tone::Text, QWidget *parent = nullptr);

    void setTone(Tone tone);
    void setType(Type type);
    void setElides(bool elides, Qt::TextElideMode mode = Qt::ElideRight);
    // Plain text that may take several lines.
    void setWraps(bool wraps);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void restyle();
    Type m_type;
    Tone m_tone;
    bool m_elides = false;
    Qt::TextElideMode m_elideMode = Qt::ElideRight;
};

// A status mark with words beside it, read as one.
class MarkLabel : public QWidget
{
    Q_OBJECT

public:
    explicit MarkLabel(QWidget *parent = nullptr);
    MarkLabel(qd::State state, const QString &words, QWidget *parent = nullptr);

    void say(qd::State state, const QString &words);
    void say(int mark, const QString &words); // a Mark
    QString words() const { return m_words; }
    void setType(Type type);
    void setTone(Tone tone);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_mark;
    QString m_words;
    Type m_type = Type::Cell;
    Tone m_tone = Tone::Text;
};

// Keeps a widget's size and pixels in step with theme and text size.
void followTheme(QWidget *widget);

} // namespace qd
