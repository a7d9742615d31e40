#pragma once

#include <QObject>

namespace qd::app {

// Tells when this computer goes to sleep and when it is back, as logind says it. Without a system
// bus it is silent, and the connections find out by themselves.
class Suspend : public QObject
{
    Q_OBJECT

public:
    explicit Suspend(QObject *parent = nullptr);

signals:
    void goingToSleep();
    void woke();

private slots:
    void prepareForSleep(bool isGoing);
};

} // namespace qd::app
