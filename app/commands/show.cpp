#include "app/commands/show.h"

#include "app/commands/times.h"
#include "app/text/reporttext.h"
#include "deployments/tomlfile.h"

#include <QFile>

namespace qd::app {

static const QStringList ShowPages{QStringLiteral("overview"), QStringLiteral("cost"), QStringLiteral("latency"), QStringLiteral("errors")};

Result<> Show::understand()
{
    m_page = line().arguments.first();
    if (!ShowPages.contains(m_page)) {
        const QString near = nearestWord(m_page, ShowPages);
        return failure(Error::Kind::Wrong, near.isEmpty() ? tr("There is no page “%1”. There are: %2.").arg(m_page, ShowPages.join(QStringLiteral(", ")))
                                                          : tr("There is no page “%1”. Did you mean “%2”?").arg(m_page, near));
    }
    if (line().has("csv") && (line().wantsJson() || m_page == ShowPages.first()))
        return failure(Error::Kind::Wrong, tr("CSV is the table of cost, latency or errors, and not together with JSON."));
    const Result<QTimeZone> zone = zoneFrom(line());
    if (!zone)
        return failure(zone.error());
    m_zone = *zone;
    const Result<TimeRange> asked = range();
    if (!asked)
        return failure(asked.error());
    m_range = *asked;
    if (line().has("max-age")) {
        const auto length = lengthFromText(line().value("max-age"));
        if (!length)
            return failure(length.error());
        m_maxAge = *length;
    }
    if (line().has("wait")) {
        const auto length = lengthFromText(line().value("wait"));
        if (!length)
            return failure(length.error());
        m_wait = *length;
    }
    return {};
}

// Money is looked at by the day, everything else by the hour.
Result<TimeRange> Show::range() const
{
    return rangeFrom(line(), clock().now(), m_zone, m_page == QLatin1String("cost") ? QStringLiteral("30d") : QStringLiteral("24h"));
}

void Show::start()
{
    if (const Result<> understood = understand(); !understood)
        return fail(WrongUsage, understood.error());
    m_subject = std::make_unique<Subject>(line(), setup(), terminal());
    m_step.start(m_subject->choose(line().value("deployment")), [this](const Result<> &chosen) {
        if (!chosen)
            return fail(chosen.error().kind == Error::Kind::Wrong ? WrongUsage : NothingRead, chosen.error());
        this->chosen();
    });
}

void Show::chosen()
{
    if (m_subject->profile().id.isEmpty())
        terminal().say(tr("The profile “%1” cannot be used, so nothing is mapped. “quarterdeck list” says why.").arg(m_subject->deployment().profile));
    if (m_subject->isOnTheSpot() || m_subject->isDemo() || line().has("refresh") || !hasMirror())
        return read();
    answerFromMirror();
}

bool Show::hasMirror() const
{
    if (!QFile::exists(m_subject->mirrorFile()))
        return false;
    const auto mirror = telemetry::Mirror::open(m_subject->mirrorFile(), telemetry::Mirror::Access::Read);
    return mirror && (*mirror)->coverage().readAt;
}

void Show::read()
{
    m_reading = std::make_unique<Reading>(*m_subject, terminal());
    m_step.start(m_reading->until(neededFrom(m_page, m_range, clock().now(), m_zone), m_wait), [this](const Result<> &read) {
        reports::Inputs inputs = m_reading->watch().inputs(m_range, m_zone);
        // A range that ends now ends when the reading is done.
        if (const Result<TimeRange> now = range())
            inputs.range = *now;
        if (!read && !inputs.mirror->coverage().readAt)
            return fail(NothingRead, read.error());
        if (!read)
            terminal().say(read.error().message);
        answer(inputs);
    });
}

void Show::answerFromMirror()
{
    const auto mirror = telemetry::Mirror::open(m_subject->mirrorFile(), telemetry::Mirror::Access::Read);
    if (!mirror)
        return fail(NothingRead, mirror.error());
    answer(inputsFrom(m_subject->deployment(), m_subject->profile(), **mirror, m_subject->surroundings(), m_range, m_zone));
}

void Show::answer(const reports::Inputs &inputs)
{
    const TextStyle style{Ink(terminal().isColoured()), terminal().width()};
    const auto tell = [&](const auto &report, auto text) {
        if (line().wantsJson())
            terminal().printJson(reports::document(QStringLiteral("show ") + m_page, inputs, report.freshness, report.data(), report.checks));
        else if constexpr (requires { report.csv(); }) {
            if (line().has("csv"))
                terminal().print(QString::fromUtf8(report.csv()).trimmed());
            else
                terminal().print(text(report, inputs, style).join(QLatin1Char('\n')));
        } else {
            terminal().print(text(report, inputs, style).join(QLatin1Char('\n')));
        }
        const std::optional<Instant> readAt = report.freshness.readAt;
        if (m_maxAge && (!readAt || clock().now() - *readAt > *m_maxAge))
            return end(SomethingUnknown);
        end(line().has("strict") ? exitCode(report.checks, true) : AllWell);
    };
    if (m_page == QLatin1String("overview"))
        tell(reports::overviewReport(inputs), overviewText);
    else if (m_page == QLatin1String("cost"))
        tell(reports::costReport(inputs), costText);
    else if (m_page == QLatin1String("latency"))
        tell(reports::latencyReport(inputs), latencyText);
    else
        tell(reports::errorsReport(inputs), errorsText);
}

Instant neededFrom(const QString &page, const TimeRange &range, Instant now, const QTimeZone &zone)
{
    const Instant before = previousRange(range, zone).from;
    if (page != QLatin1String("overview") && page != QLatin1String("cost"))
        return before;
    return std::min({before, monthRange(dayOf(now, zone), zone).from, now - std::chrono::hours(24 * 30)});
}

} // namespace qd::app
