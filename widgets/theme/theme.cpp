#include "widgets/theme/theme.h"

#include "widgets/theme/style.h"

#include "core/settings.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFontDatabase>
#include <QToolTip>

namespace qd {

// What the desktop said last time, so that the first paint is not of the wrong theme while the
// portal has not answered yet.
static const Setting<bool> themeSystemWasDark{"look/systemWasDark", false};
static const Setting<bool> themeReducedMotion{"look/reducedMotion", false};

static const QString PortalService = QStringLiteral("org.freedesktop.portal.Desktop");
static const QString PortalPath = QStringLiteral("/org/freedesktop/portal/desktop");
static const QString PortalSettings = QStringLiteral("org.freedesktop.portal.Settings");
static const QString PortalGroup = QStringLiteral("org.freedesktop.appearance");
static const QString PortalKey = QStringLiteral("color-scheme");

static QPalette themePalette(const Tokens &t)
{
    QPalette palette;
    const std::pair<QPalette::ColorRole, QColor> roles[] = {
        {QPalette::Window, t.window}, {QPalette::WindowText, t.text}, {QPalette::Base, t.surface}, {QPalette::AlternateBase, t.inset},
        {QPalette::Text, t.text}, {QPalette::Button, t.surface}, {QPalette::ButtonText, t.text}, {QPalette::BrightText, t.crit},
        {QPalette::PlaceholderText, t.text3}, {QPalette::Highlight, t.selected}, {QPalette::HighlightedText, t.text},
        {QPalette::Link, t.accent}, {QPalette::LinkVisited, t.accent}, {QPalette::ToolTipBase, t.surface}, {QPalette::ToolTipText, t.text},
        {QPalette::Light, t.hover}, {QPalette::Midlight, t.hover}, {QPalette::Mid, t.border}, {QPalette::Dark, t.borderStrong}, {QPalette::Shadow, t.borderStrong}};
    for (const auto &[role, color] : roles)
        palette.setColor(role, color);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, t.selectedOff);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, t.disabled);
    return palette;
}

Theme &Theme::instance()
{
    static Theme *theme = new Theme; // outlives QApplication's own statics
    return *theme;
}

Theme::Theme() = default;

// Reading a font's table of characters takes milliseconds.
static bool addFonts(std::initializer_list<const char *> files)
{
    for (const char *file : files)
        QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/%1.ttf").arg(QLatin1String(file)));
    return true;
}

void Theme::start()
{
    Theme &theme = instance();
    addFonts({"NotoSans-Regular", "NotoSans-Bold"});
    QApplication::setStyle(new Style);
    theme.m_mode = modeFromKey(settings::Theme.value());
    theme.m_textPercent = qBound(90, settings::TextPercent.value(), 150);
    theme.m_systemIsDark = themeSystemWasDark.value();
    theme.m_hasMotion = !themeReducedMotion.value();
    theme.apply();
    theme.askPortal();
}

Theme::Mode Theme::modeFromKey(const QString &key)
{
    return key == QLatin1String("light") ? Mode::Light : key == QLatin1String("dark") ? Mode::Dark : Mode::System;
}

QString Theme::keyOf(Mode mode)
{
    return mode == Mode::Light ? QStringLiteral("light") : mode == Mode::Dark ? QStringLiteral("dark") : QStringLiteral("system");
}

void Theme::setMode(Mode mode)
{
    settings::Theme.set(keyOf(mode));
    show(mode, m_textPercent);
}

void Theme::setTextPercent(int percent)
{
    percent = qBound(90, percent, 150);
    settings::TextPercent.set(percent);
    show(m_mode, percent);
}

void Theme::show(Mode mode, int textPercent)
{
    m_mode = mode;
    m_textPercent = textPercent;
    apply();
}

void Theme::apply()
{
    m_isDark = m_mode == Mode::Dark || (m_mode == Mode::System && m_systemIsDark);
    QApplication::setPalette(themePalette(tokens()));
    QApplication::setFont(font(Type::Body));
    QToolTip::setFont(font(Type::Cell));
    qApp->setStyleSheet(styleSheetOf(tokens()));
    emit changed();
    for (QWidget *widget : QApplication::topLevelWidgets())
        widget->update();
}

// Qt 6.4 has no QStyleHints::colorScheme(); the portal is what GNOME, KDE and the rest share.
// Asked without waiting: a desktop without a portal must not hold up the first paint.
void Theme::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(PortalService, PortalPath, PortalSettings, QStringLiteral("SettingChanged"), this, SLOT(portalChanged(QString, QString, QDBusVariant)));
    QDBusMessage read = QDBusMessage::createMethodCall(PortalService, PortalPath, PortalSettings, QStringLiteral("Read"));
    read << PortalGroup << PortalKey;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(read, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (reply.isValid())
            setSystemDark(reply.value().variant().value<QDBusVariant>().variant().toUInt() == 1);
    });
}

void Theme::portalChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == PortalGroup && key == PortalKey)
        setSystemDark(value.variant().toUInt() == 1);
}

void Theme::setSystemDark(bool dark)
{
    if (dark == m_systemIsDark)
        return;
    m_systemIsDark = dark;
    themeSystemWasDark.set(dark);
    if (m_mode == Mode::System)
        apply();
}

QFont font(Type type)
{
    struct Face { int pixels; bool isBold, isMono; };
    static constexpr Face faces[] = {{22, true, false}, {18, true, false}, {17, true, false}, {15, true, false}, {14, true, false}, {13, false, false}, {13, true, false}, {12, false, false}, {12, true, false}, {11, false, false}, {11, true, false}, {12, false, true}, {12, true, true}, {11, false, true}};
    const Face &face = faces[int(type)];
    if (face.isMono)
        [[maybe_unused]] static const bool isThere = addFonts({"NotoSansMono-Regular", "NotoSansMono-Bold"});
    QFont result(face.isMono ? QStringLiteral("Noto Sans Mono") : QStringLiteral("Noto Sans"));
    result.setStyleHint(face.isMono ? QFont::Monospace : QFont::SansSerif);
    result.setPixelSize(scaled(face.pixels));
    result.setBold(face.isBold);
    return result;
}

QColor colour(Tone tone)
{
    const Tokens &t = tokens();
    switch (tone) {
    case Tone::Text: return t.text;
    case Tone::Text2: return t.text2;
    case Tone::Text3: return t.text3;
    case Tone::Disabled: return t.disabled;
    case Tone::Accent: return t.accent;
    case Tone::Ok: return t.ok;
    case Tone::Warn: return t.warn;
    case Tone::Crit: return t.crit;
    case Tone::Unknown: return t.unknown;
    case Tone::Prod: return t.prod;
    }
    return t.text;
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const double rest = 1 - share;
    return QColor::fromRgbF(float(a.redF() * rest + b.redF() * share), float(a.greenF() * rest + b.greenF() * share), float(a.blueF() * rest + b.blueF() * share));
}

} // namespace qd
