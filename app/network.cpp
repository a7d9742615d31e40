#include "app/network.h"

#include <QNetworkInformation>

namespace qd::app {

using namespace std::chrono_literals;

Network::Network(QObject *parent)
    : QObject(parent)
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(500ms);
    connect(&m_settled, &QTimer::timeout, this, &Network::changed);
}

void Network::listen()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    QNetworkInformation *network = QNetworkInformation::instance();
    connect(network, &QNetworkInformation::reachabilityChanged, this, [this](QNetworkInformation::Reachability reachability) {
        if (reachability == QNetworkInformation::Reachability::Disconnected)
            m_settled.stop();
        else
            m_settled.start();
    });
    // From cable to wireless: reachable all the time, and yet the connections are gone.
    connect(network, &QNetworkInformation::transportMediumChanged, this, [this, network] {
        if (network->reachability() != QNetworkInformation::Reachability::Disconnected)
            m_settled.start();
    });
}

} // namespace qd::app
