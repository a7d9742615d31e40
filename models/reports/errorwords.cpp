#include "reports/errorwords.h"

#include "core/format.h"
#include "reports/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace qd::reports {

namespace {

struct ErrorWords
{
    Q_DECLARE_TR_FUNCTIONS(ErrorsReport)
};

qint64 newGroups(const ErrorsReport &report)
{
    return std::ranges::count_if(report.groups, &ErrorsReport::Group::isNew);
}

// "7 of them new since the 14:02 deploy", when all new groups came after the same deploy.
QString newSinceWords(const ErrorsReport &report, const Inputs &inputs)
{
    std::optional<JournalEntry> since;
    qint64 errors = 0;
    for (const ErrorsReport::Group &group : report.groups) {
        const auto deploy = group.isNew ? deployBefore(inputs, group.first) : std::nullopt;
        if (!deploy || deploy->at < report.range.from || (since && deploy->id != since->id))
            continue;
        since = deploy;
        errors += group.count;
    }
    if (!since)
        return {};
    return ErrorWords::tr("%1 new since the %2 deploy.").arg(format::count(errors)).arg(format::time(since->at, inputs.now, inputs.zone));
}

QString inStreamWords(const ErrorScan &scan)
{
    if (scan.inStream == 0)
        return {};
    return ErrorWords::tr("%1 of %2 errors came inside HTTP 200 streams.").arg(format::count(scan.inStream), format::count(scan.count));
}

Sentence errorsSentence(const ErrorsReport &report, const Inputs &inputs, const Recording &recording, const ErrorScan &scan, const CurrentRate &current)
{
    const double rate = current.tally.rate();
    const QString requests = requestWords(inputs, recording);
    if (report.freshness.isOld()) {
        const QString was = current.tally.calls > 0 ? ErrorWords::tr("Error rate was %1.").arg(rateText(rate)) : QString();
        return sentence(State::Unknown, report.freshness.says, {was});
    }
    const QString filling = report.freshness.state == Freshness::State::Filling ? report.freshness.says : QString();
    if (current.tally.calls == 0)
        //: %1 is "requests" or "rated answers"
        return sentence(State::Unknown, ErrorWords::tr("No %1 in the last 24 hours.").arg(requests), {filling});
    if (current.tally.calls < telemetry::FewForP95)
        return sentence(State::Unknown, ErrorWords::tr("%1 of %2 %3 failed;").arg(format::count(current.tally.errors), format::count(current.tally.calls), requests),
                        {ErrorWords::tr("a rate is judged from %1 on.").arg(telemetry::FewForP95), inStreamWords(scan), filling});
    const QString fact = ErrorWords::tr("Error rate %1,").arg(rateText(rate));
    if (!report.limit)
        return sentence(State::Ok, fact, {ErrorWords::tr("no limit set."), inStreamWords(scan), newSinceWords(report, inputs), filling});
    const QString counted = recording.requests.names.size() == 1 && requests != ErrorWords::tr("requests") ? ErrorWords::tr("Counted over %1 only.").arg(requests) : QString();
    const QString limit = format::percent(*report.limit);
    if (rate > *report.limit) {
        const QString over = report.episode && report.episode->isOngoing ? ErrorWords::tr("over the %1 limit since %2.").arg(limit, sinceWords(*report.episode, inputs)) : ErrorWords::tr("over the %1 limit.").arg(limit);
        return sentence(State::Failing, fact, {over, counted, inStreamWords(scan), newSinceWords(report, inputs), filling});
    }
    const QString recovered = report.episode && report.range.contains(report.episode->range.from) && !report.episode->isOngoing
        ? ErrorWords::tr("It was over from %1 to %2, at most %3.").arg(format::time(report.episode->range.from, inputs.now, inputs.zone), format::time(report.episode->range.to, inputs.now, inputs.zone), rateText(report.episode->peak))
        : QString();
    return sentence(State::Ok, fact, {ErrorWords::tr("limit %1.").arg(limit), recovered, counted, inStreamWords(scan), newSinceWords(report, inputs), filling});
}

Figure shareFigure(const QString &id, const QString &label, qint64 part, qint64 whole, const QString &note)
{
    Figure figure;
    figure.id = id;
    figure.label = label;
    figure.raw = whole > 0 ? double(part) / double(whole) : qQNaN();
    figure.value = whole > 0 ? withUnitSplit(rateText(figure.raw), &figure.unit) : format::NoValue;
    figure.note = note;
    return figure;
}

Figure errorCountFigure(const QString &id, const QString &label, qint64 count, const QString &note)
{
    Figure figure;
    figure.id = id;
    figure.label = label;
    figure.raw = double(count);
    figure.value = format::count(count);
    figure.note = note;
    return figure;
}

void listErrorFigures(ErrorsReport &report, const Inputs &inputs, const Recording &recording, const RequestCounts &counts, const ErrorScan &scan, const CurrentRate &current)
{
    const TimeRange range = fromBinEdge(report.range);
    const RequestTally all = counts.total(range);
    const auto ofWords = [&](const RequestTally &tally) { return ErrorWords::tr("%1 of %2 %3").arg(format::count(tally.errors), format::count(tally.calls), requestWords(inputs, recording)); };
    report.figures << errorRateFigure(inputs, report.freshness, current, report.rate.values, report.limit);
    report.figures.last().note = report.freshness.isOld() ? report.figures.last().note : ofWords(current.tally);
    QList<Figure> rest{shareFigure(QStringLiteral("error_rate_range"), ErrorWords::tr("Whole range"), all.errors, all.calls, ofWords(all))};
    if (recording.hasHttpStatus) {
        const qint64 missed = all.errors - all.errorsWithHttpStatus;
        rest << errorCountFigure(QStringLiteral("in_stream"), ErrorWords::tr("Inside HTTP 200 streams"), scan.inStream, scan.count > 0 ? ErrorWords::tr("%1 of all errors").arg(format::percent(double(scan.inStream) / double(scan.count))) : QString());
        rest << shareFigure(QStringLiteral("by_status"), ErrorWords::tr("Counted by HTTP status alone"), all.errorsWithHttpStatus, all.calls, missed > 0 ? ErrorWords::tr("%1, misses the other %2").arg(format::count(all.errorsWithHttpStatus), format::count(missed)) : format::count(all.errorsWithHttpStatus));
        if (scan.inStream > 0)
            rest[1].state = State::Warning;
    }
    rest << errorCountFigure(QStringLiteral("users"), ErrorWords::tr("Users affected"), scan.users, QString())
         << errorCountFigure(QStringLiteral("groups"), ErrorWords::tr("Groups"), report.groups.size(), ErrorWords::tr("%n new", nullptr, int(newGroups(report))));
    for (Figure &figure : rest) {
        figure.explanation = explanation(inputs, report.freshness, ErrorWords::tr("Requests that failed, by the source's own status, errors inside a stream included. Counted from bins; one failure told by several rows counts once in groups and classes."), range, all.calls, ErrorWords::tr("exact"));
        ageFigure(figure, inputs, report.freshness);
        report.figures << figure;
    }
}

// "Rated answers" → "rated answers"; "AI answers", and German with its nouns, stay as they are.
QString insideSentence(const QString &label)
{
    const bool isOrdinary = label.size() > 1 && label.at(1).isLower() && QLocale().language() != QLocale::German;
    return isOrdinary ? label.left(1).toLower() + label.mid(1) : label;
}

} // namespace

