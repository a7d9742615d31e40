#pragma once

#include "widgets/controls/paint.h"

#include <QAbstractButton>

namespace qd {

// 18 px on tinted ground, with a mark before the word where the word alone is not enough.
class Chip : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(const QString &text, State state, bool hasMark = true, QWidget *parent = nullptr);
    // "current", "candidate": without a state.
    Chip(const QString &text, Tone tone, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    State m_state = State::Unknown;
    std::optional<Tone> m_tone;
    bool m_hasMark = false;
};

// "filter: tool = searchNotes ×"; a click (or Delete) takes it away.
class FilterChip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FilterChip(const QString &text, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

// Paints a chip into a cell; gives its width.
int paintChip(QPainter &painter, const QRect &rect, const QString &text, const QColor &ground, const QColor &words, std::optional<Mark> mark = {});
int chipWidth(const QString &text, bool hasMark);

} // namespace qd
