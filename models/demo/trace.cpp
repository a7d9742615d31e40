#include "demo/trace.h"

#include "demo/story.h"

#include <QFile>
#include <QTime>

#include <algorithm>
#include <cmath>

namespace qd::demo {

namespace {

constexpr int hourMs = 3'600'000;

// "2023-11-16 18:17:03.9799600,4808,10"
void readTrace(const QString &name, std::vector<TraceRequest> &requests)
{
    QFile file(name);
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere);
    Q_UNUSED(isThere)
    const QByteArray text = file.readAll();
    for (qsizetype line = text.indexOf('\n') + 1; line > 0 && line < text.size();) {
        const qsizetype end = text.indexOf('\n', line) < 0 ? text.size() : text.indexOf('\n', line);
        const QByteArrayView row = QByteArrayView(text).sliced(line, end - line);
        const qsizetype comma = row.indexOf(','), second = row.lastIndexOf(',');
        if (comma >= 23) {
            const int ms = ((row.sliced(11, 2).toInt() * 60 + row.sliced(14, 2).toInt()) * 60 + row.sliced(17, 2).toInt()) * 1000 + row.sliced(20, 3).toInt();
            requests.push_back({ms, row.sliced(comma + 1, second - comma - 1).toInt(), row.sliced(second + 1).trimmed().toInt()});
        }
        line = end + 1;
    }
}

std::vector<TraceRequest> readHour()
{
    std::vector<TraceRequest> requests;
    requests.reserve(28'500);
    readTrace(QStringLiteral(":/trace/azure-llm-2023-conv.csv"), requests);
    readTrace(QStringLiteral(":/trace/azure-llm-2023-code.csv"), requests);
    std::ranges::stable_sort(requests, {}, &TraceRequest::offsetMs);
    // The recording covers a little less than an hour; it is stretched to one.
    const int first = requests.front().offsetMs;
    const double stretch = (hourMs - 1.0) / std::max(1, requests.back().offsetMs - first);
    for (TraceRequest &request : requests)
        request.offsetMs = int((request.offsetMs - first) * stretch);
    return requests;
}

} // namespace

const std::vector<TraceRequest> &traceHour()
{
    static const std::vector<TraceRequest> requests = readHour();
    return requests;
}

std::vector<Arrival> arrivalsOf(QDate day, double perDay, Random &random)
{
    const auto &trace = traceHour();
    const qint64 midnight = QDateTime(day, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    const double mood = random.scatter(0.04);
    std::vector<Arrival> arrivals;
    for (int hour = 0; hour < 24; ++hour) {
        const double share = std::min(0.95, perDay * mood * profileOf(day, hour) / 24 / double(trace.size()));
        const int turn = random.below(hourMs);
        const double logKeep = std::log(1 - share);
        const size_t begin = arrivals.size();
        // Steps of a geometric distribution visit each entry with probability `share`.
        for (double at = std::floor(std::log(1 - random.uniform()) / logKeep); at < double(trace.size()); at += 1 + std::floor(std::log(1 - random.uniform()) / logKeep)) {
            const TraceRequest &request = trace[size_t(at)];
            const int offset = (request.offsetMs + turn) % hourMs;
            arrivals.push_back({fromMsecs(midnight + qint64(hour) * hourMs + offset), request.contextTokens, request.generatedTokens});
        }
        std::sort(arrivals.begin() + qsizetype(begin), arrivals.end(), [](const Arrival &a, const Arrival &b) { return a.at < b.at; });
    }
    return arrivals;
}

} // namespace qd::demo