QString requestWords(const Inputs &inputs, const Recording &recording)
{
    if (recording.requests.names.size() == 1 && !recording.requests.isAll) {
        const QString own = inputs.profile->target(QStringLiteral("error_rate")).value_or(MetricTarget()).label;
        const QString label = inputs.profile->labels.value(recording.requests.names.first());
        // Only where both call it the same is it more than another word for a request.
        if (!label.isEmpty() && label == own)
            return insideSentence(label);
    }
    return ErrorWords::tr("requests");
}

CurrentRate currentRate(const RequestCounts &counts, const std::optional<Episode> &episode, Instant until)
{
    CurrentRate current;
    for (const int hours : {1, 3, 6, 24}) {
        current.range = {floorToBin(until - std::chrono::hours(hours)), until};
        if (episode && episode->isOngoing)
            current.range.from = std::max(current.range.from, episode->range.from);
        current.tally = counts.total(current.range);
        if (current.tally.calls >= telemetry::FewForP95)
            break;
    }
    const RequestTally before = counts.total({current.range.from - std::chrono::hours(24), current.range.from});
    if (before.calls >= telemetry::FewForP95)
        current.before = before.rate();
    return current;
}

Figure errorRateFigure(const Inputs &inputs, const Freshness &freshness, const CurrentRate &current, const QList<double> &spark, const std::optional<double> &limit)
{
    Figure figure;
    figure.id = QStringLiteral("error_rate");
    figure.label = ErrorWords::tr("Error rate");
    figure.spark = spark;
    figure.sparkTarget = limit;
    figure.raw = current.tally.rate();
    const bool isFew = current.tally.calls < telemetry::FewForP95;
    figure.value = current.tally.calls > 0 ? withUnitSplit(rateText(figure.raw), &figure.unit) : format::NoValue;
    if (!isFew && limit)
        figure.state = figure.raw > *limit ? State::Failing : State::Ok;
    figure.note = current.tally.calls == 0 ? ErrorWords::tr("nothing asked in 24 h") : isFew ? ErrorWords::tr("few: %n request(s)", nullptr, int(current.tally.calls))
        : limit                                                                              ? ErrorWords::tr("limit %1").arg(format::percent(*limit))
                                                                                             : ErrorWords::tr("no limit");
    if (!isFew && current.before) {
        figure.change = ratePoints(figure.raw - *current.before);
        figure.changeState = figure.raw > *current.before && figure.state == State::Failing ? State::Failing : State::Unknown;
    }
    figure.explanation = explanation(inputs, freshness, ErrorWords::tr("Failed requests by all requests from %1 to %2. Errors inside an HTTP 200 stream count.").arg(format::time(current.range.from, inputs.now, inputs.zone), format::time(current.range.to, inputs.now, inputs.zone)), current.range, current.tally.calls, ErrorWords::tr("exact"));
    ageFigure(figure, inputs, freshness);
    return figure;
}

