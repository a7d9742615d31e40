#pragma once

// One pass over the mirror's cells, from which everything about cost is made.

#include "reports/cost.h"
#include "reports/recording.h"
#include "reports/windows.h"

#include <QHash>

#include <unordered_map>

namespace qd::reports {

// Prices of one model and tier on one day of UTC, per class of tokens; looked up once. Prices
// change at midnight UTC only, so a bin has one price.
class RateCards
{
public:
    RateCards(const telemetry::Mirror &mirror, const telemetry::PriceBook *prices);

    struct Card
    {
        std::array<std::optional<qint64>, telemetry::TokenClasses> microsPerMillion;
    };
    const Card &card(quint16 model, quint8 tier, Bin bin);
    // What the tokens without a recorded cost come to: priced by class, the rest is unpriced.
    Amount amount(Bin bin, quint16 model, quint8 tier, const telemetry::Sums &sums);
    // Cached tokens at the full price less the cached price; nothing where a price is not known.
    std::optional<Money> saved(Bin bin, quint16 model, quint8 tier, const telemetry::Sums &sums);

private:
    const telemetry::Mirror &m_mirror;
    const telemetry::PriceBook *m_prices;
    std::unordered_map<quint64, Card> m_cards;
};

// Sums of one combination of kind, model and tool in one segment of time.
struct CostTally
{
    Amount amount;
    qint64 calls = 0, tokensIn = 0, tokensOut = 0;
    CostTally &operator+=(const CostTally &other);
};

struct CostKey
{
    quint16 kind = 0, model = 0, tool = 0;
    bool operator==(const CostKey &) const = default;
};
inline size_t qHash(const CostKey &key, size_t seed = 0)
{
    return ::qHash(quint64(key.kind) << 32 | quint64(key.model) << 16 | key.tool, seed);
}

class CostScan
{
public:
    // Time is cut at the given instants (on bin edges), so that the parts between them can be
    // summed exactly.
    CostScan(const Inputs &inputs, const Recording &recording, QList<Instant> cuts);

    struct Segment
    {
        TimeRange range;
        QHash<CostKey, CostTally> tallies;
        qint64 requests = 0;
    };
    const QList<Segment> &segments() const { return m_segments; }
    // Over the segments that lie within the range.
    CostTally total(const TimeRange &range) const;
    qint64 requests(const TimeRange &range) const;
    QHash<CostKey, CostTally> tallies(const TimeRange &range) const;
    // Known dollars of each hour of UTC since `firstHour`.
    Instant firstHour() const { return m_firstHour; }
    const QList<double> &hourly() const { return m_hourly; }
    std::optional<Money> savedByCaches() const { return m_saved; } // since `savedFrom`
    void countSavedFrom(const TimeRange &range) { m_savedRange = range; }
    void run();
    RateCards &rates() { return m_rates; }

private:
    const Inputs &m_inputs;
    KindNumbers m_costs, m_requests;
    RateCards m_rates;
    QList<Segment> m_segments;
    Instant m_firstHour;
    QList<double> m_hourly;
    TimeRange m_savedRange;
    std::optional<Money> m_saved;
};

// The days and ranges that a cost report is about.
struct CostSpan
{
    QDate first, last;      // local days of the range; `last` is at most today
    TimeRange range, previous;
    TimeRange month, today, yesterdaySoFar;
    QString monthName;
    bool includesToday = false;
};
CostSpan costSpanOf(const Inputs &inputs, Instant until);
QList<Instant> cutsOf(const CostSpan &span, const QTimeZone &zone);

QStringList modelOrderFrom(const CostScan &scan, const Inputs &inputs);

// History and horizon of the forecast to the end of the local month.
telemetry::Forecast forecastFrom(const CostScan &scan, const Inputs &inputs, Instant coveredFrom, Instant until);

} // namespace qd::reports
