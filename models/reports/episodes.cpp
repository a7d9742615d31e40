#include "reports/episodes.h"

#include <cmath>

namespace qd::reports {

namespace {

// Longer than this without enough calls to judge, and nobody knows whether it went on.
constexpr milliseconds episodePatience = std::chrono::hours(1);
constexpr double episodeChance = 0.05;
constexpr milliseconds episodeDeployLead = std::chrono::minutes(30);

struct EpisodeSpan
{
    qsizetype first = 0, last = 0;
    qsizetype lastJudged = 0;
};

// Spans of over-limit windows with at most one judged window of relief between two of them.
QList<EpisodeSpan> spansOf(const Windows &windows)
{
    QList<EpisodeSpan> spans;
    const qsizetype patience = qMax<qsizetype>(1, episodePatience / windows.length);
    qsizetype relief = 0, unjudged = 0;
    bool isOpen = false;
    for (qsizetype i = 0; i < windows.all.size(); ++i) {
        const Window &window = windows.all.at(i);
        if (!window.isJudged()) {
            if (++unjudged > patience)
                isOpen = false;
            continue;
        }
        unjudged = 0;
        if (!windows.isOver(window)) {
            if (++relief > 1)
                isOpen = false;
            if (isOpen)
                spans.last().lastJudged = i;
            continue;
        }
        relief = 0;
        if (!isOpen)
            spans << EpisodeSpan{i, i, i};
        isOpen = true;
        spans.last().last = i;
        spans.last().lastJudged = i;
    }
    return spans;
}

double logLikelihood(double over, double count)
{
    if (count <= 0 || over <= 0 || over >= count)
        return 0;
    const double p = over / count;
    return over * std::log(p) + (count - over) * std::log(1 - p);
}

struct EpisodePool
{
    double count = 0, over = 0;
    void add(const Window &window)
    {
        count += double(window.count);
        over += double(window.over);
    }
};

// Windows that are over the limit by chance just before the real beginning are chained to it. The
// beginning is where the counts split best into before and after, as long as what is cut off is
// within the limit when taken together.
qsizetype truestStart(const Windows &windows, const EpisodeSpan &span)
{
    const qsizetype from = qMax<qsizetype>(0, span.first - 16);
    EpisodePool total;
    for (qsizetype i = from; i <= span.last; ++i)
        total.add(windows.all.at(i));
    EpisodePool before, cut;
    for (qsizetype i = from; i < span.first; ++i)
        before.add(windows.all.at(i));

    qsizetype best = span.first;
    double bestFit = -std::numeric_limits<double>::infinity();
    for (qsizetype i = span.first; i <= span.last; ++i) {
        const Window &window = windows.all.at(i);
        const bool mayCut = cut.count == 0 || cut.over <= windows.allowed * cut.count;
        if (windows.isOver(window) && mayCut) {
            const double fit = logLikelihood(before.over, before.count) + logLikelihood(total.over - before.over, total.count - before.count);
            if (fit > bestFit + 1e-9) {
                bestFit = fit;
                best = i;
            }
        }
        before.add(window);
        cut.add(window);
    }
    return best;
}

// The chance that so many or more are over where the allowed share is the true one: the upper tail
// of the binomial distribution.
double chanceOf(double over, double count, double allowed)
{
    if (over <= 0 || allowed >= 1)
        return 1;
    if (allowed <= 0)
        return 0;
    double logTerm = std::lgamma(count + 1) - std::lgamma(over + 1) - std::lgamma(count - over + 1) + over * std::log(allowed) + (count - over) * std::log1p(-allowed);
    double sum = 0;
    for (double k = over; k <= count; ++k) {
        const double term = std::exp(logTerm);
        sum += term;
        if (k > count * allowed && term < sum * 1e-9)
            break;
        logTerm += std::log((count - k) / (k + 1) * allowed / (1 - allowed));
    }
    return sum;
}

} // namespace

QList<Episode> episodesOf(const Windows &windows, Instant until)
{
    QList<Episode> episodes;
    for (const EpisodeSpan &span : spansOf(windows)) {
        const qsizetype first = truestStart(windows, span);
        // Two slow calls of twenty are no period: of a day's windows some are over by chance alone.
        EpisodePool pool;
        for (qsizetype i = first; i <= span.last; ++i)
            pool.add(windows.all.at(i));
        if (chanceOf(pool.over, pool.count, windows.allowed) > episodeChance)
            continue;
        Episode episode;
        episode.range = {windows.all.at(first).from, windows.all.at(span.last).from + windows.length};
        for (qsizetype i = first; i <= span.last; ++i) {
            if (windows.isOver(windows.all.at(i)))
                episode.peak = std::max(episode.peak, windows.all.at(i).value);
        }
        // Ongoing: nothing that could be judged since tells of more than one window of relief, and
        // the silence since is not too long.
        qsizetype relief = 0;
        for (qsizetype i = span.last + 1; i < windows.all.size(); ++i)
            relief += windows.all.at(i).isJudged() ? 1 : 0;
        const Instant lastJudgedEnd = windows.all.at(span.lastJudged).from + windows.length;
        episode.isOngoing = relief <= 1 && until - lastJudgedEnd <= episodePatience;
        if (episode.isOngoing)
            episode.range.to = until;
        episode.range.to = std::min(episode.range.to, until);
        episodes << episode;
    }
    return episodes;
}

std::optional<JournalEntry> blamed(const Inputs &inputs, const Windows &windows, const Episode &episode, const std::function<bool(Instant, Instant)> &wasOverBetween)
{
    const Instant begin = episode.range.from;
    auto deploy = deployBefore(inputs, begin + windows.length - milliseconds(1));
    if (deploy && deploy->at > begin && wasOverBetween && wasOverBetween(begin, deploy->at))
        deploy = deployBefore(inputs, begin);
    if (!deploy || begin - deploy->at > episodeDeployLead)
        return {};
    return deploy;
}

} // namespace qd::reports