void sayErrors(ErrorsReport &report, const Inputs &inputs, const Recording &recording, const RequestCounts &counts, const ErrorScan &scan, Instant until)
{
    const CurrentRate current = currentRate(counts, report.episode, until);
    report.sentence = errorsSentence(report, inputs, recording, scan, current);
    listErrorFigures(report, inputs, recording, counts, scan, current);
    Check check;
    check.id = QStringLiteral("errors.rate");
    check.title = ErrorWords::tr("Error rate against its limit");
    check.state = report.freshness.isOld() || current.tally.calls < telemetry::FewForP95 || !report.limit ? State::Unknown : current.tally.rate() > *report.limit ? State::Failing : State::Ok;
    check.says = report.sentence.text();
    check.measuredAt = report.freshness.readAt;
    check.evidence = ErrorWords::tr("%1 of %2 failed").arg(current.tally.errors).arg(current.tally.calls);
    if (report.limit)
        report.checks << check;
}

void errorsWithoutValues(ErrorsReport &report, const Inputs &inputs, const Recording &recording)
{
    const auto empty = withoutData(inputs, report.freshness);
    report.sentence = empty ? *empty : sentence(State::Unknown, ErrorWords::tr("Errors not recorded:"), {ErrorWords::tr("%1 does not say whether a call failed.").arg(recording.tableNames())});
    Figure figure;
    figure.id = QStringLiteral("error_rate");
    figure.label = ErrorWords::tr("Error rate");
    figure.shown = Figure::Shown::Absent;
    figure.value = format::NoValue;
    figure.problem = report.isRecorded ? report.freshness.says : ErrorWords::tr("errors not recorded");
    figure.remedy = report.isRecorded ? report.freshness.fix : ErrorWords::tr("Write with each call whether it failed, and why.");
    report.figures << figure;
    Check check;
    check.id = QStringLiteral("errors.rate");
    check.title = ErrorWords::tr("Error rate against its limit");
    check.object = recording.tableNames();
    check.says = report.sentence.text();
    check.fix = figure.remedy;
    report.checks << check;
}

} // namespace qd::reports
