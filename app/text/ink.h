#pragma once

#include "core/check.h"

#include <QList>
#include <QString>

namespace qd::app {

// Marks, colours and small pictures made of characters. Without colour the marks alone tell.
class Ink
{
public:
    explicit Ink(bool isColoured) : m_isColoured(isColoured) {}

    QString bold(const QString &text) const { return painted("1", text); }
    QString dim(const QString &text) const { return painted("2", text); }
    QString coloured(State state, const QString &text) const;
    // ● ok, ▲ warning, ◆ failing, ○ unknown, ◐ needs a person.
    QString mark(State state) const;
    // ▁▂▅█ from 0 to the largest; a gap is a blank. More values than `most` are thinned to the
    // largest of each share, so that no peak is lost.
    QString spark(const QList<double> &values, int most = 24) const;
    // One character per cell; a blank where nothing is known.
    QString strip(const QList<State> &cells) const;
    // A bar of at most `width` characters for `share` of 1.
    QString bar(double share, int width) const;

private:
    QString painted(const char *code, const QString &text) const;

    bool m_isColoured;
};

// How many columns a text takes; escape sequences take none.
int widthOf(const QString &text);

} // namespace qd::app
