#include "reports/errorscan.h"

#include <QSet>

#include <algorithm>

namespace qd::reports {

RequestTally &RequestTally::operator+=(const RequestTally &other)
{
    calls += other.calls;
    errors += other.errors;
    errorsWithHttpStatus += other.errorsWithHttpStatus;
    inStream += other.inStream;
    return *this;
}

RequestCounts::RequestCounts(const Inputs &inputs, const Recording &recording, const TimeRange &range)
    : m_first(binOf(range.from))
{
    if (range.isEmpty())
        return;
    m_bins.resize(binOf(range.to - milliseconds(1)) - m_first + 1);
    const KindNumbers requests(recording.requests, *inputs.mirror);
    inputs.mirror->forEachCell(range, [&](Bin bin, const telemetry::Cell &cell) {
        if (!requests.contains(cell.key.kind))
            return;
        m_bins[bin - m_first] += RequestTally{cell.sums.calls, cell.sums.errors, cell.sums.errorsWithHttpStatus, cell.sums.errorsByClass[size_t(telemetry::ErrorClass::InStream)]};
    });
}

RequestTally RequestCounts::total(const TimeRange &range) const
{
    RequestTally total;
    if (range.isEmpty())
        return total;
    const qsizetype from = std::max<qsizetype>(0, binOf(range.from) - m_first), to = std::min<qsizetype>(m_bins.size(), binOf(range.to - milliseconds(1)) - m_first + 1);
    for (qsizetype i = from; i < to; ++i)
        total += m_bins.at(i);
    return total;
}

const RequestTally &RequestCounts::of(Bin bin) const
{
    static const RequestTally none;
    const qsizetype index = bin - m_first;
    return index >= 0 && index < m_bins.size() ? m_bins.at(index) : none;
}

Windows RequestCounts::windows(const TimeRange &range, double limit) const
{
    const auto make = [&](milliseconds length) {
        Windows windows;
        windows.length = length;
        windows.limit = limit;
        windows.allowed = limit;
        const auto into = range.from.time_since_epoch() % length;
        for (Instant from = range.from - into; from < range.to; from += length) {
            const RequestTally tally = total({from, std::min(from + length, range.to)});
            windows.all << Window{from, tally.calls, tally.errors, tally.rate()};
        }
        return windows;
    };
    // Where a quarter of an hour never holds enough calls to be judged, an hour may.
    const Windows quarters = make(BinLength);
    return std::ranges::any_of(quarters.all, &Window::isJudged) ? quarters : make(std::chrono::hours(1));
}

std::optional<Episode> errorEpisode(const Inputs &inputs, const RequestCounts &counts, const TimeRange &range, double limit, Instant until)
{
    const Windows windows = counts.windows(range, limit);
    const QList<Episode> episodes = episodesOf(windows, until);
    if (episodes.isEmpty())
        return {};
    Episode episode = episodes.last();
    episode.deploy = blamed(inputs, windows, episode);
    return episode;
}

namespace {

class ErrorScanner
{
public:
    explicit ErrorScanner(ErrorScan &scan) : m_scan(scan) {}

    void add(Bin bin, const telemetry::ErrorCell &cell)
    {
        if (bin != m_bin)
            close();
        m_bin = bin;
        m_byKind[{cell.group, cell.kind}].count += cell.count;
        ErrorScan::Group &group = m_scan.groups[cell.group];
        group.errorClass = cell.errorClass;
        if (cell.httpStatus)
            group.httpStatus = cell.httpStatus;
        if (!cell.code.isEmpty())
            group.code = cell.code;
        for (const quint32 user : cell.users) {
            if (user) {
                m_users[cell.group].insert(user);
                m_everybody.insert(user);
            }
        }
        m_byKind[{cell.group, cell.kind}].errorClass = cell.errorClass;
    }

    void finish()
    {
        close();
        for (auto users = m_users.cbegin(); users != m_users.cend(); ++users) {
            m_scan.groups[users.key()].users = users->values();
            std::ranges::sort(m_scan.groups[users.key()].users);
        }
        m_scan.users = m_everybody.size();
    }

private:
    struct Counted
    {
        qint64 count = 0;
        telemetry::ErrorClass errorClass = telemetry::ErrorClass::Provider;
    };

    // The kind of row that tells of a group most often in this bin stands for all of them.
    void close()
    {
        std::map<quint32, Counted> most;
        for (const auto &[key, counted] : m_byKind) {
            Counted &one = most[key.first];
            if (counted.count > one.count)
                one = counted;
        }
        m_byKind.clear();
        const int step = m_scan.steps.of(m_bin);
        for (const auto &[number, counted] : most) {
            ErrorScan::Group &group = m_scan.groups[number];
            group.perStep.resize(m_scan.steps.count, 0);
            group.count += counted.count;
            m_scan.count += counted.count;
            if (counted.errorClass == telemetry::ErrorClass::InStream)
                m_scan.inStream += counted.count;
            if (step < 0 || step >= m_scan.steps.count)
                continue;
            group.perStep[step] += counted.count;
            m_scan.byClass[size_t(counted.errorClass)][step] += counted.count;
        }
    }

    ErrorScan &m_scan;
    Bin m_bin = 0;
    std::map<std::pair<quint32, quint16>, Counted> m_byKind;
    QHash<quint32, QSet<quint32>> m_users;
    QSet<quint32> m_everybody;
};

} // namespace

ErrorScan scanErrors(const Inputs &inputs, const TimeRange &range)
{
    ErrorScan scan;
    scan.steps = stepsOf(range, inputs.zone);
    for (QList<qint64> &counts : scan.byClass)
        counts.resize(scan.steps.count, 0);
    ErrorScanner scanner(scan);
    inputs.mirror->forEachError(range, [&](Bin bin, const telemetry::ErrorCell &cell) { scanner.add(bin, cell); });
    scanner.finish();
    return scan;
}

} // namespace qd::reports
