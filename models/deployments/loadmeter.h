#pragma once

#include "deployments/target.h"

#include <deque>

namespace qd {

// What we cost a server. What it really spends is known only to itself, so this is an upper
// bound: the wall time of our queries less the time a round trip takes anyway.
class LoadMeter
{
public:
    using Micros = std::chrono::microseconds;

    void add(Instant at, Micros took, Micros roundTrip, const QString &purpose, bool isBackground);
    Target::Load load(Instant now) const;

    void setCap(double cap) { m_cap = cap; }
    // When background work may go on, so that its share stays under the cap.
    Instant nextBackground() const { return m_nextBackground; }

private:
    struct Sample
    {
        Instant at;
        Micros cost;
        double cap; // then: what is measured over a minute is judged by the caps of that minute
    };

    double m_cap = 0.25;
    std::deque<Sample> m_lastMinute;
    Micros m_total{0};
    qint64 m_queries = 0;
    QMap<QString, Micros> m_byPurpose;
    Instant m_nextBackground{};
};

} // namespace qd
