#include "reports/odd.h"

#include "core/format.h"
#include "reports/recording.h"
#include "reports/words.h"

#include <QCoreApplication>

namespace qd::reports {

namespace {

struct OddWords
{
    Q_DECLARE_TR_FUNCTIONS(Odd)
};

constexpr std::chrono::seconds noticeableOffset{2};
constexpr std::chrono::minutes aLittleAhead{1}; // no clock is exact

Check oddCheck(const Inputs &inputs, const Freshness &freshness, const char *id, const QString &title, const QString &says)
{
    Check check;
    check.id = QLatin1String(id);
    check.title = title;
    check.object = recordingOf(*inputs.profile).tableNames();
    check.state = State::Warning;
    check.says = says;
    check.measuredAt = freshness.readAt;
    return check;
}

// The server's clock minus ours, where it is far enough off to be seen on a page.
std::optional<milliseconds> clockIsOff(const Inputs &inputs)
{
    std::optional<milliseconds> most;
    for (const telemetry::Follower::LastRead &read : inputs.lastReads) {
        if (std::chrono::abs(read.clockOffset) > noticeableOffset && (!most || std::chrono::abs(read.clockOffset) > std::chrono::abs(*most)))
            most = read.clockOffset;
    }
    return most;
}

} // namespace

QList<Check> oddChecks(const Inputs &inputs, const Freshness &freshness)
{
    QList<Check> checks;
    const auto add = [&](const char *id, const QString &title, const QString &says) { checks << oddCheck(inputs, freshness, id, title, says); };
    if (const auto offset = clockIsOff(inputs)) {
        const QString by = format::duration(double(std::chrono::abs(*offset).count()));
        add("source.clock", OddWords::tr("Clock"), offset->count() > 0 ? OddWords::tr("The database's clock is %1 ahead of this computer's.").arg(by) : OddWords::tr("The database's clock is %1 behind this computer's.").arg(by));
        checks.last().fix = OddWords::tr("Set the clocks by a time server; until then the newest calls seem to be missing or late.");
    }
    if (!freshness.hasData())
        return checks;
    const telemetry::OddRows odd = inputs.mirror->oddRows(inputs.range, inputs.now + aLittleAhead);
    if (odd.costs > 0)
        add("source.costs", OddWords::tr("Costs"), OddWords::tr("%n cost(s) are negative or no number and left out.", nullptr, int(odd.costs)));
    if (odd.latencies > 0)
        add("source.latencies", OddWords::tr("Latencies"), OddWords::tr("%n latency value(s) are negative or no number and left out.", nullptr, int(odd.latencies)));
    if (odd.duplicates > 0)
        add("source.duplicates", OddWords::tr("Ids"), OddWords::tr("%n row(s) repeat the id of another and are counted once.", nullptr, int(odd.duplicates)));
    if (odd.future > 0)
        add("source.future", OddWords::tr("Times"), OddWords::tr("%n row(s) are dated in the future and count when their time has come.", nullptr, int(odd.future)));
    return checks;
}

void sayOdd(Sentence &said, const QList<Check> &odd)
{
    QStringList rest{said.rest};
    for (const Check &check : odd)
        rest << check.says;
    said = sentence(said.state, said.fact, rest);
}

} // namespace qd::reports
