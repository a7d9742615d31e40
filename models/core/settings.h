#pragma once

#include "core/paths.h"

#include <QSettings>
#include <QVariant>

namespace qd {

// A setting is declared once, with its key and default, and read or written only through that
// declaration:
//
//     inline const Setting<int> RefreshSeconds{"refresh/seconds", 30};
//     if (settings::RefreshSeconds.value() == 0) …
//
// The file is settings.ini in the configuration folder. A value of the wrong type counts as the
// default.
template <typename T>
class Setting
{
public:
    Setting(const char *key, T fallback) : m_key(QLatin1String(key)), m_fallback(std::move(fallback)) {}

    T value() const
    {
        const QVariant stored = file().value(m_key);
        return stored.isValid() && stored.canConvert<T>() ? stored.template value<T>() : m_fallback;
    }
    void set(const T &value) const { file().setValue(m_key, QVariant::fromValue(value)); }

private:
    static QSettings file()
    {
        return QSettings(paths::config() + QStringLiteral("/settings.ini"), QSettings::IniFormat);
    }

    QString m_key;
    T m_fallback;
};

namespace settings {

inline const Setting<int> RefreshSeconds{"refresh/seconds", 30};  // 0: only when asked
inline const Setting<QString> Theme{"look/theme", QStringLiteral("system")}; // system, light, dark
inline const Setting<int> TextPercent{"look/textPercent", 100};   // 90 to 150
inline const Setting<QString> Language{"look/language", QString()}; // empty: the system's
inline const Setting<QString> Zone{"time/zone", QStringLiteral("UTC")}; // IANA name or "system"
inline const Setting<QString> Range{"time/range", QStringLiteral("24h")};
inline const Setting<QString> LastDeployment{"window/deployment", QString()};
inline const Setting<QString> LastPage{"window/page", QStringLiteral("overview")};
inline const Setting<QByteArray> WindowGeometry{"window/geometry", QByteArray()};
inline const Setting<int> MirrorMegabytes{"mirror/megabytes", 2048};

} // namespace settings

} // namespace qd
