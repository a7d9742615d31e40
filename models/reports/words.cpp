#include "reports/words.h"

#include "core/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace qd::reports {

namespace {

struct ReportWords
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

} // namespace

Sentence sentence(qd::State state, const QString &fact, const QStringList &rest)
{
    Sentence result{state, fact, {}};
    for (const QString &more : rest) {
        const QString longer = result.rest.isEmpty() ? more : result.rest + QLatin1Char(' ') + more;
        if (!more.isEmpty() && fact.size() + 1 + longer.size() <= SentenceLimit)
            result.rest = longer;
    }
    return result;
}

QString limitText(double ms)
{
    const bool inSeconds = ms >= 1000;
    const double value = inSeconds ? ms / 1000 : ms;
    const int decimals = value == std::round(value) ? 0 : value * 10 == std::round(value * 10) ? 1 : 2;
    return QLocale().toString(value, 'f', decimals) + format::NoBreakSpace + (inSeconds ? ReportWords::tr("s") : ReportWords::tr("ms"));
}

static int rateDecimals(double ratio)
{
    return std::abs(ratio) * 100 < 9.995 ? 2 : 1;
}

QString rateText(double ratio)
{
    return format::percent(ratio, rateDecimals(ratio));
}

QString ratePoints(double difference)
{
    const QString magnitude = QLocale().toString(std::abs(difference) * 100, 'f', rateDecimals(difference)) + format::NoBreakSpace + ReportWords::tr("pp", "percentage points");
    return format::change(difference, magnitude);
}

QString atLeast(Money amount, bool isComplete)
{
    //: %1 is an amount of money; some of the calls have no known price
    return isComplete ? format::money(amount) : ReportWords::tr("≥ %1").arg(format::money(amount));
}

QString shortCommit(const JournalEntry &deploy)
{
    const QString commit = deploy.facts.value(QLatin1String("commit")).toString();
    return commit.isEmpty() ? deploy.title.section(QLatin1Char(' '), 0, 0) : commit.left(7);
}

QString sentenceStart(const QString &text)
{
    return text.size() > 1 && text.at(1).isLetter() ? text.left(1).toUpper() + text.mid(1) : text;
}

QString sinceWords(const Episode &episode, const Inputs &inputs)
{
    if (episode.deploy)
        //: completes "over the 2 s target since …"; %1 is a time
        return ReportWords::tr("the %1 deploy").arg(format::time(episode.deploy->at, inputs.now, inputs.zone));
    return format::time(episode.range.from, inputs.now, inputs.zone);
}

std::optional<Sentence> withoutData(const Inputs &inputs, const Freshness &freshness)
{
    Q_UNUSED(inputs)
    switch (freshness.state) {
    case Freshness::State::Never: return sentence(State::Unknown, ReportWords::tr("Nothing has been read yet."), {freshness.says});
    case Freshness::State::NotInstrumented: return sentence(State::Unknown, ReportWords::tr("Not instrumented."), {freshness.says});
    case Freshness::State::Blind: return sentence(State::Unknown, ReportWords::tr("Not visible to this role."), {freshness.says});
    case Freshness::State::Live:
    case Freshness::State::Filling:
    case Freshness::State::Stale: break;
    }
    return {};
}

Instant asOf(const Inputs &inputs, const Freshness &freshness)
{
    return freshness.isOld() && freshness.readAt ? std::min(inputs.now, *freshness.readAt) : inputs.now;
}

QString readAtNote(const Inputs &inputs, const Freshness &freshness)
{
    if (!freshness.readAt)
        return {};
    const bool isToday = dayOf(*freshness.readAt, inputs.zone) == dayOf(inputs.now, inputs.zone);
    return ReportWords::tr("read at %1").arg(isToday ? format::timeWithSeconds(*freshness.readAt, inputs.zone) : format::time(*freshness.readAt, inputs.now, inputs.zone));
}

void ageFigure(Figure &figure, const Inputs &inputs, const Freshness &freshness)
{
    if (freshness.isOld() && figure.shown == Figure::Shown::Value) {
        figure.shown = Figure::Shown::Old;
        figure.state = State::Unknown;
        figure.note = readAtNote(inputs, freshness);
        figure.change.clear();
        figure.changeState = State::Unknown;
    }
    if (!freshness.hasData()) {
        figure.shown = Figure::Shown::Absent;
        figure.state = State::Unknown;
        figure.value = format::NoValue;
        figure.unit.clear();
        figure.raw = qQNaN();
        figure.note.clear();
        figure.change.clear();
        figure.spark.clear();
        figure.problem = freshness.says;
        figure.remedy = freshness.fix;
    }
}

Explanation explanation(const Inputs &inputs, const Freshness &freshness, const QString &definition, const TimeRange &range, qint64 rows, const QString &errorBound)
{
    Explanation result;
    result.definition = definition;
    result.rows = rows;
    result.bins = range.isEmpty() ? 0 : binOf(range.to - milliseconds(1)) - binOf(range.from) + 1;
    result.errorBound = errorBound;
    result.readAt = freshness.readAt;
    QStringList costs;
    for (const auto &[source, read] : inputs.lastReads.asKeyValueRange()) {
        if (!result.sql.isEmpty())
            result.sql += "\n\n";
        result.sql += "-- " + source.toUtf8() + '\n' + read.sql;
        //: what the newest read of a table cost the server
        costs << ReportWords::tr("%1: %2 ms for %3 rows, %4 of them new")
                     .arg(source, QLocale().toString(double(read.took.count()) / 1000, 'f', 1), QLocale().toString(read.rows), QLocale().toString(read.newRows));
    }
    result.cost = costs.join(QLatin1Char('\n'));
    return result;
}

QString withUnitSplit(const QString &text, QString *unit)
{
    const qsizetype space = text.lastIndexOf(format::NoBreakSpace);
    // "6 min 51 s" stays in one piece.
    if (space < 0 || text.indexOf(format::NoBreakSpace) != space)
        return text;
    *unit = text.mid(space + 1);
    return text.left(space);
}

} // namespace qd::reports
