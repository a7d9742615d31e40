#include "deployments/loadmeter.h"

namespace qd {

void LoadMeter::add(Instant at, Micros took, Micros roundTrip, const QString &purpose, bool isBackground)
{
    // Parsing and planning cost something even where the network is slower than that.
    const Micros cost = std::max(took - roundTrip, std::min(took, Micros(200)));
    m_lastMinute.push_back({at, cost, m_cap});
    while (!m_lastMinute.empty() && m_lastMinute.front().at <= at - std::chrono::minutes(1))
        m_lastMinute.pop_front();
    m_total += cost;
    ++m_queries;
    m_byPurpose[purpose] += cost;
    if (isBackground)
        m_nextBackground = std::max(m_nextBackground, at) + std::chrono::ceil<milliseconds>(cost * (1 / m_cap - 1));
}

Target::Load LoadMeter::load(Instant now) const
{
    Micros sum{0};
    double cap = m_cap;
    for (const Sample &sample : m_lastMinute) {
        if (sample.at > now - std::chrono::minutes(1))
            sum += sample.cost, cap = std::max(cap, sample.cap);
    }
    Target::Load load;
    load.share = double(sum.count()) / 60e6;
    load.cap = cap;
    load.lastMinute = std::chrono::ceil<milliseconds>(sum);
    load.queries = m_queries;
    load.total = std::chrono::ceil<milliseconds>(m_total);
    for (auto it = m_byPurpose.cbegin(); it != m_byPurpose.cend(); ++it)
        load.byPurpose.insert(it.key(), std::chrono::ceil<milliseconds>(it.value()));
    return load;
}

} // namespace qd
