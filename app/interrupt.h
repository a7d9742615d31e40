#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace qd::app {

// Ctrl+C, TERM and HUP as a signal of Qt, so that what was started is stopped in order. A second
// one ends the program at once.
class Interrupt : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

signals:
    void requested();

private:
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace qd::app
