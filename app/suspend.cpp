#include "app/suspend.h"

#include <QDBusConnection>

namespace qd::app {

Suspend::Suspend(QObject *parent)
    : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::systemBus();
    if (bus.isConnected())
        bus.connect(QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"), QStringLiteral("org.freedesktop.login1.Manager"),
                    QStringLiteral("PrepareForSleep"), this, SLOT(prepareForSleep(bool)));
}

void Suspend::prepareForSleep(bool isGoing)
{
    if (isGoing)
        emit goingToSleep();
    else
        emit woke();
}

} // namespace qd::app
