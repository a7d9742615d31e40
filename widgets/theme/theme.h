#pragma once

// How the program looks: tokens of the light or dark theme, fonts by their use, and text size.
// Whoever paints reads tokens() and font() at paint time, so a change of theme needs no more than
// the repaint that Theme::changed asks for. Whoever lays out multiplies heights with scaled().

#include "widgets/theme/tokens.h"

#include <QFont>
#include <QObject>

class QDBusVariant;
class QDBusPendingCallWatcher;

namespace qd {

// Uses of type (STYLE §1): px at 100 %.
enum class Type {
    Tile,      // 22 bold, value of a tile
    Title,     // 18 bold, page title
    Strip,     // 17 bold, value in a figure strip
    Heading,   // 15 bold, dialog and finding title
    Name,      // 14 bold, deployment
    Body,      // 13
    BodyBold,  // 13 bold, panel title
    Cell,      // 12, tables, notes
    CellBold,  // 12 bold
    Small,     // 11, column headers, axes, strip, badges
    SmallBold, // 11 bold
    Code,      // 12 mono
    CodeBold,  // 12 mono bold
    CodeSmall, // 11 mono
};

// What a text says by its colour.
enum class Tone { Text, Text2, Text3, Disabled, Accent, Ok, Warn, Crit, Unknown, Prod };

class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };

    static Theme &instance();
    // Fonts, style, palette and style sheet, from the settings. Once, after QApplication.
    static void start();

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);      // kept in the settings
    static Mode modeFromKey(const QString &key);
    static QString keyOf(Mode mode);
    int textPercent() const { return m_textPercent; }
    void setTextPercent(int percent); // 90 to 150, kept in the settings
    // Both at once and without touching the settings; for pictures and tests.
    void show(Mode mode, int textPercent = 100);

    bool isDark() const { return m_isDark; }
    const Tokens &tokens() const { return m_isDark ? darkTokens() : lightTokens(); }
    // False: nothing turns or grows; words say it instead.
    bool hasMotion() const { return m_hasMotion; }
    void setHasMotion(bool has) { m_hasMotion = has; }

signals:
    void changed();

private slots:
    void portalChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    Theme();
    void apply();
    void askPortal();
    void setSystemDark(bool dark);

    Mode m_mode = Mode::System;
    int m_textPercent = 100;
    bool m_isDark = false;
    bool m_systemIsDark = false;
    bool m_hasMotion = true;
};

inline const Tokens &tokens() { return Theme::instance().tokens(); }
QFont font(Type type);
// A height or width that grows with the text.
inline int scaled(int pixels) { return (pixels * Theme::instance().textPercent() + 50) / 100; }
QColor colour(Tone tone);
inline Tone toneOf(State state)
{
    return state == State::Ok ? Tone::Ok : state == State::Warning ? Tone::Warn : state == State::Failing ? Tone::Crit : state == State::NeedsPerson ? Tone::Accent : Tone::Unknown;
}
// `a` with `share` of `b` mixed in, 0 to 1.
QColor mixed(const QColor &a, const QColor &b, double share);

} // namespace qd
