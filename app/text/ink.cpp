#include "app/text/ink.h"

#include <algorithm>
#include <cmath>

namespace qd::app {

QString Ink::painted(const char *code, const QString &text) const
{
    return m_isColoured && !text.isEmpty() ? QStringLiteral("\033[%1m%2\033[0m").arg(QLatin1String(code), text) : text;
}

QString Ink::coloured(State state, const QString &text) const
{
    switch (state) {
    case State::Ok: return painted("32", text);
    case State::Warning: return painted("33", text);
    case State::Failing: return painted("31", text);
    case State::Unknown: return painted("2", text);
    case State::NeedsPerson: return painted("35", text);
    }
    Q_UNREACHABLE();
}

QString Ink::mark(State state) const
{
    switch (state) {
    case State::Ok: return coloured(state, QStringLiteral("●"));
    case State::Warning: return coloured(state, QStringLiteral("▲"));
    case State::Failing: return coloured(state, QStringLiteral("◆"));
    case State::Unknown: return coloured(state, QStringLiteral("○"));
    case State::NeedsPerson: return coloured(state, QStringLiteral("◐"));
    }
    Q_UNREACHABLE();
}

static QList<double> thinned(const QList<double> &values, int most)
{
    const qsizetype per = std::max<qsizetype>(1, (values.size() + most - 1) / most);
    QList<double> thin;
    for (qsizetype i = 0; i < values.size(); i += per) {
        double largest = qQNaN();
        for (const double value : values.mid(i, per))
            largest = std::isnan(largest) || value > largest ? value : largest;
        thin << largest;
    }
    return thin;
}

QString Ink::spark(const QList<double> &values, int most) const
{
    const QList<double> shown = thinned(values, most);
    double largest = 0;
    for (const double value : shown)
        largest = std::isfinite(value) ? std::max(largest, value) : largest;
    QString text;
    for (const double value : shown) {
        if (!std::isfinite(value))
            text += QLatin1Char(' ');
        else
            text += QChar(0x2581 + (largest > 0 ? std::clamp(int(std::lround(value / largest * 7)), 0, 7) : 0));
    }
    return text;
}

QString Ink::strip(const QList<State> &cells) const
{
    QString text;
    for (const State cell : cells) {
        switch (cell) {
        case State::Ok: text += coloured(cell, QStringLiteral("▪")); break;
        case State::Warning: text += coloured(cell, QStringLiteral("▲")); break;
        case State::Failing: text += coloured(cell, QStringLiteral("█")); break;
        case State::NeedsPerson: text += coloured(cell, QStringLiteral("?")); break;
        case State::Unknown: text += QLatin1Char(' '); break;
        }
    }
    return text;
}

QString Ink::bar(double share, int width) const
{
    if (!std::isfinite(share) || share <= 0)
        return {};
    const int eighths = std::clamp(int(std::lround(share * width * 8)), 1, width * 8);
    QString text(eighths / 8, QChar(0x2588));
    if (eighths % 8)
        text += QChar(0x2590 - eighths % 8); // ▏ is 1/8, ▉ is 7/8
    return text;
}

int widthOf(const QString &text)
{
    int width = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('\033')) {
            while (i < text.size() && text[i] != QLatin1Char('m'))
                ++i;
            continue;
        }
        if (!text[i].isLowSurrogate() && text[i].category() != QChar::Mark_NonSpacing)
            ++width;
    }
    return width;
}

} // namespace qd::app
