#pragma once

#include <QObject>
#include <QTimer>

namespace qd::app {

// Tells when this computer has another network than before, or one again: connections that wait
// for their next try need not wait any longer. Where nobody knows about the network it is silent,
// and the connections find out by themselves.
class Network : public QObject
{
    Q_OBJECT

public:
    explicit Network(QObject *parent = nullptr);

    // Begins to listen; not in the constructor, because the answer may take longer than a first paint.
    void listen();

signals:
    void changed();

private:
    QTimer m_settled; // a change of network comes as several pieces of news
};

} // namespace qd::app
